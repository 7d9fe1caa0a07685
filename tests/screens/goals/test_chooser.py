"""The exercises wait below: none is open, one at a time, each with an example."""

import pytest

from olenb.core.errors import ExampleIsReadOnly
from olenb.screens.goals import exercises
from olenb.screens.goals.chooser import GROUPS

KINDS = [kind for _, kinds in GROUPS.values() for kind in kinds]


def test_nothing_is_open_until_the_user_opens_it(wb, visit):
    page = visit(exercises(wb))
    assert [block["text"] for block in page.blocks("heading")] == [
        "When you are stuck",
        "When you want more",
    ]
    assert not list(page.blocks("field"))
    assert {button["item"] for button in page.buttons("open")} == {kind.key for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_one_exercise_is_open_with_an_example_a_click_away(wb, visit, kind):
    page = visit(exercises(wb))
    page.press("open", kind.key)
    assert [block["text"] for block in page.blocks("heading")] == [kind.title]
    example = next(b for b in page.blocks("details") if b["summary"] == "See an example")
    assert example["blocks"]
    assert not example.get("open")
    assert kind.gives in page.text
    assert "You can stop at any time" in page.text
    assert len(list(page.blocks("heading"))) == 1
    page.press("close")
    assert page.buttons("open", kind.key)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_an_exercise_takes_at_most_twenty_five_minutes_and_speaks_plainly(kind):
    assert 5 <= kind.minutes <= 25
    words = " ".join((kind.title, kind.gives, *kind.example)).casefold()
    assert not any(word in words for word in ("network", "ego", "hypothesis", "score"))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_the_invented_answers_are_not_put_into_the_users_mouth(wb, visit, kind):
    page = visit(exercises(wb))
    page.press("open", kind.key)
    typed = [field.get("value") for field in page.blocks("field") if field.get("kind") != "date"]
    assert not any(typed)
    assert not page.buttons(f"{kind.key} remove")


def test_the_first_answer_begins_the_own_workbook(wb, opened):
    page = opened(wb, "why")
    heard = page.press("why save", purpose="role", words="I choose courses in spring")
    assert heard.startswith("This is your own workbook now")
    assert wb.goals.said("why now") == "I choose courses in spring"
    assert page.field("words")["value"] == "I choose courses in spring"
    assert page.buttons("undo")
    page.press("undo")
    assert wb.goals.said("why now") == ""


def test_the_example_that_was_opened_on_purpose_stays_as_it_is(home, visit):
    from olenb.workbook import open_workbook

    wb = open_workbook(home, sample=True)
    page = visit(exercises(wb))
    page.press("open", "why")
    assert "stays as it is" in page.press("why save", purpose="role", words="x")
    with pytest.raises(ExampleIsReadOnly):
        wb.own()
