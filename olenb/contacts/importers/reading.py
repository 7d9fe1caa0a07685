"""One door for every table of text: whatever its encoding, delimiter, preamble or broken rows.

A parser asks `read_table(path, is_header)` and gets cells as text, each row with the line that
it starts on. Nothing is guessed away: a row whose values may have shifted is left out and named,
an encoding that had to be guessed is said. Dates are read by `dates.iso_date`.
"""

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from pathlib import Path

from olenb.contacts.importers.contents import file_bytes, refuse_giant
from olenb.contacts.importers.decoding import decoded
from olenb.contacts.importers.record import Skip
from olenb.contacts.keys import folded
from olenb.core.errors import WrongFile

MAX_TEXT = 40_000_000
MAX_ROWS = 100_000  # read within five seconds and 300 MB, three times what we aim at
MAX_CELL = 100_000
HEADER_WITHIN = 30
_CSV_LIMIT = 2**31 - 1  # the largest that a C long holds on every system
_DELIMITERS = (",", ";", "\t", "|")
_SEP_LINE = re.compile(r'"?sep=(.)"?\s*', re.IGNORECASE)
_END = "\x00end\x00"  # stands alone after the last row, unless an open quote swallows it

IsHeader = Callable[[Sequence[str]], bool]


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its cells, as many as the header has, and the line of the file it starts on."""

    line: int
    cells: list[str]


@dataclass(slots=True)
class _Raw:
    """One row as the csv module gives it, with the line it starts and the line it ends on."""

    line: int
    last: int
    cells: list[str]


@dataclass
class Table:
    """A table of text: header, rows, rows left out, and what the user should be told."""

    header: list[str]
    rows: list[Row]
    skipped: list[Skip] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @cached_property
    def keys(self) -> list[str]:
        """The header in the form that is compared: no case, no accents, single blanks."""
        return [folded(name) for name in self.header]

    def index(self, *names: str) -> int | None:
        """Return the position of the first of `names` (compared as `keys`) that is there."""
        places = (self.keys.index(k) for k in map(folded, names) if k in self.keys)
        return next(places, None)

    def column(self, *names: str) -> list[str]:
        """Return all values of a column, or nothing where there is no such column."""
        place = self.index(*names)
        return [] if place is None else [row.cells[place] for row in self.rows]

    def rest(self, row: Row, used: frozenset[int]) -> dict[str, str]:
        """Return the filled cells in columns that the parser doesn't know, by their header."""
        return {
            name: row.cells[place]
            for place, name in self._labels
            if place not in used and row.cells[place]
        }

    @cached_property
    def _labels(self) -> list[tuple[int, str]]:
        """Header names that stand only once, so that no column hides another of its name."""
        seen: Counter[str] = Counter()
        labels = []
        for place, name in enumerate(self.header):
            seen[name] += 1
            label = name or f"column {place + 1}"
            labels.append((place, f"{label} ({seen[name]})" if seen[name] > 1 else label))
        return labels


def cell(row: Row, place: int | None) -> str:
    """Return the value in column `place`, "" where the file has no such column."""
    return "" if place is None else row.cells[place]


def has(*names: str, any_of: Sequence[str] = ()) -> IsHeader:
    """Return a test for header rows: all of `names` stand in it, and one of `any_of`.

    >>> has("name", any_of=("email", "e-mail"))(["E-Mail", "NAME"])
    True
    """
    needed, choice = {folded(n) for n in names}, {folded(n) for n in any_of}

    def is_header(cells: Sequence[str]) -> bool:
        keys = {folded(c) for c in cells}
        return needed <= keys and (not choice or bool(choice & keys))

    return is_header


def looks_like_header(cells: Sequence[str]) -> bool:
    """Tell whether a row could head any table: two names or more, short, none of them twice.

    >>> looks_like_header(["Name", "Class"]), looks_like_header(["A list of alumni", ""])
    (True, False)
    """
    names = [folded(c) for c in cells if c.strip()]
    short = all(len(name) <= 60 and not name.replace(".", "").isdecimal() for name in names)
    return len(names) >= 2 and len(set(names)) == len(names) and short and "@" not in "".join(names)


def read_text(source: Path | bytes) -> tuple[str, list[str]]:
    """Return a file as text without NULs, and what the user should be told about it."""
    content = source if isinstance(source, bytes) else file_bytes(source)
    refuse_giant(len(content), MAX_TEXT)
    text, notes = decoded(content)
    if "\0" in text:
        text = text.replace("\0", "")
        notes.append("The file holds invisible NUL characters; they were taken out.")
    return text, notes


def read_table(source: Path | bytes, is_header: IsHeader = looks_like_header) -> Table | None:
    """Read a table of text; None where none of the first thirty rows is its header.

    Parameters
    ----------
    source
        The file, or its bytes.
    is_header
        Tells whether a row of cells is the header; see `has`.

    Raises
    ------
    WrongFile
        The file can't be opened, or most rows have more values than the header has names.

    """
    text, notes = read_text(source)
    lines = _lines(text)
    found = _header(lines, is_header)
    if found is None:
        return None
    delimiter, header = found
    table = Table([c.strip() for c in header.cells], [], notes=notes)
    while len(table.header) > 1 and not table.header[-1]:
        table.header.pop()
    _fill(table, _rows(lines, header.last, delimiter, len(table.header)))
    return table


def first_rows(source: Path | bytes) -> list[list[str]]:
    """Return the rows that could be a header, read with every delimiter that finds columns."""
    lines = _lines(read_text(source)[0])[: HEADER_WITHIN * 4]
    said = _SEP_LINE.fullmatch(lines[0]) if lines else None
    return [
        [text.strip() for text in raw.cells]
        for delimiter in ((said[1],) if said else _DELIMITERS)
        for raw in islice(_records(lines, 1 if said else 0, delimiter), HEADER_WITHIN)
        if len(raw.cells) > 1
    ]


def _lines(text: str) -> list[str]:
    """Split at LF, CRLF and CR alike, ends kept: other breaks belong to the text."""
    return re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$", text)


def _header(lines: list[str], is_header: IsHeader) -> tuple[str, _Raw] | None:
    """Return the delimiter that shows a header, and where that header is."""
    said = _SEP_LINE.fullmatch(lines[0]) if lines else None
    start = 1 if said else 0
    hits = [
        (delimiter, raw)
        for delimiter in ((said[1],) if said else _DELIMITERS)
        if (raw := _first_header(lines[: start + 200], start, delimiter, is_header))
    ]
    return max(hits, key=lambda hit: len(hit[1].cells), default=None)


def _first_header(lines: list[str], start: int, delimiter: str, is_header: IsHeader) -> _Raw | None:
    rows = islice(_records(lines, start, delimiter), HEADER_WITHIN)
    return next((raw for raw in rows if is_header([c.strip() for c in raw.cells])), None)


def _records(lines: list[str], start: int, delimiter: str) -> Iterator[_Raw]:
    """Yield the rows from line `start` (0-based); the last is swallowed if a quote stays open."""
    csv.field_size_limit(_CSV_LIMIT)
    reader = csv.reader([*lines[start:], _END], delimiter=delimiter)
    before = start
    for cells in reader:
        if before == len(lines):  # only the mark itself begins here
            return
        yield _Raw(before + 1, start + reader.line_num, cells)
        before = start + reader.line_num


def _rows(lines: list[str], start: int, delimiter: str, width: int) -> Iterator[_Raw | Skip]:
    """Yield the rows after the header; an open quote costs its own row and no other."""
    while start < len(lines):
        for raw in _records(lines, start, delimiter):
            start = raw.last
            if raw.last > raw.line and _swallowed(raw, delimiter, width):
                yield Skip(raw.line, "a quotation mark is opened and never closed")
                start = raw.line
                break
            yield raw


def _swallowed(raw: _Raw, delimiter: str, width: int) -> bool:
    """Tell whether an open quote swallowed rows: to the file's end, or up to another quote."""
    if any(_END in c for c in raw.cells):
        return True
    if len(raw.cells) == width:
        return False
    inner = [line for c in raw.cells if "\n" in c for line in c.splitlines()[1:]]
    return any(line.count(delimiter) == width - 1 for line in inner) and width > 1


def _fill(table: Table, raws: Iterator[_Raw | Skip]) -> None:
    """Sort rows into those kept and those left out; blank rows are neither."""
    width, long = len(table.header), 0
    for count, raw in enumerate(raws):
        if count >= MAX_ROWS:
            raise WrongFile(_TOO_MANY)
        if isinstance(raw, Skip):
            table.skipped.append(raw)
            continue
        cells = [c.strip() for c in raw.cells]
        if not any(cells):
            continue
        if any(cells[width:]):
            long += 1
            reason = "more values than columns, so they may have shifted"
            table.skipped.append(Skip(raw.line, reason))
            continue
        table.rows.append(Row(raw.line, _fitted(cells, width, table.notes)))
    if long > len(table.rows):
        raise WrongFile(
            "Most rows of this file have more values than the header has names, so values would "
            "land in the wrong columns. Nothing was changed. Please open the file, "
            "check its first row, and save it again."
        )


_TOO_MANY = (
    f"This file has more than {MAX_ROWS:,} rows, more than any list of contacts. Nothing was "
    "changed. Please copy the rows that you need into a new file, and bring that one."
)
_CUT = f"Text longer than {MAX_CELL:,} characters was cut there."


def _fitted(cells: list[str], width: int, notes: list[str]) -> list[str]:
    """Fill a short row with blanks, and cut what is longer than any note."""
    del cells[width:]
    cells += [""] * (width - len(cells))
    if sum(map(len, cells)) > MAX_CELL:
        cells = [c[:MAX_CELL] for c in cells]
        if _CUT not in notes:
            notes.append(_CUT)
    return cells
