"""A notebook without what it showed: no outputs, no numbers, no state of widgets."""

import re
from collections.abc import Iterator
from typing import Any

Notebook = dict[str, Any]

_MENTION = re.compile(r"\bolenb\b")
_SHOWN_BY_US = ("<olenb ", "<your olenb workbook>")
_TIMES = ("execution", "ExecuteTime")
"""What some of JupyterLab's settings and extensions note in a cell when it runs."""


def is_ours(notebook: Notebook) -> bool:
    """Tell whether a notebook has to do with the workbook, so that it may show people.

    Parameters
    ----------
    notebook
        In nbformat 3 or 4. It is ours if it carries our metadata, if its code mentions `olenb`,
        or if something in it was shown by us, though the code that showed it is gone.

    Raises
    ------
    TypeError, AttributeError
        It isn't a notebook.

    >>> is_ours({"cells": [{"cell_type": "code", "source": "import olenb as o"}]})
    True
    >>> is_ours({"cells": [{"cell_type": "markdown", "source": "Try olenb!"}]})
    False
    """
    if "olenb" in notebook.get("metadata", {}):
        return True
    return any(_mentions_us(cell) for cell in _code_cells(notebook))


def scrub(notebook: Notebook) -> bool:
    """Take out, in place, what running a notebook put into it; tell whether there was anything.

    Parameters
    ----------
    notebook
        In nbformat 3 or 4. Text, code and all other metadata stay as they are.

    >>> notebook = {"cells": [{"cell_type": "code", "outputs": [{}], "execution_count": 7}]}
    >>> scrub(notebook), notebook
    (True, {'cells': [{'cell_type': 'code', 'outputs': [], 'execution_count': None}]})
    >>> scrub(notebook)
    False
    """
    found = notebook.get("metadata", {}).pop("widgets", None) is not None
    for cell in _code_cells(notebook):
        found = _scrub_cell(cell) or found
    return found


def _scrub_cell(cell: dict[str, Any]) -> bool:
    found = bool(cell.get("outputs"))
    if "outputs" in cell:
        cell["outputs"] = []
    for count in ("execution_count", "prompt_number"):
        if cell.get(count) is not None:
            cell[count], found = None, True
    for name in _TIMES:
        found = cell.get("metadata", {}).pop(name, None) is not None or found
    return found


def _mentions_us(cell: dict[str, Any]) -> bool:
    source = cell.get("source", cell.get("input", ""))
    if _MENTION.search("".join(source)):
        return True
    return any(words in text for text in _texts_shown(cell) for words in _SHOWN_BY_US)


def _texts_shown(cell: dict[str, Any]) -> Iterator[str]:
    for output in cell.get("outputs", ()):
        yield "".join(output.get("data", {}).get("text/plain", ""))


def _code_cells(notebook: Notebook) -> Iterator[dict[str, Any]]:
    """Yield the cells that run, and whatever else has outputs."""
    sheets = [notebook, *notebook.get("worksheets", ())]  # nbformat 3 had sheets
    for cell in (cell for sheet in sheets for cell in sheet.get("cells", ())):
        if cell.get("cell_type") == "code" or "outputs" in cell:
            yield cell
