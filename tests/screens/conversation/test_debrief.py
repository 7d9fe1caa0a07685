"""Afterwards, one thing at a time: each answer is kept where it belongs, and can be taken back."""

from collections.abc import Callable
from datetime import date, time

import pytest

from olenb.method import permissions
from olenb.screens.conversation import advice, debrief
from olenb.screens.conversation.debrief import STEPS
from olenb.screens.conversation.facts_after import time_of_day
from olenb.workbook import Workbook


@pytest.fixture
def page(wb: Workbook, talk: int, visit: Callable):
    return visit(debrief(wb))


def go(page, title: str) -> None:
    """Go on until a step is asked."""
    for _ in STEPS:
        if any(block["text"].startswith(title) for block in page.blocks("heading")):
            return
        page.press("go", "on")
    raise AssertionError(title)


def test_one_step_is_asked_at_a_time_and_each_can_be_skipped(page) -> None:
    for number in range(1, len(STEPS) + 1):
        assert f"Step {number} of {len(STEPS)}" in page.document["blocks"][1]["text"]
        assert len(list(page.blocks("heading"))) == 1
        page.press("go", "on")
    assert "That is all of it" in page.text
    page.press("go", "back")
    assert "Does it change what you want to find out?" in page.text


def test_when_it_ended_is_filled_in_and_can_be_corrected(page, wb: Workbook, talk: int) -> None:
    assert page.field("clock")["value"] == "4:20 pm"
    assert page.field("day")["value"] == "2026-11-24"
    assert "such as 4:20 pm" in page.press("save", day="2026-11-24", clock="soon")
    assert "pick the day" in page.press("save", day="", clock="4 pm")
    page.press("save", day="2026-11-24", clock="16:31", extended=True)
    row = wb.conversations.held.iloc[0]
    assert row["ended_at"] == "2026-11-24T16:31:00+01:00"
    assert row["extended"]
    assert "What did you learn" in page.text


def test_a_conversation_without_the_clock_is_noted_here(
    wb: Workbook, maya: int, visit: Callable
) -> None:
    page = visit(debrief(wb))
    assert "When did it end?" in page.text
    assert not page.buttons("go")
    future = date.today().replace(year=date.today().year + 1)
    assert "hasn't come yet" in page.press("save", day=future.isoformat(), clock="4 pm")
    page.press("save", day="2026-11-24", clock="4:20 pm")
    assert wb.conversations.held["person"].tolist() == ["Maya Okafor"]
    page.press("talk", talk="new")
    page.press("save", day="2026-11-25", clock="9 am")
    assert len(wb.conversations.held) == 2


def test_nobody_and_nothing_says_what_to_do(wb: Workbook, visit: Callable) -> None:
    wb.add_target("Moss Clinic")
    assert "First choose whom you talked with" in visit(debrief(wb)).text


def test_what_was_learned_and_what_comes_next(page, wb: Workbook) -> None:
    go(page, "What did you learn")
    page.press("save", learned="Counting <b>", next_action="write to Lena")
    row = wb.conversations.held.iloc[0]
    assert (row["learned"], row["next_action"]) == ("Counting <b>", "write to Lena")
    page.press("undo")
    assert wb.conversations.held.iloc[0]["learned"] == ""


def test_a_referral_is_all_in_one_and_one_undo_takes_it_back(page, wb: Workbook, maya: int) -> None:
    go(page, "Whom did they tell you")
    assert "A first name is enough" in page.press("save", name="")
    page.press(
        "save", name="Lena Vang", role="analyst", organization="Bramblecote Biologics",
        email="", permission="yes", scope="by email only",
    )  # fmt: skip
    (row,) = wb.conversations.referrals.to_dict("records")
    assert (row["referred"], row["scope"], row["followed"]) == ("Lena Vang", "by email only", False)
    assert permissions.may_name(wb.store, maya, row["referred_id"]).allowed
    ties = wb.ties
    (tie,) = ties[ties["knows_id"] == row["referred_id"]].to_dict("records")
    assert (tie["evidence"], tie["as_of"]) == ("told", "2026-11-24")
    assert "You may say who sent you: by email only." in page.text
    page.press("permit", str(row["id"]), permission="no", scope="")
    assert not permissions.may_name(wb.store, maya, row["referred_id"]).allowed
    page.press("undo")
    page.press("undo")
    assert wb.conversations.referrals.empty
    assert len(wb.people) == 1


def test_places_go_onto_the_list(page, wb: Workbook, talk: int) -> None:
    go(page, "Which places")
    assert "One of the two" in page.press("save", organization="", role="")
    page.press("save", organization="Silverbirk Laboratories", role="lab manager")
    assert "On your list: lab manager at Silverbirk Laboratories" in page.text
    assert wb.store.one("SELECT conversation FROM target")["conversation"] == talk


def test_advice_is_kept_and_answered_later(page, wb: Workbook, visit: Callable) -> None:
    go(page, "What did they advise")
    page.press("save", words="shadow a night", confidential=False)
    later = visit(advice(wb))
    (note,) = wb.conversations.notes["id"]
    assert "From Maya Okafor" in later.text
    later.press("did", str(note), done="asked for a date")
    assert wb.conversations.notes["done"][0] == "asked for a date"
    assert "Taken back" in later.press("did", str(note), done="")


def test_hunches_are_answered_one_by_one(page, wb: Workbook, talk: int) -> None:
    hunch = wb.goals.add_hypothesis("They work nights")
    go(page, "What does it say about your hunches")
    assert "choose one of the three" in page.press("save", str(hunch), verdict="", words="")
    page.press("save", str(hunch), verdict="contradicts", words="they close at eight")
    (row,) = wb.goals.findings.to_dict("records")
    assert (row["verdict"], row["conversation_id"]) == ("contradicts", talk)
    assert "They work nights · it seems not · they close at eight" in page.text


def test_what_is_between_us_is_marked_and_can_be_changed(page, wb: Workbook) -> None:
    go(page, "What else was said")
    page.press("save", words="one short since September", kind="quote", confidential=True)
    (note,) = wb.conversations.notes.to_dict("records")
    assert (note["confidential"], note["kind"]) == (True, "quote")
    assert next(page.blocks("card"))["tag"] == "between us"
    page.press("mark", str(note["id"]))
    assert not wb.conversations.notes["confidential"][0]
    page.press("drop", str(note["id"]))
    assert wb.conversations.notes.empty


def test_who_talked_and_what_helped(page, wb: Workbook) -> None:
    go(page, "Who talked how much")
    page.press("save", i_talked="3")
    page.press("save", helped="the week in detail")
    row = wb.conversations.held.iloc[0]
    assert (row["i_talked"], row["helped"]) == (3, "the week in detail")


def test_the_goals_change_with_a_reason(page, wb: Workbook, talk: int) -> None:
    wb.goals.say("curiosity", "lab work")
    go(page, "Does it change")
    assert page.field("curiosity")["value"] == "lab work"
    page.press("save", curiosity="night labs", purpose="role", because="she likes the quiet")
    rows = wb.store.rows("SELECT value, because FROM goal WHERE conversation = ?", (talk,))
    assert [tuple(row) for row in rows] == [
        ("night labs", "she likes the quiet"), ("role", "she likes the quiet"),
    ]  # fmt: skip
    page.press("go", "back")
    assert "stays as it is" in page.press(
        "save", curiosity="night labs", purpose="role", because=""
    )


def test_the_example_shows_every_step_and_takes_nothing(wb: Workbook, visit: Callable) -> None:
    page = visit(debrief(wb))
    seen = []
    for _ in STEPS:
        seen.append(page.text)
        assert not page.buttons("save")
        page.press("go", "on")
    everything = "\n".join(seen)
    for words in ("Marguerite Thao", "by email only", "between us", "less me than them"):
        assert words in everything
    assert wb.is_example


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("4:20 pm", time(16, 20)), ("4 PM", time(16)), ("12:05 am", time(0, 5)),
        ("12 p.m.", time(12)), ("16h30", time(16, 30)), ("9", time(9)),
        ("25:00", None), ("13 pm", None), ("4:75", None), ("", None), ("noon", None),
    ],
)  # fmt: skip
def test_a_time_is_read_as_people_write_it(text: str, clock: time | None) -> None:
    assert time_of_day(text) == clock
