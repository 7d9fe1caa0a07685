"""The workbook as far as it can be opened: to write, only to read, or not at all."""

from dataclasses import dataclass
from pathlib import Path

from olenb.core.errors import (
    OlenbError,
    UpdateFailed,
    WorkbookBusy,
    WorkbookDamaged,
    WorkbookMissing,
    WorkbookNewer,
    WorkbookReadOnly,
)
from olenb.core.folders import FILE
from olenb.core.place import workbook_folder
from olenb.core.store import Store

TROUBLES = (
    *(WorkbookMissing, WorkbookDamaged, WorkbookNewer, WorkbookBusy, WorkbookReadOnly),
    UpdateFailed,
)
"""What may be wrong with the file itself, and not with what somebody asked of it."""


@dataclass(frozen=True)
class Attempt:
    """An attempt to open the workbook, and what came of it.

    Attributes
    ----------
    store : Store or None
        The open file; None where nothing of it can be read.
    trouble : OlenbError or None
        Why it can't be written to, or not even be read.

    """

    home: Path
    store: Store | None
    trouble: OlenbError | None = None
    _seen: object = None

    @property
    def is_stale(self) -> bool:
        """Whether the file has been replaced since, or mended."""
        if self.store is not None:
            return self.store.is_replaced
        return _look(self.home) != self._seen

    def close(self) -> None:
        """Let go of the file."""
        if self.store is not None:
            self.store.close()


def as_far_as_possible(home: Path) -> Attempt:
    """Open the workbook of a home where one is or ever was; trouble is told and not raised.

    A damaged file is opened for reading where it can be read at all, and never for writing.

    Parameters
    ----------
    home
        The folder that was opened; a note in it may say that the workbook is elsewhere.

    """
    try:
        store = Store.open(workbook_folder(home))
        return Attempt(home, store, store.sealed)
    except WorkbookDamaged as trouble:
        return Attempt(home, _to_read(home, trouble), trouble, _look(home))
    except TROUBLES as trouble:
        return Attempt(home, None, trouble, _look(home))


def _to_read(home: Path, trouble: WorkbookDamaged) -> Store | None:
    try:
        return Store.open_damaged(workbook_folder(home), trouble)
    except OlenbError:
        return None


def _look(home: Path) -> object:
    """Return what differs once something was done about the file."""
    try:
        found = (workbook_folder(home) / FILE).stat()
    except (OSError, OlenbError):
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size
