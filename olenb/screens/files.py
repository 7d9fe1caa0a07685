"""A file of people: first what it would do, then one click, and a way back."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from olenb.contacts.importers import detect, remembered, table
from olenb.contacts.importers.loader import Plan
from olenb.contacts.importers.report import Report
from olenb.core import hosted, place
from olenb.screens import columns, reports
from olenb.screens.base import screen
from olenb.views.widgets.blocks import (
    Block,
    Button,
    Buttons,
    Card,
    Details,
    Field,
    Note,
    Text,
    Upload,
)
from olenb.views.widgets.screen import Action, Event, FieldError, Screen
from olenb.views.widgets.uploads import UploadedFile
from olenb.workbook import Workbook

ENDINGS = ".csv,.zip,.vcf,.xlsx,.graphml"
LINKEDIN = (
    "1. In LinkedIn, open Settings, then “Data privacy”, then “Get a copy of your data”.\n"
    "2. Choose Connections and ask for the file. LinkedIn writes to you when it is ready.\n"
    "3. Bring the file here just as it came: a .zip, or “Connections.csv”."
)
OTHERS = (
    "Google Contacts, Outlook, Thunderbird and most phones save contacts as .csv or .vcf. "
    "A list of alumni may come as a table (.csv or .xlsx). "
    "Who knows whom may come as .graphml, or as a table with the columns “person” and “knows”."
)
HOMEWORK = (
    "This is a borrowed computer: leave your LinkedIn file for your own one. "
    "The names that you write by hand are just as good."
)
LEFT = "Left out. Nothing was changed."


def files(wb: Workbook) -> Screen:
    """Bring a file of people: show what it would do, bring it in, take it back.

    Parameters
    ----------
    wb
        The workbook.

    """
    bringing = _Bringing(wb)
    bringing.form = screen(wb, bringing.render, bringing.actions(), says_example=False)
    return bringing.form


class _Bringing:
    """One file on its way in; `step` is the method that shows how far it is."""

    form: Screen
    path: Path
    kind: str
    preview: table.Preview
    mapping: dict[str, str]
    plan: Plan
    report: Report

    def __init__(self, wb: Workbook) -> None:
        self.wb = wb
        self.upload: UploadedFile | None = None
        self.step: Callable[[], list[Block]] = self.ask_for_file

    def render(self) -> Sequence[Block]:
        return self.step()

    def ask_for_file(self) -> list[Block]:
        return _ask(self.wb.home)

    def ask_for_columns(self) -> list[Block]:
        return columns.question(self.preview, self.mapping)

    def ask_who_is_me(self) -> list[Block]:
        return [_who_is_me(self.plan)]

    def show_plan(self) -> list[Block]:
        return reports.preview(self.plan)

    def show_report(self) -> list[Block]:
        return reports.done(self.report)

    def actions(self) -> dict[str, Action]:
        return {
            "bring": self.bring,
            "inbox": self.take_newest,
            "may": self.may,
            "columns": self.say_columns,
            "me": self.say_me,
            "not_me": self.not_me,
            "apply": self.apply,
            "leave": self.leave,
            "take_back": self.take_back,
        }

    def bring(self, event: Event) -> None:
        if event.upload is None:
            return
        self._forget()
        self._look_at(event.upload.path)
        event.upload.keep()
        self.upload = event.upload

    def take_newest(self, _event: Event) -> None:
        if newest := _newest(self.wb.home):
            self._look_at(newest)

    def may(self, _event: Event) -> None:
        self.preview = table.headers(self.path)
        self.mapping = remembered.mapping(self.wb.store, self.preview.columns)
        self.step = self.ask_for_columns

    def say_columns(self, event: Event) -> None:
        said = columns.answer(event)
        self.plan = self._planned(mapping=said)
        self.mapping, self.step = said, self.show_plan

    def say_me(self, event: Event) -> None:
        if not event.text("me"):
            raise FieldError("me", "Please choose your name, or say that you aren't in it.")
        self.plan = self._planned(ego=event.text("me"))
        self.step = self.show_plan

    def not_me(self, _event: Event) -> None:
        self.step = self.show_plan

    def apply(self, _event: Event) -> None:
        if self.kind == "table":
            with self.wb.writing() as store:
                remembered.remember(store, self.preview.columns, self.mapping)
        self.report = self.wb.apply_import(self.plan, self.form.progress)
        self._forget()
        self.step = self.show_report

    def leave(self, _event: Event) -> str | None:
        said = None if self.step == self.show_report else LEFT
        self._forget()
        return said

    def take_back(self, event: Event) -> str:
        self.report.undo(event.progress)
        self._forget()
        return "Taken back. All is as it was before."

    def _look_at(self, path: Path) -> None:
        """Find out what the file is, and what is to be asked first."""
        self.path, self.kind = path, detect.kind_of(path)
        if self.kind == "table":
            self.step = columns.permission
            return
        self.plan = self._planned()
        is_open = self.kind == "graph" and self.plan.parsed.ego is None
        self.step = self.ask_who_is_me if is_open else self.show_plan

    def _planned(self, **said: Any) -> Plan:
        return self.wb.plan_import(self.path, self.kind, **said, progress=self.form.progress)

    def _forget(self) -> None:
        """Keep no copy of a file that was brought."""
        self.step = self.ask_for_file
        if self.upload is not None:
            self.upload.discard()
        self.upload = None


def _ask(home: Path) -> list[Block]:
    if hosted.typed_only():
        return [Note(hosted.FILES_STAY_HOME)]
    newest = _newest(home)
    blocks: list[Block] = [Note(HOMEWORK)] if place.is_borrowed(home) else []
    blocks += [
        Details("How do I get my LinkedIn file?", [Text(LINKEDIN)], id="linkedin"),
        Details("Which other files can I bring?", [Text(OTHERS)], id="others"),
        Upload("bring", "Bring a file of people", accept=ENDINGS),
    ]
    if newest is not None:
        blocks.append(Button("inbox", f"Look at “{newest.name}” from the inbox folder"))
    return blocks


def _newest(home: Path) -> Path | None:
    """Return the newest file in the inbox, whatever it is; hidden ones are the system's."""
    found = [p for p in (home / "inbox").glob("*") if p.is_file() and not p.name.startswith(".")]
    return max(found, key=lambda path: path.stat().st_mtime, default=None)


def _who_is_me(plan: Plan) -> Card:
    parsed = plan.parsed
    ends = (end for link in parsed.links for end in (link.person, link.knows))
    names = [record.name for record in parsed.records] or list(dict.fromkeys(ends))
    me = Field("me", "Your name in this file", "suggest", options=sorted(names))
    buttons = Buttons(
        [Button("me", "That's me", kind="primary"), Button("not_me", "I'm not in it")]
    )
    return Card("me", "Which of these people is you?", [plan.file], blocks=[me, buttons], level=3)
