"""Deadlines in plain words: "thank Maya by Thursday 4 pm"."""

from datetime import date, datetime, tzinfo

from olenb.core.due_terms import Due
from olenb.network.words import called

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_NEAR = ("yesterday", "today", "tomorrow")
_WEEK = 7


def clock(moment: datetime) -> str:
    """Return an hour as people say it.

    >>> at = datetime.fromisoformat
    >>> [clock(at(f"2026-11-24T{time}")) for time in ("16:00", "09:05", "12:00", "00:00")]
    ['4 pm', '9:05 am', 'noon', 'midnight']
    """
    if moment.minute == 0 and moment.hour in (0, 12):
        return "noon" if moment.hour else "midnight"
    hour = (moment.hour - 1) % 12 + 1
    minutes = f":{moment.minute:02}" if moment.minute else ""
    return f"{hour}{minutes} {'pm' if moment.hour >= 12 else 'am'}"


def day(moment: datetime, now: datetime) -> str:
    """Return a day as people say it within the week, else with its date.

    >>> at = datetime.fromisoformat
    >>> day(at("2026-11-26T16:00-06:00"), at("2026-11-24T10:00-06:00"))
    'Thursday'
    >>> day(at("2027-01-07T16:00-06:00"), at("2026-11-24T10:00-06:00"))
    'Thursday, January 7, 2027'
    """
    today = now.astimezone(moment.tzinfo).date()
    away = (moment.date() - today).days
    return _NEAR[away + 1] if abs(away) <= 1 else _by_name(moment, today)


def _by_name(moment: datetime, today: date) -> str:
    """Return a day by its weekday, and with its date where it is a week away or past."""
    away = (moment.date() - today).days
    name = DAYS[moment.weekday()]
    if 0 <= away < _WEEK:
        return name
    year = f", {moment.year}" if moment.year != today.year else ""
    return f"{name}, {MONTHS[moment.month - 1]} {moment.day}{year}"


def at(moment: datetime, now: datetime) -> str:
    """Return a day with its hour.

    >>> iso = datetime.fromisoformat
    >>> at(iso("2026-11-26T16:00-06:00"), iso("2026-11-24T10:00-06:00"))
    'Thursday 4 pm'
    >>> at(iso("2026-12-26T16:00-06:00"), iso("2026-11-24T10:00-06:00"))
    'Saturday, December 26, 4 pm'
    """
    name = day(moment, now)
    return f"{name}, {clock(moment)}" if "," in name else f"{name} {clock(moment)}"


def dated(moment: datetime) -> str:
    """Return a moment with its date and its place, whenever it is read.

    >>> from zoneinfo import ZoneInfo
    >>> dated(datetime(2026, 12, 3, 10, tzinfo=ZoneInfo("America/Chicago")))
    'Thursday, December 3, 2026, 10 am (Chicago)'
    """
    name = f"{DAYS[moment.weekday()]}, {MONTHS[moment.month - 1]} {moment.day}, {moment.year}"
    return f"{name}, {clock(moment)} ({_place(moment.tzinfo)})"


def _place(zone: tzinfo | None) -> str:
    return str(zone).rsplit("/", maxsplit=1)[-1].replace("_", " ")


def on(moment: datetime, now: datetime) -> str:
    """Return a day as part of a sentence.

    >>> iso = datetime.fromisoformat
    >>> now = iso("2026-11-24T10:00-06:00")
    >>> on(iso("2026-11-23T16:00-06:00"), now), on(iso("2026-11-10T16:00-06:00"), now)
    (' yesterday', ' on Tuesday, November 10')
    """
    name = day(moment, now)
    return f" {name}" if name in _NEAR else f" on {name}"


def sentence(action: Due, name: str, due_at: datetime, now: datetime, *, hour: bool) -> str:
    """Return what to do by when, in one line that begins with the verb.

    Parameters
    ----------
    action
        What is due.
    name
        With whom.
    due_at, now
        The deadline in the user's zone, and this moment.
    hour
        Whether the hour is part of it.

    >>> iso = datetime.fromisoformat
    >>> thursday, now = iso("2026-11-26T16:00-06:00"), iso("2026-11-24T10:00-06:00")
    >>> sentence(Due.THANK, "Maya Okafor", thursday, now, hour=True)
    'thank Maya by Thursday 4 pm'
    >>> sentence(Due.THANK, "Maya Okafor", thursday, iso("2026-11-26T10:00-06:00"), hour=True)
    'thank Maya today by 4 pm'
    >>> sentence(Due.THANK, "Maya Okafor", thursday, iso("2026-11-27T10:00-06:00"), hour=True)
    'thank Maya today'
    >>> sentence(Due.NUDGE, "Joe", thursday, now, hour=False)
    'write to Joe once more on Thursday'
    """
    what = _what(action, called(name))
    by = "on" if action in _NOT_BEFORE else "by"
    name_of_day = day(due_at, now)
    if due_at < now or name_of_day == "today":
        late = due_at < now or not hour
        return f"{what} today" if late else f"{what} today by {clock(due_at)}"
    if name_of_day == "tomorrow":
        return f"{what} tomorrow by {clock(due_at)}" if hour else f"{what} tomorrow"
    return f"{what} {by} {at(due_at, now) if hour else name_of_day}"


def task(action: Due, name: str) -> str:
    """Return what to do, for a list that has its own place for the time.

    >>> task(Due.THANK, "Maya Okafor")
    'Thank Maya Okafor'
    """
    what = _what(action, name)
    return what[:1].upper() + what[1:]


def _what(action: Due, name: str) -> str:
    return _VERBS[action].replace("{name}", name)


_VERBS = {
    Due.CONFIRM: "confirm the time with {name}",
    Due.WRITE_DOWN: "write down what {name} told you",
    Due.THANK: "thank {name}",
    Due.CARD: "post a card to {name}",
    Due.THANK_INTRODUCER: "thank {name} for the introduction",
    Due.FOLLOW_REFERRAL: "write to {name}",
    Due.NUDGE: "write to {name} once more",
    Due.PARK: "let it rest with {name}",
    Due.OUTCOME: "tell {name} what came of it",
    Due.KEEP_IN_TOUCH: "say hello to {name}",
}
# These are not to be done before their day, so the day is named and no end.
_NOT_BEFORE = (Due.NUDGE, Due.PARK, Due.KEEP_IN_TOUCH)


def theirs(due_at: datetime, zone: tzinfo | None, now: datetime) -> str:
    """Return the same deadline as their clock shows it, "" where it shows the same or who knows.

    >>> from zoneinfo import ZoneInfo
    >>> iso = datetime.fromisoformat
    >>> now = iso("2026-11-24T10:00-06:00")
    >>> theirs(iso("2026-11-26T16:00-06:00"), ZoneInfo("Europe/Oslo"), now)
    'Thursday 11 pm their time (Oslo)'
    """
    if zone is None or due_at.astimezone(zone).utcoffset() == due_at.utcoffset():
        return ""
    place = _place(zone)
    there = due_at.astimezone(zone)
    # By name: their tomorrow may be my today.
    return f"{_by_name(there, now.astimezone(zone).date())} {clock(there)} their time ({place})"
