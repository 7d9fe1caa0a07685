"""The workbook as one file to take along from a borrowed computer, and to bring again."""

import tempfile
from pathlib import Path

from olenb.core import restoring
from olenb.core.errors import NotAllowed, WorkbookDamaged, WrongFile
from olenb.core.folders import FILE, private_folder
from olenb.core.store import Store

SUFFIX = Path(FILE).suffix


def packed(store: Store) -> bytes:
    """Return the whole workbook as it is now, the same bytes that a copy on the disk would hold.

    Raises
    ------
    NotAllowed
        It is the invented example: there is nothing of the user's to take along.

    """
    if store.is_example:
        raise NotAllowed(
            "There is nothing of yours to take along yet: these are the invented people. "
            "Your own workbook begins with the first thing that you add."
        )
    with tempfile.TemporaryDirectory(prefix="olenb-") as folder:
        copy = Path(folder) / FILE
        store.backup_to(copy)
        return copy.read_bytes()


def unpack(file: Path, folder: Path) -> None:
    """Put a workbook that was taken along into `folder`; one that is there goes to the backups.

    Parameters
    ----------
    file
        What was taken along; it is checked first and left as it is.
    folder
        Where the workbook is to be; made where it isn't there.

    Raises
    ------
    WrongFile
        It isn't a workbook, or not a whole one.
    WorkbookNewer
        A newer olenb wrote it.

    """
    with tempfile.TemporaryDirectory(prefix="olenb-") as draft:
        copy = Path(draft) / FILE
        copy.write_bytes(file.read_bytes())
        try:
            Store.open(Path(draft)).close()
        except WorkbookDamaged as error:
            raise WrongFile(
                f"That isn't a whole workbook: its name ends in “{SUFFIX}”. "
                "Nothing was changed. Please choose the file that you took along."
            ) from error
        private_folder(folder)
        restoring.restore(folder, copy)
