"""The page for a counselor: ticked, seen, then saved; what isn't ticked isn't in it."""

import pytest

from olenb.screens.goals import counselor


@pytest.fixture
def page(own, talk, visit):
    own.goals.say("curiosity", "labs")
    own.goals.say("curiosity", "wards", talk, "Rosa plans one")
    own.goals.add_hypothesis("It is quiet there")
    return visit(counselor(own))


def ticks(page) -> dict[str, bool]:
    fields = [field for field in page.blocks("field") if field.get("kind") == "checkbox"]
    return {field["name"]: field.get("value") is True for field in fields}


def test_the_usual_is_ticked_and_shown(page):
    assert ticks(page) == {
        "part curiosity": True,
        "part targets": True,
        "part hunches": True,
        "part conversations": False,
        "part changes": False,
        "names": False,
    }
    titles = [card["title"] for card in page.blocks("card")]
    assert titles == [
        "What I'm curious about", "Where I look first", "Hunches to check", "To talk about"
    ]  # fmt: skip
    assert "Rosa" not in page.text


def test_another_moment_brings_its_own_ticks(page):
    page.press("change", **ticks(page), moment="after the third conversation", question="")
    assert ticks(page)["part changes"]
    assert ticks(page)["part conversations"]
    assert "What do you hear in what changed?" in page.text


def test_what_is_saved_is_what_is_ticked(page):
    only = dict.fromkeys(ticks(page), False) | {"part hunches": True}
    page.press("save", **only, moment="after goals", question="Who would know?")
    saved = page.downloads["for-my-counselor.html"].decode()
    assert "It is quiet there" in saved
    assert "Who would know?" in saved
    assert "wards" not in saved
    assert "Rosa" not in saved


def test_people_are_named_only_with_a_tick(page):
    every = dict.fromkeys(ticks(page), True)
    page.press("save", **every, moment="after goals", question="")
    assert "Rosa Vik" in page.downloads["for-my-counselor.html"].decode()
    page.press("save", **every | {"names": False}, moment="after goals", question="")
    assert "Rosa" not in page.downloads["for-my-counselor.html"].decode()


def test_what_does_not_fit_on_one_sheet_is_said(own, page):
    for n in range(6):
        own.goals.add_hypothesis(f"{n} " + "it is quiet there, and nobody sings " * 6)
    every = dict.fromkeys(ticks(page), True)
    page.press("change", **every, moment="after goals", question="x " * 400)
    assert "left out. Untick something" in page.text


def test_nothing_to_say_yet_says_what_is_enough(wb, visit):
    wb.add("Ana Ruiz")
    assert "One curiosity, further up, is enough." in visit(counselor(wb)).text
