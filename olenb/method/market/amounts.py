"""Numbers as statistics offices write them, whichever sign stands between the thousands."""

import re

_MISSING = frozenset(("", "-", "–", "—", "*", "**", "#", ".", "..", "...", "x", "n/a", "na", ":"))
_NUMBER = re.compile(r"([^\d\-−<>]*)(\d(?:[\d.,\s'’_]*\d)?)([^\d<>]*)")
_THOUSANDS = frozenset(("k", "m", "mn", "mio", "tsd", "thousand", "million", "bn"))
_BETWEEN = re.compile(r"[\s'’\u00a0\u202f_]")
_WHOLE = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*|\d+")
_LARGEST = 10**12


def amount(text: str) -> int | None:
    """Return a whole number, None where the office published none.

    A single sign before exactly three digits stands between thousands.

    Parameters
    ----------
    text
        A cell, with or without a currency.

    Raises
    ------
    ValueError
        It is no number from 0 on.

    >>> amount("$54,360"), amount("54.360 €"), amount("54 360,50"), amount("..")
    (54360, 54360, 54360, None)
    """
    if text.strip().casefold() in _MISSING:
        return None
    found = _NUMBER.fullmatch(text.strip())
    if found is None or found[3].strip(" .").casefold() in _THOUSANDS:
        raise ValueError("no number")
    digits = _BETWEEN.sub("", found[2])
    if not _WHOLE.fullmatch(digits):
        # What remains is a part of one: the last sign is the decimal one.
        whole, sign, part = max(
            (digits.rpartition(mark) for mark in ".,"), key=lambda found: len(found[0])
        )
        if not (sign and part.isdecimal() and _WHOLE.fullmatch(whole)):
            raise ValueError("no number")
        digits = whole
    number = int(re.sub(r"[.,]", "", digits))
    if number > _LARGEST:
        raise ValueError("too large")
    return number
