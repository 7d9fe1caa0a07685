"""Looking back, and the report: looked at line by line before anything leaves."""

import pytest

from olenb.contacts import people
from olenb.method import goals, notes, permissions
from olenb.screens import review


@pytest.fixture
def told(wb):
    """A workbook with a conversation, a note and a changed goal."""
    with wb.writing() as store:
        ana = people.add(store, "Ana Ruiz")
        goals.say_curiosity(store, "labs")
        with store.change("x") as change:
            talk = change.insert(
                "conversation", person=ana, ended_at="2026-11-20T16:00:00-06:00",
                learned="It is half figures",
            )  # fmt: skip
        goals.say_curiosity(store, "figures", talk, "she likes them")
        for number in range(4):
            notes.write(store, ana, "learned", f"lesson {number}", conversation=talk)
        notes.write(store, ana, "learned", "Zzyzx secret", conversation=talk, confidential=True)
    return ana


@pytest.mark.parametrize("form", review.__all__)
def test_an_empty_workbook_says_what_to_do_and_counts_nothing(wb, visit, form):
    wb.add_target("Mayo Clinic")
    page = visit(getattr(review, form)(wb))
    assert page.text
    assert "0" not in page.text.replace("2026", "")


@pytest.mark.parametrize("form", review.__all__)
def test_the_example_has_something_to_show(wb, visit, form):
    assert len(visit(getattr(review, form)(wb)).text) > 100


def test_the_headline_comes_first_and_older_lines_are_a_click_away(wb, visit, told):
    page = visit(review.so_far(wb))
    assert page.text.startswith("1 conversation held, 1 decision changed.")
    assert "3 more" in page.text
    assert "Zzyzx secret" in page.text, "the user's own eyes see everything"


def test_the_timeline_is_a_picture_with_its_table(wb, visit, told):
    page = visit(review.timeline(wb))
    assert len(list(page.blocks("drawing"))) == 1
    assert "figures" in page.text


def test_what_is_next_names_the_thanks_that_are_due(wb, visit, told):
    assert "Ana Ruiz: thank-you." in visit(review.next_steps(wb)).text


def test_the_preview_holds_what_the_page_will_hold_and_no_secret(wb, visit, told):
    page = visit(review.report(wb))
    assert "lesson 3" in page.text
    assert "Zzyzx" not in page.text
    assert "Ana Ruiz" not in page.text
    assert page.press("save").startswith("Saved.")
    (content,) = page.downloads.values()
    assert b"lesson 3" in content
    assert b"Ana" not in content


def test_names_come_with_a_tick_and_who_is_not_named_is_said(wb, visit, told):
    page = visit(review.report(wb))
    page.press("names", names=True)
    assert "Ana Ruiz" in page.text
    with wb.writing() as store:
        permissions.record(store, told, "no")
    page.form.refresh()
    assert "1 person said no, or haven't been asked yet" in page.text
    assert "Ana Ruiz" not in page.text


def test_a_line_a_part_and_a_picture_can_each_be_left_out(wb, visit, told):
    page = visit(review.report(wb))
    keys = [b["name"] for b in page.blocks("field")]
    page.press("tick", **{"goal 2": False})
    assert page.field("goal 2")["value"] is False
    page.press("tick", held=False)
    page.press("tick", **{"picture goals": False})
    page.press("save")
    (content,) = page.downloads.values()
    assert b"she likes them" not in content
    assert b"<img" not in content
    assert b"Conversations" not in content
    assert {"goal 2", "held", "picture goals"} <= set(keys)
    page.press("tick", held=True)
    page.press("save")
    assert b"Conversations" in page.downloads["report.html"]
