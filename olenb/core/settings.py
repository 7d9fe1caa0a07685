"""Small facts about the workbook, each kept under a name as JSON."""

import json
from typing import Any

from olenb.core.store import Store


def read(store: Store, name: str) -> Any:
    """Return what is kept under a name, None for nothing."""
    row = store.one("SELECT value FROM setting WHERE name = ?", (name,))
    return json.loads(row["value"]) if row else None


def write(store: Store, name: str, value: Any, label: str) -> None:
    """Keep something under a name; what is there already changes nothing.

    Parameters
    ----------
    store
        The open workbook.
    name
        What it is called.
    value
        Anything that JSON holds.
    label
        What the change is called when it is undone, without anybody's name.

    """
    text = json.dumps(value, ensure_ascii=False)
    row = store.one("SELECT id, value FROM setting WHERE name = ?", (name,))
    if row and row["value"] == text:
        return
    with store.change(label) as change:
        if row:
            change.update("setting", row["id"], value=text)
        else:
            change.insert("setting", name=name, value=text)
