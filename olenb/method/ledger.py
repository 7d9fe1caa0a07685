"""What people said about the use of their names: how far, and since when (N2)."""

import pandas as pd

from olenb.core.store import Store
from olenb.method.frames import frame

COLUMNS = {
    "id": "int64",
    "person": "str",
    "answer": "str",
    "towards": "str",
    "scope": "str",
    "given_on": "str",
    "person_id": "int64",
    "towards_id": "Int64",
}


def ledger(store: Store) -> pd.DataFrame:
    """Return what people said about the use of their names, the newest first (N2).

    Returns
    -------
    DataFrame
        id; person (whose name); answer; towards (for whom alone it holds, "" for anybody);
        scope (their limits); given_on; person_id, towards_id.

    """
    found = store.rows(
        "SELECT m.id, p.name, m.answer, t.name AS reader, m.scope, m.given_on, m.person, m.towards "
        "FROM permission AS m JOIN person AS p ON p.id = m.person "
        "LEFT JOIN person AS t ON t.id = m.towards ORDER BY m.given_on DESC, m.id DESC"
    )
    return frame([tuple(row) for row in found], COLUMNS)
