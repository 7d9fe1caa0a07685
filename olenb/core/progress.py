"""How far a long job is, told to whoever watches."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Tell = Callable[[float, str], None]
"""Takes a fraction from 0 to 1, and a few words."""
_Row = TypeVar("_Row")
_EVERY = 1_000


def silent(fraction: float, text: str) -> None:
    """Tell nobody."""


def part(tell: Tell, begin: float, end: float) -> Tell:
    """Return what tells of a job that is one part of a longer one.

    Parameters
    ----------
    tell
        What is told.
    begin, end
        Where the part lies in the whole, from 0 to 1.

    >>> half = part(lambda fraction, text: print(fraction, text), 0.5, 1)
    >>> half(0.5, "Comparing")
    0.75 Comparing
    """

    def told(fraction: float, text: str) -> None:
        tell(begin + (end - begin) * fraction, text)

    return told


def paced(rows: Sequence[_Row], tell: Tell, text: str) -> Iterator[_Row]:
    """Yield rows, and tell at every thousandth how far they are.

    >>> list(paced("ab", lambda fraction, text: print(fraction, text), "Reading"))
    0.0 Reading
    ['a', 'b']
    """
    for number, row in enumerate(rows):
        if number % _EVERY == 0:
            tell(number / len(rows), text)
        yield row
