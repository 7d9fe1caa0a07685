"""What stands beside a draft: two findings at a time, and whose name may be in it (N6, R37)."""

from olenb.core import rules
from olenb.method.drafts.scaffold import Scaffold
from olenb.method.etiquette import Finding, most_important
from olenb.network.words import called
from olenb.screens.outreach.words import RULES
from olenb.views.widgets.blocks import Block, Button, Buttons, Card, Details, Note, Text

FINE = "Nothing to add. Read it aloud once: does it sound like you?"
_QUOTED = 80


def findings(
    body: str, found: list[Finding], *, is_whole: bool = True, draft: str = ""
) -> list[Block]:
    """Return the two that matter most, the others one click away.

    Parameters
    ----------
    body
        The words that were looked over.
    found
        As `checking.findings` returns them.
    is_whole
        Whether no prompt is left in the words.
    draft
        Which draft it is, where there are several on one screen.

    """
    shown = most_important(found, rules.FINDINGS_SHOWN.value)
    others = [one for one in most_important(found, len(found)) if one not in shown]
    if not shown:
        return [Note(FINE, kind="good")] if is_whole else []
    more = [_card(body, one, draft) for one in others]
    return [
        *(_card(body, one, draft) for one in shown),
        *([Details(f"Show the others ({len(more)})", more, id=f"others{draft}")] if more else []),
    ]


def _card(body: str, one: Finding, draft: str) -> Card:
    words = " ".join(body[one.start : one.end].split())
    quoted = f"“{words[:_QUOTED]}{'…' if len(words) > _QUOTED else ''}”" if words else ""
    blocks: list[Block] = [Text(f"Better: {one.suggestion}"), Text(f"Rule {one.row}", quiet=True)]
    lines = [line for line in (quoted, one.why) if line]
    return Card(f"finding-{one.rule}{draft}", RULES[one.rule], lines, blocks=blocks, level=4)


def names(draft: Scaffold, via: tuple[int, str] | None, *, writable: bool) -> list[Block]:
    """Say whose name is in a draft, or isn't, and let the user note what they said (R29, R37).

    Parameters
    ----------
    draft
        What was begun.
    via
        The id and the name of who brought the user to the reader, if somebody did.
    writable
        Whether an answer can be noted here.

    """
    stays = [Note(draft.facts.stays)] if draft.facts.stays else []
    if draft.allowed and draft.facts.via:
        free = f"You may name {draft.facts.via.name}. {draft.allowed}"
        return [*stays, Note(free, kind="good")]
    if not draft.refused or via is None:
        return [*stays, *(Note(f"A name was left out. {reason}") for reason in draft.refused)]
    number, name = via
    lines = [f"{name} brought you here. {draft.refused[0]}"]
    title = f"May you name {called(name)}?"
    buttons = [
        Button("may name", "Yes, they said so", item=str(number)),
        Button("may not name", "They said no", item=str(number)),
    ]
    blocks = [Buttons(buttons)] if writable else []
    return [*stays, Card(f"name-{number}", title, lines, blocks=blocks, level=4)]


def left(count: int) -> list[Block]:
    """Say how many places wait for the user's own words."""
    if not count:
        return []
    places = "One place" if count == 1 else f"{count} places"
    return [Note(f"{places} left for you: what stands in [brackets] only you can say.")]
