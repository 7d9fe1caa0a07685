"""The steps of the debrief for what was said: their advice, and anything else (R38)."""

from typing import Any

from olenb.core.change import Row
from olenb.core.store import Store
from olenb.core.terms import NoteKind
from olenb.method import debrief, notes
from olenb.screens.conversation.lists_after import many, number_of
from olenb.screens.conversation.step import Asked, Step
from olenb.views.widgets.blocks import Block, Button, Card, Field
from olenb.views.widgets.screen import Event, FieldError
from olenb.workbook import Workbook

BETWEEN_US = Field(
    "confidential",
    "Between us",
    "checkbox",
    help="Then it leaves your file on no page, in no message and in no summary.",
)


# Their advice.


def _advice_kept(wb: Workbook, talk: Row) -> list[Block]:
    return _notes(wb, talk, NoteKind.ADVICE)


def _advice_form(_wb: Workbook, _talk: Row | None, _zone: str) -> list[Block]:
    return many("advice", "Keep it", Field("words", "What did they advise?"), BETWEEN_US)


def _advice_save(store: Store, talk: Row | None, event: Event, _asked: Asked) -> str:
    _need_words(event)
    confidential = event.checked("confidential")
    debrief.advise(store, number_of(talk), event.text("words"), confidential=confidential)
    return "Kept. Later you can note what you did with it."


ADVICE = Step(
    "What did they advise?",
    "Later you note what you did with it: people like to hear that.",
    _advice_kept,
    _advice_form,
    _advice_save,
    many=True,
)


# Anything else that was said.


def _notes_kept(wb: Workbook, talk: Row) -> list[Block]:
    return _notes(wb, talk, NoteKind.QUOTE, NoteKind.LEARNED, NoteKind.OTHER)


def _notes_form(_wb: Workbook, _talk: Row | None, _zone: str) -> list[Block]:
    kinds = [(NoteKind.OTHER.value, "in my words"), (NoteKind.QUOTE.value, "in their words")]
    return many(
        "note",
        "Keep it",
        Field("words", "What else would you like to keep?", "textarea"),
        Field("kind", "That is", "radio", NoteKind.OTHER.value, kinds, settled=True),
        BETWEEN_US,
    )


def _notes_save(store: Store, talk: Row | None, event: Event, _asked: Asked) -> str:
    _need_words(event)
    row = number_of(talk)
    notes.write(
        store,
        talk["person"] if talk else 0,
        event.text("kind") or NoteKind.OTHER,
        event.text("words"),
        conversation=row,
        confidential=event.checked("confidential"),
    )
    return "Kept."


def _mark(store: Store, event: Event) -> str:
    note = notes.get(store, int(event.item))
    notes.mark(store, note["id"], not note["confidential"])
    return "Between us now." if not note["confidential"] else "No longer between us."


def _drop(store: Store, event: Event) -> str:
    notes.remove(store, int(event.item))
    return "Taken away."


NOTES = Step(
    "What else was said?",
    "Tick “between us” for anything that isn't yours to pass on.",
    _notes_kept,
    _notes_form,
    _notes_save,
    many=True,
    actions={"mark": _mark, "drop": _drop},
)


def _notes(wb: Workbook, talk: Row, *kinds: NoteKind) -> list[Block]:
    df = notes.notes(wb.store)
    mine = df[(df["conversation_id"] == talk["id"]) & df["kind"].isin([str(k) for k in kinds])]
    return [_note(row, own=not wb.is_example) for row in mine.itertuples()]


def _note(row: Any, *, own: bool) -> Card:
    mark = "Not between us any more" if row.confidential else "It stays between us"
    buttons = [
        Button("mark", mark, item=f"{row.id}", describe=f"{mark}: {row.words}"),
        Button("drop", "Take it away", item=f"{row.id}", describe=f"Take away: {row.words}"),
    ]
    tag = "between us" if row.confidential else ""
    return Card(f"note-{row.id}", row.words, buttons=buttons if own else [], tag=tag)


def _need_words(event: Event) -> None:
    if not event.text("words"):
        raise FieldError("words", "A few words are enough, or go on.")
