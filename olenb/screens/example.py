"""What the answer looks like, with invented people."""

from collections.abc import Sequence
from functools import cache

from olenb.contacts import you as ego
from olenb.core.terms import Band, Kind
from olenb.network.words import called
from olenb.screens.base import screen
from olenb.views.widgets.blocks import Block, Card, Say, Text
from olenb.views.widgets.screen import Screen
from olenb.workbook import Workbook, open_workbook


def example(wb: Workbook) -> Screen:
    """Show one answer of the invented example: who, through whom, how sure, and what to say.

    Parameters
    ----------
    wb
        The workbook; what is in it isn't touched.

    """

    @cache
    def answer() -> list[Block]:
        return _answer(open_workbook(wb.home, sample=True))

    def render() -> Sequence[Block]:
        return answer()

    return screen(wb, render, says_example=False)


def _answer(sample: Workbook) -> list[Block]:
    routes = sample.introductions()
    best = routes[routes["kind"] == Kind.INTRODUCTION].nlargest(1, "band").iloc[0]
    me = called(ego.facts(sample.store)["name"])
    person, introducer = called(best["person"]), called(best["introducer"])
    story = (
        f"{me} is curious about {best['target']}, and {introducer} knows somebody there. "
        f"So {me} asks {introducer} for a word with {person}. This is what {me} sees:"
    )
    lines = [f"{best['introducer']} could introduce you.", best["reasons"]]
    tag = f"How sure: {Band(best['band']).label}"
    words = (
        f"Hi {introducer}, I'd like to hear what {person}'s work is like. "
        f"Would you ask {person} whether I may call for 20 minutes?"
    )
    says = Say(words, f"What {me} could say")
    title = f"{best['person']}, {best['role']}"
    return [Text(story), Card("answer", title, lines, blocks=[says], tag=tag, level=3)]
