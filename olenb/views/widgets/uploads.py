"""Files brought through the browser, gathered piece by piece into a private temporary folder.

The server's websocket takes at most 10 MiB at a time, so the page sends small pieces and waits
for each to be taken in.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from olenb.core.errors import WrongFile
from olenb.core.place import UPLOADS

LARGEST = 200 * 1024 * 1024
"""Bytes of the largest file that is taken; the page refuses larger ones before sending."""

TOO_LARGE = (
    "This file is larger than 200 MB, so it wasn't taken in. Nothing was lost. "
    "Bring a smaller file, or put it into the workbook's inbox folder."
)
NO_ROOM = (
    "There wasn't enough room on the disk to take this file in. Nothing was lost. "
    "Free some space, then bring it again."
)
CUT_SHORT = "The file didn't arrive whole. Nothing was lost. Bring it again."


@dataclass
class UploadedFile:
    """A file that the user brought.

    Parameters
    ----------
    path : Path
        Where it lies, readable by its owner only (0600), under its own name made harmless.
    name : str
        What the user calls it; hostile text.
    size : int
        Bytes.
    kept : bool
        Whether it outlives the action; see `keep`.
    """

    path: Path
    name: str
    size: int
    kept: bool = field(default=False, repr=False)

    def keep(self) -> Path:
        """Keep the file after the action, until `discard` or until Python ends.

        Returns
        -------
        Path
            Where it lies.
        """
        self.kept = True
        return self.path

    def discard(self) -> None:
        """Delete the file now."""
        shutil.rmtree(self.path.parent, ignore_errors=True)


@dataclass
class _Incoming:
    """A file of which some pieces are still to come."""

    file: UploadedFile
    expected: int


class Uploads:
    """The files on their way into one screen."""

    def __init__(self) -> None:
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._incoming: dict[str, _Incoming] = {}

    def take(
        self, message: Mapping[str, Any], buffers: Sequence[memoryview]
    ) -> UploadedFile | None:
        """Take one message about a file.

        Parameters
        ----------
        message : mapping
            ``upload`` (the page's own number for the file) and ``step``: ``begin`` (with ``name``
            and ``size``), ``piece`` (with one buffer), ``end`` or ``cancel``.
        buffers : sequence of memoryview
            The piece.

        Returns
        -------
        UploadedFile or None
            The file, once it is whole.

        Raises
        ------
        WrongFile
            It is too large, didn't arrive whole, or there is no room for it.
        """
        key, step = str(message.get("upload")), message.get("step")
        try:
            if step == "begin":
                self._begin(key, str(message.get("name", "")), int(message.get("size", 0)))
            elif step == "piece":
                self._append(key, buffers)
            elif step == "end":
                return self._finish(key)
            else:
                self._cancel(key)
        except OSError:
            self._cancel(key)
            raise WrongFile(NO_ROOM) from None
        return None

    def drop(self, upload: UploadedFile) -> None:
        """Delete a file whose action is over, unless the action kept it."""
        if not upload.kept:
            upload.discard()

    def _begin(self, key: str, name: str, size: int) -> None:
        """Open an empty private file."""
        if not 0 <= size <= LARGEST:
            raise WrongFile(TOO_LARGE)
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix=UPLOADS)
        path = Path(tempfile.mkdtemp(dir=self._folder.name)) / safe_name(name)
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        title = unicodedata.normalize("NFC", name)
        self._incoming[key] = _Incoming(UploadedFile(path, title, 0), size)

    def _append(self, key: str, buffers: Sequence[memoryview]) -> None:
        """Write a piece at the end of its file."""
        incoming = self._incoming.get(key)
        if incoming is None:
            raise WrongFile(CUT_SHORT)
        for piece in buffers:
            incoming.file.size += piece.nbytes
            if incoming.file.size > incoming.expected:
                self._cancel(key)
                raise WrongFile(CUT_SHORT)
            with incoming.file.path.open("ab") as out:
                out.write(piece)

    def _finish(self, key: str) -> UploadedFile:
        """Return a file that is whole."""
        incoming = self._incoming.pop(key, None)
        if incoming is None:
            raise WrongFile(CUT_SHORT)
        if incoming.file.size != incoming.expected:
            incoming.file.discard()
            raise WrongFile(CUT_SHORT)
        return incoming.file

    def _cancel(self, key: str) -> None:
        """Forget a file that won't come."""
        incoming = self._incoming.pop(key, None)
        if incoming is not None:
            incoming.file.discard()


def safe_name(name: str) -> str:
    """Return a file name that is harmless on every system and keeps its ending.

    Parameters
    ----------
    name : str
        What the browser says; hostile text.

    Examples
    --------
    >>> safe_name("../../Connections 2026.csv")
    'Connections 2026.csv'
    >>> safe_name("..")
    'file'
    """
    last = re.split(r"[/\\]", name)[-1]
    stem, dot, ending = re.sub(r"[^\w .()-]", "_", last, flags=re.ASCII).rpartition(".")
    harmless = f"{(stem if dot else ending)[:80]}{dot}{ending[:10] if dot else ''}".strip(". ")
    return harmless or "file"
