"""The folder that a room shares: each has a box of their own, and one list is for everybody.

    ROOM/drop/USER/    a participant's own box; besides them only counselors look into it
    ROOM/list/         what a counselor gives to all

Whoever runs a hub makes it with these rights (`deploy/jupyterhub`). On a school's own drive a
plain folder with `drop` and `list` in it does: there are no boxes, and everybody can list what
others dropped, which holds codes and no contact's name.
"""

import getpass
import os
from pathlib import Path

from olenb.core.errors import NotWritten
from olenb.core.files import write
from olenb.room.documents import Document

DROP, LIST = "drop", "list"
FOR_COUNSELORS = 0o640
FOR_EVERYBODY = 0o644


def box(room: Path, user: str | None = None) -> Path:
    """Return where a participant drops files: their own box, or the one folder for all.

    Parameters
    ----------
    room
        The shared folder.
    user
        Whose; None takes the user that this runs as.

    """
    own = room / DROP / (user or getpass.getuser())
    return own if own.is_dir() else room / DROP


def drop(document: Document, room: Path) -> Path:
    """Put a participant's file where the counselor finds it; a newer one replaces it.

    Parameters
    ----------
    document
        A question, answers or a withdrawal.
    room
        The shared folder.

    Raises
    ------
    NotWritten
        The folder is missing, full or not ours to write in; nothing was changed.

    """
    numbers = "".join(f"-{one.number}" for one in document.questions)
    name = f"{document.session}-{document.kind}-{document.code}{numbers}.json"
    return _give(document, box(room) / name, FOR_COUNSELORS)


def dropped(room: Path) -> list[Path]:
    """Return the files in all boxes that this user may look into, in a fixed order.

    Only plain files: what else a participant puts there, such as a link to somebody's file, is
    passed over.
    """
    found = [path for path in _looked_into(room / DROP) if _is_plain(path)]
    for folder in (path for path in _looked_into(room / DROP) if _is_folder(path)):
        found += [path for path in _looked_into(folder) if _is_plain(path)]
    return sorted(path for path in found if path.suffix == ".json")


def publish(questions: Document, room: Path) -> Path:
    """Give the list of questions to everybody in the room.

    Raises
    ------
    NotWritten
        The folder is missing, full or not ours to write in; nothing was changed.

    """
    return _give(questions, published(questions.session, room), FOR_EVERYBODY)


def published(session: str, room: Path) -> Path:
    """Return where the list of a session's questions is, once the counselor gave it."""
    return room / LIST / f"{session}-questions.json"


def _give(document: Document, path: Path, rights: int) -> Path:
    """Write a file whole, then let those read it for whom it is, whatever the umask."""
    write(document.to_bytes(), path)
    try:
        path.chmod(rights)
    except OSError:
        raise NotWritten(
            "The file is in the room's folder, and this disk doesn't let others read it. "
            "Please give it to the counselor on a stick or by upload."
        ) from None
    return path


def _looked_into(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _is_plain(path: Path) -> bool:
    return not path.is_symlink() and path.is_file()


def _is_folder(path: Path) -> bool:
    return not path.is_symlink() and path.is_dir()


def may_list_others(room: Path) -> bool:
    """Tell whether this user can see who dropped something: a counselor can, others shouldn't."""
    return os.access(room / DROP, os.R_OK)
