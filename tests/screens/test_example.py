"""What the answer looks like."""

import olenb
from olenb.screens import example


def test_one_answer_is_shown_with_invented_people(wb, visit):
    page = visit(example(wb))
    (card,) = page.blocks("card")
    (sentence,) = page.blocks("say")
    assert "could introduce you" in page.text
    assert card["tag"].startswith("How sure: ")
    assert "for 20 minutes?" in sentence["text"]
    names = set(olenb.open_workbook(wb.home, sample=True).people["name"])
    assert card["title"].split(",")[0] in names


def test_it_stays_once_the_own_workbook_has_begun(wb, visit):
    wb.add("Ana Ruiz")
    assert "could introduce you" in visit(example(wb)).text
