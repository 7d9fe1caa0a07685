"""The next two weeks: every thing once, on its day, in the picture and in the table."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from olenb.contacts import people, you
from olenb.core.store import Store
from olenb.method import conversations
from olenb.method.due import due
from olenb.views import export
from olenb.views.canvas import Picture
from olenb.views.fortnight import TALK, Fortnight, describe, fortnight
from olenb.views.fortnight_figure import SHOWN, fortnight_figure

NOW = datetime.fromisoformat("2026-11-24T18:00:00-06:00")


@pytest.fixture
def store(home) -> Store:
    store = Store.create(home)
    you.say(store, time_zone="America/Chicago")
    return store


@pytest.fixture
def talked(store: Store) -> Callable[..., int]:
    def with_somebody(name: str, ended: str = "2026-11-24T16:20:00-06:00") -> int:
        return conversations.held(store, people.add(store, name), ended)

    return with_somebody


def labels(shown: Fortnight) -> dict[str, list[str]]:
    return {day.label: [entry.what for entry in day.entries] for day in shown.days if day.entries}


def words(figure: Picture) -> str:
    return export.svg(figure).decode("utf-8")


def test_fourteen_days_begin_with_today_and_say_what_closes_them(store: Store) -> None:
    days = fortnight(store, NOW).days
    assert len(days) == 14
    assert (days[0].label, days[0].closed) == ("Tue Nov 24", "")
    assert [day.closed for day in days[1:6]] == ["", "Thanksgiving Day", "", "weekend", "weekend"]


def test_what_is_due_stands_on_its_day_and_what_is_late_on_today(
    store: Store, talked: Callable
) -> None:
    talked("Maya Okafor")
    talked("Late Larsson", "2026-11-01T10:00:00-06:00")
    shown = fortnight(store, NOW)
    assert labels(shown) == {
        "Tue Nov 24": ["Thank Late", "Post a card to Late"],
        "Thu Nov 26": ["Thank Maya", "Post a card to Maya"],
    }
    assert [entry.when for _, entry in shown.entries] == ["still welcome"] * 2 + ["4:20 pm"] * 2


def test_a_meeting_is_a_conversation_at_its_hour(store: Store) -> None:
    maya = people.add(store, "Maya Okafor")
    with store.change("Agreed") as change:
        values = {"minutes": 20, "my_zone": "America/Chicago", "cancelled": 0}
        change.insert("meeting", person=maya, starts_at="2026-12-03T10:00:00-06:00", **values)
    day, entry = fortnight(store, NOW).entries[-1]
    assert (day.label, entry.what, entry.hour, entry.kind) == (
        "Thu Dec 3", "Talk with Maya", "10 am", TALK,
    )  # fmt: skip


def test_the_table_holds_everything_within_two_weeks_and_nothing_else(
    store: Store, talked: Callable
) -> None:
    for number in range(9):
        talked(f"Person{number} Smith")
    table = describe(fortnight(store, NOW)).table
    df = due(store, NOW)
    soon = df[df["due_at"] < NOW + timedelta(days=13)]
    assert len(table) == len(soon) == 18
    assert table["With"].tolist() == soon["person"].tolist()


def test_more_than_fits_on_a_day_is_counted_and_stands_in_the_table(
    store: Store, talked: Callable
) -> None:
    for number in range(SHOWN):
        talked(f"Person{number} Smith")
    figure = fortnight_figure(fortnight(store, NOW))
    assert f"and {SHOWN} more, in the table" in words(figure)
    assert len(figure.description.table) == 2 * SHOWN


def test_two_empty_weeks_are_said_in_words(store: Store) -> None:
    figure = fortnight_figure(fortnight(store, NOW))
    assert figure.description.sentence == "Nothing is due in the next two weeks."
    assert figure.description.alt.startswith("An empty calendar of two weeks")


@pytest.mark.parametrize("look", [{}, {"dark": True}, {"grey": True}])
def test_hostile_names_are_drawn_as_they_are_in_every_look(
    store: Store, talked: Callable, look: dict
) -> None:
    talked("$$x_1$$ <img onerror=alert(1)>")
    talked("x" * 300)
    text = words(fortnight_figure(fortnight(store, NOW), **look))
    assert "Thank $$x_1$$" in text
    assert "<img" not in text
    assert "x" * 60 not in text, "cut to its day"
