"""Outlook as CSV: desktop, Outlook.com, 97, and Google's "Outlook CSV", in several languages."""

import re
from collections.abc import Sequence
from pathlib import Path

from olenb.contacts.importers.address_book import Columns, Places, people
from olenb.contacts.importers.reading import Table, read_table
from olenb.contacts.importers.record import Parsed
from olenb.contacts.importers.values import tidied
from olenb.contacts.keys import folded
from olenb.core.errors import WrongFile
from olenb.core.progress import Tell, silent

_GIVEN = ("first name", "vorname", "prénom", "nome", "imię", "primeiro nome", "nombre", "名字")
_FAMILY = (
    *("last name", "nachname", "nom", "cognome", "nazwisko", "último nome", "sobrenome"),
    *("apellidos", "apellido", "achternaam", "姓氏"),
)
_MIDDLE = ("middle name", "weitere vornamen", "deuxième prénom", "secondo nome", "drugie imię")
_COMPANY = (
    *("company", "firma", "société", "società", "empresa", "organización", "bedrijf", "公司"),
)
_TITLE = (
    *("job title", "position", "profession", "qualifica", "stanowisko", "cargo", "puesto"),
    *("functie", "titre", "職稱"),
)
_DEPARTMENT = ("department", "abteilung", "service", "reparto", "dział", "departamento", "部門")
_CATEGORIES = ("categories", "kategorien", "catégories", "categorie", "kategorie", "categorias")
_PHONES = (
    *("mobile phone", "business phone", "primary phone", "home phone", "mobiltelefon"),
    *("telefon geschäftlich", "telefon (mobil)", "téléphone mobile", "tél. mobile", "cellulare"),
    *("telefon komórkowy", "telefone celular", "行動電話"),
)
_PAGES = ("web page", "personal web page", "webseite", "page web", "pagina web", "網頁")
_CITIES = ("business city", "home city", "other city", "ort geschäftlich", "ort privat")
_REGIONS = (
    *("business state", "home state", "other state", "business country/region"),
    *("business country", "home country/region", "home country"),
)
_PASSED = (
    *("e-mail type", "e-mail 2 type", "e-mail 3 type", "e-mail display name", "initials"),
    *("e-mail 2 display name", "e-mail 3 display name", "sensitivity", "priority", "private"),
    *("gender", "internet free busy", "directory server", "mileage", "billing information"),
)
_EMAIL = re.compile(r"e-mail|messagerie|correo|posta elettronica|電子郵件|poczt")
_NOT_EMAIL = re.compile(r"typ|display|anzeige|affich|visual|wyswietl|顯示|類型|screen")
_NO_DATE = "0/0/00"


def is_header(cells: Sequence[str]) -> bool:
    """Tell whether a row is the header of an Outlook file, in one of the languages we know.

    >>> is_header(["Vorname", "Nachname", "E-Mail-Adresse", "Firma", "Position"])
    True
    """
    keys = {folded(name) for name in cells}
    words = [{folded(name) for name in names} for names in (_GIVEN, _FAMILY, _COMPANY, _TITLE)]
    return all(keys & known for known in words) and any(map(_is_email, keys))


def parse(path: Path, tell: Tell = silent) -> Parsed:
    """Read an Outlook CSV; `read` counts its rows.

    Raises
    ------
    WrongFile
        The file isn't one, or can't be opened.

    """
    table = read_table(path, is_header)
    if table is None:
        raise WrongFile(
            "This isn't a list of contacts from Outlook, or it is in a language that we don't "
            "know yet. Nothing was changed. Please bring it in as a table, "
            "where you say which column is which."
        )
    for row in tidied(table).rows:
        row.cells[:] = ["" if text == _NO_DATE else text for text in row.cells]
    return people(table, "outlook", _columns(table), tell)


def _columns(table: Table) -> Columns:
    given, middle = table.index(*_GIVEN), table.index(*_MIDDLE)
    passed = (place for place, key in enumerate(table.keys) if key in _PASSED)
    return Columns(
        parts=(given, middle, table.index(*_FAMILY), table.index("Suffix")),
        emails=tuple(place for place, key in enumerate(table.keys) if _is_email(key)),
        urls=_places(table, _PAGES),
        phones=_places(table, _PHONES),
        posts=((table.index(*_COMPANY), table.index(*_TITLE), table.index(*_DEPARTMENT)),),
        cities=_places(table, _CITIES),
        regions=_places(table, _REGIONS),
        labels=_places(table, _CATEGORIES),
        passed=frozenset(passed),
    )


def _is_email(key: str) -> bool:
    return bool(_EMAIL.search(key)) and not _NOT_EMAIL.search(key)


def _places(table: Table, names: Sequence[str]) -> Places:
    found = dict.fromkeys(table.index(name) for name in names)
    return tuple(place for place in found if place is not None)
