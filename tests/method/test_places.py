"""A city, a ZIP code or a state proposes time zones; what is ambiguous proposes several."""

import importlib.util
import json
from pathlib import Path
from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olenb.method import places
from olenb.method.places import find

DATA = Path(__file__).parents[2] / "data"


@pytest.mark.parametrize(
    ("words", "zones"),
    [
        ("Duluth, MN", ["America/Chicago"]),
        ("duluth, minnesota, United States", ["America/Chicago"]),
        ("Portland, Maine, United States", ["America/New_York"]),
        ("Portland", ["America/Los_Angeles", "America/New_York", "America/Chicago"]),
        ("St. Paul", ["America/Chicago"]),
        ("New York", ["America/New_York"]),
        ("Greater Chicago Area", ["America/Chicago"]),
        ("London", ["Europe/London", "America/Toronto"]),
        ("London, Ontario", ["America/Toronto"]),
        ("Sao Paulo, Brazil", ["America/Sao_Paulo"]),
        ("Oslo", ["Europe/Oslo"]),
        ("Minnesota", ["America/Chicago"]),
        ("Nowhere at all, Norway", ["Europe/Oslo"]),
        ("55057", ["America/Chicago"]),
        ("Northfield, MN 55057-1574", ["America/Chicago"]),
        ("37301", ["America/New_York", "America/Chicago"]),
        ("Nowhere at all", []),
        ("", []),
        (" , ,", []),
    ],
)
def test_words_propose_zones_the_largest_place_first(words: str, zones: list[str]) -> None:
    assert [place.zone for place in find(words)] == zones


def test_a_region_that_is_known_besides_decides_unless_nothing_fits() -> None:
    assert [place.name for place in find("Duluth", "Georgia")] == ["Duluth, Georgia"]
    assert len(find("Duluth", "Bavaria")) == 2
    assert [place.zone for place in find("", "Tennessee")] == [
        "America/Chicago",
        "America/New_York",
    ]


@given(st.text(), st.text())
def test_anything_may_be_written_and_no_zone_comes_twice(words: str, region: str) -> None:
    zones = [place.zone for place in find(words, region)]
    assert len(zones) == len(set(zones))


def test_every_zone_in_the_file_is_one_that_python_knows() -> None:
    atlas = places._atlas()
    named = {zone for zones in atlas.areas.values() for zone in zones}
    named |= {city[3] for cities in atlas.cities.values() for city in cities}
    assert named <= available_timezones()
    assert len(named) > 300


@pytest.mark.slow
def test_the_script_writes_the_same_bytes_again_and_says_whose_data_it_is(tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("make_places", DATA / "make_places.py")
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    script.write(tmp_path / "places.tsv")
    written = (tmp_path / "places.tsv").read_bytes()
    assert written == script.PLACES.read_bytes()
    assert b"GeoNames (https://www.geonames.org), CC BY 4.0" in written[:200]
    assert len(written) < 400_000


def test_the_places_of_the_sample_are_found() -> None:
    people = json.loads((DATA / "sample.json").read_text("utf-8"))["person"]
    towns = {(row["city"], row["region"]) for row in people if "city" in row and "region" in row}
    assert all([place.zone for place in find(*town)] == ["America/Chicago"] for town in towns)
