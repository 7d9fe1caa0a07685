"""Outlook in its many columns and languages."""

import csv
from pathlib import Path

import pytest

from olenb.contacts.importers import outlook
from olenb.contacts.importers.record import Parsed, Post
from olenb.core.errors import WrongFile
from olenb.core.terms import Circle

FIXTURES = Path(__file__).parent / "fixtures"
LANGUAGES = {
    "de": "Vorname,Nachname,E-Mail-Adresse,Firma,Position",
    "fr": "Prénom,Nom,Adresse de messagerie,Société,Profession",
    "it": "Nome,Cognome,Indirizzo E-mail,Società,Qualifica",
    "pl": "Imię,Nazwisko,Adres e-mail,Firma,Stanowisko",
    "pt_BR": "Primeiro nome,Último nome,Endereço de E-mail,Empresa,Cargo",
    "zh_TW": "名字,姓氏,電子郵件地址,公司,職稱",
}


def read(path: Path) -> Parsed:
    parsed = outlook.parse(path)
    assert parsed.read == len(parsed.records) + len(parsed.links) + len(parsed.skipped)
    return parsed


def test_a_desktop_file_in_the_windows_code_page_is_read_and_the_guess_is_said() -> None:
    parsed = read(FIXTURES / "outlook_desktop.csv")
    weiss = parsed.records[0]
    assert weiss.name == "Jürgen Weiß"
    assert weiss.posts == (Post("Bäckerei Süß", "Bäcker", "Backstube"),)
    assert weiss.emails == ("juergen@example.org",)
    assert (weiss.phone, weiss.city, weiss.region) == ("+49 555 0100", "Köln", "Germany")
    assert weiss.circle is Circle.FAMILY
    assert "Windows (Western Europe)" in parsed.notes[0]


def test_what_the_program_keeps_for_itself_is_not_kept() -> None:
    weiss = read(FIXTURES / "outlook_desktop.csv").records[0]
    assert weiss.other == {
        "Title": "Dr.",
        "Notes": "Erste Zeile\nZweite Zeile",
        "website": "http://baeckerei.example",
        "labels": "Family; Red Category",
    }


def test_a_company_is_an_organization_and_a_lone_address_is_left_out() -> None:
    parsed = read(FIXTURES / "outlook_desktop.csv")
    assert (parsed.records[1].name, parsed.records[1].posts) == ("", (Post("Bäckerei Süß"),))
    assert [skip.reason for skip in parsed.skipped] == ["an address without a name"]


@pytest.mark.parametrize("name", ["outlook_com.csv", "outlook_by_google.csv"])
def test_the_columns_of_the_web_and_of_google_are_read(name: str) -> None:
    (ida,) = read(FIXTURES / name).records
    assert (ida.name, ida.emails, ida.city) == ("Ida Vale", ("ida@example.org",), "Northfield")
    assert ida.posts == (Post("Birch Clinic", "Nurse"),)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("delimiter", [",", ";"])
def test_headers_in_other_languages_are_understood(
    tmp_path: Path, language: str, delimiter: str
) -> None:
    path = tmp_path / "contacts.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, delimiter=delimiter)
        writer.writerow(LANGUAGES[language].split(","))
        writer.writerow(["Ida", "Vale", "ida@example.org", "Birch, Inc.", "Nurse"])
    (ida,) = read(path).records
    assert (ida.name, ida.emails) == ("Ida Vale", ("ida@example.org",))
    assert ida.posts == (Post("Birch, Inc.", "Nurse"),)


def test_an_east_asian_name_stands_in_its_own_order(tmp_path: Path) -> None:
    path = tmp_path / "contacts.csv"
    path.write_text(LANGUAGES["zh_TW"] + "\n小明,王,ming@example.org,,\n", encoding="utf-8")
    assert read(path).records[0].name == "王小明"


@pytest.mark.parametrize(
    "header",
    [
        "First Name,Last Name,Email Address,Company,Position,Connected On",
        "Prénom,Nom,URL,Adresse e-mail,Entreprise,Poste,Date de connexion",
        "Name,E-mail,Class",
    ],
)
def test_files_of_other_programs_are_refused(tmp_path: Path, header: str) -> None:
    path = tmp_path / "contacts.csv"
    path.write_text(f"{header}\nIda,Vale,x\n", encoding="utf-8")
    with pytest.raises(WrongFile, match="isn't a list of contacts from Outlook"):
        outlook.parse(path)
