"""Dates as people's programs write them, into ISO; what can't be known stays unknown."""

import re
from collections.abc import Iterable
from datetime import date

from olenb.contacts.keys import folded

_MONTHS = (
    "january jan januar jaenner janner janvier janv enero ene gennaio gen janeiro januari styczen "
    "stycznia sty leden ledna ocak",
    "february feb februar fevrier fevr fev febrero febbraio fevereiro februari luty lutego lut "
    "unor unora subat",
    "march mar marz maerz mrz mars marzo marco maart mrt marzec marca brezen brezna mart",
    "april apr avril avr abril abr aprile kwiecien kwietnia kwi duben dubna nisan",
    "may mai mayo maggio mag maio mei maj maja kveten kvetna mayis",
    "june jun juni juin junio giugno giu junho czerwiec czerwca cze cerven cervna haziran",
    "july jul juli juillet juil julio luglio lug julho lipiec lipca lip cervenec cervence temmuz",
    "august aug aout agosto ago augustus sierpien sierpnia sie srpen srpna agustos",
    "september sep sept septembre septiembre settembre set setembro wrzesien wrzesnia wrz zari "
    "eylul",
    "october oct oktober okt octobre octubre ottobre ott outubro out pazdziernik pazdziernika paz "
    "rijen rijna ekim",
    "november nov novembre noviembre novembro listopad listopada lis kasim",
    "december dec dezember dez decembre diciembre dic dicembre dezembro grudzien grudnia gru "
    "prosinec prosince aralik",
)
_MONTH = {word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()}
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[t ].*)?")
_NUMBERS = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?:[, ].*)?")
_EAST_ASIAN = re.compile(r"(\d{4})\s*[年년]\s*(?:(\d{1,2})\s*[月월]\s*)?(?:(\d{1,2})\s*[日일])?")
_WORDS = re.compile(r"[^\W\d_]+|\d+")
_SMALL_WORDS = ("de", "del", "di", "of", "the", "st", "nd", "rd", "th", "er", "le", "den", "el")
_PIVOT = 70  # 22 is 2022, 98 is 1998
_FIRST_YEAR, _LAST_YEAR = 1500, 2200


def day_first(values: Iterable[str]) -> bool | None:
    """Tell from a whole column whether 03/04/2023 is the third of April; None: it can't be told.

    >>> day_first(["03/04/2023", "25/04/2023"]), day_first(["03/04/2023"])
    (True, None)
    """
    found = {order for value in values if (order := _order(value)) is not None}
    return found.pop() if len(found) == 1 else None


def is_ambiguous(text: str) -> bool:
    """Tell whether a date such as 03/04/2023 could be read both ways.

    >>> is_ambiguous("03/04/2023"), is_ambiguous("04/04/2023"), is_ambiguous("25/04/2023")
    (True, False, False)
    """
    found = _NUMBERS.fullmatch(text.strip())
    return found is not None and _order(text) is None and int(found[1]) != int(found[2])


def _order(text: str) -> bool | None:
    found = _NUMBERS.fullmatch(text.strip())
    if not found:
        return None
    first, second = int(found[1]), int(found[2])
    if (first > 12) == (second > 12):
        return None
    return first > 12


def iso_date(text: str, *, days_first: bool | None = None) -> str:
    """Return a date as ISO 8601, a year or a month alone included, or "" where it isn't known.

    Parameters
    ----------
    text
        The date as a file gives it, in any of a dozen languages.
    days_first
        What `day_first` said about the whole column; needed for dates such as 03/04/2023.

    >>> iso_date("12 mars 2023"), iso_date("Oct 2022"), iso_date("7-Feb-22"), iso_date("2019")
    ('2023-03-12', '2022-10', '2022-02-07', '2019')
    >>> iso_date("12-Mar"), iso_date("#####"), iso_date("03/04/2023")
    ('', '', '')
    """
    text = folded(text)
    if not text:
        return ""
    if found := _ISO.fullmatch(text) or _EAST_ASIAN.fullmatch(text):
        return _iso(found[1], found[2], found[3])
    if found := _NUMBERS.fullmatch(text):
        return _numbers(found, days_first)
    return _in_words(text)


def _numbers(found: re.Match[str], days_first: bool | None) -> str:
    order = _order(found[0])
    order = days_first if order is None else order
    if order is None and found[1] != found[2]:
        return ""
    day, month = (found[1], found[2]) if order else (found[2], found[1])
    return _iso(_year(found[3]), month, day)


def _in_words(text: str) -> str:
    """Read a date with the month as a word, in either order, or a year alone."""
    words = [w for w in _WORDS.findall(text) if w not in _SMALL_WORDS]
    months = [_MONTH[w] for w in words if w in _MONTH]
    numbers = [w for w in words if w.isdecimal()]
    if not months:
        return _iso(words[0]) if len(words) == 1 and len(text) == 4 and numbers else ""
    years = [n for n in numbers if len(n) == 4]
    if len(years) == 1:
        days = [n for n in numbers[:2] if len(n) <= 2]
        return _iso(years[0], months[0], days[0] if days else None)
    if len(numbers) == 2 and not years and len(words) == 3 and len(numbers[1]) == 2:
        return _iso(_year(numbers[1]), months[0], numbers[0])
    return ""


def _year(digits: str) -> int:
    number = int(digits)
    if len(digits) == 4:
        return number
    return number + (2000 if number < _PIVOT else 1900)


def _iso(year: str | int, month: str | int | None = None, day: str | int | None = None) -> str:
    """Join what is known, or return "" for a date that no calendar has."""
    parts = [int(part) for part in (year, month, day) if part is not None]
    if not _FIRST_YEAR <= parts[0] <= _LAST_YEAR:
        return ""
    try:
        date(*[*parts, 1, 1][:3])
    except ValueError:
        return ""
    return "-".join(f"{part:02d}" for part in parts)
