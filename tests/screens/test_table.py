"""Everybody in one table."""

import pytest

from olenb.screens import everybody


class Reader:
    def __init__(self, table):
        self.table, self.said = table, []
        table.send = lambda message, buffers=None: self.said.append(message)
        table._receive(table, {"type": "ready"}, [])

    def edit(self, row, column, value):
        message = {"type": "edit", "row": str(row), "column": column, "value": value}
        self.table._receive(self.table, message, [])
        return self.said[-1]

    @property
    def cells(self):
        documents = [m["document"] for m in self.said if m["type"] == "show"]
        return [row["cells"] for row in documents[-1]["rows"]]


@pytest.fixture
def page(wb):
    wb.add_people(["Ana Ruiz, Mayo Clinic, cousin", "Bo"])
    return Reader(everybody(wb))


def test_rows_read_in_the_words_of_the_screen(page):
    assert page.cells[0] == ["Ana Ruiz", "Mayo Clinic", "", "Family", "cousin", False, "", ""]


@pytest.mark.parametrize(
    ("column", "value", "kept"),
    [
        ("name", "Ana María Ruiz", "Ana María Ruiz"),
        ("organization", "Lakeview Labs", "Lakeview Labs"),
        ("role", "lab manager", "lab manager"),
        ("circle", "Friends", "friend"),
        ("relation", "old friend", "old friend"),
        ("email", "ana@example.org", "ana@example.org"),
        ("willingness", "I'd rather not ask", "rather not ask"),
    ],
)
def test_every_column_can_be_edited(page, wb, column, value, kept):
    person = int(wb.people["id"].iloc[0])
    assert page.edit(person, column, value)["type"] == "edited"
    assert wb.people.set_index("id").loc[person, column] == kept


def test_a_name_cannot_be_emptied(page, wb):
    answer = page.edit(int(wb.people["id"].iloc[0]), "name", "")
    assert (answer["type"], answer["value"]) == ("refused", "Ana Ruiz")
    assert "A person needs a name" in answer["text"]


def test_an_edit_can_be_taken_back(page, wb):
    page.edit(int(wb.people["id"].iloc[0]), "name", "Anna")
    page.table._receive(page.table, {"type": "undo"}, [])
    assert page.cells[0][0] == "Ana Ruiz"


def test_invented_people_stay_as_they_are(wb):
    page = Reader(everybody(wb))
    person = int(wb.people["id"].iloc[0])
    assert "These people are invented" in page.edit(person, "name", "Ana")["text"]
    assert wb.is_example
