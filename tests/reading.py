"""How hard a text is to read, and what it must not say; for words on screens and on paper."""

import re
from collections.abc import Iterable

NINTH = 9.0
NEVER = re.compile(
    r"network|\btie\b|\bego\b|score|rank|weak|hidden job|percent|guarantee|\balter\b", re.IGNORECASE
)


def grade(texts: Iterable[str]) -> float:
    """Return the school year in which one reads this with ease (Flesch and Kincaid, roughly).

    >>> grade(["Ask one person. They may know somebody."]) < 6
    True
    """
    said = [one for text in texts for one in re.split(r"[.!?…:;]+", text) if _words(one)]
    found = [word for one in said for word in _words(one)]
    syllables = sum(map(_syllables, found))
    return 0.39 * len(found) / len(said) + 11.8 * syllables / len(found) - 15.59


def _words(text: str) -> list[str]:
    return re.findall(r"[A-Za-z'’]+", text)


def _syllables(word: str) -> int:
    return max(1, len(re.findall(r"[aeiouy]+", re.sub(r"(?<!l)e$", "", word.lower()))))
