"""Any table of people, an alumni list for example, as `.csv` or `.xlsx`, by a mapping."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from olenb.contacts.importers import fields, xlsx
from olenb.contacts.importers.contents import file_bytes
from olenb.contacts.importers.dates import day_first, iso_date
from olenb.contacts.importers.fields import FIELDS, columns_of, guess, signature
from olenb.contacts.importers.history import class_year, past_posts
from olenb.contacts.importers.reading import (
    Row,
    Table,
    looks_like_header,
    read_table,
)
from olenb.contacts.importers.record import READING, Parsed, Post, Record, Skip
from olenb.contacts.importers.values import (
    DATES_UNKNOWN,
    circle_from,
    emails,
    full_name,
    kept_note,
    pages,
    person_name,
    tidied,
)
from olenb.contacts.keys import visible
from olenb.core.errors import WrongFile
from olenb.core.progress import Tell, paced, silent

__all__ = ["FIELDS", "Preview", "guess", "headers", "parse", "signature"]

_SHOWN = 5
_EXCEL_DAY_ZERO = date(1899, 12, 30)
_EXCEL_DAYS = range(18_264, 73_051)  # 1950 to 2099
_CURRENT = ("current", "present", "aktuell", "actuel", "actual", "attuale")
_HEADERS = (fields.is_header, looks_like_header, fields.heads_names)
"""What a header row may be like, the surest first."""
_NO_HEADER = (
    "No row of column names was found in this table. Nothing was changed. "
    "Please give its first row names such as Name, Organization and Email, and try again."
)


@dataclass(frozen=True, slots=True)
class Preview:
    """The outside of a table: its sheets, the names of its columns, its first rows."""

    sheets: tuple[str, ...]
    sheet: str | None
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def headers(path: Path, sheet: str | None = None) -> Preview:
    """Look at a table without bringing anything in.

    Parameters
    ----------
    path
        A `.csv` (or any table of text) or an `.xlsx`.
    sheet
        Which sheet; None takes the first that has a header. A table of text has none.

    Raises
    ------
    WrongFile
        The file isn't a table, or can't be opened safely.
    NotFound
        There is no such sheet.

    """
    content = file_bytes(path)
    book = xlsx.open_book(content) if xlsx.is_excel(content) else None
    chosen, table = _load(content, book, sheet)
    rows = tuple(tuple(row.cells) for row in table.rows[:_SHOWN])
    return Preview(book.sheets if book else (), chosen, columns_of(table.header), rows)


def parse(
    path: Path,
    mapping: Mapping[str, str] | None = None,
    sheet: str | None = None,
    *,
    knows_me: bool = False,
    school: str | None = None,
    tell: Tell = silent,
) -> Parsed:
    """Read a table by a mapping; `read` counts its rows that aren't blank.

    Parameters
    ----------
    path
        A `.csv` (or any table of text) or an `.xlsx`.
    mapping
        Field (one of `FIELDS`) -> column as `headers` names it; None takes `guess`.
    sheet
        Which sheet; None takes the first that has a header.
    knows_me
        Whether the user knows everybody in it. Somebody of whom the table says how the user
        knows them counts as known either way.
    school
        Where everybody in it studied, if it is a list with class years or majors and doesn't
        say where: a school's own list of its alumni.
    tell
        Told how far it is.

    Raises
    ------
    WrongFile
        The file isn't a table, or can't be opened safely.
    NotAllowed
        The mapping names a field or a column that isn't there, or no name.
    NotFound
        There is no such sheet.

    """
    content = file_bytes(path)
    book = xlsx.open_book(content) if xlsx.is_excel(content) else None
    _, table = _load(content, book, sheet)
    columns = columns_of(table.header)
    places = fields.checked(dict(guess(columns) if mapping is None else mapping), columns)
    reader = _Rows(table, places, knows_me=knows_me, school=school or "", serials=book is not None)
    parsed = Parsed("table", skipped=[*table.skipped], notes=[*table.notes])
    for row in paced(table.rows, tell, READING):
        record = reader.record(row)
        if isinstance(record, Skip):
            parsed.skipped.append(record)
        else:
            parsed.records.append(record)
    parsed.read = len(parsed.records) + len(parsed.skipped)
    kept = {name for record in parsed.records for name in record.other}
    parsed.notes += [DATES_UNKNOWN] * reader.lost_dates + kept_note(kept & set(columns))
    return parsed


class _Rows:
    """The rows of one table, read by one mapping."""

    def __init__(
        self, table: Table, places: dict[str, int], *, knows_me: bool, school: str, serials: bool
    ):
        self.table = table
        self.places = places
        self.knows_me = knows_me
        of_one_school = not places.keys().isdisjoint(("class_year", "major"))
        self.school = school if of_one_school and "school" not in places else ""
        self.serials = serials
        self.lost_dates = False
        self.used = frozenset(places.values())
        self.is_people = not places.keys().isdisjoint(("name", "first", "last"))
        dates = [places[field] for field in ("start", "stop") if field in places]
        self.days_first = day_first(row.cells[place] for row in table.rows for place in dates)
        column = table.keys[places["organization"]] if "organization" in places else ""
        self.is_current = True if column.startswith(_CURRENT) else None

    def record(self, row: Row) -> Record | Skip:
        """Return what a row says, or why it is left out."""
        get = self._getter(row)
        name = get("name") or person_name(get("first"), "", get("last"))
        posts = self._posts(get)
        if self.is_people and not visible(name):
            return Skip(row.line, "no name in this row")
        if not self.is_people and not posts:
            return Skip(row.line, "no organization in this row")
        profiles, sites = pages([get("url")])
        circle = circle_from([get("circle"), get("relation")])
        year = class_year(get("class_year"))
        other = self.table.rest(row, self.used)
        unread = {
            "website": sites,
            "class year": "" if year else get("class_year"),
            "title": "" if get("organization") else get("role"),
        }
        return Record(
            line=row.line,
            name=full_name(name),
            emails=emails([get("email")]),
            urls=profiles,
            phone=visible(get("phone")),
            posts=posts,
            circle=circle,
            relation=get("relation") or ("" if circle else get("circle")),
            city=get("city"),
            region=get("region"),
            school=get("school") or self.school,
            class_year=year,
            major=get("major"),
            knows_me=self.knows_me or bool(get("circle") or get("relation")),
            other=other | {key: text for key, text in unread.items() if text},
        )

    def _getter(self, row: Row) -> Callable[[str], str]:
        def get(field: str) -> str:
            place = self.places.get(field)
            return "" if place is None else row.cells[place]

        return get

    def _posts(self, get: Callable[[str], str]) -> tuple[Post, ...]:
        """Return today's place first, then the past ones."""
        start, stop = self._date(get("start")), self._date(get("stop"))
        current = False if stop else self.is_current
        here = [
            Post(get("organization"), get("role"), get("department"), start, stop, current=current)
        ]
        past = past_posts(get("past"))
        return tuple(post for post in (*here, *past) if visible(post.organization))

    def _date(self, text: str) -> str:
        """Return a date as ISO; a bare number is Excel's count of days only in Excel's files."""
        if self.serials and text.isdecimal() and int(text) in _EXCEL_DAYS:
            return (_EXCEL_DAY_ZERO + timedelta(days=int(text))).isoformat()
        found = iso_date(text, days_first=self.days_first)
        self.lost_dates = self.lost_dates or bool(text and not found)
        return found


def _load(content: bytes, book: xlsx.Book | None, sheet: str | None) -> tuple[str | None, Table]:
    """Return a table of text, or the sheet that was asked for or is the first with a header."""
    if book is None:
        table = next(filter(None, (read_table(content, test) for test in _HEADERS)), None)
        if table is None:
            raise WrongFile(_NO_HEADER)
        return None, tidied(table)
    for name in book.sheets if sheet is None else [sheet]:
        if found := xlsx.table(book.rows(name), *_HEADERS):
            return name, found
    raise WrongFile(_NO_HEADER)
