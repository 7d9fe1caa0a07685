"""Reading out of the workbook what a draft may say, and leaving out what it may not (R37, R38)."""

from collections.abc import Callable
from datetime import datetime

from olenb.contacts import affiliations, rows, you
from olenb.contacts.keys import visible
from olenb.core.change import Row
from olenb.core.store import Store
from olenb.core.terms import ASKS, DraftKind, Evidence, Kind, NoteKind, TouchKind
from olenb.method import conversations, permissions, where, zones
from olenb.method.discretion import Message
from olenb.method.drafts.facts import Facts, Meeting, Person
from olenb.method.due.facts import this_moment
from olenb.method.times import Slot
from olenb.network import routes
from olenb.network.targets import Target, targets

_ASKED = (*ASKS, TouchKind.ASKED_CONVERSATION)
Say = Callable[[str | None], str]
"""Gives what may be said of a text to the reader, on one line."""


def gather(
    store: Store,
    person: int,
    kind: DraftKind,
    *,
    via: int | None = None,
    about: int | None = None,
    target: int | None = None,
    slots: tuple[Slot, ...] = (),
) -> Facts:
    """Read what a draft may say.

    Parameters
    ----------
    store
        The open workbook.
    person
        Who would read it.
    kind
        Which step of the contact.
    via, about, target
        Ids; None takes who referred the user, whom they could introduce, what was asked last.
    slots
        Times to propose.

    Raises
    ------
    NotFound
        There is no such person.

    """
    message = Message(store, person)

    def say(text: str | None) -> str:
        return message.of(_line(text))

    to = _person(store, person, say)
    route = _route(store, person) if kind == DraftKind.INTRODUCTION and about is None else (0, 0)
    about = about or route[0] or (_met_through(store, person) if _is_thanks(kind) else None)
    goal = _target(store, to, target or route[1] or None, message)
    named = kind == DraftKind.FIRST
    through, refused = _through(store, person, via, say) if named else (None, [])
    subject_of, refused_too = _named(store, person, about, say)
    talk = conversations.newest(store, about if about and _is_thanks(kind) else person)
    left = _left_by(store, talk, say) if talk and talk["person"] == person else {}
    meeting = _meeting(store, person, say)
    return Facts(
        _me(store),
        to,
        this_moment(store).astimezone(where.zone(store)).date(),
        via=through,
        about=subject_of,
        told=about is not None and _told(store, person, about),
        target=goal,
        asked_on=_asked_on(store, person),
        met_on=(talk["ended_at"] or "")[:10] if talk else "",
        **left,
        meeting=meeting,
        slots=slots,
        refused=tuple(dict.fromkeys([*refused, *refused_too])),
        allowed=_allowed(store, through, person, say),
        stays=message.stays,
    )


def _is_thanks(kind: DraftKind) -> bool:
    return kind == DraftKind.THANKS_INTRODUCER


def _me(store: Store) -> Person:
    said = you.facts(store)
    year = int(said["class_year"]) if said["class_year"] else None
    return Person(
        _my_id(store),
        _line(said["name"]),
        city=_line(said["city"]),
        school=_line(said["school"]),
        class_year=year,
        zone=said["time_zone"],
    )


def _my_id(store: Store) -> int:
    row = store.one("SELECT id FROM person WHERE is_ego = 1")
    return int(row["id"]) if row else 0


def _person(store: Store, number: int, say: Say) -> Person:
    row = rows.person(store, number)
    organization, role = affiliations.place(store, number)
    tie = store.one(
        "SELECT 1 FROM tie WHERE ?1 IN (a, b) AND ?2 IN (a, b)", (number, _my_id(store))
    )
    return Person(
        int(row["id"]),
        _line(row["name"]),
        tie is not None,
        say(organization),
        say(role),
        say(row["city"]),
        say(row["school"]),
        row["class_year"],
        say(row["shared"]),
        zones.of(store, number),
    )


def _line(text: str | None) -> str:
    """Return text on one line, without what can't be seen."""
    return visible(text or "")


def _through(
    store: Store, person: int, via: int | None, say: Say
) -> tuple[Person | None, list[str]]:
    """Return who brought the user here and may be named; else why nobody is (R37)."""
    wanted = [via] if via else permissions.referrers(store, person)
    decisions = [permissions.may_name(store, one, person) for one in wanted]
    allowed = [one for one, said in zip(wanted, decisions, strict=True) if said.allowed]
    if allowed:
        return _person(store, allowed[-1], say), []
    return None, [said.reason for said in decisions]


def _allowed(store: Store, through: Person | None, person: int, say: Say) -> str:
    return say(permissions.may_name(store, through.id, person).reason) if through else ""


def _named(
    store: Store, person: int, about: int | None, say: Say
) -> tuple[Person | None, list[str]]:
    """Return whom it is about; somebody confidential is named to nobody (R38)."""
    if about is None:
        return None, []
    if rows.person(store, about)["confidential"] and about != person:
        return None, [permissions.CONFIDENTIAL]
    return _person(store, about, say), []


def _route(store: Store, introducer: int) -> tuple[int, int]:
    """Return the surest person whom somebody could introduce the user to, and at which target."""
    ways = routes.ask(store).plain
    ways = ways[ways["kind"] == Kind.INTRODUCTION]
    for way in ways.sort_values("band", ascending=False, kind="stable").itertuples(index=False):
        if introducer in (way.introducer_id, *way.also_ids):
            return int(way.person_id), int(way.target_id)
    return 0, 0


def _met_through(store: Store, introducer: int) -> int | None:
    """Return the last person whom the user met through somebody."""
    held = store.rows(
        "SELECT person FROM conversation WHERE ended_at IS NOT NULL "
        "ORDER BY julianday(ended_at) DESC"
    )
    met = [row["person"] for row in held if row["person"] != introducer]
    return next((one for one in met if introducer in permissions.referrers(store, one)), None)


def _told(store: Store, one: int, other: int) -> bool:
    """Tell whether somebody said themselves that they know somebody."""
    tie = _tie(store, one, other)
    return tie is not None and tie["evidence"] == Evidence.TOLD


def _tie(store: Store, one: int, other: int) -> Row | None:
    return store.one("SELECT * FROM tie WHERE ?1 IN (a, b) AND ?2 IN (a, b)", (one, other))


def _target(store: Store, to: Person, wanted: int | None, message: Message) -> Target | None:
    """Return what it is about: as said, else what was asked last, else theirs, else the first."""
    every = [one for one in targets(store) if not message.hides(one.label)]
    asked = store.one(
        "SELECT target FROM touch WHERE person = ? AND target IS NOT NULL ORDER BY id DESC",
        (to.id,),
    )
    number = wanted or (asked["target"] if asked else None)
    named = [one for one in every if one.id == number]
    there = [one for one in every if one.name and one.name == to.organization]
    return next(iter([*named, *there, *every]), None)


def _asked_on(store: Store, person: int) -> str:
    marks = ", ".join("?" * len(_ASKED))
    row = store.one(
        f"SELECT happened_on FROM touch WHERE person = ? AND kind IN ({marks}) "  # noqa: S608 - question marks
        "ORDER BY happened_on DESC, id DESC",
        (person, *_ASKED),
    )
    return str(row["happened_on"] or "")[:10] if row else ""


def _left_by(store: Store, talk: Row, say: Say) -> dict[str, str]:
    """Return what a conversation left that may be said to whom it was with."""
    advice = store.one(
        "SELECT words, done FROM note WHERE conversation = ? AND kind = ? AND confidential = 0 "
        "ORDER BY done IS NULL, id DESC",
        (talk["id"], NoteKind.ADVICE.value),
    )
    return {
        "learned": say(talk["learned"]),
        "next_action": say(talk["next_action"]),
        "advice": say(advice["words"]) if advice else "",
        "done": say(advice["done"]) if advice else "",
    }


def _meeting(store: Store, person: int, say: Say) -> Meeting | None:
    row = store.one(
        "SELECT *, julianday(starts_at) < julianday(?) AS over FROM meeting "
        "WHERE person = ? AND cancelled = 0 ORDER BY over, julianday(starts_at), id",
        (this_moment(store).isoformat(), person),
    )
    if row is None:
        return None
    slot = None
    if row["starts_at"] and row["their_zone"]:
        start = datetime.fromisoformat(row["starts_at"])
        slot = Slot(start, row["my_zone"], row["their_zone"])
    return Meeting(slot, row["channel"] or "", say(row["place"]))
