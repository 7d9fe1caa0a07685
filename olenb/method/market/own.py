"""Figures of another country, or newer ones: a table that the user brings (R1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from olenb.contacts.importers import xlsx
from olenb.contacts.importers.contents import file_bytes
from olenb.contacts.importers.reading import Row, Table, read_table
from olenb.contacts.importers.record import Skip
from olenb.contacts.importers.values import tidied
from olenb.contacts.keys import folded, visible
from olenb.core.errors import WrongFile
from olenb.core.store import Store, today
from olenb.method.market.amounts import amount
from olenb.method.market.figures import FIGURES, WAGES, Market, market_of

MOST_ROWS = 20_000
LONGEST = 200
EVERYWHERE = "the whole country"
NAMES: dict[str, tuple[str, ...]] = {
    "occupation": ("occupation", "occupation title", "occ_title", "job", "job title", "title"),
    "area": ("area", "area title", "area_title", "region", "place", "state", "country", "city"),
    "employment": ("employment", "tot_emp", "employed", "people", "number of jobs", "jobs"),
    "p10": ("p10", "a_pct10", "10th percentile", "10 %", "10%", "decile 1"),
    "p25": ("p25", "a_pct25", "25th percentile", "25 %", "25%", "lower quartile"),
    "median": (
        *("median", "a_median", "p50", "50th percentile", "50 %", "50%"),
        *("median wage", "median pay", "annual median wage"),
    ),
    "p75": ("p75", "a_pct75", "75th percentile", "75 %", "75%", "upper quartile"),
    "p90": ("p90", "a_pct90", "90th percentile", "90 %", "90%", "decile 9"),
}
"""Our columns -> what a table may call them, compared without case and accents."""

_HOW = (
    "Its first row needs the names Occupation and Median (or Employment); Area, P10, P25, P75 and "
    "P90 are welcome."
)
_NO_HEADER = f"No column for occupations and their figures was found. Nothing was changed. {_HOW}"
_NO_ROWS = f"Not one row of this table could be used. Nothing was changed. {_HOW}"
_TOO_LONG = (
    f"This table has more than {MOST_ROWS:,} rows. Nothing was changed. "
    "Please keep the occupations and areas that you care about, and bring those."
)


@dataclass(frozen=True)
class Brought:
    """A table that was read: its rows, and those that were left out with the reason."""

    rows: tuple[dict[str, str | int | None], ...]
    skipped: tuple[Skip, ...]

    @property
    def sentence(self) -> str:
        """What was read, in words."""
        left = f" {len(self.skipped):,} rows were left out." if self.skipped else ""
        return f"{len(self.rows):,} rows read.{left}"


def read(path: Path) -> Brought:
    """Read a table of occupations, areas, employment and yearly wages; nothing is written.

    Parameters
    ----------
    path
        A `.csv` (or any table of text) or an `.xlsx`.

    Raises
    ------
    WrongFile
        It isn't such a table, is too long, or none of its rows can be used.

    """
    table = _table(path)
    if len(table.rows) > MOST_ROWS:
        raise WrongFile(_TOO_LONG)
    places = {ours: table.index(*names) for ours, names in NAMES.items()}
    kept: dict[tuple[str, str], dict[str, str | int | None]] = {}
    skipped = list(table.skipped)
    for row in table.rows:
        found = _row(row, places)
        if isinstance(found, Skip):
            skipped.append(found)
        else:
            kept[str(found["occupation"]), str(found["area"])] = found
    if not kept:
        raise WrongFile(_NO_ROWS)
    return Brought(tuple(kept.values()), tuple(skipped))


def bring(store: Store, table: Brought, source: str, money: str = "") -> None:
    """Keep a table in the workbook, in place of the one that was there (R1).

    Parameters
    ----------
    store
        The open workbook.
    table
        What `read` returned.
    source
        Whose figures they are, and of when.
    money
        What stands before an amount, such as "€".

    """
    about = {
        "money": visible(money)[:8] or None,
        "source": visible(source)[:LONGEST] or None,
        "brought_on": today(),
    }
    with store.change(f"Brought a table of {len(table.rows):,} wages") as change:
        for old in store.rows("SELECT id FROM wage"):
            change.delete("wage", old["id"])
        change.insert_many("wage", [row | about for row in table.rows])


def remove(store: Store) -> int:
    """Take the user's own table out of the workbook and return how many rows it had."""
    rows = store.rows("SELECT id FROM wage")
    with store.change(f"Took out a table of {len(rows):,} wages") as change:
        for row in rows:
            change.delete("wage", row["id"])
    return len(rows)


def own(store: Store) -> Market | None:
    """Return the figures that the user brought, None where there are none."""
    rows = [dict(row) for row in store.rows("SELECT * FROM wage ORDER BY id")]
    if not rows:
        return None
    source = rows[0]["source"] or "a table of your own"
    return market_of(rows, source, rows[0]["money"] or "")


def _table(path: Path) -> Table:
    content = file_bytes(path)
    if xlsx.is_excel(content):
        book = xlsx.open_book(content)
        sheets = (xlsx.table(book.rows(name), _is_header) for name in book.sheets)
        table = next(filter(None, sheets), None)
    else:
        table = read_table(content, _is_header)
    if table is None:
        raise WrongFile(_NO_HEADER)
    return tidied(table)


def _is_header(cells: Sequence[str]) -> bool:
    keys = {folded(cell) for cell in cells}
    has = {ours for ours, names in NAMES.items() if keys & set(names)}
    return "occupation" in has and bool(has & {"median", "employment"})


def _row(row: Row, places: dict[str, int | None]) -> dict[str, str | int | None] | Skip:
    texts = {
        ours: "" if place is None else visible(row.cells[place]) for ours, place in places.items()
    }
    if not texts["occupation"]:
        return Skip(row.line, "no occupation in this row")
    try:
        numbers = {figure: amount(texts[figure]) for figure in FIGURES}
    except ValueError:
        return Skip(row.line, "something that isn't a number stands where one belongs")
    wages = [numbers[figure] for figure in WAGES if numbers[figure] is not None]
    if wages != sorted(w for w in wages if w is not None):
        return Skip(row.line, "a lower wage stands where a higher one belongs")
    if not any(numbers.values()):
        return Skip(row.line, "no figures in this row")
    area = texts["area"] or EVERYWHERE
    return {"occupation": texts["occupation"][:LONGEST], "area": area[:LONGEST], **numbers}
