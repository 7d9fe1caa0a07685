"""Whom nothing was noted about for a year: offered, and never taken."""

import pytest

from olenb.contacts import people, ties
from olenb.contacts.untouched import untouched


def age(store, **past):
    """Let every change so far have been made so long ago."""
    days = past["days"]
    store._db.execute("UPDATE tie SET as_of = date(as_of, ?)", (f"-{days} days",))
    store._db.execute("UPDATE change SET at = datetime(at, ?)", (f"-{days} days",))


@pytest.fixture
def year_ago(store):
    """A store in which Ana was added 400 days ago."""
    people.add(store, "Ana Ruiz", organization="Elm")
    age(store, days=400)
    return store


def names(store, **options):
    return list(untouched(store, **options)["name"])


def test_somebody_of_whom_a_year_says_nothing_is_offered(year_ago):
    people.add(year_ago, "Bo Lind")
    df = untouched(year_ago)
    assert list(df["name"]) == ["Ana Ruiz"]
    assert len(df["last"][0]) == 10
    assert list(df.columns) == ["id", "name", "last"]


def test_in_a_new_workbook_nobody_is(store):
    people.add(store, "Ana Ruiz")
    assert untouched(store).empty
    assert names(store, months=0, on="9999-01-01") == ["Ana Ruiz"]


@pytest.mark.parametrize(
    "touch",
    [
        lambda store, ana: people.edit(store, ana, "city", "Ulm"),
        lambda store, ana: ties.answer(store, ana, willingness="sure"),
        lambda store, ana: people.edit(store, ana, "role", "Cook"),
    ],
)
def test_any_change_about_them_counts(year_ago, touch):
    touch(year_ago, people.find(year_ago, "Ana Ruiz"))
    assert names(year_ago) == []


def test_a_change_that_was_taken_back_counts_too_for_somebody_looked_at_them(year_ago):
    people.edit(year_ago, people.find(year_ago, "Ana Ruiz"), "city", "Ulm")
    year_ago.undo()
    assert names(year_ago) == []


@pytest.mark.parametrize(
    ("when", "on", "is_offered"),
    [
        ("2026-01-10", "2027-01-10", False),
        ("2026-01-10", "2027-01-11", True),
        ("2026-01", "2027-01-31", False),
        ("2026-01", "2027-02-01", True),
        ("2026", "2027-12-31", False),
        ("2026", "2028-01-01", True),
    ],
)
def test_a_day_that_a_fact_names_counts_and_a_year_or_a_month_to_its_end(
    store, when, on, is_offered
):
    ana = people.add(store, "Ana Ruiz")
    ties.answer(store, ana, last_exchange=when)
    age(store, days=4000)
    store._db.execute("UPDATE tie SET as_of = NULL")
    age(store, days=4000)
    assert bool(names(store, on=on)) is is_offered


def test_what_happened_with_somebody_counts(year_ago):
    ana = people.find(year_ago, "Ana Ruiz")
    with year_ago.change("Noted what happened") as change:
        change.insert("touch", person=ana, kind="asked around", happened_on="2026-11-01")
    age(year_ago, days=500)
    assert names(year_ago, on="2026-11-25") == []


def test_you_are_never_offered(store):
    people.add(store, "Ana Ruiz")
    age(store, days=800)
    assert names(store) == ["Ana Ruiz"]
    assert len(store.rows("SELECT 1 FROM person")) == 2
