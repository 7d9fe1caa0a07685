"""Later: what the user did with the advice that they got (R4)."""

from collections.abc import Sequence
from typing import Any

from olenb.core.terms import NoteKind
from olenb.method import notes
from olenb.screens.base import screen
from olenb.screens.undoing import Undoing
from olenb.views.widgets.blocks import Block, Button, Card, Field, Note
from olenb.views.widgets.screen import Event, Screen
from olenb.workbook import Workbook

NONE_YET = "No advice noted yet. After a conversation it shows up here."


def advice(wb: Workbook) -> Screen:
    """Show the advice that the user got, and ask what they did with it.

    Parameters
    ----------
    wb
        The workbook.

    """
    undoing = Undoing(wb)

    def render() -> Sequence[Block]:
        df = notes.notes(wb.store)
        rows = df[df["kind"] == NoteKind.ADVICE].itertuples()
        cards: list[Block] = [_card(row, own=not wb.is_example) for row in rows]
        return [*(cards or [Note(NONE_YET, kind="empty")]), *undoing.line()]

    def did(event: Event) -> str:
        notes.did(wb.own(), int(event.item), event.text("done"))
        return "Noted. They'd like to hear that." if event.text("done") else "Taken back."

    return screen(wb, render, undoing.actions({"did": did}))


def _card(row: Any, *, own: bool) -> Card:
    done = [f"You did this: {row.done} ({row.done_on})"] if row.done else []
    asked = [Field("done", "What did you do with it?", value=row.done)]
    save = [Button("did", "Save", "primary", describe=f"Save what you did with: {row.words}")]
    return Card(
        f"{row.id}",
        row.words,
        [f"From {row.person}", *(done if not own else [])],
        save if own else [],
        asked if own else [],
        tag="done" if row.done else "",
        level=3,
    )
