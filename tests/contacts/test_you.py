"""Who the user is."""

import pytest

from olenb.contacts import you
from olenb.core.errors import NotAllowed, NotFound
from olenb.core.store import Store


@pytest.fixture
def store(tmp_path):
    return Store.create(tmp_path)


def test_nothing_is_known_at_first(store):
    assert you.facts(store) == dict.fromkeys(you.FACTS, "")
    assert you.past(store) == []


def test_what_is_said_is_kept_and_the_rest_stays(store):
    you.say(store, name="Ines Ødegård", school="Lakeview College", class_year="2027")
    you.say(store, city="Oslo", time_zone="Europe/Oslo")
    said = you.facts(store)
    assert said["name"] == "Ines Ødegård"
    assert said["class_year"] == "2027"
    assert said["time_zone"] == "Europe/Oslo"


def test_an_empty_answer_takes_a_fact_back(store):
    you.say(store, name="Ines", school="Lakeview College")
    you.say(store, name="", school="")
    assert you.facts(store) == dict.fromkeys(you.FACTS, "")


def test_the_same_words_again_change_nothing(store):
    you.say(store, name="Ines", class_year="2027")
    last = store.last_change()["id"]
    you.say(store, name="Ines", class_year="2027")
    assert store.last_change()["id"] == last


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ({"class_year": "soon"}, "four digits"),
        ({"class_year": "27"}, "four digits"),
        ({"class_year": "²⁰²⁷"}, "four digits"),
        ({"time_zone": "Home"}, "from the list"),
    ],
)
def test_what_is_no_year_or_no_zone_is_refused(store, words, reason):
    with pytest.raises(NotAllowed, match=reason):
        you.say(store, name="Ines", **words)
    assert you.facts(store)["name"] == ""


def test_places_are_listed_the_present_one_first(store):
    you.add_past(store, "City Library", "page", "2022", "2023")
    you.add_past(store, "Campus Café", "", "2024-06", "")
    assert [row["organization"] for row in you.past(store)] == ["Campus Café", "City Library"]
    current = store.rows("SELECT current FROM affiliation ORDER BY id")
    assert [row["current"] for row in current] == [0, 1]


def test_a_place_without_years_says_nothing_about_now(store):
    you.add_past(store, "City Library", "", "", "")
    assert store.one("SELECT current FROM affiliation")["current"] is None


@pytest.mark.parametrize(
    ("place", "start", "stop", "reason"),
    [
        ("", "2022", "2023", "name of the place"),
        ("Library", "long ago", "", "a year such as 2024"),
        ("Library", "2023", "2022", "before the beginning"),
        ("Library", "2023-06", "2023-05", "before the beginning"),
    ],
)
def test_a_place_that_makes_no_sense_is_refused(store, place, start, stop, reason):
    with pytest.raises(NotAllowed, match=reason):
        you.add_past(store, place, "", start, stop)
    assert you.past(store) == []


def test_a_month_and_its_own_year_are_no_contradiction(store):
    you.add_past(store, "Library", "", "2023-06", "2023")
    assert len(you.past(store)) == 1


def test_a_place_can_be_taken_away_once(store):
    row = you.add_past(store, "Library", "", "", "")
    you.remove_past(store, row)
    with pytest.raises(NotFound, match="gone already"):
        you.remove_past(store, row)
