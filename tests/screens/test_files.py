"""A file of people."""

import csv
import tempfile

import pytest

from olenb.core import place
from olenb.screens import files

CARDS = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{}\r\nEMAIL:{}\r\nORG:Lakeview Labs\r\nEND:VCARD\r\n"


@pytest.fixture
def page(wb, visit):
    return visit(files(wb))


@pytest.fixture
def cards(tmp_path):
    path = tmp_path / "contacts.vcf"
    people = [("Ana Ruiz", "ana@example.org"), ("Bo Lind", "bo@example.org")]
    path.write_bytes("".join(CARDS.format(*person) for person in people).encode())
    return path


def table(path, *rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


@pytest.fixture
def alumni(tmp_path):
    header = ["Alum", "Grad", "Works at", "Job"]
    rows = [["Grace Vang", "2011", "Mayo Clinic", "nurse"], ["", "2012", "Lakeview Labs", "cook"]]
    return table(tmp_path / "alumni.csv", header, *rows)


def rows_of(page):
    return {row[0]: row[1] for block in page.blocks("tableblock") for row in block["rows"]}


def test_a_file_is_first_shown_and_nothing_is_written(page, wb, cards):
    page.bring("bring", cards)
    assert wb.is_example
    assert rows_of(page)["New"] == "2"
    assert [b["label"] for b in page.buttons()] == ["Bring in 2 people", "No, leave it"]


def test_a_bar_moves_while_a_file_is_looked_at_and_while_it_is_brought_in(page, cards):
    page.bring("bring", cards)
    assert {text for _, text in page.progress} == {"Reading the file", "Comparing with your people"}
    page.progress.clear()
    page.press("apply")
    assert page.progress[-1] == (1.0, "Done")


def test_one_click_brings_it_in_and_one_takes_it_back(page, wb, cards):
    page.bring("bring", cards)
    page.press("apply")
    assert sorted(wb.people["name"]) == ["Ana Ruiz", "Bo Lind"]
    assert "2 rows read; 2 new." in page.text
    assert page.press("take_back").startswith("Taken back")
    assert wb.people.empty


def test_the_same_file_again_offers_nothing_to_bring(page, cards):
    page.bring("bring", cards)
    page.press("apply")
    page.press("leave")
    page.bring("bring", cards)
    assert "Nothing new in this file" in page.text
    assert not page.buttons("apply")


def test_a_file_can_be_left(page, wb, cards):
    page.bring("bring", cards)
    assert page.press("leave") == "Left out. Nothing was changed."
    assert wb.is_example
    assert list(page.blocks("upload"))


@pytest.mark.parametrize("button", ["apply", "leave"])
def test_no_copy_is_kept_of_a_file_that_was_brought(page, cards, tmp_path, monkeypatch, button):
    copies = tmp_path / "copies"
    copies.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(copies))
    page.bring("bring", cards)
    assert [path.name for path in copies.rglob("*.vcf")] == ["contacts.vcf"]
    page.press(button)
    assert not list(copies.rglob("*.vcf"))


def test_a_wrong_file_is_named_for_what_it_is(page, tmp_path):
    (tmp_path / "cv.pdf").write_bytes(b"%PDF-1.7 my life")
    assert "a PDF document" in page.bring("bring", tmp_path / "cv.pdf")
    assert list(page.blocks("upload"))


def test_the_newest_file_of_the_inbox_is_offered(page, wb, cards):
    inbox = wb.home / "inbox"
    inbox.mkdir(parents=True)
    (inbox / ".DS_Store").write_bytes(b"")
    cards.rename(inbox / cards.name)
    page.form.refresh()
    assert page.buttons("inbox")[0]["label"] == "Look at “contacts.vcf” from the inbox folder"
    page.press("inbox")
    page.press("apply")
    assert len(wb.people) == 2
    assert (inbox / cards.name).exists()


def test_a_table_is_not_read_before_the_user_may_copy_it(page, alumni):
    page.bring("bring", alumni)
    assert "Am I allowed to copy this?" in page.text
    assert "Grace" not in page.text
    assert page.press("leave") == "Left out. Nothing was changed."


def test_the_columns_of_a_table_are_guessed_and_asked(page, wb, alumni):
    page.bring("bring", alumni)
    page.press("may")
    assert page.field("name")["value"] == "Alum"
    assert page.field("organization")["value"] == "Works at"
    said = {"name": "Alum", "organization": "Works at", "role": "Job", "class_year": "Grad"}
    page.press("columns", **said)
    assert "1 row left out, and why" in page.text
    assert "no name in this row" in page.text
    page.press("apply")
    (row,) = wb.people.to_dict("records")
    assert (row["name"], row["role"], row["class_year"]) == ("Grace Vang", "nurse", 2011)
    assert not row["knows_me"]


def test_columns_are_remembered_for_the_next_table_of_the_same_kind(page, alumni, tmp_path):
    page.bring("bring", alumni)
    page.press("may")
    page.press("columns", name="Alum", organization="Job")
    page.press("apply")
    page.press("leave")
    page.bring(
        "bring", table(tmp_path / "next.csv", ["Alum", "Grad", "Works at", "Job"], list("abcd"))
    )
    page.press("may")
    assert page.field("organization")["value"] == "Job"
    assert not page.field("class_year").get("value")


def test_a_table_without_names_is_asked_about_again(page, alumni):
    page.bring("bring", alumni)
    page.press("may")
    assert "Please say which column holds the name" in page.press("columns", city="Job")
    assert page.buttons("columns")


def test_undo_after_a_table_takes_back_the_people_first(page, wb, alumni):
    page.bring("bring", alumni)
    page.press("may")
    page.press("columns", name="Alum")
    page.press("apply")
    wb.undo()
    assert wb.people.empty


@pytest.fixture
def ties(tmp_path):
    rows = [["Ines", "Ana", "told"], ["Ana", "Bo", "seen"]]
    return table(tmp_path / "ties.csv", ["person", "knows", "evidence"], *rows)


def test_in_a_file_of_ties_the_user_says_who_they_are(page, wb, ties):
    page.bring("bring", ties)
    assert page.field("me")["options"] == ["Ana", "Bo", "Ines"]
    page.press("me", me="Ines")
    page.press("apply")
    assert sorted(wb.people["name"]) == ["Ana", "Bo"]
    assert len(wb.ties) == 2


def test_in_a_file_of_ties_the_user_may_be_missing(page, wb, ties):
    page.bring("bring", ties)
    page.press("me", me="")
    assert page.trouble["field"] == "me"
    page.press("not_me")
    page.press("apply")
    assert sorted(wb.people["name"]) == ["Ana", "Bo", "Ines"]


def test_on_a_borrowed_computer_the_linkedin_file_is_homework(page, wb):
    assert "borrowed" not in page.text
    place.say_whose(wb.home, borrowed=True)
    page.form.refresh()
    assert "leave your LinkedIn file for your own one" in page.text


def test_on_a_hub_that_wants_typed_names_there_is_no_place_for_a_file(wb, visit, monkeypatch):
    monkeypatch.setenv("OLENB_TYPED_ONLY", "1")
    page = visit(files(wb))
    assert "leave files of people on your own one" in page.text
    assert list(page.blocks("upload")) == []
