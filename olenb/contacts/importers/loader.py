"""Bring a file in: say first what would happen, then do all of it or nothing."""

import hashlib
from collections import Counter
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Any

from olenb.contacts.importers import compare, links, writing
from olenb.contacts.importers.book import Book
from olenb.contacts.importers.compare import Outcome
from olenb.contacts.importers.record import Link, Parsed, Record, Skip
from olenb.contacts.importers.report import Report, Summary
from olenb.core import backups
from olenb.core.change import Change
from olenb.core.errors import WrongFile
from olenb.core.progress import Tell, paced, part, silent
from olenb.core.store import Store

_BACKED_UP, _COMPARED = 0.1, 0.2
_COMPARING = "Comparing with your people"
_SEEN_BEFORE = "Exactly this was brought in before, so nothing was changed."


@dataclass(frozen=True, repr=False)
class Plan(Summary):
    """What bringing a file in would do; nothing is written yet."""

    parsed: Parsed = field(default_factory=lambda: Parsed(""))
    book: Book | None = None
    digest: str = ""
    state: tuple[Any, ...] = ()

    @property
    def changes_something(self) -> bool:
        """Whether there is anything to write."""
        return self.book is not None and bool(
            self.new or self.merged or self.book.touched or self.book.new_people
        )


def plan(store: Store, parsed: Parsed, progress: Tell = silent) -> Plan:
    """Say what bringing a file in would do; nothing is written.

    Parameters
    ----------
    store
        The open workbook.
    parsed
        What a parser read.
    progress
        Called with a fraction from 0 to 1 and a few words.

    Raises
    ------
    WrongFile
        Some rows of the file are accounted for nowhere.

    """
    digest, state = _digest(parsed), _state(store)
    if store.one("SELECT 1 FROM import WHERE sha256 = ?", (digest,)):
        rows = len(parsed.records) + len(parsed.links)
        counts = Counter({Outcome.UNCHANGED: rows})
        found = _plan(parsed, counts, [], notes=(*parsed.notes, _SEEN_BEFORE), digest=digest)
    else:
        book = Book(store)
        counts, refused = _compare(book, parsed, progress)
        found = _plan(
            parsed,
            counts,
            refused,
            notes=tuple(parsed.notes),
            digest=digest,
            book=book,
            state=state,
        )
    _refuse_lost_rows(found)
    return found


def _plan(parsed: Parsed, counts: Counter[Outcome], refused: list[Skip], **more: Any) -> Plan:
    return Plan(
        file=parsed.file,
        kind=parsed.kind,
        new=counts[Outcome.NEW],
        merged=counts[Outcome.MERGED],
        unchanged=counts[Outcome.UNCHANGED],
        left_out=tuple(sorted([*parsed.skipped, *refused], key=attrgetter("line"))),
        also=dict(parsed.also),
        parsed=parsed,
        **more,
    )


def apply(store: Store, planned: Plan, progress: Tell = silent) -> Report:
    """Bring in what a plan showed, after a backup, in one step.

    Parameters
    ----------
    store
        The workbook. If it has changed since the plan was made, the file is compared again.
    planned
        What `plan` returned.
    progress
        Called with a fraction from 0 to 1 and a few words.

    """
    progress(0.0, "Making a backup")
    if planned.changes_something:
        backups.make(store, "import")
    progress(_BACKED_UP, _COMPARING)
    state, version = _state(store), store.version[0]
    with store.change(f"Brought in a file ({planned.kind})") as change:
        if planned.state != state or store.version[0] != version:
            planned = plan(store, planned.parsed, part(progress, _BACKED_UP, _COMPARED))
        progress(_COMPARED, "Writing")
        if planned.changes_something:
            _write(planned, change, progress)
    progress(1.0, "Done")
    number = change.number if planned.changes_something else None
    summary = {each.name: getattr(planned, each.name) for each in fields(Summary)}
    return Report(**summary, store=store, change=number)


def _compare(book: Book, parsed: Parsed, tell: Tell) -> tuple[Counter[Outcome], list[Skip]]:
    """Bring all rows into `book`; people before ties, for ties name people."""
    if parsed.ego:
        compare.take_ego(book, parsed.ego)
    source, counts, refused = parsed.kind, Counter[Outcome](), list[Skip]()
    rows: list[Record | Link] = [*parsed.records, *parsed.links]
    for row in paced(rows, tell, _COMPARING):
        if isinstance(row, Link):
            outcome = links.take(book, row, source, parsed.ego)
        else:
            outcome = compare.take(book, row, source)
        if isinstance(outcome, Outcome):
            counts[outcome] += 1
        else:
            refused.append(Skip(row.line, outcome))
    return counts, refused


def _write(planned: Plan, change: Change, tell: Tell) -> None:
    if planned.book is None:
        return
    total, done = max(writing.size(planned.book), 1), 0

    def tick(rows: int) -> None:
        nonlocal done
        done += rows
        tell(_COMPARED + (1 - _COMPARED) * min(done / total, 1.0), "Writing")

    writing.write(planned.book, change, tick)
    change.insert(
        "import",
        change=change.number,
        kind=planned.kind,
        file=planned.file,
        sha256=planned.digest,
        read=planned.read,
        new=planned.new,
        merged=planned.merged,
        unchanged=planned.unchanged,
        skipped=len(planned.left_out),
    )


def _state(store: Store) -> tuple[Any, ...]:
    """Return what differs once the workbook isn't the one that was compared with.

    All workbooks are alike as long as nothing was ever written into them.
    """
    begun = store.one("SELECT 1 FROM change LIMIT 1")
    return (store.path, *store.version) if begun else ()


def _digest(parsed: Parsed) -> str:
    """Return a hash of what was read: the same people from another archive are the same."""
    digest = hashlib.sha256(parsed.kind.encode())
    of_record = attrgetter(*(each.name for each in fields(Record)))
    for record in [*parsed.records, *([parsed.ego] if parsed.ego else [])]:
        digest.update(repr(of_record(record)).encode("utf-8", "surrogatepass"))
    for link in parsed.links:
        digest.update(repr(link).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _refuse_lost_rows(found: Plan) -> None:
    """No row may vanish: what was read is new, merged, unchanged or left out."""
    if found.read != found.parsed.read:
        raise WrongFile(
            "Some rows of this file could not be accounted for, so nothing was changed. "
            "Please open the file in a spreadsheet, save it as CSV, and try again."
        )
