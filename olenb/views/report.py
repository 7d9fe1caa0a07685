"""The report to print: what was found out, on one page that needs nothing else (R4, R38).

First it is a `Draft`, which the preview shows line by line with ticks; what isn't ticked, and what
must stay in the workbook, never reaches the page.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from olenb.contacts import you
from olenb.core.spoken import spoken
from olenb.core.store import Store
from olenb.method import review, story
from olenb.method.discretion import Discretion
from olenb.method.goal_history import sentence
from olenb.method.opportunities import fit, plans
from olenb.method.opportunities.spans import Span, that_may_leave
from olenb.method.review import Part, Told
from olenb.method.told_history import told_history
from olenb.views import export, on_demand
from olenb.views.export import html
from olenb.views.export.markup import Block
from olenb.views.fit_words import Fit

if TYPE_CHECKING:
    from olenb.views.canvas import Picture

TITLE = "What I found out so far"
UNNAMED = "Names of people are left out."
NAMED = "People are named where nothing speaks against it."
STAYS = "Confidential notes and people, and plans that are kept private, are not on this page."
_CHANGES = 2  # one line is where it begins, and no change yet
_FEW = 8  # rows of a table that is kept on one sheet with its picture
SIGNED = "Written with olenb, on my own computer."


@dataclass(frozen=True)
class Shown:
    """A picture of the report: its key, its heading, and how it is drawn."""

    key: str
    title: str
    draw: "Callable[[], Picture]"


@dataclass(frozen=True)
class Draft:
    """All that may stand in a report.

    Parameters
    ----------
    lines, pictures
        What can be ticked, in order.
    left_unnamed
        How many people stay unnamed though names are wanted.
    """

    lines: list[Told]
    pictures: list[Shown]
    left_unnamed: int

    def without(self, left_out: Collection[str]) -> "Draft":
        """Return what is left after leaving out lines and pictures by key, or whole parts."""
        lines = [line for line in self.lines if not {line.key, line.part} & set(left_out)]
        pictures = [picture for picture in self.pictures if picture.key not in left_out]
        return replace(self, lines=lines, pictures=pictures)


def draft(store: Store, now: datetime, *, with_names: bool = False) -> Draft:
    """Return all that may stand in a report, to be looked at before anything is written.

    Parameters
    ----------
    store
        The open workbook.
    now
        This moment, with its offset.
    with_names
        Whether people are named.

    """
    to = Discretion(store, with_names=with_names)
    told = review.tell(story.lines(store, now), to)
    pictures = [*_history(store, to), *_days(store, to), *_fits(store, to)]
    return Draft(told, pictures, to.left_unnamed())


def report(
    store: Store, now: datetime, *, with_names: bool = False, left_out: Collection[str] = ()
) -> bytes:
    """Return the report as one HTML file that prints well and asks nobody for anything.

    Parameters
    ----------
    store, now, with_names
        As for `draft`.
    left_out
        Keys of lines and pictures, and parts (`review.Part`), that are not ticked.

    """
    chosen = draft(store, now, with_names=with_names).without(left_out)
    me = you.facts(store)["name"]
    day = spoken(now.date().isoformat())
    blocks: list[Block] = [html.paragraph(", ".join(filter(None, (me, day))), quiet=True)]
    if says := review.headline(chosen.lines):
        blocks.append(html.paragraph(html.strong(says)))
    for part in Part:
        blocks += _part(part, [line for line in chosen.lines if line.part is part])
    for shown in chosen.pictures:
        blocks += _picture(shown)
    foot = " ".join((NAMED if with_names else UNNAMED, STAYS, SIGNED))
    return html.page(TITLE, *blocks, html.paragraph(foot, quiet=True))


def _part(part: Part, lines: list[Told]) -> list[Block]:
    if not lines:
        return []
    return [
        html.heading(part.mine),
        html.facts((spoken(one.when, short=True), one.words) for one in lines),
    ]


def _picture(shown: Shown) -> list[Block]:
    """Return a picture, its sentence before it and the same as a table after it."""
    figure = shown.draw()
    said = figure.description
    filled = said.table.loc[:, (said.table != "").any()]
    rows = [[str(cell) for cell in row] for row in filled.itertuples(index=False)]
    seen = [
        html.heading(shown.title),
        html.paragraph(said.sentence),
        html.picture(export.svg(figure), f"{said.alt} {said.sentence}"),
    ]
    table = html.table(f"{shown.title}, as a table", list(filled.columns), rows)
    return [html.together(*seen, table)] if len(rows) <= _FEW else [html.together(*seen), table]


def _history(store: Store, to: Discretion) -> list[Shown]:
    """Return the picture of how the goals changed, once they have."""
    told = told_history(store, to)
    if len(told) < _CHANGES:
        return []

    def draw() -> "Picture":
        return on_demand.timeline_figure(told, sentence(store), names=to.with_names)

    return [Shown("picture goals", "How my goals changed", draw)]


def _days(store: Store, to: Discretion) -> list[Shown]:
    """Return a picture of each day of shadowing; what is between them leaves a gap in it."""
    found = []
    for one in plans.plans(store):
        label, spans = to.of(one.label), that_may_leave(store, one, to)
        if label and spans:
            found.append(_day(one.id, label, spans))
    return found


def _day(number: int, label: str, spans: list[Span]) -> Shown:
    def draw() -> "Picture":
        return on_demand.day_figure(spans)

    return Shown(f"picture day {number}", label, draw)


def _fits(store: Store, to: Discretion) -> list[Shown]:
    """Return one picture of how the places fit, the newest plan first."""
    fitting = [
        one
        for one in plans.plans(store)
        if fit.sentence(one) and not one.row["confidential"] and to.of(one.label)
    ]
    if not fitting:
        return []
    shown = [Fit(to.of(one.label), fit.fit(one)) for one in fitting]

    def draw() -> "Picture":
        return on_demand.fit_figure(shown, fit.sentence(fitting[0]))

    return [Shown("picture fit", "How well it fits", draw)]
