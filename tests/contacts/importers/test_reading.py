"""One door for every table of text."""

import contextlib
import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olenb.contacts.importers.contents import MAX_BYTES, file_bytes
from olenb.contacts.importers.decoding import decoded
from olenb.contacts.importers.reading import (
    MAX_CELL,
    MAX_ROWS,
    MAX_TEXT,
    first_rows,
    has,
    looks_like_header,
    read_table,
)
from olenb.core.errors import WrongFile

HEADER = has("Name", "City")
TEXT = "Name,City\nJosé Peña,Zürich\nBo,Århus\n"


def cells(content, is_header=HEADER):
    if isinstance(content, str):
        content = content.encode()
    return [row.cells for row in read_table(content, is_header).rows]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman"]
)
def test_every_encoding_gives_the_same_names(encoding):
    assert cells(TEXT.encode(encoding)) == [["José Peña", "Zürich"], ["Bo", "Århus"]]


def test_central_european_names_are_read_rightly():
    assert cells("Name,City\nŁukasz Żak,Łódź\n".encode("cp1250")) == [["Łukasz Żak", "Łódź"]]


def test_a_guessed_encoding_is_said_and_a_known_one_is_not():
    assert "Windows" in read_table(TEXT.encode("cp1252"), HEADER).notes[0]
    assert "Mac" in read_table(TEXT.encode("mac_roman"), HEADER).notes[0]
    assert read_table(TEXT.encode(), HEADER).notes == []


@given(st.binary())
def test_no_bytes_break_the_decoder(content):
    text, _ = decoded(content)
    text.encode()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_delimiters_and_line_ends_are_found_out(delimiter, end):
    text = TEXT.replace(",", delimiter).replace("\n", end)
    assert cells(text) == [["José Peña", "Zürich"], ["Bo", "Århus"]]


def test_a_sep_line_is_believed():
    assert cells("sep=;\nName;City\nAna, the first;Ulm\n") == [["Ana, the first", "Ulm"]]


@pytest.mark.parametrize(
    ("preamble", "line"),
    [
        ("", 2),
        ('Notes:\n"When exporting, data is as-is."\n\n', 5),
        ('"Notes:"\n', 3),
        ("Notes:\nTwo lines, without quotes\nand commas, three, of them\n", 5),
        ("\n" * 20, 22),
    ],
)
def test_a_preamble_costs_nobody(preamble, line):
    table = read_table(f"{preamble}Name,City\nAna,Ulm\nBo,Ulm\n".encode(), HEADER)
    assert [(row.line, row.cells[0]) for row in table.rows] == [(line, "Ana"), (line + 1, "Bo")]


def test_a_header_too_far_down_or_missing_is_none():
    assert read_table(b"x\n" * 31 + b"Name,City\nAna,Ulm\n", HEADER) is None
    assert read_table(b"Who,Where\nAna,Ulm\n", HEADER) is None


def test_a_row_with_more_values_than_columns_is_left_out_by_its_line():
    table = read_table(b"Name,City\nAna,Ulm\nBo,Ulm,shifted\nCy,Ulm,,\n", HEADER)
    assert [row.cells[0] for row in table.rows] == ["Ana", "Cy"]
    assert [(s.line, s.reason) for s in table.skipped] == [
        (3, "more values than columns, so they may have shifted")
    ]


def test_a_file_in_which_most_rows_are_shifted_is_refused():
    with pytest.raises(WrongFile, match=r"wrong columns.*Nothing was changed"):
        read_table(b"Name,City\nAna,Ulm,1\nBo,Ulm,2\n", HEADER)


def test_short_rows_are_filled_and_blank_ones_are_no_rows():
    assert cells("Name,City\nAna\n\n,,\n,\nBo,Ulm\n") == [["Ana", ""], ["Bo", "Ulm"]]


def test_a_stray_comma_after_the_header_is_no_column():
    table = read_table(b"Name,City,\nAna,Ulm,\nBo,Ulm\n", HEADER)
    assert table.header == ["Name", "City"]
    assert len(table.rows) == 2


def test_an_open_quote_at_the_end_costs_one_row():
    table = read_table(b'Name,City\nAna,Ulm\n"Bo,Ulm\nCy,Ulm\nDi,Ulm\n', HEADER)
    assert [row.cells[0] for row in table.rows] == ["Ana", "Cy", "Di"]
    assert table.skipped[0].line == 3
    assert "never closed" in table.skipped[0].reason


def test_an_open_quote_that_meets_another_costs_no_neighbour():
    text = 'Name,City,Job\nAna,Ulm,x\n"Bo,Ulm,x\nCy,Ulm,x\nDi,"Ulm",x\nEd,Ulm,x\n'
    table = read_table(text.encode(), HEADER)
    assert [row.cells[0] for row in table.rows] == ["Ana", "Cy", "Di", "Ed"]


def test_a_note_of_several_lines_is_one_cell():
    table = read_table(b'Name,City\n"Ana\nsays ""hi"", twice",Ulm\nBo,Ulm\n', HEADER)
    assert table.rows[0].cells[0] == 'Ana\nsays "hi", twice'
    assert table.rows[1].line == 4
    assert table.skipped == []


@pytest.mark.parametrize(
    "text", ["NA", "None", "N/A", "null", "nan", "007", "+14155550100", "=1+1"]
)
def test_text_stays_text(text):
    assert cells(f"Name,City\n{text},02139\n") == [[text, "02139"]]


def test_nul_characters_are_taken_out_and_said():
    table = read_table(b"Name,City\nA\0na,Ulm\n", HEADER)
    assert table.rows[0].cells[0] == "Ana"
    assert "NUL" in table.notes[0]


def test_a_giant_cell_is_cut_and_said():
    table = read_table(f"Name,City\n{'x' * 300_000},Ulm\nBo,Ulm\n".encode(), HEADER)
    assert len(table.rows[0].cells[0]) == MAX_CELL
    assert len(table.rows) == 2
    assert "cut" in table.notes[0]


def test_two_columns_of_one_name_are_both_kept():
    table = read_table(b"Name,City,Email,Email\nAna,Ulm,a@x.org,b@x.org\n", HEADER)
    assert table.rest(table.rows[0], frozenset({0, 1})) == {
        "Email": "a@x.org",
        "Email (2)": "b@x.org",
    }


@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"])), min_size=2, max_size=2),
        max_size=8,
    )
)
def test_every_row_is_kept_or_named(rows):
    out = io.StringIO()
    csv.writer(out).writerows([["Name", "City"], *rows])
    table = read_table(out.getvalue().encode(), HEADER)
    filled = [[c.strip() for c in row] for row in rows if any(c.strip() for c in row)]
    assert [row.cells for row in table.rows] == filled


@given(st.text())
def test_no_text_breaks_the_reader(text):
    with contextlib.suppress(WrongFile):
        read_table(b"Name,City\n" + text.encode("utf-8", "replace"), HEADER)


@pytest.mark.parametrize(
    ("row", "is_one"),
    [
        (["Name", "City"], True),
        (["Name", ""], False),
        (["Name", "name"], False),
        (["Ana", "ana@x.org"], False),
        (["Name", "1995"], False),
        (["Name", "x" * 99], False),
    ],
)
def test_a_row_of_short_different_words_could_be_a_header(row, is_one):
    assert looks_like_header(row) is is_one


def test_the_first_rows_are_seen_with_every_delimiter():
    assert ["Name", "City"] in first_rows(b"a title\nName;City\nAna;Ulm\n")


def test_a_file_that_cannot_be_read_is_said_in_words(tmp_path):
    (tmp_path / "empty.csv").write_bytes(b"\xef\xbb\xbf \n")
    for path, words in (
        (tmp_path / "empty.csv", "empty"),
        (tmp_path / "missing.csv", "can't be opened"),
        (tmp_path, "can't be opened"),
    ):
        with pytest.raises(WrongFile, match=words):
            file_bytes(path)


def test_a_file_with_far_too_many_rows_is_refused_and_one_with_many_is_read():
    many = "Name,City\n" + "Ana,Ulm\n" * MAX_ROWS
    assert len(cells(many)) == MAX_ROWS
    for rows in ("Ana,Ulm\n", "=,\n", "\n", ",,,,\n"):
        with pytest.raises(WrongFile, match=r"more than 100,000 rows.*Nothing was changed"):
            cells(many + rows)


def test_a_text_of_more_megabytes_than_any_list_is_refused():
    with pytest.raises(WrongFile, match="41 MB, more than any list"):
        cells(b"Name,City\n" + b"x" * (MAX_TEXT + 1_000_000))


def test_a_giant_file_is_refused_before_it_is_read(tmp_path):
    giant = tmp_path / "giant.csv"
    with giant.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(WrongFile, match="100 MB, more than any list"):
        file_bytes(giant)
