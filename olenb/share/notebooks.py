"""JSON, notebooks above all, as the texts in it, each with its place."""

import json
from collections.abc import Iterator
from typing import Any

Part = tuple[str, str]
"""Where a text stands, in words, and the text."""


def parts(text: str) -> Iterator[Part] | None:
    r"""Return the texts in a JSON document; None for what is none.

    Parameters
    ----------
    text
        A whole file. Keys and numbers count as text.

    >>> list(parts('[{"name": "Ana", "phone": 15551234567}]'))
    [('item 1', 'name\nAna\nphone\n15551234567')]
    """
    if not text.lstrip("\ufeff \t\r\n").startswith(("{", "[")):
        return None
    try:
        document = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return None
    if isinstance(document, dict) and isinstance(document.get("cells"), list):
        return _cells(document)
    if isinstance(document, list):
        return ((f"item {n}", "\n".join(_texts(one))) for n, one in enumerate(document, start=1))
    return iter([("", "\n".join(_texts(document)))])


def _cells(notebook: dict[str, Any]) -> Iterator[Part]:
    for number, cell in enumerate(notebook["cells"], start=1):
        for key, value in cell.items() if isinstance(cell, dict) else ():
            where = {"source": "text", "outputs": "output", "metadata": "metadata"}.get(key, key)
            for text in _separate(value) if key == "outputs" else [_joined(value)]:
                yield f"cell {number}, {where}", text
    rest = {key: value for key, value in notebook.items() if key != "cells"}
    yield "the notebook's metadata", _joined(rest)


def _separate(outputs: Any) -> Iterator[str]:
    """Yield each output's texts by themselves: what is packed must not touch other words."""
    for output in outputs if isinstance(outputs, list) else [outputs]:
        rest = dict(output) if isinstance(output, dict) else {"": output}
        data = rest.pop("data", None)
        yield from map(_joined, data.values() if isinstance(data, dict) else [data])
        yield _joined(rest)


def _joined(value: Any) -> str:
    """Return one text; a list of lines, as notebooks have them, is one already."""
    if isinstance(value, list) and all(isinstance(line, str) for line in value):
        return "".join(value)
    return "\n".join(_texts(value))


def _texts(value: Any) -> Iterator[str]:
    """Yield every text in a document, in order, however deep it stands."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            waiting += [part for pair in reversed(one.items()) for part in reversed(pair)]
        elif isinstance(one, list) and _are_lines(one):
            yield "".join(one)
        elif isinstance(one, list):
            waiting += reversed(one)
        elif one is not None and not isinstance(one, bool):
            yield str(one)


def _are_lines(values: list[Any]) -> bool:
    return all(isinstance(line, str) for line in values) and any(
        line.endswith("\n") for line in values
    )
