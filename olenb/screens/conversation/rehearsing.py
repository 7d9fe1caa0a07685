"""Rehearsal: how such a conversation goes, a friend to try it with, and what helps (R19, R20)."""

from collections.abc import Sequence

from olenb.method import introduction, rehearsal
from olenb.method.discretion import Discretion
from olenb.method.rehearsal import Letter, Turn
from olenb.screens.base import screen
from olenb.views import conversation_pages
from olenb.views.widgets.blocks import Block, Button, Details, Heading, Say, TableBlock, Text
from olenb.views.widgets.screen import Event, Screen
from olenb.workbook import Workbook

SHORTENED = (
    "These two are invented. What they say is a little shortened: people repeat themselves. "
    "On the right is what there is to notice."
)


def rehearse(wb: Workbook) -> Screen:
    """Show a request, its answer and twenty minutes, and what helps when one is nervous.

    Parameters
    ----------
    wb
        The workbook.

    """
    part = rehearsal.rehearsal()

    def render() -> Sequence[Block]:
        return [
            Details("A request, and the answer", _letters(part.request, part.reply), id="letters"),
            Details("Twenty minutes on the phone", _talk(part.turns), id="talk"),
            Details(
                "Practice with a friend",
                [
                    Text(
                        "Print the card and give it to somebody. They play the other part and "
                        "choose one surprise; you have your questions, further down."
                    ),
                    Button("friend", "Save the friend's card to print"),
                ],
                id="friend",
            ),
            Details(
                "If you freeze",
                [*map(Text, part.freeze.know), *(Say(_bare(words)) for words in part.freeze.say)],
                id="freeze",
            ),
            Details("Where to meet, and whom to tell", [*map(Text, part.safe.know)], id="safe"),
        ]

    def friend(_event: Event) -> str:
        form.download("friend-card.html", conversation_pages.friend_card(), "page to print")
        return "Saved where your browser keeps its downloads. Open it and print it."

    form = screen(wb, render, {"friend": friend}, says_example=False)
    return form


def interview(wb: Workbook) -> Screen:
    """Show what to do when it turns into a job interview, and the page to print (R20).

    Parameters
    ----------
    wb
        The workbook.

    """
    part = rehearsal.rehearsal().interview

    def render() -> Sequence[Block]:
        return [
            Details("How you notice", [*map(Text, part.notice)], id="notice"),
            Details("What you could say", [Say(_bare(w)) for w in part.say], id="say"),
            Details("What to have ready, and what to ask", _ready(part), id="ready"),
            Details("Good to know", [*map(Text, part.know)], id="know"),
            Button("save", "Save the page to print"),
        ]

    def save(_event: Event) -> str:
        mine = "" if wb.is_example else introduction.said(wb.store)
        to = Discretion(wb.store, with_names=True)
        words = to.of(mine)
        form.download("if-it-turns.html", conversation_pages.interview_page(words), "page to print")
        said = "Saved where your browser keeps its downloads. Open it and print it."
        return f"{said} {to.stays}".strip()

    form = screen(wb, render, {"save": save}, says_example=False)
    return form


def _letters(request: Letter, reply: Letter) -> list[Block]:
    blocks: list[Block] = []
    for title, letter in (("Robin asks", request), ("Imani answers", reply)):
        blocks += [Heading(title, 3), Text(f"Subject: {letter.subject}"), Text(letter.body)]
    return blocks


def _talk(turns: Sequence[Turn]) -> list[Block]:
    rows = [(f"{turn.minute}:00", turn.who, turn.words, turn.why) for turn in turns]
    columns = ("Minute", "Who", "What they say", "What to notice")
    return [Text(SHORTENED), TableBlock("Robin calls Imani", columns, rows)]


def _ready(part: rehearsal.Interview) -> list[Block]:
    return [
        Heading("Have ready", 3),
        *map(Text, part.ready),
        Heading("You could ask", 3),
        *map(Text, part.ask),
    ]


def _bare(words: str) -> str:
    """Return a sentence without its quotation marks: the box around it says the same."""
    return words.strip("“”")
