"""What stands on the wall of a room: who talks with whom, in large type, and a clock."""

from collections.abc import Sequence
from dataclasses import dataclass

from olenb.views.widgets.blocks import Block


@dataclass(frozen=True)
class Turn:
    """What is to be done from a moment on.

    Parameters
    ----------
    at : int
        Seconds since the beginning.
    words : str
        What the room reads then.
    """

    at: int
    words: str


@dataclass(frozen=True)
class Wall(Block):
    """Pairs in large type that fill the projector's screen, and a clock by the one on the wall.

    Parameters
    ----------
    title : str
        Its heading, such as "Round 1 of 2".
    pairs : sequence of pairs of str
        Who talks with whom; nobody stands apart.
    sentence : str
        What the pairing is made for.
    seconds : int
        How long the clock runs.
    turns : sequence of Turn
        What is read when, the first from 0 on.
    started : int
        When the clock began, in milliseconds since 1970; 0 before. A page that is loaded again
        goes on with it.
    action : str
        Run when the clock begins, with that moment as `Event.item`, or stops, with "0".
    """

    title: str
    pairs: Sequence[tuple[str, str]]
    sentence: str
    seconds: int
    turns: Sequence[Turn]
    started: int = 0
    action: str = ""
