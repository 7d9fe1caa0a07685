"""Which time zone a city or a ZIP code lies in, from a small file that ships with olenb.

The file is a selection from GeoNames (CC BY 4.0) and of ZIP areas; `data/make_places.py` writes it.
A name may stand for several cities, and what is found is only ever proposed: the user says which.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from olenb.contacts.keys import folded

SOURCE = "Cities: GeoNames (geonames.org), CC BY 4.0."
_ZIP = re.compile(r"\b(\d{5})(?:-\d{4})?\s*$")
_AROUND = re.compile(r"^(greater|metro) | (metropolitan |metro )?area$| region$")
_SHORT = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount"}
_UNITED_STATES = ("us", "usa", "u.s.", "u.s.a.", "united states", "united states of america")
_OTHER_NAMES = {"uk": "GB", "england": "GB", "scotland": "GB", "wales": "GB"}
_OTHER_NAMES |= dict.fromkeys(_UNITED_STATES, "US")


@dataclass(frozen=True)
class Place:
    """A city or a ZIP area in one time zone.

    Parameters
    ----------
    name
        What it is called, such as "Duluth, Minnesota".
    zone
        Its time zone, an IANA name.
    population
        How many people live there; 0 where that isn't known.
    """

    name: str
    zone: str
    population: int = 0


@dataclass
class _Atlas:
    """The file, ready to be looked things up in."""

    countries: dict[str, str] = field(default_factory=dict)
    regions: dict[str, str] = field(default_factory=dict)
    areas: dict[str, list[str]] = field(default_factory=dict)
    cities: dict[str, list[list[str]]] = field(default_factory=lambda: defaultdict(list))


def find(words: str, region: str = "") -> list[Place]:
    """Return where somebody may be who wrote this, the largest place of each time zone first.

    Parameters
    ----------
    words
        A city or a ZIP code, with or without a state or a country: "Duluth", "Duluth, MN",
        "Northfield, MN 55057", "São Paulo, Brazil".
    region
        A state, province or country that is known besides; what it doesn't fit is left out,
        unless nothing fits.

    Returns
    -------
    list of Place
        One for each time zone that is possible; empty where nothing is known.

    >>> [place.name for place in find("Duluth")]
    ['Duluth, Minnesota', 'Duluth, Georgia']
    >>> find("55057")
    [Place(name='ZIP code 55057', zone='America/Chicago', population=0)]

    """
    said = words.strip()
    zip_code = _ZIP.search(said)
    if zip_code and (areas := list(_of_zip(zip_code[1]))):
        return areas
    city, *hints = [part.strip() for part in said.split(",")]
    found = _atlas().cities.get(_key(city)) or _atlas().cities.get(_key(f"{city} City"), [])
    known = [codes for hint in [*hints, region] if (codes := _codes(hint))]
    if not found:  # a state or a country alone says something, too
        known = [codes for hint in (city, *hints, region) if (codes := _codes(hint))]
        found = [each for named in _atlas().cities.values() for each in named] if known else []
    for codes in known:
        found = [each for each in found if codes & {f"R{each[1]}", f"C{each[2]}"}] or found
    return list(_one_for_each_zone(found))


@cache
def _atlas() -> _Atlas:
    """Read the file once."""
    atlas = _Atlas()
    text = files("olenb.method").joinpath("places.tsv").read_text("utf-8")
    for line in text.splitlines():
        first, *rest = line.split("\t")
        if first == "C":
            atlas.countries[rest[0]] = rest[1]
        elif first == "R":
            atlas.regions[rest[0]] = rest[1]
        elif first == "Z":
            atlas.areas[rest[0]] = rest[1].split(",")
        elif rest:
            atlas.cities[_key(first)].append([first, *rest])
    return atlas


def _key(city: str) -> str:
    """Return a city's name for comparing: "St. Paul" is Saint Paul."""
    text = _AROUND.sub("", folded(city))
    return " ".join(_SHORT.get(word, word) for word in text.replace(".", " ").split())


def _of_zip(code: str) -> Iterator[Place]:
    for zone in _atlas().areas.get(code[:3], []):
        yield Place(f"ZIP code {code}", zone)


def _codes(hint: str) -> set[str]:
    """Return the states (R) and countries (C) that a word may mean."""
    word, atlas = folded(hint), _atlas()
    kinds = (("R", atlas.regions), ("C", atlas.countries))
    codes = {
        f"{kind}{code}"
        for kind, names in kinds
        for code, name in names.items()
        if word in (folded(name), code.casefold())
    }
    return codes | ({f"C{_OTHER_NAMES[word]}"} if word in _OTHER_NAMES else set())


def _one_for_each_zone(cities: Iterable[list[str]]) -> Iterator[Place]:
    atlas, seen = _atlas(), set()
    for name, region, country, zone, population in sorted(cities, key=lambda one: -int(one[4])):
        if zone not in seen:
            seen.add(zone)
            where = atlas.regions.get(region) or atlas.countries.get(country, "")
            yield Place(", ".join(filter(None, (name, where))), zone, int(population))
