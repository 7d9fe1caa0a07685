"""The word lists of the check: TOML files in `data/`, read once, when they are first needed."""

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).with_name("data")


@lru_cache(maxsize=32)
def table(file: str) -> dict[str, Any]:
    """Return one file of `data/` by its name without the ending."""
    return tomllib.loads((_FOLDER / f"{file}.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=64)
def word_set(name: str) -> frozenset[str]:
    """Return a set of single words by its name in `data/sets.toml`.

    >>> "swamped" in word_set("narrows"), "between" in word_set("narrows")
    (False, True)
    """
    return frozenset(str(table("sets")[name]).split())


def lines_of(text: str) -> list[str]:
    r"""Return the lines of a text that say something.

    `#` begins a remark; an indented line goes on with the one before it.

    >>> lines_of("one\n\n# why\ntwo|  # remark\n    three")
    ['one', 'two| three']
    """
    lines: list[str] = []
    for line in text.splitlines():
        words = line.partition("#")[0].strip()
        if words and line[0].isspace() and lines:
            lines[-1] += f" {words}"
        elif words:
            lines.append(words)
    return lines
