"""Free spots for labels among dots: near what they name, never on anything else."""

from collections.abc import Iterable, Iterator
from typing import Literal

import numpy as np
import numpy.typing as npt

from olenb.views.pictures.layout import Box, Dot, Label, Leader, Point
from olenb.views.pictures.text import fit, shown_name

_SIZE = 13.0
_LONGEST = 150.0
_REACHES = (5.0, 16.0, 28.0, 42.0, 58.0)  # from the dot's edge; from the second on with a line
_SIDES: tuple[tuple[int, int], ...] = (
    *((1, 0), (-1, 0), (0, -1), (0, 1)),
    *((1, -1), (1, 1), (-1, -1), (-1, 1)),
)
_ANCHORS: dict[int, Literal["start", "middle", "end"]] = {1: "start", 0: "middle", -1: "end"}


def place(
    names: Iterable[tuple[Dot, str]], dots: tuple[Dot, ...], area: Box
) -> tuple[list[Label], list[Leader]]:
    """Return labels at free spots, and lines to those that are not right beside their dots.

    A name for which there is no free spot gets none: it stays in the tooltip and the table.

    Parameters
    ----------
    names
        Whose label to place, most important first, with the name.
    dots
        What must stay visible.
    area
        Where labels must stay.
    """
    marks = np.array([(dot.x, dot.y, dot.radius) for dot in dots]).reshape(-1, 3)
    labels: list[Label] = []
    leaders: list[Leader] = []
    for dot, name in names:
        text = fit(shown_name(name), _LONGEST, _SIZE)
        for label, reach in _candidates(dot, text):
            box = label.box
            taken = any(box.overlaps(other.box) for other in labels)
            if taken or not box.within(area) or _covers(box, marks):
                continue
            line = ((dot.x, dot.y), _nearest(box, dot))
            if _crosses(line, marks):
                continue
            labels.append(label)
            if reach > _REACHES[0]:
                leaders.append(Leader(line, dot.colour))
            break
    return labels, leaders


def _candidates(dot: Dot, text: str) -> Iterator[tuple[Label, float]]:
    """Yield spots around a dot, the nearest first."""
    for reach in _REACHES:
        for across, down in _SIDES:
            away = (dot.radius + reach) * (0.75 if across and down else 1.0)
            x = dot.x + across * away
            y = dot.y + down * away + _SIZE * {1: 0.95, 0: 0.35, -1: -0.3}[down]
            yield Label(text, x, y, _SIZE, _ANCHORS[across], contact=dot.contact), reach


def _covers(box: Box, marks: npt.NDArray[np.float64]) -> bool:
    """Whether a box lies on any dot."""
    x, y, r = marks.T
    across = np.clip(x, box.left, box.right) - x
    down = np.clip(y, box.top, box.bottom) - y
    return bool((across**2 + down**2 < r**2).any())


def _crosses(line: tuple[Point, Point], marks: npt.NDArray[np.float64]) -> bool:
    """Whether a line touches any dot but the one where it begins."""
    start, end = np.array(line)
    away = marks[:, :2] - start
    along = np.clip(away @ (end - start) / max(1e-9, float((end - start) @ (end - start))), 0, 1)
    far = np.hypot(*(away - along[:, None] * (end - start)).T)
    others = np.hypot(*away.T) > 1e-6
    return bool((others & (far < marks[:, 2] + 1)).any())


def _nearest(box: Box, dot: Dot) -> tuple[float, float]:
    """Return the point of a box that is nearest to a dot."""
    return min(max(dot.x, box.left), box.right), min(max(dot.y, box.top), box.bottom)
