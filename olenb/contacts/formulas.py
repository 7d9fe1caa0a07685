"""Cells that a spreadsheet would take for a formula, and how they are kept text.

A spreadsheet program runs a cell of a CSV file that begins with `=`, `+`, `-` or `@`: a name
could then send the whole table to a stranger. An apostrophe before it makes it text; what
guards on writing takes the guard off on reading, so nothing is lost on the way.
"""

import re

_RUNS = r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]"
_NEEDS = re.compile(f"'*(?:{_RUNS})")
_GUARDED = re.compile(f"'+(?:{_RUNS})")


def guarded(text: str) -> str:
    """Return a cell that no spreadsheet takes for a formula.

    Parameters
    ----------
    text
        What is to stand in it.

    >>> guarded("=1+1"), guarded("+1 507 555"), guarded("Ana")
    ("'=1+1", "'+1 507 555", 'Ana')
    """
    return f"'{text}" if _NEEDS.match(text) else text


def unguarded(text: str) -> str:
    """Return what stood in a cell before it was guarded.

    Parameters
    ----------
    text
        A cell as it was read.

    >>> unguarded("'=1+1"), unguarded("''=1"), unguarded("'t Hooft")
    ('=1+1', "'=1", "'t Hooft")
    """
    return text[1:] if _GUARDED.match(text) else text
