"""Gathering what a room hands in: one bad file never stops it, and the list goes back to all."""

from collections.abc import Sequence

from olenb.core.errors import OlenbError
from olenb.room import folder
from olenb.room.table import LeftOut, Room
from olenb.screens.base import screen
from olenb.views.widgets.blocks import (
    Block,
    Button,
    Buttons,
    Details,
    Note,
    TableBlock,
    Text,
    Upload,
)
from olenb.views.widgets.screen import Action, Event, Screen
from olenb.workbook import Workbook

INVENTED = "Invented people, until the first file is handed in."
NO_SESSION = "No session is open. Choose its code in “Prepare”, then files can be taken."
KINDS = {
    "question": "A question is in.",
    "questions": "A list of questions is in.",
    "answers": "Answers are in.",
    "withdrawal": "Somebody withdrew, and is out.",
    "summary": "A summary is in; it counts on the page “The cohort”.",
}
LIST = "questions.json"
SENT = "The list lies in the room's folder. Everybody can fetch it now."
SAVED = "The list is in this browser's downloads. Send it round."


def gather(wb: Workbook) -> Screen:
    """Take files, say who is in and what was left out, and send the list round.

    Parameters
    ----------
    wb
        The counselor's workbook.

    """
    gathering = _Gathering(wb)
    gathering.form = screen(wb, gathering.render, gathering.actions(), says_example=False)
    return gathering.form


class _Gathering:
    """What came in by upload and couldn't be used; the rest is in the binder."""

    form: Screen

    def __init__(self, wb: Workbook) -> None:
        self.wb = wb
        self.refused: list[LeftOut] = []

    def actions(self) -> dict[str, Action]:
        return {"bring": self.bring, "look": self.look, "send": self.send}

    def render(self) -> Sequence[Block]:
        table = self.wb.workshop
        if not table.session:
            return [Note(NO_SESSION, kind="empty")]
        room, asked = table.room(), table.gathered()
        left_out = dict.fromkeys([*self.refused, *asked.left_out, *room.left_out])
        note = [Note(INVENTED)] if table.is_rehearsal else []
        bring = Upload("bring", "Bring files that were handed in", ".json", "All kinds at once.")
        count = len(asked.questions.questions)
        said = f"{_number(count, 'question')}, {_number(len(room.answers), 'person')} answered."
        send = "Put the list into the room" if folder.shared() else "Save the list for everybody"
        buttons = [Button("send", send, kind="primary"), Button("look", "Look again")]
        return [
            *note,
            bring,
            Text(said),
            *([] if table.is_rehearsal else [Buttons(buttons)]),
            *_left_out(list(left_out)),
            *self._people(room),
        ]

    def bring(self, event: Event) -> str:
        if event.upload is None:
            return ""
        name = event.upload.name
        try:
            kind = self.wb.workshop.bring(name, event.upload.path.read_bytes())
        except OlenbError as error:
            self.refused.append(LeftOut(name, str(error)))
            return "One file was left out, and the others go on."
        return KINDS[kind]

    def look(self, _event: Event) -> str:
        return "Looked."

    def send(self, _event: Event) -> str:
        if folder.shared():
            self.wb.workshop.publish()
            return SENT
        content = self.wb.workshop.gathered().questions.to_bytes()
        self.form.download(LIST, content, "list of questions")
        return SAVED

    def _people(self, room: Room) -> list[Block]:
        rows = [
            (code, _yes(code in room.askers), _yes(code in room.answers)) for code in room.people
        ]
        if not rows:
            return []
        table = TableBlock("Who is in", ("Code", "Asks", "Answered"), rows)
        return [Details(f"Who is in ({len(rows)})", [table], id="people")]


def _left_out(left_out: Sequence[LeftOut]) -> list[Block]:
    if not left_out:
        return []
    rows = [(one.file, one.reason) for one in left_out]
    table = TableBlock("What was left out", ("File", "Why"), rows)
    words = f"{_number(len(rows), 'file')} left out. The others are in."
    return [Note(words, "warning"), Details("Which, and why", [table], id="left out")]


def _number(count: int, noun: str) -> str:
    many = "people" if noun == "person" else f"{noun}s"
    return f"{count} {noun if count == 1 else many}"


def _yes(is_so: bool) -> str:
    return "yes" if is_so else "not yet"
