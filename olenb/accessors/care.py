"""`wb.care`: backups and bringing one back, forgetting people, what to know about the place."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

import pandas as pd

from olenb.contacts import forgetting, untouched
from olenb.contacts.forgetting import Forgetting
from olenb.core import backups, exports, place, restoring, surroundings
from olenb.core.restoring import Restored
from olenb.core.store import Store

BACKUPS = ("path", "made_at", "reason", "people", "is_sound")
EXPORTS = ("path", "kind", "at")


class House(Protocol):
    """The part of `olenb.workbook.Workbook` that looking after its file takes."""

    @property
    def home(self) -> Path:
        """The folder that was opened."""

    @property
    def store(self) -> Store:
        """The open file, for reading."""

    @property
    def is_example(self) -> bool:
        """Whether the invented example is shown."""

    def writing(self) -> AbstractContextManager[Store]:
        """Open the user's own file for one step."""

    def let_go(self) -> AbstractContextManager[None]:
        """Close the file while it is moved, replaced or wiped."""


class Care:
    """Looking after the workbook file and the people in it."""

    def __init__(self, wb: House):
        self._wb = wb

    def __repr__(self) -> str:
        return "<the care for your olenb workbook>"

    @property
    def folder(self) -> Path:
        """Where the workbook lies, which may be a stick."""
        return place.workbook_folder(self._wb.home)

    @property
    def notices(self) -> list[str]:
        """What to know about that place, one sentence each: a network drive, another's folder."""
        return surroundings.notices(self.folder)

    # Backups.

    def backups(self) -> pd.DataFrame:
        """Return the backups, newest first; see `olenb.core.backups.sound` for them as objects.

        Returns
        -------
        DataFrame
            path; made_at: the user's own time; reason: what it was made before, or "replaced"
            for what stood here before a backup was brought back; people: how many are in it;
            is_sound: whether it still is what was written.

        """
        found = backups.listed(self.folder)
        rows = [(b.path, b.made_at, b.reason, b.people, backups.is_sound(b.path)) for b in found]
        return pd.DataFrame(rows, columns=list(BACKUPS)).astype({"people": "Int64"})

    def restore(self, backup: Path | None = None) -> Restored:
        """Bring a backup back; see `olenb.core.restoring.restore`.

        What it returns says where the file is that was replaced: restoring that one takes the
        restore back.
        """
        with self._wb.let_go():
            return restoring.restore(self.folder, backup)

    # Forgetting.

    def look(self, people: Sequence[int]) -> Forgetting:
        """Say what forgetting these people means; nothing is changed."""
        return forgetting.look(self._wb.store, people, self._wb.home)

    def forget(self, what: Forgetting) -> bool:
        """Forget people for good, also from history and the bytes of the file.

        Returns
        -------
        bool
            Whether the file was written anew; while another notebook reads, it can't be, and
            `compact` does it later.

        """
        with self._wb.writing() as store:
            return forgetting.forget(store, what)

    def remove_backups(self, what: Forgetting) -> int:
        """Delete the backups that still hold whom was forgotten, and make one without them."""
        return forgetting.remove_backups(self._wb.store, what)

    def compact(self) -> None:
        """Write the file anew, so that nothing deleted stays in it."""
        self._wb.store.compact()

    def untouched(self, months: int | None = None) -> pd.DataFrame:
        """Return whom nothing was noted about for a year; see `olenb.contacts.untouched`."""
        return untouched.untouched(self._wb.store, months)

    def exports(self) -> pd.DataFrame:
        """Return the files that were written for others and are still there: path, kind, at."""
        return pd.DataFrame(exports.still_there(self._wb.store), columns=list(EXPORTS))

    def everything(self) -> int:
        """Return how many files `forget_everything` would remove."""
        return place.all_of_it(self._wb.home)

    def forget_everything(self) -> int:
        """Wipe the workbook, wherever it lies, its backups and all else of the user's here."""
        with self._wb.let_go():
            return place.wipe_all(self._wb.home)
