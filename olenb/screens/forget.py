"""Letting people go for good, one by name or those of a year ago, or all of it."""

from collections.abc import Sequence
from pathlib import Path

from olenb.contacts import rows
from olenb.contacts.forgetting import Forgetting
from olenb.contacts.keys import folded
from olenb.core.change import Row
from olenb.core.errors import OlenbError
from olenb.screens.base import screen
from olenb.views.widgets.blocks import (
    Block,
    Button,
    Buttons,
    Card,
    Details,
    Field,
    Form,
    Note,
    TableBlock,
    Text,
)
from olenb.views.widgets.screen import Action, Event, FieldError, Screen
from olenb.workbook import Workbook

NOBODY = "These people are invented, so there is nobody to let go. Yours can be forgotten here."
SCRAPS = (
    "Another notebook was reading meanwhile, so scraps may be left inside the file. "
    "Close the other notebooks, then finish it here."
)
LONG_AGO = (
    "You noted nothing about these people for a year. If you don't need them any more, it is "
    "kind to let them go. Nobody goes by themselves."
)
ALL_OF_IT = "This wipes your workbook, its backups and everything else of yours in its folder."
GONE = "All of it is gone: {files}. You can close this page."
SUGGESTED, SHOWN = 1_000, 20


def forget(wb: Workbook) -> Screen:
    """Let people go for good: what would go is said first, in numbers, and nothing brings it back.

    Parameters
    ----------
    wb
        The workbook.

    """
    letting = _LettingGo(wb)
    return screen(wb, letting.render, letting.actions(), says_example=False)


class _LettingGo:
    """Whom to forget, what that means, and what is left elsewhere afterwards."""

    def __init__(self, wb: Workbook) -> None:
        self.wb = wb
        self.found: list[int] = []
        self.looked_at: Forgetting | None = None
        self.done: Forgetting | None = None
        self.has_scraps = False
        self.wiped: int | None = None

    def render(self) -> Sequence[Block]:
        if self.wiped is not None:
            return [Note(GONE.format(files=_files(self.wiped)), kind="good")]
        if self.wb.is_example:
            return [Note(NOBODY, kind="empty")]
        return [
            *self._after(),
            *(self._choices() if self.looked_at is None else self._question(self.looked_at)),
            *self._long_ago(),
            self._everything(),
        ]

    def actions(self) -> dict[str, Action]:
        return {
            "find": self.find,
            "look": lambda event: self.look([int(event.item)]),
            "look_at_all": lambda _event: self.look(list(self.wb.care.untouched()["id"])),
            "forget": self.forget,
            "keep": self.keep,
            "backups": self.remove_backups,
            "finish": self.finish,
            "everything": self.forget_everything,
        }

    def find(self, event: Event) -> None:
        name = folded(event.text("name"))
        every = self.wb.store.rows("SELECT id, name, email FROM person WHERE is_ego = 0")
        self.found = [r["id"] for r in every if name and name in map(folded, _called(r))]
        if not self.found:
            raise FieldError("name", "Nobody in your workbook has that name or address.")
        self.done = None
        if len(self.found) == 1:
            self.look(self.found)

    def look(self, people: list[int]) -> None:
        self.looked_at, self.done = self.wb.care.look(people), None

    def forget(self, event: Event) -> str:
        what = self.looked_at
        if what is None:
            return ""
        self.has_scraps = not self.wb.care.forget(what)
        self.looked_at, self.found, self.done = None, [], what
        if event.checked("backups"):
            return self.remove_backups(event)
        return "Forgotten."

    def keep(self, _event: Event) -> None:
        self.looked_at, self.found = None, []

    def remove_backups(self, _event: Event) -> str:
        if self.done is None:
            return ""
        count = self.wb.care.remove_backups(self.done)
        self.done = None if not _elsewhere(self.done) else self.done
        return f"{_backups(count)} gone, and a new one is made."

    def finish(self, _event: Event) -> str:
        self.wb.care.compact()
        self.has_scraps = False
        return "Now nothing of them is left in the file."

    def forget_everything(self, _event: Event) -> None:
        self.wiped = self.wb.care.forget_everything()

    def _choices(self) -> list[Block]:
        every = self.wb.store.rows("SELECT name FROM person WHERE is_ego = 0")
        names = [row["name"] for row in every]
        suggestions = sorted(set(names)) if len(names) <= SUGGESTED else []
        who = Field("name", "Whom?", kind="suggest", options=suggestions)
        form = Form("who", [who, Button("find", "Look what that means", kind="primary")])
        return [form, *(self._card(number) for number in self.found[:SHOWN])]

    def _card(self, number: int) -> Card:
        row = rows.person(self.wb.store, number)
        told = [row[n] for n in ("school", "class_year", "city", "email", "url") if row[n]]
        lines = [", ".join(map(str, told)) or "Only the name is known."]
        button = Button("look", "This one", describe=f"{row['name']}: this one")
        return Card(str(number), row["name"], lines, [button], level=3)

    def _question(self, what: Forgetting) -> list[Block]:
        names = [rows.person(self.wb.store, number)["name"] for number in what.people]
        title = names[0] if len(names) == 1 else f"{len(names):,} people"
        hold = f"Delete the {_backups(len(what.backups))} that hold them, too"
        also = [Field("backups", hold, kind="checkbox")]
        buttons = [
            Button("forget", "Forget for good", kind="danger", confirm=what.sentence),
            Button("keep", "No, keep them"),
        ]
        blocks = [*(also if what.backups else []), Buttons(buttons)]
        return [Card("question", title, [what.sentence], blocks=blocks, level=3)]

    def _after(self) -> list[Block]:
        scraps = [Note(SCRAPS, kind="warning"), Buttons([Button("finish", "Finish it")])]
        found: list[Block] = scraps if self.has_scraps else []
        if self.done is None:
            return found
        found.append(Note("Forgotten. Undo can't bring them back.", kind="good"))
        left = [path for path in self.done.backups if path.exists()]
        if left:
            confirm = f"{_backups(len(left))} will be deleted, and a new one is made at once."
            button = Button("backups", f"Delete {_backups(len(left))}", "danger", confirm=confirm)
            words = f"{_backups(len(left))} made earlier still hold them."
            found += [Text(words), Buttons([button])]
        if files := _elsewhere(self.done):
            table = [[path.name, str(path.parent)] for path in files]
            words = "These files may still hold them. Delete those that you don't need."
            found.append(Text(words))
            found.append(TableBlock("Files outside your workbook", ["File", "Where"], table))
        if names := self.done.downloads:
            words = "Look in your browser's downloads, too: these may still hold them."
            found += [Text(words), *map(Text, names)]
        return found

    def _long_ago(self) -> list[Block]:
        df = self.wb.care.untouched()
        if df.empty or self.looked_at is not None:
            return []
        lines = [[row.name, row.last] for row in df.head(SHOWN).itertuples()]
        more = len(df) - SHOWN
        rest = [Text(f"And {more:,} more.", quiet=True)] if more > 0 else []
        button = Button("look_at_all", f"Look what forgetting these {len(df):,} means")
        one = Button("look_at_all", "Look what forgetting this one means")
        blocks = [
            Text(LONG_AGO),
            TableBlock("Nothing noted for a year", ["Who", "Last"], lines),
            *rest,
            Buttons([button if len(df) > 1 else one]),
        ]
        return [Details(f"From long ago ({len(df):,})", blocks, id="long ago")]

    def _everything(self) -> Details:
        files = _files(self.wb.care.everything())
        confirm = f"{files} will be removed, backups included, and nothing brings them back."
        button = Button("everything", "Forget everything", kind="danger", confirm=confirm)
        words = f"{ALL_OF_IT} {self._on_stick()}Files that you saved elsewhere stay there."
        return Details("Forget everything", [Text(words), Buttons([button])], id="everything")

    def _on_stick(self) -> str:
        try:
            elsewhere = self.wb.care.folder != self.wb.home
        except OlenbError:
            return ""
        return "The one on your stick goes, too. " if elsewhere else ""


def _called(row: Row) -> list[str]:
    return [text for text in (row["name"], row["email"]) if text]


def _elsewhere(what: Forgetting) -> list[Path]:
    return [path for path in (*what.exports, *what.inbox) if path.exists()]


def _backups(count: int) -> str:
    return "1 backup" if count == 1 else f"{count:,} backups"


def _files(count: int) -> str:
    return "1 file" if count == 1 else f"{count:,} files"
