"""The energy log: two numbers to an activity, and verbs only where both point the same way."""

import pytest

from olenb.core.errors import NotAllowed
from olenb.method.exercises import energy, rows


def test_verbs_to_look_for_come_first_and_nothing_is_said_of_the_mixed_ones(store):
    energy.note(store, "open day", "explaining", energy=2, engagement=3, done_on="2026-10-02")
    energy.note(store, "tutoring", "Explaining", energy=1, engagement=2, done_on="2026-10-03")
    energy.note(store, "expenses", "copying", energy=-2, engagement=0, done_on="2026-10-01")
    energy.note(store, "night shift", "selling", energy=-1, engagement=3)
    energy.note(store, "a walk", "", energy=2, engagement=1)
    df = energy.verbs(store)
    assert df[["verb", "times", "lean"]].values.tolist() == [
        ["explaining", 2, "seek"],
        ["selling", 1, "open"],
        ["copying", 1, "avoid"],
    ]
    assert energy.activities(store)["what"].tolist()[:3] == ["expenses", "open day", "tutoring"]


def test_an_empty_log_has_no_verbs(store):
    assert energy.verbs(store).empty
    assert list(energy.verbs(store)) == ["verb", "times", "energy", "engagement", "lean"]


@pytest.mark.parametrize(("e", "g"), [(3, 0), (-3, 0), (0, 4), (0, -1)])
def test_numbers_stay_in_their_range(store, e, g):
    with pytest.raises(NotAllowed, match="from -2 to 2"):
        energy.note(store, "x", "y", energy=e, engagement=g)
    with pytest.raises(NotAllowed, match="What did you do"):
        energy.note(store, " ", "y", energy=0, engagement=0)
    assert store.last_change() is None


def test_a_line_is_taken_away_and_undo_brings_it_back(store):
    row = energy.note(store, "expenses", "copying", energy=-2, engagement=0)
    rows.remove(store, "activity", row)
    assert energy.activities(store).empty
    store.undo()
    assert energy.activities(store)["id"].tolist() == [row]
