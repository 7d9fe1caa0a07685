"""A table of an address book as people: what Google, Outlook and Thunderbird have in common."""

import re
from dataclasses import dataclass

from olenb.contacts.importers.reading import Row, Table, cell
from olenb.contacts.importers.record import READING, Parsed, Post, Record, Skip
from olenb.contacts.importers.values import circle_from, emails, kept_note, pages, person_name
from olenb.contacts.keys import folded, visible
from olenb.core.progress import Tell, paced, silent

_SEVERAL = re.compile(r"\s*:::\s*")
_LABELS = re.compile(r"\s*:::\s*|\s*[;,]\s*")

Places = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Where a table keeps what; `parts` are given, middle and family name and suffix.

    `posts` are triples of organization, title and department. What stands in `passed` is the
    program's own bookkeeping and is not kept.
    """

    names: Places = ()
    parts: tuple[int | None, int | None, int | None, int | None] = (None, None, None, None)
    emails: Places = ()
    urls: Places = ()
    phones: Places = ()
    posts: tuple[tuple[int | None, int | None, int | None], ...] = ()
    cities: Places = ()
    regions: Places = ()
    labels: Places = ()
    passed: frozenset[int] = frozenset()

    @property
    def known(self) -> frozenset[int]:
        """Every column that has a meaning here."""
        singles = (*self.names, *self.emails, *self.urls, *self.phones, *self.cities)
        several = (
            *self.regions,
            *self.labels,
            *self.parts,
            *(p for post in self.posts for p in post),
        )
        return self.passed | {place for place in (*singles, *several) if place is not None}


def people(table: Table, kind: str, columns: Columns, tell: Tell = silent) -> Parsed:
    """Turn every row into a person, or into an organization where only that is named."""
    parsed = Parsed(kind, skipped=[*table.skipped], notes=[*table.notes])
    known = columns.known
    for row in paced(table.rows, tell, READING):
        record = _record(row, columns, table.rest(row, known))
        if isinstance(record, Skip):
            parsed.skipped.append(record)
        else:
            parsed.records.append(record)
    parsed.read = len(parsed.records) + len(parsed.skipped)
    kept = {place for place in range(len(table.header)) if place not in known}
    used = {place for row in table.rows for place in kept if row.cells[place]}
    parsed.notes += kept_note(table.header[place] for place in used)
    return parsed


def _record(row: Row, columns: Columns, rest: dict[str, str]) -> Record | Skip:
    """Return what one row says, or why it is left out."""
    posts, title = _posts(row, columns)
    name, own = _name(row, columns)
    if not own and any(folded(name) == folded(post.organization) for post in posts):
        name = ""
    found = emails(row.cells[place] for place in columns.emails)
    if not visible(name) and not posts:
        return Skip(row.line, "an address without a name" if found else "no name in this row")
    profiles, sites = pages(part for text in _cells(row, columns.urls) for part in _split(text))
    phones = [visible(part) for text in _cells(row, columns.phones) for part in _split(text)]
    labels = [label for text in _cells(row, columns.labels) for label in _LABELS.split(text)]
    more = {"website": sites, "title": title, "labels": _own_labels(labels)}
    return Record(
        line=row.line,
        name=name,
        emails=found,
        urls=profiles,
        phone=next(iter(phones), ""),
        posts=posts,
        circle=circle_from(labels),
        city=next(iter(_cells(row, columns.cities)), ""),
        region=next(iter(_cells(row, columns.regions)), ""),
        other=rest | {key: value for key, value in more.items() if value},
    )


def _name(row: Row, columns: Columns) -> tuple[str, bool]:
    """Return the name as it is shown, and whether a first or last name of its own is given."""
    given, middle, family, suffix = (cell(row, place) for place in columns.parts)
    own = person_name(given, middle, family, suffix)
    shown = next(iter(_cells(row, columns.names)), "")
    return (shown or own).replace("\n", " "), bool(given or family)


def _posts(row: Row, columns: Columns) -> tuple[tuple[Post, ...], str]:
    """Return the organizations of a row, and a title that has none."""
    posts: list[Post] = []
    alone = []
    for places in columns.posts:
        names, titles, units = (_split(cell(row, place)) for place in places)
        posts += [
            Post(name, titles[i] if i < len(titles) else "", units[i] if i < len(units) else "")
            for i, name in enumerate(names)
        ]
        if not names:
            alone += titles
    return tuple(dict.fromkeys(posts)), "; ".join(alone)


def _cells(row: Row, places: Places) -> list[str]:
    return [row.cells[place] for place in places if row.cells[place]]


def _split(text: str) -> list[str]:
    """Return the values of a cell that holds several, as Google writes them."""
    return [part for part in _SEVERAL.split(text) if part]


def _own_labels(labels: list[str]) -> str:
    """Return the labels that the user gave; those with a star are the program's."""
    own = (label for label in labels if label and not label.startswith("* "))
    return "; ".join(label for label in own if label != "myContacts")
