"""Times to propose to somebody: on both clocks, on days when people are at work (R16)."""

from datetime import date, timedelta

from olenb.core.errors import NotAllowed
from olenb.core.store import Store
from olenb.method import times, where, zones
from olenb.method.due.facts import this_moment
from olenb.method.times import Slot

_MINE = (
    "First say which time zone you're in, so that nobody waits for an hour. Nothing was changed."
)
_THEIRS = (
    "First say which time zone they are in, so that nobody waits for an hour. Nothing was changed."
)
_AHEAD = 3  # days: nobody is asked for tomorrow


def proposals(
    store: Store,
    person: int,
    first_day: date | None = None,
    *,
    count: int = times.COUNT,
    my_zone: str = "",
) -> list[Slot]:
    """Propose times to somebody, on both clocks, without weekends and holidays (R16).

    Parameters
    ----------
    store
        The open workbook.
    person
        Their id; their time zone is the one that the user confirmed.
    first_day
        No earlier than this; None leaves a few days.
    count
        How many, 1 or more.
    my_zone
        An IANA name; "" takes the user's own.

    Raises
    ------
    NotAllowed
        One of the two zones isn't known.
    NotFound
        There is no such person.

    """
    mine, theirs = both_zones(store, person, my_zone)
    here = this_moment(store).astimezone(zones.zone_info(mine)).date()
    first = first_day or here + timedelta(days=_AHEAD)
    business = where.business_days(store)
    return times.propose(
        mine, theirs, first, count=count, skipped=lambda day: not business.is_one(day)
    )


def both_zones(store: Store, person: int, my_zone: str = "") -> tuple[str, str]:
    """Return the user's time zone and somebody else's.

    Raises
    ------
    NotAllowed
        One of them isn't known.
    NotFound
        There is no such person.

    """
    theirs, mine = zones.of(store, person), my_zone or zones.mine(store)
    if not mine:
        raise NotAllowed(_MINE)
    if not theirs:
        raise NotAllowed(_THEIRS)
    return zones.checked(mine), theirs
