"""Which column holds what, remembered for the next table with the same header."""

from collections.abc import Mapping, Sequence

from olenb.contacts.importers.fields import guess, signature
from olenb.core import settings
from olenb.core.store import Store


def mapping(store: Store, columns: Sequence[str]) -> dict[str, str]:
    """Return what the user last said of a table with these columns, else a guess."""
    kept = settings.read(store, _name(columns))
    return dict(kept) if kept is not None else guess(columns)


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
    settings.write(store, _name(columns), dict(said), "Remembered which column is which")


def _name(columns: Sequence[str]) -> str:
    return f"columns {signature(columns)}"
