"""What stands on the run sheet for one person: questions, closing steps, what was looked up.

What it says goes through a `Discretion`: all of it on the clock, which the user alone sees, and on
paper only what may leave (R38).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from olenb.contacts import affiliations, rows
from olenb.core.change import Row
from olenb.core.store import Store
from olenb.core.terms import NoteKind, Part
from olenb.method import conversations, notes, prepared, runsheet, times
from olenb.method.discretion import Discretion
from olenb.method.runsheet import Clock, Item

FRESH = timedelta(hours=12)
"""How long a conversation that ended is still the one that the clock is about."""

ANYBODY_ELSE = "Who sees this work from another side and might be glad to talk with me?"


@dataclass(frozen=True)
class Step:
    """A step of closing: its name, what it is about, what one could say."""

    id: str
    title: str
    say: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """Everything on the sheet.

    Parameters
    ----------
    name, place
        With whom, and what they do where; both "" for a person who may not be named.
    when
        The meeting on both clocks, or "".
    clock
        How long it may take.
    items
        The questions of the first part in the order of asking, the reserve at the end.
    steps
        Of closing, the questions for further people among them.
    research
        What was looked up.
    stays
        How much of it stays in the workbook, in words, "" for nothing.
    """

    name: str
    place: str
    when: str
    clock: Clock
    items: tuple[Item, ...]
    steps: tuple[Step, ...]
    research: tuple[str, ...]
    stays: str = ""


@dataclass(frozen=True)
class Running:
    """How far the conversation is; all empty before it begins.

    Parameters
    ----------
    conversation
        Its id, or None.
    started, ended
        Moments, ISO 8601 with offset, or "".
    asked
        Which questions were asked, in order, and when the next one's turn came.
    extended
        Whether they offered more time.
    """

    conversation: int | None = None
    started: str = ""
    ended: str = ""
    asked: tuple[tuple[int, str], ...] = ()
    extended: bool = False


def sheet(store: Store, person: int, to: Discretion) -> Sheet:
    """Return the run sheet for somebody.

    Parameters
    ----------
    store
        The open workbook.
    person
        Their id.
    to
        What may be said; `Own` for the user's own eyes.

    Raises
    ------
    NotFound
        There is no such person.

    """
    row, clock = rows.person(store, person), Clock.usual()
    told = to.allows(person)
    every = (_item(each) for each in prepared.of(store, person))
    items = [replace(item, words=words) for item in every if (words := to.of(item.words))]
    df = notes.notes(store)
    found = df[(df["person_id"] == person) & (df["kind"] == NoteKind.RESEARCH)].itertuples()
    research = [note.words for note in found if not to.holds_back(note.confidential)]
    place = to.lines(affiliations.place(store, person)[::-1]) if told else ()
    return Sheet(
        name=str(row["name"]) if told else "",
        place=", ".join(place),
        when=_when(store, person),
        clock=clock,
        items=runsheet.ordered(items),
        steps=steps(clock, [item.words for item in runsheet.closing(items)]),
        research=to.lines(research) if told else (),
        stays=to.stays,
    )


def steps(clock: Clock, questions: Sequence[str] = ()) -> tuple[Step, ...]:
    """Return the steps of closing in their order (R27–R30).

    Parameters
    ----------
    clock
        How long it all may take.
    questions
        The user's own for further people; without one there is a usual one.

    >>> [step.id for step in steps(Clock(15, 5))]
    ['time', 'referrals', 'name', 'thanks', 'helped']
    """
    asked = tuple(questions) or (ANYBODY_ELSE,)
    time = f"I asked for {clock.whole} minutes, and I'd like to keep to that."
    return (
        Step("time", "Name the time", (time,)),
        Step("referrals", "Whom else to talk to", asked),
        Step("name", "May I use your name?", ("May I say that you sent me? By email, by phone?",)),
        Step("thanks", "Thank them", ("Thank you for taking this time for me.",)),
        Step("helped", "Say what helped", ("What helped me most was …",)),
    )


def running(store: Store, person: int, now: datetime | None = None) -> Running:
    """Return how far the conversation with somebody is.

    Parameters
    ----------
    store
        The open workbook.
    person
        Their id.
    now
        The present moment; None asks the clock. A conversation that ended at most `FRESH` ago
        is still the one.

    """
    row = conversations.running(store, person) or _fresh(store, person, now or datetime.now(UTC))
    if row is None:
        return Running()
    asked = store.rows(
        "SELECT id, asked_at FROM question WHERE conversation = ? AND asked_at IS NOT NULL "
        "ORDER BY julianday(asked_at), position, id",
        (row["id"],),
    )
    return Running(
        conversation=row["id"],
        started=row["started_at"],
        ended=row["ended_at"] or "",
        asked=tuple((each["id"], each["asked_at"]) for each in asked),
        extended=bool(row["extended"]),
    )


def _fresh(store: Store, person: int, now: datetime) -> Row | None:
    row = conversations.newest(store, person)
    if row is None or not row["started_at"]:
        return None
    return row if now - datetime.fromisoformat(row["ended_at"]) < FRESH else None


def _item(row: Row) -> Item:
    return Item(
        id=row["id"],
        position=row["position"],
        minutes=row["minutes"],
        must=bool(row["must"]),
        reserve=bool(row["reserve"]),
        part=Part(row["part"]),
        words=row["words"],
    )


def _when(store: Store, person: int) -> str:
    """Return the next meeting on both clocks, or its time alone where a zone isn't known (R16)."""
    row = store.one(
        "SELECT * FROM meeting WHERE person = ? AND cancelled = 0 AND starts_at IS NOT NULL "
        "ORDER BY julianday(starts_at) DESC",
        (person,),
    )
    if row is None:
        return ""
    start = datetime.fromisoformat(row["starts_at"])
    if start.tzinfo is None:
        return ""
    mine = (row["my_zone"], "your time")
    return times.both(start, mine, (row["their_zone"] or row["my_zone"], "theirs"))
