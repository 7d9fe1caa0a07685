"""The twenty minutes: the clock in the notebook, and the same on paper (R26, R27, N4)."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from olenb.contacts import rows
from olenb.core.store import Store
from olenb.method import conversations, questions, runsheet, sheet
from olenb.method.discretion import Own
from olenb.method.runsheet import Clock, Item
from olenb.screens.base import catch_up, screen, shown
from olenb.screens.conversation.whom import nobody_yet, whom
from olenb.views import conversation_pages
from olenb.views.widgets.blocks import Block, Button, Note, TableBlock, Text
from olenb.views.widgets.screen import Event, Screen
from olenb.views.widgets.timer import Act, Question, Sheet, State, Step, Timer
from olenb.workbook import Workbook


def clock(wb: Workbook) -> Timer:
    """Show the clock with the questions for the chosen person.

    Parameters
    ----------
    wb
        The workbook.

    """
    run = _Run(wb)
    return shown(wb, run.timer)


class _Run:
    """One run of the clock: a real one is kept in the workbook, a practice one only here."""

    def __init__(self, wb: Workbook) -> None:
        self.wb = wb
        self.practice: State | None = None
        actions = {
            "start": self.start,
            "practice": self.rehearse,
            "asked": self.asked,
            "back": self.back,
            "extended": self.extended,
            "end": self.end,
            "reopen": self.reopen,
            "cancel": self.cancel,
        }
        self.timer = Timer(self.sheet, {name: self._kept(act) for name, act in actions.items()})

    def sheet(self) -> Sheet:
        """Return what the clock shows."""
        person = whom(self.wb).person(self.wb)
        if person is None:
            return _empty()
        page = sheet.sheet(self.wb.store, person, Own(self.wb.store))
        done = sheet.running(self.wb.store, person)
        kept = State(done.started, done.ended, done.asked, done.extended)
        return Sheet(
            about=f"With {rows.person(self.wb.store, person)['name']}",
            questions=[_question(item) for item in page.items],
            steps=_steps(page.steps),
            first=page.clock.questions * 60,
            last=page.clock.closing * 60,
            least=runsheet.LEAST,
            state=self.practice or kept,
            practice=self.practice is not None,
            only_practice=self.wb.is_example,
        )

    def start(self, act: Act) -> None:
        self.practice = None
        person = self._person()
        with self.wb.writing() as store:
            conversations.begin(store, person, act.at, **_agreed(store, person))

    def rehearse(self, act: Act) -> None:
        self.practice = State(started=act.at)

    def asked(self, act: Act) -> None:
        if self.practice:
            turn = (act.question or 0, act.at)
            self.practice = replace(self.practice, asked=(*self.practice.asked, turn))
        else:
            questions.asked(self.wb.own(), act.question or 0, self._running(), act.at)

    def back(self, act: Act) -> None:
        if self.practice:
            self.practice = replace(self.practice, asked=tuple(self.practice.asked)[:-1])
        else:
            questions.asked(self.wb.own(), act.question or 0, None)

    def extended(self, act: Act) -> None:
        if self.practice:
            self.practice = replace(self.practice, extended=act.value)
        else:
            conversations.say(self.wb.own(), self._running(), extended=act.value)

    def end(self, act: Act) -> None:
        if self.practice:
            self.practice = replace(self.practice, ended=act.at)
        else:
            conversations.end(self.wb.own(), self._running(), act.at)

    def reopen(self, act: Act) -> None:
        if self.practice:
            self.practice = None
        else:
            conversations.reopen(self.wb.own(), self._running())

    def cancel(self, act: Act) -> None:
        if self.practice:
            self.practice = None
        else:
            conversations.cancel(self.wb.own(), self._running())

    def _person(self) -> int:
        return whom(self.wb).person(self.wb) or 0

    def _running(self) -> int:
        return sheet.running(self.wb.store, self._person()).conversation or 0

    def _kept(self, act: Callable[[Act], None]) -> Callable[[Act], None]:
        """Let the other forms of the page catch up after an action."""

        def run(what: Act) -> None:
            act(what)
            if not self.practice:
                catch_up(self.wb, but=self.timer)

        return run


def on_paper(wb: Workbook) -> Screen:
    """Show the twenty minutes as a table, and save them as one page to print.

    Parameters
    ----------
    wb
        The workbook.

    """

    def render() -> Sequence[Block]:
        person = whom(wb).person(wb)
        if person is None:
            return nobody_yet()
        rows_ = wb.conversations.run_sheet(person)
        lines = [
            (row.starts or "if there is time", row.words, row.about) for row in rows_.itertuples()
        ]
        return [
            TableBlock("Your sheet", ("From", "What you say", "About"), lines),
            *([Note(stays)] if (stays := wb.conversations.sheet(person).stays) else []),
            Button("save", "Save the sheet to print"),
            Text("It is one page: take it along, also when you use the clock.", quiet=True),
        ]

    def save(_event: Event) -> str:
        page = wb.conversations.sheet(whom(wb).person(wb) or 0)
        form.download("run-sheet.html", conversation_pages.run_sheet(page), "run sheet")
        return "Saved where your browser keeps its downloads. Open it and print it."

    form = screen(wb, render, {"save": save}, says_example=False)
    return form


def _agreed(store: Store, person: int) -> dict[str, int | None]:
    """Return the meeting that is held now and what it is about, where one was agreed on."""
    row = store.one(
        "SELECT id AS meeting, target FROM meeting WHERE person = ? AND cancelled = 0 "
        "AND id NOT IN (SELECT meeting FROM conversation WHERE meeting IS NOT NULL) "
        "ORDER BY julianday(starts_at) DESC",
        (person,),
    )
    return dict(row) if row else {}


def _question(item: Item) -> Question:
    return Question(item.id, item.words, item.minutes * 60, item.must, item.reserve)


def _steps(page: Iterable[sheet.Step]) -> list[Step]:
    return [Step(step.id, step.title, step.say) for step in page]


def _empty() -> Sheet:
    how = Clock.usual()
    return Sheet(
        "Nobody is chosen yet",
        [],
        _steps(sheet.steps(how)),
        first=how.questions * 60,
        last=how.closing * 60,
        least=runsheet.LEAST,
        only_practice=True,
    )
