"""Alumni lists and other tables of people's own making."""

import datetime
from pathlib import Path

import openpyxl
import pytest

from olenb.contacts import importers
from olenb.contacts.importers import table
from olenb.contacts.importers.record import Parsed, Post
from olenb.core.errors import NotAllowed, NotFound, WrongFile
from olenb.core.terms import Circle

ALUMNI = (
    "Name,Class of,Major,Employer,Title,Department,Since,City,State,Previous Employers,LinkedIn\n"
    "Ida Vale,2015,Biology,Birch Clinic,Nurse,Pediatrics,Sep 2020,Northfield,MN,"
    '"Elm Press (2015-2019); Oak School (2019–2020)",www.linkedin.com/in/ida-vale\n'
)


def csv(tmp_path: Path, content: str) -> Path:
    path = tmp_path / "list.csv"
    path.write_text(content, encoding="utf-8")
    return path


def excel(tmp_path: Path, **sheets: list[tuple[object, ...]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(row)
    path = tmp_path / "list.xlsx"
    book.save(path)
    return path


def read(path: Path, *args: object, **options: object) -> Parsed:
    parsed = table.parse(path, *args, **options)  # type: ignore[arg-type]
    assert parsed.read == len(parsed.records) + len(parsed.links) + len(parsed.skipped)
    return parsed


def test_an_alumni_list_is_read_by_its_header(tmp_path: Path) -> None:
    (ida,) = read(csv(tmp_path, ALUMNI), school="Oak College").records
    assert (ida.name, ida.class_year, ida.major) == ("Ida Vale", 2015, "Biology")
    assert (ida.city, ida.region, ida.school) == ("Northfield", "MN", "Oak College")
    assert ida.urls == ("https://www.linkedin.com/in/ida-vale",)
    assert ida.posts == (
        Post("Birch Clinic", "Nurse", "Pediatrics", start="2020-09"),
        Post("Elm Press", start="2015", stop="2019", current=False),
        Post("Oak School", start="2019", stop="2020", current=False),
    )
    assert not ida.knows_me


def test_the_preview_shows_columns_and_first_rows(tmp_path: Path) -> None:
    preview = table.headers(csv(tmp_path, "Name,Email,Email,\nIda,a@x.org,b@x.org\n"))
    assert (preview.sheets, preview.sheet) == ((), None)
    assert preview.columns == ("Name", "Email", "Email (2)")
    assert preview.rows == (("Ida", "a@x.org", "b@x.org"),)


def test_a_mapping_is_followed_whatever_the_columns_are_called(tmp_path: Path) -> None:
    path = csv(tmp_path, "Wer,Wo,Was\nIda Vale,Birch Clinic,sings\n")
    with pytest.raises(NotAllowed, match="which column holds the name"):
        table.parse(path)
    parsed = read(path, {"name": "Wer", "organization": "Wo"})
    assert parsed.records[0].posts == (Post("Birch Clinic"),)
    assert parsed.records[0].other == {"Was": "sings"}
    assert parsed.notes == ["Kept as they are: Was."]


@pytest.mark.parametrize(
    ("mapping", "says"),
    [
        ({"nome": "Name"}, "Please choose among: name, first, last"),
        ({"name": "Surname"}, "isn't in this file"),
        ({"email": "Email"}, "which column holds the name"),
    ],
)
def test_a_wrong_mapping_is_explained(tmp_path: Path, mapping: dict[str, str], says: str) -> None:
    with pytest.raises(NotAllowed, match=says):
        table.parse(csv(tmp_path, "Name,Email\nIda,a@x.org\n"), mapping)


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        (("Vorname", "Nachname", "Arbeitgeber", "Ort"), ("first", "last", "organization", "city")),
        (("Prénom", "Nom", "Employeur", "Poste"), ("first", "last", "organization", "role")),
        (("Nombre", "Apellidos", "Empresa", "Puesto"), ("first", "last", "organization", "role")),
        (("姓名", "公司"), ("name", "organization")),
        (("Nome", "Azienda"), ("name", "organization")),
        (("FULL  NAME", "e-mail", "Grad Year"), ("name", "email", "class_year")),
    ],
)
def test_columns_are_guessed_in_several_languages(
    columns: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    guessed = table.guess(columns)
    assert {column: field for field, column in guessed.items()} == dict(
        zip(columns, expected, strict=True)
    )


def test_a_header_is_remembered_by_its_columns_in_any_case() -> None:
    assert table.signature(("Name", "E-Mail")) == table.signature(("name ", "E-MAIL"))
    assert table.signature(("Name", "E-Mail")) != table.signature(("E-Mail", "Name"))


def test_a_list_of_nothing_but_names_is_enough(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("My people\nName\nIda Vale\n\nBo Lind\n")
    parsed = importers.parse(path)
    assert [record.name for record in parsed.records] == ["Ida Vale", "Bo Lind"]


def test_rows_without_a_name_are_left_out_by_line_and_reason(tmp_path: Path) -> None:
    parsed = read(csv(tmp_path, "Name,Company\nIda,Birch\n,Elm\n,,\nBo,Oak,extra\n"))
    assert [(skip.line, skip.reason) for skip in parsed.skipped] == [
        (5, "more values than columns, so they may have shifted"),
        (3, "no name in this row"),
    ]
    assert parsed.read == 3


def test_a_list_of_organizations_is_a_list_of_organizations(tmp_path: Path) -> None:
    parsed = read(csv(tmp_path, "Company,City\nBirch Clinic,Northfield\n,Lyon\n"))
    assert (parsed.records[0].name, parsed.records[0].posts) == ("", (Post("Birch Clinic"),))
    assert parsed.skipped[0].reason == "no organization in this row"


def test_whom_i_know_by_the_table_counts_as_known(tmp_path: Path) -> None:
    path = csv(tmp_path, "Name,How I know them\nIda,my cousin\nBo,\nCy,met on a train\n")
    ida, bo, cy = read(path).records
    assert (ida.circle, ida.relation, ida.knows_me) == (Circle.FAMILY, "my cousin", True)
    assert (bo.circle, bo.knows_me) == (None, False)
    assert (cy.circle, cy.relation, cy.knows_me) == (None, "met on a train", True)
    assert all(record.knows_me for record in read(path, knows_me=True).records)


def test_the_order_of_day_and_month_is_decided_once_for_the_file(tmp_path: Path) -> None:
    content = "Name,Company,Since,Until\nIda,Birch,03/04/2020,\nBo,Elm,25/04/2019,01/02/2021\n"
    ida, bo = read(csv(tmp_path, content)).records
    assert ida.posts[0].start == "2020-04-03"
    assert (bo.posts[0].stop, bo.posts[0].current) == ("2021-02-01", False)
    unclear = read(csv(tmp_path, "Name,Company,Since\nIda,Birch,03/04/2020\n"))
    assert unclear.records[0].posts[0].start == ""
    assert "left empty" in unclear.notes[0]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2015", 2015),
        ("'15", 2015),
        ("Class of ’98", 1998),
        ("2015.0", 2015),
        ("P'15 2016, 2018", None),
    ],
)
def test_class_years_are_read_as_people_write_them(
    tmp_path: Path, text: str, year: int | None
) -> None:
    (ida,) = read(csv(tmp_path, f'Name,Class\nIda,"{text}"\n')).records
    assert ida.class_year == year
    assert ida.other == ({} if year else {"class year": text})


def test_a_role_without_an_organization_is_kept_aside(tmp_path: Path) -> None:
    (ida,) = read(csv(tmp_path, "Name,Company,Title\nIda,,Nurse\n")).records
    assert (ida.posts, ida.other) == ((), {"title": "Nurse"})


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("Elm, Inc. (2015-2019), Oak (2020)", [("Elm, Inc.", "2015", "2019"), ("Oak", "2020", "")]),
        ("Elm 2015 to 2019\nOak until 2021", [("Elm", "2015", "2019"), ("Oak", "", "2021")]),
        ("Elm (2015-present)", [("Elm", "2015", "")]),
        ("3M; Studio 54", [("3M", "", ""), ("Studio 54", "", "")]),
        ("(2015-2019)", [("(2015-2019)", "", "")]),
        (" ; ", []),
    ],
)
def test_past_employers_in_one_cell_come_with_their_years(
    tmp_path: Path, text: str, posts: list[tuple[str, str, str]]
) -> None:
    (ida,) = read(csv(tmp_path, f'Name,Past employers\nIda,"{text}"\n')).records
    assert [(post.organization, post.start, post.stop) for post in ida.posts] == posts


def test_in_excel_title_rows_and_blank_columns_come_before_the_header(tmp_path: Path) -> None:
    path = excel(
        tmp_path,
        Cover=[("Read me",)],
        Alumni=[
            (None, "Alumni of Oak College, as of May"),
            (),
            (None, "Name", "Class", "Employer", "Since"),
            (None, "Ida Vale", 2015, "Birch Clinic", datetime.date(2020, 9, 1)),
            (None, "Bo Lind", 2016.0, "Elm Press", 45012, "loud"),
        ],
    )
    preview = table.headers(path)
    assert (preview.sheets, preview.sheet) == (("Cover", "Alumni"), "Alumni")
    assert preview.columns == ("Name", "Class", "Employer", "Since", "column 5")
    ida, bo = read(path).records
    assert (ida.line, ida.class_year, ida.posts[0].start) == (4, 2015, "2020-09-01")
    assert (bo.class_year, bo.posts[0].start) == (2016, "2023-03-27")
    assert list(bo.other.values()) == ["loud"]


def test_a_sheet_can_be_chosen(tmp_path: Path) -> None:
    path = excel(
        tmp_path, A=[("Name", "Class"), ("Ida", 2015)], B=[("Name", "Class"), ("Bo", 2016)]
    )
    assert read(path, sheet="B").records[0].name == "Bo"
    with pytest.raises(NotFound, match="no sheet of that name"):
        table.parse(path, sheet="C")


def test_a_number_is_no_date_in_a_table_of_text(tmp_path: Path) -> None:
    (ida,) = read(csv(tmp_path, "Name,Company,Since\nIda,Birch,45012\n")).records
    assert ida.posts[0].start == ""


@pytest.mark.parametrize("content", ["just a sentence\n", "1,2\n3,4\n"])
def test_what_has_no_header_is_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises(WrongFile, match="No row of column names"):
        table.parse(csv(tmp_path, content))


def test_hostile_names_are_left_as_they_are(tmp_path: Path) -> None:
    names = ["=1+1", "$$", "_x", "<b>", "NA", "007", "null", "{0}"]
    path = csv(tmp_path, "Name,Company\n" + "".join(f"{name},Birch\n" for name in names))
    assert [record.name for record in read(path).records] == names


def test_a_lone_quotation_mark_at_the_end_costs_no_other_row(tmp_path: Path) -> None:
    parsed = read(csv(tmp_path, 'Name,Company\nIda,Birch\n"'))
    assert [record.name for record in parsed.records] == ["Ida"]
    assert [(skip.line, skip.reason) for skip in parsed.skipped] == [
        (3, "a quotation mark is opened and never closed")
    ]
