"""Taking people along: a look first, a number to confirm, and nothing confidential in the file."""

import pytest

from olenb.screens import everybody, leaving

SECRET = "Zzyzx Secret"


@pytest.fixture
def page(wb, visit):
    wb.add_people(["Ana Ruiz, Mayo Clinic, cousin", f"{SECRET}, Halden Energy"])
    return visit(leaving(wb))


def test_what_would_leave_is_shown_before_anything_does(page):
    page.press("look", what="people", ending=".csv")
    assert page.text.startswith("2 people would leave, with these columns: Name, Organization")
    (table,) = page.blocks("tableblock")
    assert table["rows"][0][:2] == ["Ana Ruiz", "Mayo Clinic"]
    assert page.downloads == {}
    (save,) = page.buttons("save")
    assert save["confirm"].startswith("2 people leave this workbook in a file.")


def test_the_file_is_what_was_shown_and_is_written_down(page, wb):
    page.press("look", what="people", ending=".csv")
    said = page.press("save")
    ((name, content),) = page.downloads.items()
    assert said.startswith(f"It is in this browser's downloads: {name}.")
    assert content.decode("utf-8-sig").count("\r\n") == 3
    assert wb.leaving.before()[["name", "kind"]].to_dict("records") == [
        {"name": name, "kind": "people"}
    ]
    assert "What left before (1)" in page.text
    assert wb.undo() == "Added 2 people"  # nothing to undo came of saving


def test_who_is_ticked_in_the_table_stays_behind(page, wb, visit):
    table = everybody(wb)
    secret = int(wb.people.loc[wb.people["name"] == SECRET, "id"].iloc[0])
    table._on_edit(secret, "confidential", True)
    page.press("look", what="people", ending=".vcf", story=True)
    assert "1 person would leave" in page.text
    assert "Stays behind, because you marked it as between you: 1 person." in page.text
    page.press("save")
    (content,) = page.downloads.values()
    assert b"Ana Ruiz" in content
    assert SECRET.encode() not in content


def test_the_kinds_of_file_are_those_that_there_are(page):
    page.press("choose", what="graph", ending=".csv")
    (ending,) = [field for field in page.blocks("field") if field["name"] == "ending"]
    assert (ending["value"], len(ending["options"])) == (".graphml", 1)
    page.press("look", what="graph", ending=".csv")
    page.press("save")
    assert [name.rpartition(".")[2] for name in page.downloads] == ["graphml"]


def test_nothing_to_take_along_is_said_and_can_not_be_saved(page):
    page.press("look", what="tracker", ending=".xlsx")
    assert "nothing to take along yet" in page.text
    assert page.buttons("save") == []
    page.press("back")
    assert page.buttons("look")


def test_the_example_says_that_its_people_are_invented(visit, wb):
    page = visit(leaving(wb))
    page.press("look", what="graph", ending=".graphml", answers=True)
    assert "They are invented." in page.text
    page.press("save")
    assert wb.is_example
