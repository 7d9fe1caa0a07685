"""Whose holidays hold: what one said, else the school, else the time zone; and it is said."""

from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from olenb.contacts import you
from olenb.core import rules
from olenb.core.errors import NotAllowed
from olenb.core.store import Store
from olenb.method import where


@pytest.fixture
def store(home: Path) -> Iterator[Store]:
    yield Store.create(home)
    rules.put_in_force({})


def test_where_nothing_is_known_only_weekends_are_left_out_and_it_is_said(store: Store) -> None:
    found = where.country(store)
    assert (found.code, found.source) == ("", where.NOWHERE)
    assert "leave out weekends. Which country you live in isn't noted yet" in found.sentence


def test_the_time_zone_proposes_a_country(store: Store) -> None:
    you.say(store, time_zone="Europe/Oslo")
    assert where.country(store) == where.Country("NO", "", where.ZONE)
    assert where.country(store).sentence == (
        "Business days leave out weekends and public holidays: Norway, going by your time zone."
    )


def test_the_school_goes_before_the_time_zone_and_the_user_before_both(store: Store) -> None:
    you.say(store, time_zone="Europe/Oslo")
    rules.put_in_force({"country": "US", "region": "MN"})
    assert where.country(store) == where.Country("US", "MN", where.SCHOOL)
    assert "United States (MN), as your school says" in where.country(store).sentence
    where.say_country(store, "de", "by")
    assert where.country(store) == where.Country("DE", "BY", where.SAID)
    assert where.country(store).sentence.endswith("holidays: Germany (BY).")
    where.say_country(store, "")
    assert where.country(store).source == where.SCHOOL


def test_a_country_whose_holidays_nobody_knows_is_said(store: Store) -> None:
    rules.put_in_force({"country": "XX"})
    assert not where.business_days(store).knows_holidays
    assert "leave out weekends only: no holidays are noted here (XX)" in (
        where.country(store).sentence
    )


def test_no_country_of_that_name_is_refused(store: Store) -> None:
    with pytest.raises(NotAllowed, match="choose a country from the list"):
        where.say_country(store, "ZZ")
    assert store.last_change() is None


def test_saying_it_is_one_step_that_can_be_taken_back(store: Store) -> None:
    where.say_country(store, "US", "MN")
    where.say_country(store, "NO")
    assert where.country(store).region == ""
    store.undo()
    assert where.country(store) == where.Country("US", "MN", where.SAID)
    store.undo()
    assert where.country(store).source == where.NOWHERE


def test_the_zone_is_the_users_else_a_meetings_else_the_computers(store: Store) -> None:
    assert where.zone(store) is not None
    with store.change("Agreed on a time") as change:
        person = change.insert("person", name="Maya", is_ego=0)
        meeting = {"minutes": 20, "cancelled": 0, "starts_at": "2026-12-01T10:00:00+09:00"}
        change.insert("meeting", person=person, my_zone="Asia/Tokyo", **meeting)
    assert where.zone(store) == ZoneInfo("Asia/Tokyo")
    you.say(store, time_zone="Europe/Oslo")
    assert where.zone(store) == ZoneInfo("Europe/Oslo")
