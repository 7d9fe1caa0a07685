"""What an import did, or would do: read = new + merged + unchanged + skipped, always."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from olenb.contacts.importers.record import Skip
from olenb.core.errors import UndoRefused
from olenb.core.progress import Tell, silent
from olenb.core.store import Store


@dataclass(frozen=True, repr=False)
class Summary:
    """The counts of one file, and every row that was left out.

    Parameters
    ----------
    file, kind
        The file's own name, and which importer read it.
    read, new, merged, unchanged
        Rows: those that could be a person or a tie; those that became somebody (or a place, or
        a tie) new; those that added to somebody known; those that said nothing new.
    left_out
        Rows that were skipped, each with its line and the reason.
    also
        What else was read, by name, such as your own positions.
    notes
        Sentences that the user should see.

    """

    file: str
    kind: str
    new: int = 0
    merged: int = 0
    unchanged: int = 0
    left_out: tuple[Skip, ...] = ()
    also: Mapping[str, int] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    def __repr__(self) -> str:
        # The file's name may be a person's; a saved notebook holds none.
        return f"<{self.read} rows read from a file>"

    @property
    def read(self) -> int:
        """How many rows were read."""
        return self.new + self.merged + self.unchanged + len(self.left_out)

    @property
    def skipped(self) -> pd.DataFrame:
        """The rows that were left out: line, reason."""
        lines = pd.Series([skip.line for skip in self.left_out], dtype="int64")
        reasons = pd.Series([skip.reason for skip in self.left_out], dtype="str")
        return pd.DataFrame({"line": lines, "reason": reasons})

    @property
    def sentence(self) -> str:
        """The counts in words."""
        parts = [
            f"{number:,} {words}"
            for number, words in (
                (self.new, "new"),
                (self.merged, "added to what you had"),
                (self.unchanged, "known already"),
                (len(self.left_out), "left out"),
            )
            if number
        ]
        rows = "1 row" if self.read == 1 else f"{self.read:,} rows"
        return f"{self.file}: {rows} read; {', '.join(parts) or 'nobody in it'}."

    def to_json(self) -> dict[str, Any]:
        """Return the counts as plain values for `json.dumps`."""
        return {
            "file": self.file,
            "kind": self.kind,
            "read": self.read,
            "new": self.new,
            "merged": self.merged,
            "unchanged": self.unchanged,
            "skipped": [{"line": s.line, "reason": s.reason} for s in self.left_out],
            "also": dict(self.also),
        }


@dataclass(frozen=True, repr=False)
class Report(Summary):
    """What an import did; it can be taken back exactly as long as nothing builds on it."""

    store: Store | None = None
    change: int | None = None

    def undo(self, progress: Tell = silent) -> str:
        """Take back this import alone and return what it was.

        Parameters
        ----------
        progress
            Called with a fraction and a few words while it takes its time.

        Raises
        ------
        UndoRefused
            It changed nothing, was undone already, or later changes touch its rows.

        """
        if self.store is None or self.change is None:
            raise UndoRefused("That file changed nothing, so there is nothing to undo.")
        return self.store.undo_change(self.change, progress)
