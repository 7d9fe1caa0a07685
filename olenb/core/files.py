"""A file put in place whole, and for its owner alone."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from olenb.core.errors import NotWritten
from olenb.core.folders import FOR_THE_USER_ALONE


def write(content: bytes, path: Path, mode: int = FOR_THE_USER_ALONE) -> Path:
    """Put a file in place at once and whole, for its owner's eyes only unless told otherwise.

    Parameters
    ----------
    content
        The whole file.
    path
        Where to; a file of this name is replaced.
    mode
        Who may read it; only what is meant for a room is for others.

    Raises
    ------
    NotWritten
        The folder is missing, full or not ours to write in; nothing was changed.
    """
    beside = None
    try:
        handle, beside = tempfile.mkstemp(dir=path.parent, prefix=".olenb-", suffix=".part")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if mode != FOR_THE_USER_ALONE:
            Path(beside).chmod(mode)
        Path(beside).replace(path)
    except OSError as error:
        if beside is not None:
            with suppress(OSError):
                Path(beside).unlink()
        reason = error.strerror or "the system did not say why"
        raise NotWritten(
            f"The file could not be written ({reason}). Nothing was changed. "
            "Choose a folder that is there and where you can save, and try again."
        ) from None
    return path
