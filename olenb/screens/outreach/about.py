"""What a message is about, and whom, where there is more than one answer."""

from olenb.contacts import rows
from olenb.core.store import Store
from olenb.core.terms import DraftKind, Kind
from olenb.method import permissions
from olenb.method.drafts.scaffold import Scaffold
from olenb.network import routes
from olenb.network.targets import targets
from olenb.views.widgets.blocks import Block, Field, Row

ABOUT_A_TARGET = (DraftKind.ASK_AROUND, DraftKind.FIRST, DraftKind.INTRODUCTION)


def questions(store: Store, draft: Scaffold) -> list[Block]:
    """Ask what a message is about, and whom the user would like to meet."""
    every = targets(store)
    asked: list[Block] = []
    if draft.kind in ABOUT_A_TARGET and len(every) > 1:
        options = [(str(one.id), one.label) for one in every]
        shown = str(draft.facts.target.id) if draft.facts.target else ""
        asked.append(Field("target", "It is about", "select", shown, options, action="target"))
    whom = reachable(store, draft.facts.to.id) if draft.kind == DraftKind.INTRODUCTION else {}
    if len(whom) > 1:
        shown = str(draft.facts.about.id) if draft.facts.about else ""
        options = list(whom.items())
        asked.append(Field("about", "I'd like to meet", "select", shown, options, action="about"))
    return [Row(asked)] if asked else []


def reachable(store: Store, person: int) -> dict[str, str]:
    """Return whom somebody could introduce the user to: id -> name."""
    ways = routes.ask(store).plain
    ways = ways[ways["kind"] == Kind.INTRODUCTION]
    return {
        str(way.person_id): str(way.person)
        for way in ways.itertuples(index=False)
        if person in (way.introducer_id, *way.also_ids)
    }


def referrer(store: Store, person: int) -> tuple[int, str] | None:
    """Return who brought the user to somebody: the last of those who did."""
    found = permissions.referrers(store, person)
    return (found[-1], str(rows.person(store, found[-1])["name"])) if found else None
