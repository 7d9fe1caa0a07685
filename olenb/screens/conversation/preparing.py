"""Before the conversation: what was looked up, and how the user introduces themselves."""

from collections.abc import Sequence

from olenb.core import rules
from olenb.core.terms import NoteKind
from olenb.method import introduction, notes
from olenb.screens.base import screen
from olenb.screens.conversation.whom import INVENTED, nobody_yet, whom
from olenb.screens.undoing import Undoing
from olenb.views.widgets.blocks import Block, Button, Card, Details, Field, Form, Note, Text
from olenb.views.widgets.screen import Event, FieldError, Screen
from olenb.workbook import Workbook

LOOK_UP = (
    "What do they do there, for whom, and since when?",
    "What is new there this year?",
    "How does the person describe their own work, and what came before it?",
    "What do two or three postings for that kind of work ask for?",
    "What do the two of you share: a school, a place, somebody you both know?",
    "What can't be found anywhere? Ask that.",
)


def research(wb: Workbook) -> Screen:
    """Keep what the user looked up beforehand (R18, R19).

    Parameters
    ----------
    wb
        The workbook.

    """
    undoing = Undoing(wb)

    def render() -> Sequence[Block]:
        person = whom(wb).person(wb)
        if person is None:
            return nobody_yet()
        found = notes.notes(wb.store)
        mine = found[(found["person_id"] == person) & (found["kind"] == NoteKind.RESEARCH)]
        question = Field(
            "words",
            f"What did you find out about {whom(wb).name(wb)} and their place?",
            "textarea",
            help="One thing at a time. What the page says needn't be asked.",
        )
        return [
            Details("What to look for", [*map(Text, LOOK_UP)], id="look"),
            *([Note(INVENTED)] if wb.is_example else [_asked(question)]),
            *(_found(row.id, row.words, own=not wb.is_example) for row in mine.itertuples()),
            *undoing.line(),
        ]

    def keep(event: Event) -> str:
        person = whom(wb).person(wb)
        if not event.text("words"):
            raise FieldError("words", "A few words are enough. Or leave it, and go on below.")
        with wb.writing() as store:
            notes.write(store, person or 0, NoteKind.RESEARCH, event.text("words"))
        return "Kept. It stands on your sheet, too."

    def drop(event: Event) -> str:
        notes.remove(wb.own(), int(event.item))
        return "Taken away."

    return screen(wb, render, undoing.actions({"keep": keep, "drop": drop}), says_example=False)


def _asked(question: Field) -> Form:
    return Form("research", [question, Button("keep", "Keep it", "primary")], again=True)


def _found(note: int, words: str, *, own: bool) -> Card:
    buttons = [Button("drop", "Take it away", describe=f"Take away: {words}")]
    return Card(f"{note}", words, buttons=buttons if own else [], level=3)


def introduce(wb: Workbook) -> Screen:
    """Let the user write their sixty seconds, and say how long they are when spoken (R19).

    Parameters
    ----------
    wb
        The workbook.

    """

    def render() -> Sequence[Block]:
        words = introduction.said(wb.store)
        question = Field(
            "words",
            "Who are you, in a minute?",
            "textarea",
            words,
            help="Where you are · what you noticed about yourself · what you'd like to find out.",
        )
        said = introduction.spoken(words)
        length = [Note(said.sentence, "good" if said.seconds <= _limit() else "info")]
        return [
            Form("introduce", [question, Button("save", "Save and count", "primary")]),
            *(length if words else []),
            Text("Say it aloud twice. What you stumble over, leave out.", quiet=True),
        ]

    def save(event: Event) -> str:
        with wb.writing() as store:
            introduction.say(store, event.text("words"))
        return introduction.spoken(event.text("words")).sentence

    return screen(wb, render, {"save": save})


def _limit() -> int:
    return rules.INTRODUCTION_SECONDS.value
