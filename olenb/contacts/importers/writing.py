"""Write what a file changed, in bulk: a handful of statements, whatever the number of rows."""

import json
from collections.abc import Callable
from typing import Any

from olenb.contacts.importers.book import COLUMNS, Book, Job, Person
from olenb.core.change import Change

_CHUNK = 2_000
_JOB = ("kind", "role", "department", "start", "stop", "current")

Tick = Callable[[int], None]


def size(book: Book) -> int:
    """Return about how many rows `write` will write, for a progress bar."""
    people = len(book.new_people)
    ties = sum(tie.id is None for tie in book.ties.values())
    return len(book.new_places) + 3 * people + ties + len(book.touched)


def write(book: Book, change: Change, tick: Tick) -> None:
    """Write everything new and changed in `book`; `tick` hears how many rows at a time."""
    known = [person for person in book.touched if person.id is not None]
    _insert_places(book, change, tick)
    new = _insert_people(book, change, tick)
    for person in known:
        _update_person(person, change)
    tick(len(known))
    _insert_keys([*new, *known], change, tick)
    _write_jobs([*new, *known], change, tick)
    _write_ties(book, change, tick)


def _insert(change: Change, table: str, rows: list[dict[str, Any]], tick: Tick) -> list[int]:
    """Insert in chunks, so that a progress bar moves steadily."""
    ids: list[int] = []
    for start in range(0, len(rows), _CHUNK):
        chunk = rows[start : start + _CHUNK]
        ids += change.insert_many(table, chunk)
        tick(len(chunk))
    return ids


def _insert_places(book: Book, change: Change, tick: Tick) -> None:
    rows = [{"name": place.name, "key": place.key} for place in book.new_places]
    for place, number in zip(
        book.new_places, _insert(change, "organization", rows, tick), strict=True
    ):
        place.id = number


def _insert_people(book: Book, change: Change, tick: Tick) -> list[Person]:
    """Insert new people, the user first where the user is new."""
    me = [book.me] if book.me and book.me.id is None else []
    people = [*me, *book.new_people]
    ids = _insert(change, "person", [_row(person) for person in people], tick)
    for person, number in zip(people, ids, strict=True):
        person.id = number
    return people


def _row(person: Person) -> dict[str, Any]:
    facts = {name: person.facts.get(name) for name in COLUMNS}
    other = _json(person.other)
    return {"name": person.name, "is_ego": int(person.is_ego), **facts, "other": other}


def _json(other: dict[str, str]) -> str | None:
    return json.dumps(other, ensure_ascii=False) if other else None


def _update_person(person: Person, change: Change) -> None:
    values = {name: person.facts.get(name) for name in sorted(person.changed & set(COLUMNS))}
    if "name" in person.changed:
        values["name"] = person.name
    if "other" in person.changed:
        values["other"] = _json(person.other)
    if values and person.id:
        change.update("person", person.id, **values)


def _insert_keys(people: list[Person], change: Change, tick: Tick) -> None:
    rows = [
        {"person": person.id, "kind": kind, "key": key}
        for person in people
        for kind, key in person.new_keys
    ]
    _insert(change, "identifier", rows, tick)


def _write_jobs(people: list[Person], change: Change, tick: Tick) -> None:
    new = [(person, job) for person in people for job in person.jobs if job.id is None]
    rows = [
        {"person": person.id, "organization": job.place.id, **{n: getattr(job, n) for n in _JOB}}
        for person, job in new
    ]
    changed = [job for person in people for job in person.jobs if job.id and job.changed]
    for job in changed:
        _update_job(job, change)
    _insert(change, "affiliation", rows, tick)


def _update_job(job: Job, change: Change) -> None:
    if job.id:
        values = {name: getattr(job, name) for name in sorted(job.changed)}
        change.update("affiliation", job.id, **values)


def _write_ties(book: Book, change: Change, tick: Tick) -> None:
    rows = []
    for pair, tie in book.ties.items():
        if tie.id is None:
            a, b = sorted(person.id or 0 for person in pair)
            rows.append({"a": a, "b": b, "evidence": tie.evidence, "as_of": tie.as_of})
        elif tie.changed:
            change.update("tie", tie.id, evidence=tie.evidence, as_of=tie.as_of)
    _insert(change, "tie", rows, tick)
