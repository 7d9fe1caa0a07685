"""Where the user lives, as far as deadlines need it: their zone, and whose holidays hold."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo

from olenb.core import rules, settings
from olenb.core.change import Change
from olenb.core.errors import NotAllowed
from olenb.core.store import Store
from olenb.method.business_days import BusinessDays, countries, country_of
from olenb.method.deadlines import zone_named

COUNTRY, REGION = "country", "region"
SAID, SCHOOL, ZONE, NOWHERE = "said", "school", "zone", ""


@dataclass(frozen=True)
class Country:
    """Whose holidays hold, and who says so.

    Parameters
    ----------
    code
        Two capital letters, "" where nothing says.
    region
        A part of it, or "".
    source
        "said" (by the user), "school", "zone" (it follows from the time zone), or "".

    """

    code: str
    region: str
    source: str

    @property
    def sentence(self) -> str:
        """What is left out when business days are counted, and why."""
        days = BusinessDays(self.code, self.region)
        if not self.code:
            return "Business days leave out weekends. Which country you live in isn't noted yet."
        name = countries().get(self.code, self.code)
        if not days.knows_holidays:
            return f"Business days leave out weekends only: no holidays are noted here ({name})."
        because = {SCHOOL: ", as your school says", ZONE: ", going by your time zone"}
        part = f" ({self.region})" if days.knows_region else ""
        return (
            f"Business days leave out weekends and public holidays: {name}{part}"
            f"{because.get(self.source, '')}."
        )


def zone(store: Store) -> tzinfo:
    """Return the user's time zone: as they said, else of their newest meeting, else this one's."""
    row = store.one("SELECT time_zone FROM person WHERE is_ego = 1")
    said = zone_named(row["time_zone"] if row else None)
    if said is not None:
        return said
    meeting = store.one("SELECT my_zone FROM meeting ORDER BY id DESC LIMIT 1")
    agreed = zone_named(meeting["my_zone"] if meeting else None)
    return agreed or datetime.now().astimezone().tzinfo or UTC


def country(store: Store) -> Country:
    """Return whose holidays hold: what the user said, else their school, else their time zone."""
    said = _setting(store, COUNTRY)
    if said:
        return Country(said, _setting(store, REGION), SAID)
    if rules.COUNTRY.value:
        return Country(rules.COUNTRY.value, rules.REGION.value, SCHOOL)
    row = store.one("SELECT time_zone FROM person WHERE is_ego = 1")
    code = country_of(row["time_zone"] or "") if row else ""
    return Country(code, "", ZONE if code else NOWHERE)


def business_days(store: Store) -> BusinessDays:
    """Return the user's business days."""
    found = country(store)
    return BusinessDays(found.code, found.region)


def say_country(store: Store, code: str, region: str = "") -> None:
    """Note whose holidays hold; empty goes back to the school's or the time zone's.

    Parameters
    ----------
    store
        The open workbook.
    code
        Two letters of a country, such as "US", or "".
    region
        A part of it that has holidays of its own, such as "MN", or "".

    Raises
    ------
    NotAllowed
        There is no such country.

    """
    code, region = code.strip().upper(), region.strip().upper()
    if code and code not in countries():
        raise NotAllowed("Please choose a country from the list. Nothing was changed.")
    with store.change("Noted whose holidays hold") as change:
        _say(store, change, COUNTRY, code)
        _say(store, change, REGION, region if code else "")


def _setting(store: Store, name: str) -> str:
    kept = settings.read(store, name)
    return "" if kept is None else str(kept)


def _say(store: Store, change: Change, name: str, value: str) -> None:
    row = store.one("SELECT id FROM setting WHERE name = ?", (name,))
    if row:
        change.update("setting", row["id"], value=json.dumps(value))
    elif value:
        change.insert("setting", name=name, value=json.dumps(value))
