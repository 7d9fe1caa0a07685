"""LinkedIn: `Connections.csv` in every variant, or the whole archive; messages stay closed."""

import zipfile
from collections.abc import Sequence
from pathlib import Path

from olenb.contacts.importers.archive import Archive
from olenb.contacts.importers.dates import day_first, is_ambiguous, iso_date
from olenb.contacts.importers.reading import IsHeader, Row, Table, cell, has, read_table
from olenb.contacts.importers.record import READING, Parsed, Post, Record, Skip
from olenb.contacts.importers.values import tidied
from olenb.contacts.keys import folded, visible
from olenb.core.errors import WrongFile
from olenb.core.progress import Tell, paced, silent
from olenb.core.terms import AffiliationKind

FIRST = ("First Name", "Vorname", "Prénom", "Nombre", "Nome", "Voornaam", "Imię", "Primeiro nome")
MIDDLE = ("Middle Name", "Additional Name")
LAST = ("Last Name", "Nachname", "Nom", "Apellidos", "Cognome", "Sobrenome", "Achternaam")
PAGE = ("URL", "Profile URL", "Public Profile URL")
EMAIL = (
    *("Email Address", "E-mail Address", "E-Mail-Adresse", "Adresse e-mail"),
    *("Dirección de correo electrónico", "Indirizzo email", "Endereço de e-mail", "E-mailadres"),
)
COMPANY = (
    *("Company", "Current Company", "Unternehmen", "Entreprise", "Empresa", "Azienda", "Bedrijf"),
)
POSITION = (
    *("Position", "Current Position", "Job Title", "Poste", "Cargo", "Posizione", "Functie"),
)
SINCE = (
    *("Connected On", "Verbunden am", "Date de connexion", "En contacto desde el"),
    *("Conectado en", "Collegato il", "Conectado em", "Verbonden op"),
)

HIDDEN = "no name: LinkedIn hides this member"
_HIDDEN_NAMES = frozenset({"linkedin member", "linkedin-mitglied", "utilisateur linkedin"})
_CONNECTIONS = "Connections.csv"


def is_header(cells: Sequence[str]) -> bool:
    """Tell whether a row heads LinkedIn's own list of connections, of any year and language.

    >>> is_header(["First Name", "Last Name", "Email Address", "Company", "Connected On"])
    True
    """
    keys = {folded(c) for c in cells}
    return _is_list(keys) and bool(keys & _folded(*PAGE, *SINCE, "Current Company"))


def _is_address_book(cells: Sequence[str]) -> bool:
    """Accept the form for Outlook too, which LinkedIn wrote until 2017."""
    keys = {folded(c) for c in cells}
    return _is_list(keys) and bool(keys & _folded(*PAGE, *SINCE, *POSITION))


def _is_list(keys: set[str]) -> bool:
    needed = (FIRST, LAST, EMAIL, COMPANY)
    return all(keys & _folded(*names) for names in needed)


def _folded(*names: str) -> set[str]:
    return {folded(name) for name in names}


def parse(path: Path, tell: Tell = silent) -> Parsed:
    """Read a list of connections, or the archive that it comes in.

    `read` counts connections. Of the archive, `also` counts the user's own positions, profile
    and education; nothing else in it is opened.

    Parameters
    ----------
    path
        `Connections.csv` of any year and language, the older address book form, or the `.zip`.

    Raises
    ------
    WrongFile
        It is something else, which is named.

    """
    if not zipfile.is_zipfile(path):
        return _connections(read_table(path, _is_address_book), tell)
    archive = Archive(path)
    if _CONNECTIONS not in archive:
        raise WrongFile(
            "There is no Connections.csv in this archive. Nothing was changed. LinkedIn sends "
            "a first archive within minutes and the whole one within a day: use the second."
        )
    parsed = _connections(read_table(archive.read(_CONNECTIONS), _is_address_book), tell)
    _read_ego(archive, parsed)
    return parsed


def _connections(table: Table | None, tell: Tell) -> Parsed:
    if table is None:
        raise WrongFile(
            "This isn't a list of LinkedIn connections: its columns are others. Nothing was "
            "changed. If it is one in another language, choose “table” and say what stands where."
        )
    tidied(table)
    parsed = Parsed("linkedin", skipped=list(table.skipped), notes=list(table.notes))
    columns = _Columns(table)
    for row in paced(table.rows, tell, READING):
        name = columns.name(row)
        if not visible(name) or folded(name) in _HIDDEN_NAMES:
            parsed.skipped.append(Skip(row.line, HIDDEN))
        else:
            parsed.records.append(columns.record(row, name))
    parsed.read = len(parsed.records) + len(parsed.skipped)
    parsed.notes += columns.notes()
    return parsed


class _Columns:
    """Where each fact stands in this file, and how its dates are written."""

    def __init__(self, table: Table):
        names = (FIRST, MIDDLE, LAST, PAGE, EMAIL, COMPANY, POSITION, SINCE)
        places = [table.index(*each) for each in names]
        self.first, self.middle, self.last = places[:3]
        self.page, self.email, self.company, self.position, self.since = places[3:]
        self._used = frozenset(place for place in places if place is not None)
        self._table = table
        self._days_first = day_first(table.column(*SINCE))
        self._unknown_dates = self._ambiguous_dates = 0

    def name(self, row: Row) -> str:
        """Return the full name; titles after the last name stay where they are."""
        parts = (cell(row, place) for place in (self.first, self.middle, self.last))
        return " ".join(part for part in parts if visible(part))

    def record(self, row: Row, name: str) -> Record:
        """Return one connection."""
        company, position = cell(row, self.company), cell(row, self.position)
        other = self._table.rest(row, self._used)
        if position and not visible(company):
            other[self._table.header[self.position or 0]] = position
        since = self._date(cell(row, self.since), other)
        posts = (Post(company, position, current=True),) if visible(company) else ()
        mail, page = cell(row, self.email), cell(row, self.page)
        return Record(
            line=row.line,
            name=name,
            emails=(mail,) if mail else (),
            urls=(page,) if page else (),
            posts=posts,
            connected_on=since,
            other=other,
        )

    def _date(self, text: str, other: dict[str, str]) -> str:
        """Return an ISO date; one that can't be known is kept as it stands, and counted."""
        when = iso_date(text, days_first=self._days_first)
        if text and not when:
            self._unknown_dates += 1
            self._ambiguous_dates += is_ambiguous(text)
            other[self._table.header[self.since or 0]] = text
        return when

    def notes(self) -> list[str]:
        """Return what the user should know about the dates."""
        if self._ambiguous_dates:
            return [
                "The dates in this file can be read two ways (03/04 is March or April), so they "
                "were kept as they stand and not used."
            ]
        if self._unknown_dates:
            return [f"{self._unknown_dates:,} dates can't be read and were kept as they stand."]
        return []


def _read_ego(archive: Archive, parsed: Parsed) -> None:
    """Read who the user is and was; these only fill what the user left blank."""
    profile = _member(archive, "Profile.csv", has("First Name", "Last Name"))
    jobs = _member(archive, "Positions.csv", has("Company Name", "Title"))
    studies = _member(archive, "Education.csv", has("School Name"))
    posts = [_job(jobs, row) for row in jobs.rows] if jobs else []
    posts += [_study(studies, row) for row in studies.rows] if studies else []
    who = profile.rows[0] if profile and profile.rows else None
    for name, table in (("Profile.csv", profile), ("Positions.csv", jobs)):
        if table:
            parsed.also[name] = len(table.rows)
    if studies:
        parsed.also["Education.csv"] = len(studies.rows)
    if who is None and not posts:
        return
    study = max((p for p in posts if p.kind is AffiliationKind.STUDY), key=_ended, default=None)
    name = " ".join(_value(profile, who, column) for column in ("First Name", "Last Name"))
    parsed.ego = Record(
        line=0,
        name=name.strip(),
        city=_value(profile, who, "Geo Location"),
        school=study.organization if study else "",
        class_year=int(study.stop[:4]) if study and study.stop else None,
        posts=tuple(post for post in posts if visible(post.organization)),
        knows_me=False,
    )


def _ended(post: Post) -> str:
    return post.stop


def _member(archive: Archive, name: str, is_header: IsHeader) -> Table | None:
    """Return a small table of the archive; one that is missing or odd is no trouble."""
    if name not in archive:
        return None
    try:
        table = read_table(archive.read(name), is_header)
    except WrongFile:
        return None
    return tidied(table) if table else None


def _value(table: Table | None, row: Row | None, *columns: str) -> str:
    return cell(row, table.index(*columns)) if table and row else ""


def _job(table: Table, row: Row) -> Post:
    stop = iso_date(_value(table, row, "Finished On"))
    return Post(
        organization=_value(table, row, "Company Name"),
        role=_value(table, row, "Title"),
        start=iso_date(_value(table, row, "Started On")),
        stop=stop,
        current=not _value(table, row, "Finished On"),
    )


def _study(table: Table, row: Row) -> Post:
    return Post(
        organization=_value(table, row, "School Name"),
        role=_value(table, row, "Degree Name"),
        start=iso_date(_value(table, row, "Start Date")),
        stop=iso_date(_value(table, row, "End Date")),
        kind=AffiliationKind.STUDY,
    )
