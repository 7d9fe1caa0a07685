"""Pages to print around a conversation: the run sheet, a friend's card, the interview page.

They take what may leave the workbook (`method.sheet` leaves out what is confidential) and are
built by `views.export`, so that every text stays text.
"""

from collections.abc import Iterator

from olenb.method import rehearsal, runsheet
from olenb.method.runsheet import Item
from olenb.method.sheet import Sheet
from olenb.views.export import html, paper
from olenb.views.export.markup import Block

LONGEST = 300
"""A question is cut here, so that the sheet stays one sheet."""
_RESEARCH = 4
_SPOKEN = 900


def run_sheet(sheet: Sheet) -> bytes:
    """Return the run sheet on one page: questions with their minutes, and how to close (R26).

    Parameters
    ----------
    sheet
        What stands on it.

    """
    first = f"0:00 to {sheet.clock.questions}:00"
    last = f"{sheet.clock.questions}:00 to {sheet.clock.whole}:00"
    return html.page(
        f"Your conversation with {sheet.name}" if sheet.name else "Your conversation",
        paper.one_sheet(
            *_about(sheet),
            html.card(f"{first}: your questions", *_questions(sheet)),
            html.card(f"{last}: close", paper.boxes(_steps(sheet))),
            html.paragraph("More time only if they offer it.", quiet=True),
            paper.lines("What I heard", 5),
        ),
    )


def friend_card() -> bytes:
    """Return the other part for a friend who practices with the user."""
    part = rehearsal.rehearsal().friend
    return html.page(
        part.title,
        html.paragraph(part.about),
        paper.one_sheet(
            html.card("What you know", html.bullets(part.know)),
            html.card("How to play it", html.bullets(part.play)),
            html.card("Choose one surprise", paper.boxes(part.surprises)),
            html.card("Afterwards, tell them", html.bullets(part.afterwards)),
        ),
    )


def interview_page(introduction: str = "") -> bytes:
    """Return the page for the moment when it turns into a job interview (R20).

    Parameters
    ----------
    introduction
        The user's sixty seconds, or "".

    """
    part = rehearsal.rehearsal().interview
    mine = (
        [html.card("My sixty seconds", html.paragraph(_short(introduction, 900)))]
        if introduction
        else []
    )
    return html.page(
        "If it turns into a job interview",
        paper.one_sheet(
            html.card("How you notice", html.bullets(part.notice)),
            html.card("What you could say", html.bullets(part.say)),
            *mine,
            html.card("What to have ready", paper.boxes(part.ready)),
            html.card("What to ask", html.bullets(part.ask)),
            html.card("Good to know", html.bullets(part.know)),
            paper.lines("My own words", 3),
        ),
    )


def _about(sheet: Sheet) -> Iterator[Block]:
    pairs = [("Who", sheet.place), ("When", sheet.when)]
    if known := [(word, value) for word, value in pairs if value]:
        yield html.facts(known)
    if sheet.research:
        yield html.heading("What you looked up")
        yield html.bullets(_short(words) for words in sheet.research[:_RESEARCH])


def _questions(sheet: Sheet) -> list[Block]:
    now = runsheet.plan(sheet.items, sheet.clock)
    fits = [now.current, *now.next] if now.current else []
    if not fits:
        return [paper.lines("My questions", 5)]
    minute, lines = 0, []
    for item in fits:
        lines.append(_line(item, f"{minute}:00"))
        minute += item.minutes
    rest = [html.paragraph("If there is time:"), paper.boxes(_line(i) for i in now.dropped)]
    return [paper.boxes(lines), *(rest if now.dropped else [])]


def _line(item: Item, start: str = "") -> Block:
    before = " · ".join(filter(None, [start, "must-ask" if item.must else ""]))
    marks: list[Block] = [html.strong(before), "  "] if before else []
    return html.paragraph(*marks, html.name(_short(item.words)))


def _steps(sheet: Sheet) -> Iterator[Block]:
    for step in sheet.steps:
        said = " ".join(f"“{_short(words)}”" for words in step.say)
        yield html.paragraph(html.strong(step.title), "  ", html.name(said))


def _short(text: str, longest: int = LONGEST) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
