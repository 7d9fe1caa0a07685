"""One curiosity and one reason."""

from olenb.method import goals
from olenb.screens import curiosity, purpose


def test_the_first_words_begin_the_own_workbook(wb, visit):
    page = visit(curiosity(wb))
    heard = page.press("save", words="what a lab manager does")
    assert heard.startswith("This is your own workbook now")
    assert goals.said(wb.store, "curiosity") == "what a lab manager does"
    assert page.field("words")["value"] == "what a lab manager does"


def test_no_words_begin_nothing(wb, visit):
    page = visit(curiosity(wb))
    assert "A few words are enough" in page.press("save", words="")
    assert page.trouble["field"] == "words"
    assert wb.is_example


def test_the_invented_curiosity_is_not_put_into_the_users_mouth(wb, visit):
    assert not visit(curiosity(wb)).field("words").get("value")
    assert not visit(purpose(wb)).field("purpose").get("value")


def test_a_reason_is_saved_as_soon_as_it_is_chosen(wb, visit):
    page = visit(purpose(wb))
    assert len(page.field("purpose")["options"]) == 4
    assert page.press("save", purpose="market").endswith("Saved.")
    assert page.field("purpose")["value"] == "market"


def test_taking_the_choice_back_changes_nothing(wb, visit):
    page = visit(purpose(wb))
    assert page.press("save", purpose="") == ""
    assert wb.is_example
