"""Past employers and class years as people write them into one cell."""

import re

from olenb.contacts.importers.record import Post

_ENTRIES = re.compile(r"[;\n|]|(?<=\)),")
_LONGEST = 200  # a longer entry is prose, and no years are looked for in it
_YEAR = r"(?:19|20)\d\d"
_SPAN = re.compile(
    rf"(?P<name>.*?)[\s,:(\[]+(?P<start>{_YEAR})?\s*(?P<dash>-|–|—|to|until|till|bis)?\s*"
    rf"(?P<stop>{_YEAR}|present|today|now|heute)?\s*[)\]]?",
    re.IGNORECASE | re.DOTALL,
)
_AT = re.compile(r"(?P<role>.+?)\s+(?:at|@)\s+(?P<name>.+)", re.IGNORECASE)
_FULL_YEAR = re.compile(rf"(?<!\d){_YEAR}(?!\d)")
_SHORT_YEAR = re.compile(r"(?:^|class of\s*)['’‘`](\d\d)$", re.IGNORECASE)
_PIVOT = 40  # '39 is 2039, '41 is 1941: alumni live long


def past_posts(text: str) -> tuple[Post, ...]:
    """Return the employers of a cell, with roles and years where they are given.

    >>> for post in past_posts("Acme (2015-2019); Analyst at Beta, 2019–2021; Gamma"):
    ...     print([post.organization, post.role, post.start, post.stop])
    ['Acme', '', '2015', '2019']
    ['Beta', 'Analyst', '2019', '2021']
    ['Gamma', '', '', '']
    """
    return tuple(_post(entry) for entry in _ENTRIES.split(text) if entry.strip(" ,\t\r"))


def class_year(text: str) -> int | None:
    """Return a year of graduation, or None where none is plain.

    >>> class_year("Class of 2015"), class_year("'98"), class_year("junior")
    (2015, 1998, None)
    """
    years = _FULL_YEAR.findall(text)
    if len(set(years)) == 1:
        return int(years[0])
    short = _SHORT_YEAR.search(text.strip())
    if years or not short:
        return None
    return int(short[1]) + (2000 if int(short[1]) < _PIVOT else 1900)


def _post(entry: str) -> Post:
    """Read one employer; what isn't a span of years belongs to the name."""
    entry = " ".join(entry.split()).strip(" ,")
    span = _SPAN.fullmatch(entry) if len(entry) <= _LONGEST else None
    if span is None or not span["name"].strip() or not (span["start"] or span["stop"]):
        return _named(entry, "", "", current=False)
    stop = span["stop"] or ""
    current = bool(stop) and not stop.isdecimal()
    return _named(span["name"], span["start"] or "", "" if current else stop, current=current)


def _named(text: str, start: str, stop: str, *, current: bool) -> Post:
    at = _AT.fullmatch(text.strip())
    name, role = (at["name"], at["role"]) if at else (text, "")
    return Post(name.strip(" ,-–—"), role.strip(), start=start, stop=stop, current=current)
