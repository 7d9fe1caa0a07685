"""The labels of the map: one block for each circle, heading and names, that never overlap."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from olenb.views.pictures.layout import Label, Leader, Point
from olenb.views.pictures.text import fit, shown_name, width
from olenb.views.pictures.words import IN_TABLE

HEAD, NAME, SMALL = 15.0, 14.0, 12.5
LINE = 19.0
GAP = 13.0


@dataclass(frozen=True, slots=True)
class Named:
    """A contact with a label: whose, where their dot is, and where a line leaves the ring."""

    contact: int
    name: str
    dot: Point
    way_out: Point


@dataclass(frozen=True, slots=True)
class Block:
    """A circle's words: its heading and count, its labelled people from top to bottom.

    Parameters
    ----------
    hidden
        How many of the circle have no dot.
    anchor
        Where on the ring the block belongs.
    """

    circle: str
    count: int
    colour: int
    names: tuple[Named, ...]
    anchor: Point
    hidden: int = 0
    letter: str = ""

    @property
    def height(self) -> float:
        """The room that the block takes, the gap below it included."""
        return LINE * (1 + len(self.names) + bool(self.hidden)) + GAP


@dataclass(frozen=True, slots=True)
class Column:
    """A strip for blocks: its inner edge (towards the ring), its width, its side."""

    edge: float
    width: float
    side: Literal["left", "right"]

    @property
    def outwards(self) -> int:
        """The direction away from the ring."""
        return 1 if self.side == "right" else -1

    @property
    def text_anchor(self) -> Literal["start", "end"]:
        """Words start, or end, at the inner edge."""
        return "start" if self.side == "right" else "end"


def stack(wanted: list[float], heights: list[float], room: float) -> list[float]:
    """Return tops as near as can be to those wanted, in order, without overlap, within `room`.

    This is isotonic regression: blocks that would overlap share their displacement.

    >>> stack([10, 12, 80], [20, 20, 20], 100)
    [1.0, 21.0, 80.0]
    """
    before = np.concatenate([[0.0], np.cumsum(heights)[:-1]]) if heights else np.empty(0)
    level = _isotonic(np.asarray(wanted, float) - before)
    level = np.clip(level, 0.0, max(0.0, room - sum(heights)))
    return [float(top) for top in level + before]


def _isotonic(values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return the nearest values that never fall, by pooling neighbours that do."""
    pools: list[list[float]] = []
    for value in values:
        pools.append([float(value), 1.0])
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            mean, n = pools.pop()
            pools[-1][0] = (pools[-1][0] * pools[-1][1] + mean * n) / (pools[-1][1] + n)
            pools[-1][1] += n
    return np.repeat([mean for mean, _ in pools], [int(n) for _, n in pools])


def settle(blocks: list[Block], room: float) -> list[tuple[Block, float]]:
    """Return the blocks of one side with their tops, each as near to its people as can be."""
    tops = stack([_wanted(block) for block in blocks], [block.height for block in blocks], room)
    return list(zip(blocks, tops, strict=True))


def strain(placed: list[tuple[Block, float]]) -> float:
    """Return how far blocks stand from where they would like to, in all."""
    return sum(abs(top - _wanted(block)) * (1 + len(block.names)) for block, top in placed)


def _wanted(block: Block) -> float:
    """Return the top at which a block's names, or else its heading, are level with its dots."""
    if not block.names:
        return block.anchor[1] - HEAD * 0.65
    middle = sum(named.way_out[1] for named in block.names) / len(block.names)
    return middle - HEAD * 0.65 - LINE * (len(block.names) + 1) / 2


def labels(block: Block, top: float, column: Column) -> Iterator[Label]:
    """Yield the block's words."""
    y = top + HEAD
    yield _heading(block, column, y)
    for named in block.names:
        y += LINE
        name = fit(shown_name(named.name), column.width, NAME)
        yield Label(name, column.edge, y, NAME, column.text_anchor, contact=named.contact)
    if block.hidden:
        more = fit(f"+ {block.hidden:,} more {IN_TABLE}", column.width, SMALL)
        yield Label(more, column.edge, y + LINE, SMALL, column.text_anchor, tone="mute")


def _heading(block: Block, column: Column, y: float) -> Label:
    """Return the circle's name with how many people it has, which is never cut off."""
    before = f"{block.letter}  " if block.letter else ""
    after = f" · {block.count:,}"
    room = column.width - width(before + after, HEAD, bold=True)
    text = before + fit(shown_name(block.circle), room, HEAD, bold=True) + after
    return Label(text, column.edge, y, HEAD, column.text_anchor, True, "circle", block.colour)


def leaders(block: Block, top: float, column: Column) -> Iterator[Leader]:
    """Yield the lines from the block's names to their dots; without names, from its heading."""
    y = top + HEAD * 0.65
    if not block.names:
        yield _leader(column, y, (block.anchor,), block.colour)
    for row, named in enumerate(block.names, start=1):
        yield _leader(column, y + row * LINE, (named.way_out, named.dot), block.colour)


def _leader(column: Column, y: float, ends: tuple[Point, ...], colour: int) -> Leader:
    """Return a line from the column: level at first, then to the ring."""
    stop, elbow = column.edge - column.outwards * 6, column.edge - column.outwards * 26
    return Leader(((stop, y), (elbow, y), *ends), colour)
