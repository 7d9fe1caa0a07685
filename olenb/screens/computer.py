"""Whose computer this is, first of all; on a borrowed one nothing stays behind."""

from collections.abc import Sequence

from olenb.core import carry, hosted, place
from olenb.core.folders import FILE
from olenb.screens.base import screen
from olenb.screens.bringing_back import BringingBack
from olenb.views.widgets.blocks import (
    Block,
    Button,
    Buttons,
    Card,
    Details,
    Field,
    Form,
    Note,
    Text,
    Upload,
)
from olenb.views.widgets.screen import Action, Event, FieldError, Screen
from olenb.workbook import Workbook

PRIVATE = "Everything that you write stays in one file. olenb sends nothing anywhere."
EARLIER = (
    "Each of these is your whole workbook as it was then. What you have now is kept, too, and "
    "you can go back to it."
)
BORROWED = (
    "This computer isn't yours, so nothing of yours stays here when you leave. Choose one of two "
    "ways, now or later; both can wait until you have written something."
)
ON_A_HUB = (
    "You are working on your school's computer. What you write is in a file under your own name "
    "there; whoever runs that computer could open it. Take it along and wipe it whenever you like."
)
DOWNLOADED = (
    "Your workbook is in this browser's downloads. Move it to your phone or a stick, "
    "then empty the downloads and their bin."
)
GONE = (
    "{files} gone from this computer. Close this browser window, and the black window "
    "that opened it. If you took your workbook along, look once into the downloads folder."
)


def computer(wb: Workbook) -> Screen:
    """Ask whose computer this is, and on a borrowed one offer a stick, a file, and a clean leave.

    Parameters
    ----------
    wb
        The workbook.

    """
    visit = _Visit(wb)
    visit.form = screen(wb, visit.render, visit.actions(), says_example=False)
    return visit.form


class _Visit:
    """A stay at a computer, from the first question to the wiping."""

    form: Screen

    def __init__(self, wb: Workbook) -> None:
        self.wb = wb
        self.wiped: int | None = None

    def render(self) -> Sequence[Block]:
        if self.wiped is not None:
            return [Note(GONE.format(files=_files(self.wiped)), kind="good")]
        borrowed = place.is_borrowed(self.wb.home)
        notes = [Note(sentence, kind="warning") for sentence in self.wb.care.notices]
        if hosted.on_hub():
            return [*notes, *_hosted(self.wb), *self._earlier_days()]
        if borrowed is None:
            return [*notes, Text("Is this your own computer?"), _WHOSE, Text(PRIVATE, quiet=True)]
        form = _borrowed(self.wb) if borrowed else _own(self.wb)
        return [*notes, *form, *self._earlier_days()]

    def _earlier_days(self) -> list[Block]:
        """Offer the backups, out of the way of somebody who just begins."""
        choices = BringingBack(self.wb).choices()
        blocks = [Text(EARLIER), *choices]
        return [Details("Go back to an earlier day", blocks, id="backups")] if choices else []

    def actions(self) -> dict[str, Action]:
        return {
            "own": lambda _: self.is_mine(True),
            "borrowed": lambda _: self.is_mine(False),
            "stick": self.keep_on_stick,
            "take": self.take_along,
            "bring": self.bring_again,
            "leave": self.leave,
        }

    def is_mine(self, mine: bool) -> str:
        place.say_whose(self.wb.home, borrowed=not mine)
        return f"Noted: {'your own' if mine else 'a borrowed'} computer."

    def keep_on_stick(self, event: Event) -> str:
        path = event.text("folder")
        if not path:
            raise FieldError("folder", "Please paste the path of your stick here.")
        return f"Your workbook lives in {self.wb.move_to(path)} now. Take the stick with you."

    def take_along(self, _event: Event) -> str:
        self.form.download(FILE, carry.packed(self.wb.store), "workbook")
        return DOWNLOADED

    def bring_again(self, event: Event) -> str | None:
        if event.upload is None:
            return None
        self.wb.bring_again(event.upload.path)
        return f"Welcome back. {self.wb.checkpoint()}"

    def leave(self, _event: Event) -> None:
        self.wiped = self.wb.leave()


_WHOSE = Buttons(
    [Button("own", "Yes, it's mine", kind="primary"), Button("borrowed", "It's borrowed or shared")]
)


def _own(wb: Workbook) -> list[Block]:
    move = [Text("Take your workbook along as a file, and bring it in again over there.")]
    return [
        Text(
            f"This is your own computer. Your workbook lives in {place.workbook_folder(wb.home)}."
        ),
        Details("Another computer, or not mine after all", [*move, *_take(wb), _BRING, _NOT_MINE]),
    ]


def _hosted(wb: Workbook) -> list[Block]:
    return [Text(ON_A_HUB), Details("Take it along, or wipe it", [_file(wb), _leave(wb)])]


_NOT_MINE = Button("borrowed", "This computer is borrowed or shared")
_BRING = Upload(
    "bring",
    "Been here before? Bring your workbook",
    accept=f"{carry.SUFFIX}",
    help=f"The file that you took along; its name ends in {carry.SUFFIX}.",
)


def _take(wb: Workbook) -> list[Block]:
    """Offer the workbook as a file, once there is something of the user's in it."""
    return [] if wb.is_example else [Button("take", "Take my workbook along")]


def _borrowed(wb: Workbook) -> list[Block]:
    return [Note(BORROWED), _stick(wb), _file(wb), _leave(wb), _MINE]


_MINE = Details("It's my own computer after all", [Button("own", "This computer is mine")])


def _stick(wb: Workbook) -> Card:
    folder = place.workbook_folder(wb.home)
    if folder != wb.home:
        line = f"Your workbook is in {folder}. Take the stick with you when you go."
        return Card("stick", "On your stick", [line], tag="chosen", level=3)
    path = Field("folder", "Where is your stick?", placeholder="/media/me/STICK or E:\\")
    how = "Plug it in, open it in the file manager, and copy its path from there."
    form = Form("stick", [path, Button("stick", "Keep my workbook there", kind="primary")])
    return Card("stick", "Keep it on a stick", [how], blocks=[form], level=3)


def _file(wb: Workbook) -> Card:
    lines = ["At the end, your workbook goes with you as one file."]
    if wb.is_example:
        lines.append("There is nothing of yours in it yet.")
    return Card("file", "Or take it along as a file", lines, blocks=[*_take(wb), _BRING], level=3)


def _leave(wb: Workbook) -> Card:
    files = _files(place.left_behind(wb.home))
    confirm = (
        f"{files} removed from this computer, backups included, and that can't be undone. "
        "Do you have your workbook with you?"
    )
    button = Button("leave", "I'm done here: wipe it", kind="danger", confirm=confirm)
    return Card("leave", "When you leave", ["Wipe what is left of yours here."], [button], level=3)


def _files(count: int) -> str:
    return "1 file is" if count == 1 else f"{count:,} files are"
