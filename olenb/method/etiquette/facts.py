"""What the workbook knows that a message must respect: permissions, confidences, who is who.

`facts_for` reads it once; the check itself never sees the workbook.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from olenb.contacts.keys import folded
from olenb.core.change import Row
from olenb.core.store import Store
from olenb.core.terms import CoworkerDecision, NoteKind
from olenb.method import permissions
from olenb.method.outreach import coworkers


@dataclass(frozen=True, repr=False)
class Facts:
    """What is known about the writer, the reader and the person who connects them.

    Parameters
    ----------
    to, organization, role, city
        Whom the message is for; empty where it isn't known.
    via
        The person who connects the two.
    coworker
        None unless the reader works with the writer now; then what the writer decided (R7), ""
        where they haven't thought about it yet.
    my_zone, their_zone
        IANA names, or empty.
    names
        The names of the people in the workbook; True where this reader may hear it (R37).
    confidential_names, confidential_notes
        What must not leave the file (R38).
    research
        What the research sheet holds about the reader already (R18).

    """

    to: str = ""
    organization: str = ""
    role: str = ""
    city: str = ""
    via: str = ""
    coworker: str | None = None
    my_zone: str = ""
    their_zone: str = ""
    names: Mapping[str, bool] = field(default_factory=dict)
    confidential_names: tuple[str, ...] = ()
    confidential_notes: tuple[str, ...] = ()
    research: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return "<facts of the workbook>"

    @property
    def one_zone(self) -> bool:
        """Whether both are known to live by the same clock."""
        return bool(self.my_zone and self.their_zone) and _clock(self.my_zone) == _clock(
            self.their_zone
        )


def _clock(zone: str) -> object:
    """Return what tells one clock from another: the offsets of winter and summer."""
    try:
        known = ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return zone
    year = datetime.now(UTC).year
    return tuple(datetime(year, month, 15, tzinfo=known).utcoffset() for month in (1, 7))


def facts_for(store: Store, to: int | None = None, via: int | None = None) -> Facts:
    """Return what the workbook knows for a message.

    Parameters
    ----------
    store
        The open workbook.
    to, via
        Ids of the reader and of the person who connects the two (`contacts.people.find` turns
        a name, an address or a page into an id).

    """
    reader = _person(store, to)
    me = store.one("SELECT id, time_zone FROM person WHERE is_ego = 1")
    place = _place(store, to)
    return Facts(
        to=str(reader["name"]) if reader else "",
        organization=str(place["name"]) if place else "",
        role=str(place["role"] or "") if place else "",
        city=str(reader["city"] or "") if reader else "",
        via=_name(store, via) if via != to else "",
        coworker=_coworker(store, me, reader),
        my_zone=str(me["time_zone"] or "") if me else "",
        their_zone=str(reader["time_zone"] or "") if reader else "",
        names=_names(store, to),
        confidential_names=_texts(
            store,
            "SELECT name FROM person WHERE confidential = 1 AND is_ego = 0 AND id IS NOT ?",
            (to,),
        ),
        confidential_notes=_texts(store, "SELECT words FROM note WHERE confidential = 1"),
        research=_research(store, to, place),
    )


def _person(store: Store, person: int | None) -> Row | None:
    return store.one("SELECT id, name, city, time_zone, circle FROM person WHERE id = ?", (person,))


def _name(store: Store, person: int | None) -> str:
    row = _person(store, person)
    return str(row["name"]) if row else ""


def _place(store: Store, person: int | None) -> Row | None:
    return store.one(
        "SELECT o.id, o.name, a.role FROM affiliation AS a "
        "JOIN organization AS o ON o.id = a.organization "
        "WHERE a.person = ? AND a.kind <> 'study' AND coalesce(a.current, 1) = 1 "
        "ORDER BY coalesce(a.current, 0) DESC, a.id DESC LIMIT 1",
        (person,),
    )


def _texts(store: Store, sql: str, values: tuple[object, ...] = ()) -> tuple[str, ...]:
    return tuple(str(row[0]) for row in store.rows(sql, values))


def _coworker(store: Store, me: Row | None, reader: Row | None) -> str | None:
    """Return the decision about a current coworker, None for anybody else (R7)."""
    if reader is None or (me and reader["id"] == me["id"]):
        return None
    if not coworkers.is_coworker(store, reader["id"]):
        return None
    decided = coworkers.decision(store, reader["id"])
    return str(decided["decision"]) if decided else ""


def may_ask(decision: str | None) -> bool:
    """Tell whether a reader may be asked as far as R7 goes."""
    return decision in (None, CoworkerDecision.GO_AHEAD)


def _names(store: Store, to: int | None) -> dict[str, bool]:
    """Return everybody's name, and whether this reader may hear it; namesakes both or none."""
    allowed = _allowed(store, to)
    names: dict[str, bool] = {}
    for row in store.rows(
        "SELECT id, name FROM person WHERE is_ego = 0 AND id IS NOT ? ORDER BY id", (to,)
    ):
        key = folded(row["name"])
        names[key] = names.get(key, True) and row["id"] in allowed
    return names


def _allowed(store: Store, to: int | None) -> set[int]:
    """Return those who may be named to this reader; `permissions` decides."""
    asked = store.rows("SELECT person FROM permission UNION SELECT person FROM referral")
    people = {row["person"] for row in asked if row["person"] is not None}
    return {one for one in people if permissions.may_name(store, one, to).allowed}


def _research(store: Store, to: int | None, place: Row | None) -> tuple[str, ...]:
    """Return what was found out before about the reader, and about others at their place."""
    return _texts(
        store,
        "SELECT words FROM note WHERE kind = ? AND (person IS ? OR person IN "
        "(SELECT person FROM affiliation WHERE organization = ? AND coalesce(current, 1) = 1)) "
        "AND person IS NOT NULL",
        (NoteKind.RESEARCH.value, to, place["id"] if place else None),
    )
