"""A draft to print, to copy by hand or to open in a mail program: one page, all text as text."""

from dataclasses import dataclass

from olenb.core.terms import Channel, DraftKind
from olenb.method.drafts.scaffold import BY_HAND
from olenb.views.export import html, paper
from olenb.views.export.mailto import mailto
from olenb.views.export.markup import Block, Element

LETTER, CARD, CALL = "Your letter", "Your card, to copy by hand", "Your call"
MESSAGE, EMAIL = "Your message, to copy", "Your email, to copy"
OPEN = "Open it in my mail program"


@dataclass(frozen=True)
class Draft:
    """What stands on the page.

    Parameters
    ----------
    kind, channel
        Which step of a contact, and how it will go.
    body, subject
        The words.
    email
        The reader's address, or "".
    """

    kind: DraftKind
    channel: Channel
    body: str
    subject: str = ""
    email: str = ""


def draft_page(draft: Draft) -> bytes:
    """Return a page with a draft on it, as its channel needs it (R12).

    Parameters
    ----------
    draft
        What stands on it.

    Raises
    ------
    NotAllowed
        The address isn't one.

    """
    if draft.channel == Channel.PHONE:
        return html.page(CALL, paper.one_sheet(*_steps(draft.body), paper.lines("Notes", 4)))
    if draft.channel == Channel.LETTER:
        return html.page(CARD if draft.kind in BY_HAND else LETTER, _letter(draft.body))
    if draft.channel != Channel.EMAIL:
        return html.page(MESSAGE, html.paragraph(draft.body))
    blocks: list[Block] = [html.facts([("Subject", draft.subject)])] if draft.subject else []
    blocks.append(html.paragraph(draft.body))
    if draft.email:
        link = mailto(draft.email, draft.subject, draft.body)
        blocks.append(html.paragraph(Element("a", [OPEN], [("href", link)])))
    return html.page(EMAIL, *blocks)


def _letter(body: str) -> Element:
    return Element(
        "div", [html.paragraph(part) for part in body.split("\n\n")], [("class", "letter")]
    )


def _steps(body: str) -> list[Block]:
    """Return each step of a call with its heading; what has none stays as it is."""
    blocks: list[Block] = []
    for part in body.split("\n\n"):
        head, line_end, words = part.partition("\n")
        titled = bool(line_end) and head.endswith(":")
        blocks.append(
            html.card(head.removesuffix(":"), html.paragraph(words))
            if titled
            else html.paragraph(part)
        )
    return blocks
