"""A folder that a room shares, on a hub or on a school's drive: files go in, one list comes out.

Below it, `inbox` takes what participants drop: whoever drops a file can't list what others
dropped, and nobody guesses the name of one. `questions.json` beside it is the list that goes
back to all. Whatever lies in the folder is read as strangers' files are.
"""

import os
import secrets
from contextlib import suppress
from pathlib import Path

from olenb.core import rules
from olenb.core.errors import NotWritten
from olenb.core.files import write

VARIABLE = "OLENB_ROOM"
INBOX, LIST = "inbox", "questions.json"
MOST = 2_000
"""Files of an inbox that are looked at: sixty people drop a few hundred."""

_FOR_ALL = 0o644
_DROP_ONLY = 0o1733
_LISTED = 0o755


def shared() -> Path | None:
    """Return the folder of the room, None where there is none.

    The variable OLENB_ROOM says which, else a school's `room_folder`.
    """
    named = os.environ.get(VARIABLE) or rules.ROOM_FOLDER.value
    return Path(named).expanduser() if named else None


def is_there(folder: Path | None) -> bool:
    """Tell whether something can be dropped into the folder."""
    return folder is not None and os.access(folder / INBOX, os.W_OK | os.X_OK)


def make(folder: Path) -> None:
    """Make the folder ready, for whoever runs the room.

    Raises
    ------
    NotWritten
        It isn't ours to write in, or lies on a disk that is full.

    """
    try:
        for path, mode in ((folder, _LISTED), (folder / INBOX, _DROP_ONLY)):
            if not path.exists():
                path.mkdir(parents=True)
                path.chmod(mode)
    except OSError as error:
        raise NotWritten(
            f"The room's folder could not be made ({error.strerror}). Nothing was changed. "
            "Choose another one, or let files go round by upload."
        ) from None


def new_token() -> str:
    """Return a part of a file's name that nobody guesses."""
    return secrets.token_hex(12)


def drop(folder: Path, token: str, kind: str, content: bytes) -> Path:
    """Put a file into the inbox; a newer one of its kind takes its place.

    Parameters
    ----------
    folder
        The room's.
    token
        The participant's own, as of `new_token`.
    kind
        Of the document: question, answers, withdrawal or summary.
    content
        The file.

    Raises
    ------
    NotWritten
        The folder isn't there, or full.

    """
    return write(content, folder / INBOX / f"{kind}-{token}.json", _FOR_ALL)


def take_back(folder: Path, token: str) -> int:
    """Remove what a participant dropped, and return how many files went."""
    gone = 0
    for kind in ("question", "answers"):
        with suppress(OSError):
            (folder / INBOX / f"{kind}-{token}.json").unlink()
            gone += 1
    return gone


def dropped(folder: Path) -> list[Path]:
    """Return the files in the inbox, sorted; none where we aren't the one to look."""
    try:
        found = sorted((folder / INBOX).glob("*.json"))
    except OSError:
        return []
    return [path for path in found if path.is_file() and not path.is_symlink()][:MOST]


def publish(folder: Path, content: bytes) -> Path:
    """Put the list where all can read it.

    Raises
    ------
    NotWritten
        The folder isn't there, or full.

    """
    return write(content, folder / LIST, _FOR_ALL)


def clear(folder: Path) -> int:
    """Remove the list and what was dropped, and return how many files went."""
    gone = 0
    for path in [*dropped(folder), folder / LIST]:
        with suppress(OSError):
            path.unlink()
            gone += 1
    return gone
