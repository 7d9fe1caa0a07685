"""Who knows whom, as an edge list (`person, knows, evidence, as of`) or as GraphML."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from olenb.contacts.importers import graphml, xlsx
from olenb.contacts.importers.contents import file_bytes
from olenb.contacts.importers.dates import day_first, iso_date
from olenb.contacts.importers.reading import Table, cell, read_table
from olenb.contacts.importers.record import READING, Link, Parsed, Record, Skip
from olenb.contacts.importers.values import (
    DATES_UNKNOWN,
    evidence_from,
    kept_note,
    tidied,
)
from olenb.contacts.keys import folded
from olenb.core.errors import NotFound, WrongFile
from olenb.core.progress import Tell, paced, silent
from olenb.core.terms import Evidence

PERSON = ("person", "from", "source", "who", "person 1", "person a", "a", "name 1", "ego")
KNOWS = ("knows", "to", "target", "whom", "person 2", "person b", "b", "name 2", "alter")
EVIDENCE = ("evidence", "how i know", "how do i know", "how i know that", "how")
AS_OF = ("as of", "as_of", "asof", "date", "when", "since", "as-of")
_ME = ("me", "i", "myself", "you", "yourself", "ego")
_NOT_KEPT = "Columns that a tie has no place for were passed over:"
_GUESSES = (
    "Where the file doesn't say how you know, in words that we understand (told, seen, "
    "shared team, guess), a tie counts as your guess."
)


def parse(path: Path, ego: str | None = None, tell: Tell = silent) -> Parsed:
    """Read ties between people from an edge list or a GraphML file, whichever it is.

    An edge list has a header with *person* and *knows*, in any case and order, and may have
    *evidence* and *as of*. People are named by name, email address or profile page. Every row
    counts as one in `read`. Rows without evidence count as a guess.

    Parameters
    ----------
    path
        A `.csv`, an `.xlsx` or a `.graphml`; see `graphml.parse` for how `read` counts there.
    ego
        Which of the people is the user: a name, an address, a page or a node's id. In an edge
        list "me" is understood as well.

    Raises
    ------
    WrongFile
        The file is neither.
    NotFound
        Nobody in the file is `ego`.

    """
    content = file_bytes(path)
    if graphml.looks_like_xml(content):
        return graphml.parse(content, ego, tell)
    excel = xlsx.is_excel(content)
    table = _sheet(content) if excel else read_table(content, _is_header)
    if table is None:
        raise WrongFile(
            "This isn't a list of who knows whom: its first row needs a column named person and "
            "a column named knows. Nothing was changed. Please name the columns and try again."
        )
    return _edges(table if excel else tidied(table), ego, tell)


def _is_header(cells: Sequence[str]) -> bool:
    keys = {folded(name) for name in cells}
    return bool(keys.intersection(PERSON)) and bool(keys.intersection(KNOWS))


def _sheet(content: bytes) -> Table | None:
    """Return the first sheet that holds ties."""
    book = xlsx.open_book(content)
    return next(
        filter(None, (xlsx.table(book.rows(name), _is_header) for name in book.sheets)), None
    )


def _edges(table: Table, ego: str | None, tell: Tell) -> Parsed:
    """Turn the rows of an edge list into ties."""
    places = [table.index(*names) for names in (PERSON, KNOWS, EVIDENCE, AS_OF)]
    days_first = day_first(table.column(*AS_OF))
    parsed = Parsed("graph", skipped=[*table.skipped], notes=[*table.notes])
    unclear = lost_dates = False
    for row in paced(table.rows, tell, READING):
        person, knows, how, when = (cell(row, place) for place in places)
        as_of = iso_date(when, days_first=days_first)
        lost_dates = lost_dates or bool(when and not as_of)
        evidence = evidence_from(how)
        unclear = unclear or evidence is None
        reason = _trouble(person, knows)
        if reason:
            parsed.skipped.append(Skip(row.line, reason))
            continue
        parsed.links.append(Link(row.line, person, knows, evidence or Evidence.GUESS, as_of))
    parsed.read = len(parsed.links) + len(parsed.skipped)
    parsed.notes += [_GUESSES] * unclear + [DATES_UNKNOWN] * lost_dates
    parsed.notes += _passed_over(table, places)
    return _with_ego(parsed, ego)


def _trouble(person: str, knows: str) -> str:
    """Return why a row can't be a tie, or nothing."""
    if not person or not knows:
        return "one of the two people isn't named"
    return "a person and themselves" if folded(person) == folded(knows) else ""


def _passed_over(table: Table, places: list[int | None]) -> list[str]:
    """Name the columns that aren't part of a tie."""
    names = [name for place, name in enumerate(table.header) if place not in places and name]
    return [note.replace("Kept as they are:", _NOT_KEPT) for note in kept_note(names)]


def _with_ego(parsed: Parsed, ego: str | None) -> Parsed:
    """Mark which of the people is the user; ties with "me" are theirs too."""
    named = {folded(end) for link in parsed.links for end in (link.person, link.knows)}
    mine = named.intersection(_ME)
    if ego is None:
        if mine:
            parsed.links = [_renamed(link, mine, "Me") for link in parsed.links]
            parsed.ego = Record(0, "Me")
        return parsed
    if folded(ego) not in named and not mine:
        raise NotFound(
            "Nobody in this file goes by the name that was given for you. Nothing was changed. "
            "Please write it as it stands in the file."
        )
    parsed.links = [_renamed(link, mine | {folded(ego)}, ego) for link in parsed.links]
    parsed.ego = Record(0, ego)
    return parsed


def _renamed(link: Link, names: Iterable[str], to: str) -> Link:
    """Return a tie with the user under one name."""
    person, knows = (to if folded(end) in names else end for end in (link.person, link.knows))
    return replace(link, person=person, knows=knows)
