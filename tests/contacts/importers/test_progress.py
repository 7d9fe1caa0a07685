"""While a file is read, whoever waits is told how far it is."""

from pathlib import Path

import pytest

from olenb.contacts import importers

ROWS = 2_500
_PEOPLE = [f"Ana{n}" for n in range(ROWS)]
_CARDS = "".join(f"BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nEND:VCARD\n" for name in _PEOPLE)
_NODES = "".join(f'<node id="{name}"/>' for name in _PEOPLE)
_XMLNS = "http://graphml.graphdrawing.org/xmlns"


def csv(header: str, row: str) -> str:
    return "\n".join([header, *(row.format(name=name) for name in _PEOPLE)])


FILES = {
    "linkedin": csv(
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
        "{name},Ruiz,,,Acme,Nurse,03 May 2024",
    ),
    "google": csv("Name,Given Name,Family Name,E-mail 1 - Value", "{name},{name},,"),
    "outlook": csv("First Name,Last Name,Company,Job Title,E-mail Address", "{name},Ruiz,,,"),
    "thunderbird": csv(
        "First Name,Last Name,Display Name,Nickname,Primary Email,Organization", "{name},,{name},,,"
    ),
    "vcard": _CARDS,
    "table": csv("Name,Organization", "{name},Acme"),
    "graph": csv("person,knows,evidence", "{name},Bo,told"),
    "graph, as GraphML": f'<graphml xmlns="{_XMLNS}"><graph>{_NODES}</graph></graphml>',
}


@pytest.mark.parametrize("what", FILES)
def test_every_thousandth_row_is_told_of_and_never_backwards(what: str, tmp_path: Path) -> None:
    path = tmp_path / "people"
    path.write_text(FILES[what], encoding="utf-8")
    told: list[tuple[float, str]] = []
    kind = what.split(",", maxsplit=1)[0]
    parsed = importers.parse(path, kind, tell=lambda *said: told.append(said))
    assert parsed.read == ROWS
    assert told == [(n / ROWS, "Reading the file") for n in range(0, ROWS, 1_000)]


def test_a_short_file_is_told_of_once_and_an_empty_one_never(tmp_path: Path) -> None:
    told: list[tuple[float, str]] = []
    for text in ("Name,Organization\nAna,Acme\n", "Name,Organization\n"):
        path = tmp_path / "people.csv"
        path.write_text(text, encoding="utf-8")
        importers.parse(path, "table", tell=lambda *said: told.append(said))
    assert told == [(0, "Reading the file")]
