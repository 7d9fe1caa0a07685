"""A plan on one page, to hand to the people it is with: a proposal, or what was agreed (R43)."""

from collections.abc import Collection
from dataclasses import dataclass

from olenb.contacts import you
from olenb.core.errors import NotAllowed
from olenb.core.plan_terms import PlanKind
from olenb.core.spoken import spoken
from olenb.core.store import Store, today
from olenb.method.discretion import Discretion
from olenb.method.opportunities.internship import GOALS
from olenb.method.opportunities.plans import Plan, plan
from olenb.method.opportunities.wording import in_words
from olenb.views.export import html, paper
from olenb.views.export.markup import Block, Element

WITH_PAGE = (PlanKind.INTERNSHIP, PlanKind.VOLUNTEER, PlanKind.SHADOWING)
TITLES: dict[PlanKind, str] = {
    PlanKind.INTERNSHIP: "Proposal for an internship",
    PlanKind.VOLUNTEER: "What we agree on",
    PlanKind.SHADOWING: "A day of shadowing: what we agree on",
}
_FOR_ME_ALONE = frozenset({"asking", "watch", "where", "evidence"})
_TO_THE_READER = {
    "place": "Organization",
    "gain": "What you gain",
    "why": "Why your organization",
    "aim": "What I want to learn",
    "need": "What you need",
    "deliverable": "What you get",
    "seen": "Who sees the work",
    "host": "Beside whom",
}
_NOT_OURS = "An article has no page: its pitch stands above. Nothing was written."
_PRIVATE = (
    "You keep this plan in your workbook, so it has no page. "
    "Say first that it may leave; nothing was written."
)
GOAL_COLUMNS = ("Afterwards I can …", "Tasks that lead there")


@dataclass(frozen=True)
class Entry:
    """One thing on the page.

    Parameters
    ----------
    key
        The step's name, to leave it out.
    title, words
        What it is, and what the user wrote.
    """

    key: str
    title: str
    words: str


def discretion(store: Store, one: Plan) -> Discretion:
    """Return what may be said to the people whom a plan is with."""
    return Discretion(store, with_names=True, towards=one.row["person"])


def entries(store: Store, number: int, to: Discretion | None = None) -> list[Entry]:
    """Return all that may stand on the page, in order, to be looked at first.

    What names somebody confidential, or somebody who gave no yes, is left out or unnamed.

    Parameters
    ----------
    store
        The open workbook.
    number
        The plan's id.
    to
        What may be said, where the caller asks afterwards what stayed.

    Raises
    ------
    NotAllowed
        It is an article, or a plan that is kept private.
    NotFound
        There is no such plan.

    """
    one = _fit_for_a_page(store, number)
    to = to or discretion(store, one)
    found = [
        Entry(step.name, _TO_THE_READER.get(step.name, step.title), to.of(in_words(one, step)))
        for step in one.steps
        if step.name not in _FOR_ME_ALONE
    ]
    return [entry for entry in found if entry.words]


def page(store: Store, number: int, left_out: Collection[str] = ()) -> bytes:
    """Return the page as one HTML file, with lines to sign on.

    Parameters
    ----------
    store, number
        As for `entries`.
    left_out
        Keys of what isn't ticked.

    Raises
    ------
    NotAllowed, NotFound
        As for `entries`.

    """
    one = _fit_for_a_page(store, number)
    chosen = [entry for entry in entries(store, number) if entry.key not in left_out]
    me = you.facts(store)
    about = (me["name"], me["school"], spoken(today()))
    blocks: list[Block] = [html.paragraph(", ".join(filter(None, about)), quiet=True)]
    goals = [entry.key for entry in chosen if entry.key.startswith("goal_")]
    facts = [entry for entry in chosen if entry.key not in goals]
    first = [entry for entry in facts if entry.key in ("place", "gain", "why", "aim")]
    rest = [entry for entry in facts if entry not in first]
    blocks.append(_facts(first))
    if goals:
        blocks.append(_goals(store, one, goals))
    blocks += [_facts(rest), _signatures(one, me["name"], chosen)]
    return html.page(TITLES[one.kind], *blocks)


def _fit_for_a_page(store: Store, number: int) -> Plan:
    one = plan(store, number)
    if one.kind not in WITH_PAGE:
        raise NotAllowed(_NOT_OURS)
    if one.row["confidential"]:
        raise NotAllowed(_PRIVATE)
    return one


def _facts(entries: Collection[Entry]) -> Element:
    return html.facts((entry.title, entry.words) for entry in entries)


def _goals(store: Store, one: Plan, keys: Collection[str]) -> Element:
    to = discretion(store, one)
    numbers = [n for n in range(1, GOALS + 1) if f"goal_{n}" in keys]
    rows = [(to.of(one.text(f"goal_{n}")), to.of(one.text(f"tasks_{n}"))) for n in numbers]
    return html.table("Learning goals", GOAL_COLUMNS, rows)


def _signatures(one: Plan, me: str, chosen: Collection[Entry]) -> Element:
    """Return a line for each who agrees; the school's where credit is spoken of."""
    roles = [me or "Student", "Supervisor" if one.kind is PlanKind.INTERNSHIP else "Contact"]
    if any(entry.key == "credit" for entry in chosen) and one.text("credit") != "no":
        roles.append("School")
    return html.grid(*(paper.lines(f"{role}, date") for role in roles), columns=len(roles))
