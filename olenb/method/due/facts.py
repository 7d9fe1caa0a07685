"""What happened, as far as something is due because of it: read once for one moment."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, tzinfo

from olenb.core.change import Row
from olenb.core.store import Store
from olenb.core.terms import Reply, TouchKind
from olenb.method import where
from olenb.method.business_days import BusinessDays
from olenb.method.deadlines import day_ends, moment, zone_named
from olenb.method.due import words
from olenb.network.words import called


@dataclass(frozen=True)
class Event:
    """A row with the day on which it happened, in the user's zone."""

    row: Row
    on: date

    @property
    def order(self) -> tuple[date, int]:
        """What came first: the day, then the number of the row."""
        return self.on, int(self.row["id"])


@dataclass(frozen=True)
class Talk:
    """A conversation that was held."""

    row: Row
    person: int
    ended_at: datetime

    @property
    def id(self) -> int:
        """Its number."""
        return int(self.row["id"])

    @property
    def on(self) -> date:
        """The day on which it ended, in the user's zone."""
        return self.ended_at.date()


@dataclass
class Facts:
    """Everything that something may follow from, at one moment.

    Parameters
    ----------
    store
        The open workbook.
    now
        The moment, with its offset.

    """

    store: Store
    now: datetime
    zone: tzinfo = field(init=False)
    days: BusinessDays = field(init=False)
    people: dict[int, Row] = field(init=False)
    touches: dict[int, list[Event]] = field(init=False)
    talks: list[Talk] = field(init=False)
    meetings: list[Row] = field(init=False)
    referrals: list[Row] = field(init=False)
    advice: dict[int, list[Row]] = field(init=False)
    _put_off: dict[tuple[object, ...], Row] = field(init=False)

    def __post_init__(self) -> None:
        self.zone = where.zone(self.store)
        self.days = where.business_days(self.store)
        self.now = self.now.astimezone(self.zone)
        self.people = {row["id"]: row for row in self.store.rows(_PEOPLE)}
        self.touches = self._by_person(self.store.rows("SELECT * FROM touch ORDER BY id"))
        self.talks = sorted(self._talks(), key=lambda talk: (talk.ended_at, talk.id))
        self.meetings = self.store.rows(
            "SELECT * FROM meeting WHERE cancelled = 0 ORDER BY julianday(starts_at), id"
        )
        self.referrals = self.store.rows("SELECT * FROM referral ORDER BY id")
        self.advice = defaultdict(list)
        for row in self.store.rows(_ADVICE):
            self.advice[row["conversation"]].append(row)
        decided = self.store.rows("SELECT * FROM put_off ORDER BY id")
        self._put_off = {(row["action"], *(row[name] for name in _SUBJECT)): row for row in decided}

    def _by_person(self, rows: Iterable[Row]) -> dict[int, list[Event]]:
        """Return what happened with each person in order; what has no day has no place here."""
        found: dict[int, list[Event]] = defaultdict(list)
        for row in rows:
            if (on := self.day(row["happened_on"])) is not None:
                found[row["person"]].append(Event(row, on))
        for events in found.values():
            events.sort(key=lambda event: event.order)
        return found

    def _talks(self) -> Iterator[Talk]:
        for row in self.store.rows("SELECT * FROM conversation WHERE ended_at IS NOT NULL"):
            ended = moment(row["ended_at"], self.zone)
            if ended is not None:
                yield Talk(row, row["person"], ended.astimezone(self.zone))

    def on(self, day: date) -> str:
        """Return a day as part of a sentence: " yesterday", " on Tuesday, November 10"."""
        return words.on(day_ends(day, self.zone), self.now)

    def day(self, text: str | None) -> date | None:
        """Return the user's day of a moment or a day, or None where it is vaguer than that."""
        at = moment(text, self.zone)
        return at.astimezone(self.zone).date() if at else None

    def moment(self, text: str | None) -> datetime | None:
        """Return a moment in the user's zone."""
        at = moment(text, self.zone)
        return at.astimezone(self.zone) if at else None

    def name(self, person: int) -> str:
        """Return somebody's name."""
        return str(self.people[person]["name"])

    def called(self, person: int) -> str:
        """Return somebody's first name, where it plainly is one."""
        return called(self.name(person))

    def their_zone(self, person: int, meeting: int | None = None) -> tzinfo | None:
        """Return somebody's time zone: as a meeting says, as they say, as any meeting says."""
        said = {row["id"]: row["their_zone"] for row in self.meetings if row["person"] == person}
        names = (said.get(meeting), self.people[person]["time_zone"], *reversed(said.values()))
        return next(filter(None, map(zone_named, names)), None)

    def did(self, person: int, kinds: Iterable[TouchKind], since: date, talk: int = 0) -> bool:
        """Tell whether the user did one of these since a day, or after that conversation."""
        wanted = set(kinds)
        return any(
            event.row["kind"] in wanted
            and (event.on >= since or (talk and event.row["conversation"] == talk))
            for event in self.touches.get(person, ())
        )

    def before(self, talk: Talk) -> list[Talk]:
        """Return the conversations that were held before one."""
        return self.talks[: self.talks.index(talk)]

    def after(self, talk: Talk) -> list[Talk]:
        """Return the conversations that were held after one."""
        return self.talks[self.talks.index(talk) + 1 :]

    def put_off(self, action: str, subject: Mapping[str, int | None]) -> Row | None:
        """Return what the user last decided about something that is due, or None."""
        return self._put_off.get((action, *(subject[name] for name in _SUBJECT)))

    def stopped(self) -> set[int]:
        """Return everybody who asked not to be written to any more."""
        rows = self.store.rows(
            "SELECT DISTINCT person FROM touch WHERE kind = ? OR reply = ?",
            (TouchKind.STOPPED.value, Reply.STOP.value),
        )
        return {row["person"] for row in rows}


_SUBJECT = ("person", "conversation", "meeting", "referral", "touch")


def this_moment(store: Store) -> datetime:
    """Return now; in the invented example it is for ever the day on which it was made."""
    if store.is_example and (row := store.one("SELECT value FROM setting WHERE name = 'now'")):
        return datetime.fromisoformat(json.loads(row["value"]))
    return datetime.now(UTC)


_PEOPLE = """
SELECT id, name, time_zone, confidential, is_ego FROM person WHERE id IN (
  SELECT person FROM touch UNION SELECT about FROM touch UNION SELECT person FROM conversation
  UNION SELECT person FROM meeting UNION SELECT person FROM referral
  UNION SELECT referred FROM referral)
"""
_ADVICE = """
SELECT conversation, done FROM note WHERE kind = 'advice' AND conversation IS NOT NULL ORDER BY id
"""
