"""Pay, visa and credit of an internship: what to find out, and whom to ask (R43)."""

from olenb.method.opportunities.internship import CHECKS
from olenb.views.widgets.blocks import Block, Card, Details, Text

ORIENTATION = "To know your way around; it isn't advice, and rules differ from place to place."


def checks() -> list[Block]:
    """Return the three things to find out before an internship begins."""
    cards = [
        Card(f"check {check.title}", check.title, [check.words, f"Who knows: {check.ask}"], level=4)
        for check in CHECKS
    ]
    summary = "Pay, visa, credit: before you say yes"
    return [Details(summary, [Text(ORIENTATION), *cards], id="checks")]
