"""Tables as CSV: quoted throughout, in UTF-8 that Excel knows, and never with a formula."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from olenb.contacts.formulas import guarded
from olenb.views.export.legible import legible


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    r"""Return a table as a file.

    A cell that a spreadsheet would run has an apostrophe before it, which our own import takes
    off again. Every cell is quoted, so that a line end in a name stays inside of it.

    Parameters
    ----------
    columns
        The headings.
    rows
        The cells, each row as long as `columns`.

    >>> table(["Name"], [["=1+1"]]).decode("utf-8-sig")
    '"Name"\r\n"\'=1+1"\r\n'
    """
    file = StringIO(newline="")
    writer = csv.writer(file, quoting=csv.QUOTE_ALL)
    writer.writerow(columns)
    writer.writerows([guarded(legible(cell)) for cell in row] for row in rows)
    return file.getvalue().encode("utf-8-sig")
