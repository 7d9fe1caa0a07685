"""Trouble with the file, and a backup brought back with one click, which can be taken back."""

from collections.abc import Sequence
from datetime import datetime
from weakref import WeakKeyDictionary

from olenb.core import backups
from olenb.core.backups import Backup
from olenb.core.errors import (
    OlenbError,
    UpdateFailed,
    WorkbookBusy,
    WorkbookDamaged,
    WorkbookMissing,
    WorkbookNewer,
    WorkbookReadOnly,
)
from olenb.core.restoring import Restored
from olenb.views.widgets.blocks import Block, Button, Buttons, Card, Details, Note, Text
from olenb.views.widgets.screen import Action, Event
from olenb.workbook import Workbook

MISSING = (
    "Your workbook file is not where it was. Nothing else was touched. If it is on a stick, put "
    "the stick back in; if you moved the file, move it back. Then look again."
)
DAMAGED = (
    "Your workbook file is damaged. It was left exactly as it is, and nothing is written into it. "
)
SOME = "What you see below is what can still be read. "
A_BACKUP = "A backup brings back what you had on that day:"
NO_BACKUP = (
    "There is no sound backup in its folder. If you took your workbook along as a file, "
    "bring that in “Start here”."
)
READ_ONLY = (
    "You can look at everything, but nothing can be saved: your workbook or its folder can't be "
    "written to. If it is on a stick, look for a little switch; else ask whoever looks after "
    "this computer."
)
BUSY = "Another notebook is busy with your workbook. Wait a moment, then look again."
ELSEWHERE = "Your workbook needs a look first: see the top of this page."
SHOWN = 4
_DONE: WeakKeyDictionary[Workbook, Restored] = WeakKeyDictionary()
REASONS = {
    "import": "made before a file was brought in",
    "merge": "made before two people were made one",
    "update": "made before your workbook was brought up to date",
    "asked": "made because you asked for it",
    backups.ROUTINE: "made by the workbook itself",
    backups.REPLACED: "what was here before a backup was brought back",
}


class BringingBack:
    """The backups of one workbook, what was done with them last, and what is wrong now."""

    def __init__(self, wb: Workbook) -> None:
        self.wb = wb

    @property
    def done(self) -> Restored | None:
        """What was brought back last, by whichever form of the page."""
        return _DONE.get(self.wb)

    def actions(self) -> dict[str, Action]:
        """Return what the buttons do."""
        return {
            "bring_back": self.bring_back,
            "go_back": self.go_back,
            "keep_it": self.keep_it,
            "look_again": self.look_again,
        }

    def bring_back(self, event: Event) -> str:
        """Bring one back, and keep what is there now."""
        backup = self.wb.care.folder / backups.FOLDER / event.item
        _DONE[self.wb] = self.wb.care.restore(backup)
        return "Brought back."

    def go_back(self, _event: Event) -> str:
        """Take that back."""
        if self.done is not None and self.done.replaced is not None:
            self.wb.care.restore(self.done.replaced)
        _DONE.pop(self.wb, None)
        return "Back to what was there before."

    def keep_it(self, _event: Event) -> None:
        """Say no more about it."""
        _DONE.pop(self.wb, None)

    def look_again(self, _event: Event) -> str:
        """Try to open the file once more."""
        self.wb.reopen()
        return "All is well." if self.wb.trouble is None else "Still the same."

    def trouble(self, *, on_top: bool) -> list[Block]:
        """Return what is wrong and what helps; a single line where it is said above already."""
        trouble = self.wb.trouble
        if trouble is None:
            return self._after() if on_top else []
        if not on_top:
            return [] if self.wb.can_be_read else [Note(ELSEWHERE, kind="warning")]
        again = Buttons([Button("look_again", "Look again")])
        return [self._says(trouble), *self._helps(trouble), again]

    def choices(self) -> list[Block]:
        """Return the backups to choose from, the newest first."""
        try:
            found = backups.sound(self.wb.care.folder)
        except OlenbError:  # the stick isn't there
            return []
        cards: list[Block] = [_card(backup) for backup in found]
        more = [Details(f"{len(cards) - SHOWN} older ones", cards[SHOWN:], id="older")]
        return [*cards[:SHOWN], *(more if len(cards) > SHOWN else [])]

    def _says(self, trouble: OlenbError) -> Note:
        if isinstance(trouble, WorkbookDamaged):
            return Note(DAMAGED + (SOME if self.wb.can_be_read else ""), kind="error")
        if isinstance(trouble, WorkbookReadOnly) and self.wb.can_be_read:
            return Note(READ_ONLY, kind="warning")
        if isinstance(trouble, WorkbookBusy):
            return Note(BUSY, kind="warning")
        return Note(MISSING if isinstance(trouble, WorkbookMissing) else str(trouble), kind="error")

    def _helps(self, trouble: OlenbError) -> Sequence[Block]:
        if isinstance(trouble, WorkbookBusy | WorkbookReadOnly):
            return []
        choices = self.choices()
        if isinstance(trouble, WorkbookNewer | UpdateFailed):
            return [Details("Or go back to an older backup", choices)] if choices else []
        return [Text(A_BACKUP), *choices] if choices else [Text(NO_BACKUP)]

    def _after(self) -> list[Block]:
        if self.done is None:
            return []
        when = _when(Backup(self.done.backup).made_at)
        keep = Button("keep_it", "Keep this", kind="primary")
        back = [Button("go_back", "Go back to what was there")] if self.done.replaced else []
        return [
            Note(f"Your workbook is again as it was on {when}.", kind="good"),
            Buttons([keep, *back]),
        ]


def _card(backup: Backup) -> Card:
    people = "No one" if not backup.people else _people(backup.people)
    verb = "is" if people in ("No one", "1 person") else "are"
    reason = REASONS.get(backup.reason, f"made before {backup.reason}")
    when = _when(backup.made_at)
    confirm = (
        f"This puts back your workbook of {when}: {people.lower()} {verb} in it. What is there "
        "now is kept beside it, and you can go back."
    )
    button = Button(
        "bring_back", "Bring this one back", confirm=confirm, describe=f"Bring {when} back"
    )
    lines = [f"{people} {verb} in it; {reason}."]
    return Card(backup.path.name, _capital(when), lines, [button], level=3)


def _people(count: int) -> str:
    return "1 person" if count == 1 else f"{count:,} people"


def _when(moment: datetime | None) -> str:
    if moment is None:
        return "a day that isn't known"
    return f"{moment:%A}, {moment.day} {moment:%B %Y}, {moment:%H:%M}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
