"""Which column holds what, remembered for the next table with the same header."""

import json
from collections.abc import Mapping, Sequence

from olenb.contacts.importers.fields import guess, signature
from olenb.core.store import Store


def mapping(store: Store, columns: Sequence[str]) -> dict[str, str]:
    """Return what the user last said of a table with these columns, else a guess."""
    row = store.one("SELECT value FROM setting WHERE name = ?", (_name(columns),))
    return dict(json.loads(row["value"])) if row else guess(columns)


def remember(store: Store, columns: Sequence[str], said: Mapping[str, str]) -> None:
    """Keep which column holds which field.

    Parameters
    ----------
    store
        The open workbook.
    columns
        The table's, as `table.headers` names them.
    said
        Field -> column.

    """
    value = json.dumps(dict(said), ensure_ascii=False)
    name = _name(columns)
    row = store.one("SELECT id, value FROM setting WHERE name = ?", (name,))
    if row and row["value"] == value:
        return
    with store.change("Remembered which column is which") as change:
        if row:
            change.update("setting", row["id"], value=value)
        else:
            change.insert("setting", name=name, value=value)


def _name(columns: Sequence[str]) -> str:
    return f"columns {signature(columns)}"
