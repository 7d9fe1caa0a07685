"""What every file of a room is held to: its size, its kind, and each of its fields.

Whatever is wrong, the message never repeats what stands in the file.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from olenb.room.documents import ALPHABET, VERSION, RoomFileRefused

LARGEST = 512 * 1024
"""Bytes of the largest file that is opened: sixty people's questions are a tenth of it."""

_CODE = re.compile(rf"[{ALPHABET}]{{4}}")


def content_of(path: Path) -> bytes:
    """Return a file's bytes; none where it is larger than any file of a room."""
    try:
        return path.read_bytes() if path.stat().st_size <= LARGEST else b""
    except OSError:
        raise RoomFileRefused(refusal("can't be opened")) from None


def fields_of(content: bytes) -> Mapping[str, Any]:
    """Return the fields of a file that says it is one of a room and of this version."""
    try:
        found = json.loads(content.decode("utf-8"), object_pairs_hook=_once)
    except (ValueError, RecursionError):
        raise RoomFileRefused(refusal("isn't a file of the room, or is damaged")) from None
    if not isinstance(found, dict) or "olenb-room" not in found:
        raise RoomFileRefused(refusal("isn't a file of the room"))
    if found["olenb-room"] != VERSION:
        raise RoomFileRefused(refusal("was made by another version of olenb"))
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a name that stands twice: two readers could see two files in one."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError
    return found


def a_code(value: Any) -> str:
    """Return a participant's code."""
    text = a_line(value, 4)
    require(_CODE.fullmatch(text) is not None)
    return text


def a_line(value: Any, most: int) -> str:
    """Return a text of one line."""
    require(isinstance(value, str) and len(value) <= most)
    require(not any(ord(letter) < ord(" ") for letter in value))
    return str(value)


def require(is_so: bool) -> None:
    """Refuse what isn't so; readers turn it into one sentence."""
    if not is_so:
        raise ValueError


def refusal(what: str) -> str:
    """Say what is wrong with a file, and that the others go on."""
    return f"This file {what}. It was left out, and the others go on. Please ask for a new one."
