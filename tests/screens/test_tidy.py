"""What may belong together."""

import pytest

from olenb.screens import tidy


@pytest.fixture
def page(wb, visit):
    wb.add_people(["Ana, Lakeview Laboratories, cousin", "Bo, Lakeview Laboratory, friend"])
    return visit(tidy(wb))


def test_nothing_to_tidy_says_when_there_will_be(wb, visit):
    assert "Nothing to tidy up" in visit(tidy(wb)).text


def test_two_spellings_become_one_place(page, wb):
    assert "Lakeview Laborator" in page.text
    assert page.press("same", next(page.blocks("card"))["id"]) == "One from now on."
    assert len(wb.organizations) == 1
    assert wb.people["organization"].nunique() == 1
    assert "Nothing to tidy up" in page.text


def test_a_refusal_is_remembered(page, wb, visit):
    page.press("different", next(page.blocks("card"))["id"])
    assert len(wb.organizations) == 2
    assert "Nothing to tidy up" in visit(tidy(wb)).text


def test_a_pair_can_wait_until_another_day(page, wb, visit):
    page.press("later", next(page.blocks("card"))["id"])
    assert "Nothing to tidy up" in page.text
    assert "Lakeview Laborator" in visit(tidy(wb)).text


def test_a_decision_can_be_taken_back(page, wb):
    page.press("same", next(page.blocks("card"))["id"])
    page.press("undo")
    assert len(wb.organizations) == 2
    assert list(page.blocks("card"))
