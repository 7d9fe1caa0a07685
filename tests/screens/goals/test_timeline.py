"""How the goals changed: a picture, a sentence, a table, and a file that names nobody."""

from olenb.screens.goals import timeline


def test_the_example_shows_a_history(wb, visit):
    page = visit(timeline(wb))
    assert "Since October 4, 2026" in page.text
    assert "Imani Quispe" in next(page.blocks("drawing"))["day"]


def test_an_empty_history_says_where_it_begins(wb, visit):
    wb.add("Ana Ruiz")
    assert "begins with one thing that you're curious about" in visit(timeline(wb)).text


def test_the_saved_picture_names_nobody_without_a_tick(own, talk, visit):
    own.goals.say("curiosity", "labs")
    own.goals.say("curiosity", "wards", talk, "Rosa plans one")
    page = visit(timeline(own))
    assert "Rosa Vik" in page.text
    page.press("save", names=False)
    assert b"Rosa" not in page.downloads["my-goals.svg"]
    page.press("save", names=True)
    assert b"Rosa Vik" in page.downloads["my-goals.svg"]
