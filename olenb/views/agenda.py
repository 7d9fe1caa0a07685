"""What a calendar file of the workbook holds: for the preview, and for `export.calendar`.

It leaves the file, so it holds as little as it can: with whom, when, and where to call, and the
days of the plans. Nobody who is confidential is in it, no note is, and no name but of the person
whom one meets.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta, tzinfo
from uuid import NAMESPACE_URL, UUID, uuid5

from olenb.core import rules
from olenb.core.change import Row
from olenb.core.due_terms import Due
from olenb.core.store import Store
from olenb.method.deadlines import day_ends, moment, zone_named
from olenb.method.discretion import Discretion, for_others
from olenb.method.due import words
from olenb.method.due.facts import Facts, this_moment
from olenb.method.due.frame import items
from olenb.method.due.item import Item
from olenb.method.opportunities import milestones
from olenb.method.opportunities.milestones import PlanDay
from olenb.views.export.calendar import Meeting, ToDo, calendar

SHORTLY_BEFORE = timedelta(minutes=15)
MORNING = time(9)
_NOT_FOR_A_CALENDAR = (Due.PARK,)
_NOTES = {
    Due.CONFIRM: "One line: the day, the time on both clocks, and that you look forward to it.",
    Due.WRITE_DOWN: "Within the day, while it is fresh.",
    Due.THANK: "One thing that you learned, and what you do next.",
    Due.CARD: "By hand, if you like. Posting it is enough.",
    Due.THANK_INTRODUCER: "They opened the door: say thanks, and how it went.",
    Due.FOLLOW_REFERRAL: "Right away shows that you mean it.",
    Due.NUDGE: "One friendly reminder, and then it rests.",
    Due.OUTCOME: "What came of their advice. Two lines are enough.",
    Due.KEEP_IN_TOUCH: "A line about how you are.",
}


@dataclass(frozen=True)
class Agenda:
    """What would be in a calendar file.

    Parameters
    ----------
    meetings, to_dos
        What is in it, the earliest first.
    kept_back
        How many things stay here, about somebody confidential or of a private plan.
    made_at
        The moment for which it was made.
    version
        A number that grows with every change of the workbook.

    """

    meetings: tuple[Meeting, ...]
    to_dos: tuple[ToDo, ...]
    kept_back: int
    made_at: datetime
    version: int

    @property
    def lines(self) -> list[tuple[str, str]]:
        """What is in it in words: what, and when."""
        found = [
            (f"{one.title}, cancelled" if one.cancelled else one.title, one.starts_at)
            for one in self.meetings
        ]
        found += [(one.title, one.due_at) for one in self.to_dos]
        return [(what, words.at(when, self.made_at)) for what, when in found]

    @property
    def sentence(self) -> str:
        """How much is in it, and what isn't."""
        if not self.lines:
            said = "Nothing to put into a calendar yet."
        else:
            meetings = [_number(len(self.meetings), "meeting")] if self.meetings else []
            to_dos = [f"{_number(len(self.to_dos), 'thing')} to do"] if self.to_dos else []
            said = f"{' and '.join([*meetings, *to_dos])}."
        if self.kept_back:
            stay = "stays" if self.kept_back == 1 else "stay"
            said += (
                f" {_number(self.kept_back, 'thing')} that you marked as confidential {stay} here."
            )
        return said

    def file(self) -> bytes:
        """Return the calendar file."""
        return calendar(self.meetings, self.to_dos, made_at=self.made_at, version=self.version)


def agenda(store: Store, now: datetime | None = None) -> Agenda:
    """Gather what a calendar file would hold.

    Parameters
    ----------
    store
        The open workbook.
    now
        This moment, with its offset; None asks the clock.

    """
    at = now or this_moment(store)
    seen, _ = for_others(store)
    seed = _seed(store)  # the copy's own changes are no part of the workbook
    every, shown = Facts(store, at), Facts(seen, at)
    meetings, tasks, days = _meetings(seen, shown), _tasks(shown), _days(seen, shown)
    all_of_it = (*_meetings(store, every), *_tasks(every), *_days(store, every))
    to_dos = [_to_do(shown, item, seed) for item in tasks]
    to_dos += [_day(shown, day, seed) for day in days]
    newest = store.one("SELECT coalesce(max(id), 0) AS number FROM change")
    return Agenda(
        tuple(_meeting(shown, row, seed) for row in meetings),
        tuple(sorted(to_dos, key=lambda to_do: to_do.due_at)),
        kept_back=len(all_of_it) - len(meetings) - len(to_dos),
        made_at=shown.now,
        version=int(newest["number"]) if newest else 0,
    )


_MEETINGS = """
SELECT m.*, p.name FROM meeting AS m JOIN person AS p ON p.id = m.person
ORDER BY julianday(m.starts_at), m.id
"""


def _meetings(store: Store, facts: Facts) -> list[Row]:
    return [row for row in store.rows(_MEETINGS) if not _is_over(facts, row)]


def _tasks(facts: Facts) -> list[Item]:
    return [item for item in items(facts) if item.action not in _NOT_FOR_A_CALENDAR]


def _days(store: Store, facts: Facts) -> list[PlanDay]:
    return milestones.upcoming(store, facts.now.date())


def _is_over(facts: Facts, row: Row) -> bool:
    at = facts.moment(row["starts_at"])
    return at is None or at + timedelta(minutes=row["minutes"]) <= facts.now


def _meeting(facts: Facts, row: Row, seed: UUID) -> Meeting:
    """Return a meeting; a cancelled one is there so that a calendar takes it out."""
    at = moment(row["starts_at"], facts.zone) or facts.now
    mine = zone_named(row["my_zone"])
    starts = at.astimezone(mine) if mine else at
    theirs = facts.their_zone(row["person"], row["id"])
    minutes = row["minutes"]
    return Meeting(
        uid=_uid(seed, f"meeting-{row['id']}"),
        title=f"Talk with {row['name']} ({minutes} minutes)",
        starts_at=starts,
        minutes=minutes,
        notes=_both_clocks(starts, theirs),
        place=row["place"] or "",
        alarms=(timedelta(hours=rules.CONFIRM_LATEST.value), SHORTLY_BEFORE),
        cancelled=bool(row["cancelled"]),
    )


def _both_clocks(starts: datetime, theirs: tzinfo | None) -> str:
    lines = [f"Your time: {words.dated(starts)}"]
    if theirs is not None:
        lines.append(f"Their time: {words.dated(starts.astimezone(theirs))}")
    return "\n".join(lines)


def _to_do(facts: Facts, item: Item, seed: UUID) -> ToDo:
    due, name = item.deadline.due_at, facts.name(item.person)
    remind = item.deadline.remind_at
    if remind is None and not item.deadline.to_the_minute:
        remind = datetime.combine(due.date(), MORNING, due.tzinfo)
    rings = remind if remind and remind > facts.now else None
    notes = [_NOTES[item.action]]
    if item.deadline.to_the_minute:
        theirs = facts.their_zone(item.person, item.meeting)
        notes.append(_both_clocks(due, theirs))
    return ToDo(
        uid=_uid(seed, item.key),
        title=words.task(item.action, name),
        due_at=due,
        notes="\n".join(notes),
        remind_at=rings,
    )


def _day(facts: Facts, day: PlanDay, seed: UUID) -> ToDo:
    """Return a day of a plan; people whom the user's words name are “somebody”."""
    rings = datetime.combine(day.on, MORNING, facts.zone)
    what = f"plan-{day.plan.id}-{day.milestone or day.what}"
    return ToDo(
        uid=_uid(seed, what),
        title=Discretion(facts.store).of(f"{day.plan.label}: {day.what}"),
        due_at=day_ends(day.on, facts.zone),
        remind_at=rings if rings > facts.now else None,
    )


def _seed(store: Store) -> UUID:
    """Return what tells this workbook from every other, out of when it began."""
    first = store.one("SELECT at FROM change ORDER BY id LIMIT 1")
    return uuid5(NAMESPACE_URL, f"olenb {first['at'] if first else ''}")


def _uid(seed: UUID, key: str) -> str:
    return f"{uuid5(seed, key)}@olenb"


def _number(n: int, one: str) -> str:
    return f"{n:,} {one}{'' if n == 1 else 's'}"
