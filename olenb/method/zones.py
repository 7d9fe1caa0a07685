"""In which time zone somebody is: proposed from where they live, confirmed by the user (R16)."""

from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from olenb.contacts import people, rows
from olenb.core.errors import NotAllowed
from olenb.core.store import Store
from olenb.method import places
from olenb.method.places import Place


def mine(store: Store) -> str:
    """Return the user's own time zone as they confirmed it, or ""."""
    row = store.one("SELECT time_zone FROM person WHERE is_ego = 1")
    return str(row["time_zone"] or "") if row else ""


def of(store: Store, person: int) -> str:
    """Return somebody's time zone as the user confirmed it, or "".

    Raises
    ------
    NotFound
        There is no such person.

    """
    return str(rows.person(store, person)["time_zone"] or "")


def proposed(store: Store, person: int) -> list[Place]:
    """Return where somebody may be, as far as their city or region tells; see `places.find`.

    Raises
    ------
    NotFound
        There is no such person.

    """
    row = rows.person(store, person)
    return places.find(row["city"] or "", row["region"] or "")


def confirm(store: Store, person: int, zone: str) -> None:
    """Note the time zone that somebody is in; an empty one takes it back.

    Raises
    ------
    NotAllowed
        There is no such time zone.
    NotFound
        There is no such person.

    """
    people.edit(store, person, "time_zone", checked(zone) if zone else None)


def checked(name: str) -> str:
    """Return the name of a time zone that there is.

    Raises
    ------
    NotAllowed
        There is none of that name.

    >>> checked("America/Chicago")
    'America/Chicago'

    """
    if name not in _names():
        raise NotAllowed("Please choose a time zone from the list, such as America/Chicago.")
    return name


def known(name: str) -> str:
    """Return the name of a time zone that there is, else ""; for what a browser says."""
    return name if name in _names() else ""


def zone_info(name: str) -> ZoneInfo:
    """Return the time zone of a name; see `checked`."""
    return ZoneInfo(checked(name))


def label(zone: str) -> str:
    """Return the place that a time zone is called after.

    >>> label("America/New_York"), label("America/Indiana/Knox"), label("UTC")
    ('New York', 'Knox', 'UTC')
    """
    return zone.rpartition("/")[2].replace("_", " ")


@cache
def _names() -> frozenset[str]:
    return frozenset(available_timezones())
