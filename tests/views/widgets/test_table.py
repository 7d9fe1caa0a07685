import datetime as dt
import json

import pandas as pd
import pytest

from olenb.core.errors import NotAllowed
from olenb.views.widgets.base import SORRY
from olenb.views.widgets.table import Column, EditableTable

COLUMNS = [
    Column("name", "Name"),
    Column("met", "Met on", "date"),
    Column("status", "What happened", "select", ["sent", "met"]),
    Column("ok", "May I say the name", "checkbox"),
    Column("targets", "Places", "readonly"),
]


def people(count=3):
    return pd.DataFrame(
        {
            "name": [f"Person {number}" for number in range(count)],
            "met": pd.to_datetime(["2026-03-01", *[None] * (count - 1)]),
            "status": pd.Categorical(["sent", *[None] * (count - 1)], ["sent", "met"]),
            "ok": False,
            "targets": range(count),
        },
        index=range(100, 100 + count),
    )


class Saved:
    """An `on_edit` that remembers, and refuses a name that is "bad"."""

    def __init__(self):
        self.edits = []

    def __call__(self, row, column, value):
        if value == "bad":
            raise NotAllowed("That can't be a name. The cell keeps what it was.")
        if value == "broken":
            raise KeyError("Zzprobe")
        self.edits.append((row, column, value))


@pytest.fixture
def saved():
    return Saved()


@pytest.fixture
def table(page, saved):
    table = EditableTable(people(), COLUMNS, saved, caption="Your people")
    page.looks(table)
    return table


def edit(page, table, row, column, value):
    page.says(table, "edit", row=str(row), column=column, value=value)


def seen(page):
    return [row["cells"][0] for row in page.last("show")["document"]["rows"]]


def test_a_missing_date_is_an_empty_cell_and_breaks_nothing(page, table):
    document = page.last("show")["document"]
    assert document["rows"][:2] == [
        {"id": "100", "cells": ["Person 0", "2026-03-01", "sent", False, 0]},
        {"id": "101", "cells": ["Person 1", "", "", False, 1]},
    ]
    json.dumps(document, allow_nan=False)


@pytest.mark.parametrize(
    ("sent", "value"),
    [
        (("name", "  Zoe\u0308 "), "Zoë"),
        (("met", "2026-05-06"), dt.date(2026, 5, 6)),
        (("met", ""), None),
        (("status", "met"), "met"),
        (("status", ""), ""),
        (("ok", True), True),
    ],
)
def test_an_edit_reaches_python_in_the_columns_own_type(page, table, saved, sent, value):
    edit(page, table, 101, *sent)
    assert saved.edits == [(101, sent[0], value)]
    assert page.last("edited")["word"] == "Saved"


def test_an_edit_stays_when_the_page_is_opened_again(page, table):
    edit(page, table, 102, "name", "Zoë")
    page.looks(table)
    assert seen(page) == ["Person 0", "Person 1", "Zoë"]


def test_the_word_that_on_edit_returns_is_shown(page):
    table = EditableTable(people(), COLUMNS, lambda *_: "Kept", caption="Your people")
    page.looks(table)
    edit(page, table, 100, "name", "Ana")
    assert page.last("edited")["word"] == "Kept"


def test_a_refused_edit_brings_the_old_value_back_with_the_reason(page, table, saved):
    edit(page, table, 100, "name", "bad")
    refused = page.last("refused")
    assert (refused["row"], refused["column"], refused["value"]) == ("100", "name", "Person 0")
    assert refused["text"] == "That can't be a name. The cell keeps what it was."
    assert saved.edits == []


def test_an_unexpected_error_names_nobody(page, table):
    edit(page, table, 100, "name", "broken")
    assert page.last("refused")["text"] == SORRY


@pytest.mark.parametrize(
    ("sent", "reason"),
    [(("met", "soon"), "That isn't a date"), (("status", "lost"), "That isn't one of the choices")],
)
def test_what_does_not_fit_the_column_is_refused(page, table, saved, sent, reason):
    edit(page, table, 100, *sent)
    assert reason in page.last("refused")["text"]
    assert saved.edits == []


@pytest.mark.parametrize(("row", "column"), [(100, "targets"), (100, "nothing"), (999, "name")])
def test_only_cells_that_may_be_edited_are(page, table, saved, row, column):
    edit(page, table, row, column, "x")
    assert saved.edits == []


def test_thirty_thousand_rows_are_sent_fifty_at_a_time(page):
    table = EditableTable(people(30_000), COLUMNS, lambda *_: None, caption="Your people")
    page.looks(table)
    document = page.last("show")["document"]
    assert (len(document["rows"]), document["found"], document["total"]) == (50, 30_000, 30_000)
    page.says(table, "view", start=29_950)
    assert seen(page)[-1] == "Person 29999"


def test_rows_are_sorted_and_filtered_in_python(page, table):
    page.says(table, "view", sort="name", descending=True)
    assert seen(page) == ["Person 2", "Person 1", "Person 0"]
    page.says(table, "view", wanted="PERSON 1")
    assert seen(page) == ["Person 1"]
    document = page.last("show")["document"]
    assert (document["found"], document["total"], document["wanted"]) == (1, 3, "PERSON 1")


def test_a_row_that_was_just_edited_does_not_run_away(page, table):
    page.says(table, "view", sort="name")
    edit(page, table, 100, "name", "Zz")
    assert [row["id"] for row in page.last("show")["document"]["rows"]] == ["100", "101", "102"]
    assert [one["type"] for one in page.heard] == ["show", "show", "edited"]


def test_undo_reverses_and_shows_the_rows_as_they_are_now(page):
    frames = [people()]

    def rows():
        return frames[-1]

    def on_edit(row, column, value):
        frame = frames[-1].copy()
        frame.loc[row, column] = value
        frames.append(frame)

    def on_undo():
        frames.pop()
        return "Undone: the name of 1 person"

    table = EditableTable(rows, COLUMNS, on_edit, on_undo, caption="Your people")
    page.looks(table)
    assert page.last("show")["document"]["undo"] is True
    edit(page, table, 100, "name", "Zoë")
    page.says(table, "undo")
    assert seen(page)[0] == "Person 0"
    assert page.last("status")["text"] == "Undone: the name of 1 person"


def test_undo_needs_rows_that_can_be_asked_for_again():
    with pytest.raises(ValueError, match="With on_undo, rows is a function"):
        EditableTable(people(), COLUMNS, lambda *_: None, lambda: None, caption="Your people")


def test_a_table_without_undo_has_no_button_for_it(page, table):
    assert page.last("show")["document"]["undo"] is False
    page.says(table, "undo")
    assert page.heard[-1]["type"] == "show"


def test_a_table_keeps_every_name_out_of_its_state(page, table):
    assert repr(table) == "<olenb table>"
    assert "Person 0" in json.dumps(page.heard)
    assert "Person 0" not in f"{table.get_state()}{table._repr_mimebundle_()}"
