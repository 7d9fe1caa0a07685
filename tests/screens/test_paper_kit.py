"""The paper kit from a page: all of it or one card, for the paper that was chosen."""

import pytest

from olenb.room.kit import catalogue
from olenb.screens import paper_kit


def test_the_whole_kit_is_one_page_to_print(wb, visit, home):
    page = visit(paper_kit(wb))
    assert "Open it and print it" in page.press("save", people="12", size="a4")
    kit = page.downloads["paper-kit.html"].decode()
    assert "size: a4;" in kit
    assert kit.count("for the wall, if you like") == 12
    assert not (home / "workbook.olenb").exists()


def test_one_card_is_saved_alone(wb, visit):
    page = visit(paper_kit(wb))
    assert {one["item"] for one in page.buttons("one")} == set(catalogue.NAMES)
    assert not list(page.blocks("card")), "a card would keep the form's answers from its button"
    page.press("one", "exit-ticket", people="30", size="letter")
    assert "To hand in" in page.downloads["exit-ticket.html"].decode()


@pytest.mark.parametrize("people", ["", "0", "301", "ten"])
def test_a_number_that_is_none_is_said_beside_it(wb, visit, people):
    page = visit(paper_kit(wb))
    page.press("save", people=people, size="letter")
    assert "a number from 1 to 300" in str(page.document) + str(page.trouble)
    assert not page.downloads
