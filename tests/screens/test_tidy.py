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


def test_two_people_of_one_name_become_one(wb, visit):
    wb.add_people(["Ana Ruiz, Mayo Clinic, cousin", "Ana Ruiz"])
    page = visit(tidy(wb))
    assert "The first: Mayo Clinic" in page.text
    assert "The second: only the name is known" in page.text
    page.press("same", next(page.blocks("card"))["id"])
    assert list(wb.people["organization"]) == ["Mayo Clinic"]
    page.press("undo")
    assert len(wb.people) == 2


def test_two_people_of_one_name_stay_two_when_the_user_says_so(wb, visit):
    wb.add_people(["Ana Ruiz, Mayo Clinic, cousin", "Ana Ruiz"])
    page = visit(tidy(wb))
    page.press("different", next(page.blocks("card"))["id"])
    assert len(wb.people) == 2
    assert "Nothing to tidy up" in visit(tidy(wb)).text


def test_undo_is_offered_only_where_the_change_was_made(wb, visit, page):
    assert not page.buttons("undo")
    page.press("different", next(page.blocks("card"))["id"])
    assert page.buttons("undo")
    wb.add_target("Mayo Clinic")
    page.form.refresh()
    assert not page.buttons("undo")
