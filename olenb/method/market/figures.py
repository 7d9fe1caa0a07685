"""What people earn, by occupation and area: one way to hold it, whoever counted it (R1)."""

import tarfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any

import pandas as pd

from olenb.core import resources
from olenb.core.errors import NotFound

WAGES = ("p10", "p25", "median", "p75", "p90")
FIGURES = ("employment", *WAGES)
TOP = 239_200
COLUMNS = ("area", *FIGURES, "remark")
_NOTES = {
    "+": f"some wages are at or above ${TOP:,}, and how far above isn't published",
    "h": "paid by the hour or for each piece of work, so no yearly wage is published",
}
_NOTHING = "no figures were published here"
_MEDIAN_ALONE = "for a smaller area only the middle wage is in here"


@dataclass(frozen=True)
class Market:
    """Figures by occupation and area.

    Parameters
    ----------
    titles
        Code -> title of each occupation.
    areas
        Code -> name of each area, the largest first.
    kinds
        Code of an area -> "country", "state" or "area".
    cells
        One table for each of `FIGURES`: text, an occupation's code to a row, an area's to a
        column. A number, "+" (at or above `TOP`), "h" (no yearly wage) or "".
    source
        Who counted, and when.
    money
        What stands before an amount.
    """

    titles: dict[str, str]
    areas: dict[str, str]
    kinds: dict[str, str]
    cells: dict[str, pd.DataFrame]
    source: str
    money: str = "$"

    def figures(self, occupation: str, areas: Sequence[str]) -> pd.DataFrame:
        """Return what is known of an occupation, one row for each area.

        Parameters
        ----------
        occupation
            Its code.
        areas
            Their codes, in the order of the rows.

        Returns
        -------
        DataFrame
            area: its name; employment: people counted; p10, p25, median, p75, p90: percentiles
            of the yearly wage, <NA> where none is published (one at or above `TOP` counts as
            `TOP`); remark: in words, what is missing and why.

        Raises
        ------
        NotFound
            There is no such occupation or area.

        """
        for code, known in ((occupation, self.titles), *((area, self.areas) for area in areas)):
            if code not in known:
                raise NotFound("There is no such occupation or area here. Please choose again.")
        cells = [[self._cell(figure, occupation, area) for figure in FIGURES] for area in areas]
        df = pd.DataFrame([_numbers(row) for row in cells], columns=FIGURES, dtype="Int64")
        df.insert(0, "area", pd.Series([self.areas[area] for area in areas], dtype="str"))
        return df.assign(remark=pd.Series([_remark(row) for row in cells], dtype="str"))

    def _cell(self, figure: str, occupation: str, area: str) -> str:
        table = self.cells[figure]
        return str(table.at[occupation, area]) if area in table.columns else ""


@cache
def shipped() -> Market:
    """Return the U.S. figures that come with olenb; `data/market.md` says whose they are.

    Raises
    ------
    ResourceMissing
        The file is not where the installation should have put it.

    >>> shipped().titles["291141"]
    'Registered Nurses'
    """
    tables = {}
    with tarfile.open(resources.market_file()) as archive:
        for member in archive:
            content = archive.extractfile(member)
            if content is not None:
                text = pd.read_csv(BytesIO(content.read()), dtype="str", keep_default_na=False)
                tables[member.name.removesuffix(".csv")] = text.set_index(text.columns[0])
    areas = tables["areas"]
    order = {"country": 0, "state": 1, "area": 2}
    areas = areas.assign(order=areas["kind"].map(order)).sort_values(["order", "name"])
    names = areas["name"].replace("National", "United States")
    return Market(
        titles=_pairs(tables["occupations"]["title"]),
        areas=_pairs(names),
        kinds=_pairs(areas["kind"]),
        cells={figure: tables[figure] for figure in FIGURES},
        source="U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics, "
        "May 2025",
    )


def _pairs(column: pd.Series) -> dict[str, str]:
    return {str(code): str(value) for code, value in column.items()}


def _numbers(row: Sequence[str]) -> list[int | None]:
    """Return the numbers of a row; one at the top counts as `TOP` unless a lower one is above."""
    numbers = [int(text) if text.isdigit() else None for text in row]
    above = any(number > TOP for number in numbers[1:] if number)
    return [
        TOP if text == "+" and not above else number
        for text, number in zip(row, numbers, strict=True)
    ]


def _remark(row: Sequence[str]) -> str:
    wages = row[1:]
    said = [words for sign, words in _NOTES.items() if sign in wages]
    if not any(row):
        said.append(_NOTHING)
    elif wages[2].isdigit() and not any((*wages[:2], *wages[3:])):
        said.append(_MEDIAN_ALONE)
    elif not any(wages):
        said.append("no yearly wage is published here")
    return "; ".join(said)


def market_of(rows: Iterable[dict[str, Any]], source: str, money: str) -> Market:
    """Return figures from rows of occupation, area and whatever of `FIGURES` is known.

    Parameters
    ----------
    rows
        One for each occupation in each area; a name is its own code.
    source, money
        As in `Market`.
    """
    counted = list(rows)
    occupations = {str(row["occupation"]): None for row in counted}
    areas = {str(row["area"]): None for row in counted}
    cells: dict[str, dict[str, dict[str, str]]] = {
        figure: {area: {} for area in areas} for figure in FIGURES
    }
    for row in counted:
        for figure in FIGURES:
            value = row.get(figure)
            said = "" if value is None else str(round(value))
            cells[figure][str(row["area"])][str(row["occupation"])] = said
    return Market(
        titles={name: name for name in occupations},
        areas={name: name for name in areas},
        kinds=dict.fromkeys(areas, "area"),
        cells={
            figure: pd.DataFrame(table, index=list(occupations), dtype="str").fillna("")
            for figure, table in cells.items()
        },
        source=source,
        money=money,
    )
