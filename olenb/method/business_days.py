"""Business days: no weekends, and no holidays of the country that somebody lives in.

Which days those are a library knows (`holidays`, from public sources). It is imported when a
day is first asked for, since most pages never ask.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib import import_module, resources
from typing import Any

WEEKEND = frozenset((5, 6))
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class BusinessDays:
    """The business days of one country, or of one part of it.

    Parameters
    ----------
    country
        Two capital letters, such as "US"; "" or one that nobody knows holidays of leaves
        weekends only.
    region
        A part of the country that has holidays of its own, such as "MN"; one that isn't known
        is passed over.

    Examples
    --------
    >>> BusinessDays("US").after(date(2026, 11, 25), 1)  # the 26th is Thanksgiving
    datetime.date(2026, 11, 27)
    """

    country: str = ""
    region: str = ""

    @property
    def knows_holidays(self) -> bool:
        """Whether holidays are known; else only weekends are left out."""
        return _calendar(self.country, self.region) is not None

    @property
    def knows_region(self) -> bool:
        """Whether the holidays of the part of the country are known, too."""
        return bool(self.region) and self.region in regions(self.country)

    def is_one(self, day: date) -> bool:
        """Tell whether people are at work on a day.

        >>> BusinessDays("NO").is_one(date(2026, 5, 17) + timedelta(days=1))
        True
        """
        calendar = _calendar(self.country, self.region)
        if calendar is None:
            return day.weekday() not in WEEKEND
        return bool(calendar.is_working_day(day))

    def closed(self, day: date) -> str:
        """Return why people aren't at work on a day, "" where they are.

        >>> [BusinessDays("US").closed(date(2026, 11, n)) for n in (25, 26, 28)]
        ['', 'Thanksgiving Day', 'weekend']
        """
        calendar = _calendar(self.country, self.region)
        if self.is_one(day):
            return ""
        return str(calendar.get(day) or "weekend") if calendar is not None else "weekend"

    def after(self, day: date, count: int) -> date:
        """Return the `count`-th business day after a day, which itself isn't counted.

        Parameters
        ----------
        day
            Any day.
        count
            1 is the next business day.

        """
        while count > 0:
            day += _DAY
            count -= self.is_one(day)
        return day


@cache
def countries() -> dict[str, str]:
    """Return every country: two letters -> name, by name."""
    lines = (resources.files("tzdata") / "zoneinfo" / "iso3166.tab").read_text("utf-8")
    pairs = [line.split("\t") for line in lines.splitlines() if not line.startswith("#")]
    return dict(sorted(((code, name) for code, name in pairs), key=lambda pair: pair[1]))


@cache
def country_of(zone: str) -> str:
    """Return the country of a time zone, "" where it has none or more than one.

    >>> country_of("America/Chicago"), country_of("UTC")
    ('US', '')
    """
    lines = (resources.files("tzdata") / "zoneinfo" / "zone.tab").read_text("utf-8")
    found = [line.split("\t")[0] for line in lines.splitlines() if line.split("\t")[2:3] == [zone]]
    return found[0] if len(found) == 1 else ""


@cache
def regions(country: str) -> tuple[str, ...]:
    """Return the parts of a country whose holidays are known, as short codes."""
    return tuple(_supported().get(country, ()))


@cache
def _supported() -> dict[str, list[str]]:
    return dict(import_module("holidays").list_supported_countries(include_aliases=False))


@cache
def _calendar(country: str, region: str) -> Any:
    """Return the library's calendar, or None where it knows none."""
    if not country or country not in _supported():
        return None
    subdiv = region if region in regions(country) else None
    return import_module("holidays").country_holidays(country, subdiv=subdiv)
