"""One page for a counselor: what there is to put on it, at one of three moments.

The user sees every line before anything leaves, and ticks what goes on the page. Without a
tick no contact is named; what is confidential is never offered (R38).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from olenb.contacts import frames as people_frames
from olenb.core import rules
from olenb.core.goal_terms import FutureKind, GoalKind, HypothesisStatus, Moment
from olenb.core.spoken import spoken
from olenb.core.store import Store
from olenb.core.terms import Purpose
from olenb.method import goal_history, goals, hypotheses
from olenb.method.discretion import Discretion, for_others
from olenb.method.exercises import energy, futures, if_then, interests

MOST_LINES = 6
MOST_LINES_OF_A_DRAFT = 30
LONGEST_LINE = 180
USUAL: dict[Moment, tuple[str, ...]] = {
    Moment.AFTER_GOALS: ("me", "curiosity", "purpose", "targets", "hunches"),
    Moment.BEFORE_FIRST_SEND: ("me", "purpose", "draft", "plans"),
    Moment.AFTER_THIRD: ("me", "curiosity", "changes", "hunches", "conversations"),
}
"""What is ticked to begin with."""

_STANDS = {
    HypothesisStatus.OPEN: "to check",
    HypothesisStatus.UNCLEAR: "unclear so far",
    HypothesisStatus.SUPPORTED: "it seems so",
    HypothesisStatus.CONTRADICTED: "it seems not",
}


@dataclass(frozen=True)
class Part:
    """Something that can go on the page.

    Parameters
    ----------
    key
        What it is ticked by.
    title
        Its heading.
    lines
        What it says; none is empty.
    """

    key: str
    title: str
    lines: tuple[str, ...]


def moment(store: Store) -> Moment:
    """Return at which of the three moments the user is, from what happened."""
    held = store.one("SELECT count(*) AS n FROM conversation WHERE ended_at IS NOT NULL")
    if held and held["n"] >= rules.COUNSELOR_AFTER.value:
        return Moment.AFTER_THIRD
    drafts = store.one("SELECT 1 FROM draft") is not None
    return Moment.BEFORE_FIRST_SEND if drafts else Moment.AFTER_GOALS


@dataclass(frozen=True)
class Offer:
    """All that can go on the page.

    Parameters
    ----------
    parts
        In their order; what would be empty isn't there.
    stays
        What stays in the workbook, in words, "" for nothing.
    """

    parts: list[Part]
    stays: str


def offer(store: Store, to: Discretion) -> Offer:
    """Return everything that can go on the page.

    Parameters
    ----------
    store
        The open workbook.
    to
        What may be said, and with whose names.

    """
    seen, staying = for_others(store)
    found = []
    for key, title, lines in _every(seen):
        most = MOST_LINES_OF_A_DRAFT if key == "draft" else MOST_LINES
        said = to.lines(lines)[:most]
        if key != "draft":
            said = tuple(map(_short, said))
        if said:
            found.append(Part(key, title, said))
    return Offer(found, staying.sentence)


def _short(line: str) -> str:
    whole = " ".join(line.split())
    return whole if len(whole) <= LONGEST_LINE else whole[: LONGEST_LINE - 1].rstrip() + "…"


def _every(store: Store) -> Iterator[tuple[str, str, list[str]]]:
    yield "me", "Who I am", _me(store)
    yield "curiosity", GoalKind.CURIOSITY.label, _said(store, GoalKind.CURIOSITY)
    yield "purpose", GoalKind.PURPOSE.label, _why(store)
    yield "targets", "Where I look first", _targets(store)
    yield "interests", "What I like doing", _interests(store)
    yield "theme", GoalKind.THEME.label, _said(store, GoalKind.THEME)
    yield "futures", "Three futures", _futures(store)
    yield "market", GoalKind.MARKET.label, _said(store, GoalKind.MARKET)
    yield "hunches", "Hunches to check", _hunches(store)
    yield "draft", "What I'd like to send", _draft(store)
    yield "plans", "If it gets hard", _plans(store)
    yield "conversations", "Conversations I had", _conversations(store)
    yield "changes", "What changed", _changes(store)


def _me(store: Store) -> list[str]:
    row = store.one("SELECT * FROM person WHERE is_ego = 1")
    if row is None:
        return []
    study = ", ".join(str(row[name]) for name in ("major", "school", "class_year") if row[name])
    return list(filter(None, [row["name"], study]))


def _said(store: Store, kind: str) -> list[str]:
    return list(filter(None, [goals.said(store, kind)]))


def _why(store: Store) -> list[str]:
    purpose = goals.said(store, GoalKind.PURPOSE)
    said = [f"I'd like to {Purpose(purpose).label}."] if purpose else []
    return said + _said(store, GoalKind.WHY_NOW)


def _targets(store: Store) -> list[str]:
    df = people_frames.targets(store)
    return [str(each) for each in df["target"][df["active"]]]


def _interests(store: Store) -> list[str]:
    sorts = interests.interests(store)
    said = []
    if not sorts.empty:
        last = sorts.iloc[-1]
        for place in interests.PLACES:
            if last[place]:
                said.append(": ".join(filter(None, [last[place], last[f"{place}_words"]])))
    verbs = energy.verbs(store)
    more = list(verbs["verb"][verbs["lean"] == "seek"])
    return [*said, *([f"Gives me energy: {', '.join(more)}"] if more else [])]


def _futures(store: Store) -> list[str]:
    heads = {kind.value: kind.label.split(":")[0] for kind in FutureKind}
    rows = futures.futures(store).itertuples(index=False)
    return [f"{heads[row.kind]}: {row.title}" for row in rows]


def _hunches(store: Store) -> list[str]:
    df = hypotheses.hypotheses(store)
    rows = df[df["closed_on"] == ""].itertuples(index=False)
    return [f"{row.claim} ({_STANDS[HypothesisStatus(row.status)]})" for row in rows]


def _draft(store: Store) -> list[str]:
    row = store.one("SELECT subject, body FROM draft ORDER BY id DESC LIMIT 1")
    return [row["subject"] or "", *row["body"].splitlines()] if row else []


def _plans(store: Store) -> list[str]:
    df = if_then.plans(store)
    rows = df[df["done_on"] == ""].itertuples(index=False)
    return [f"{row.wish}. {row.sentence}" for row in rows]


def _conversations(store: Store) -> list[str]:
    rows = store.rows(
        "SELECT p.name, substr(c.ended_at, 1, 10) AS day, c.learned, c.next_action "
        "FROM conversation AS c JOIN person AS p ON p.id = c.person "
        "WHERE c.ended_at IS NOT NULL ORDER BY c.ended_at DESC"
    )
    said = []
    for row in rows:
        head = f"{spoken(row['day'])}, with {row['name']}"
        learned = f": {row['learned']}" if row["learned"] else ""
        following = f" Next: {row['next_action']}" if row["next_action"] else ""
        said.append(f"{head}{learned}{following}")
    return said


def _changes(store: Store) -> list[str]:
    df = goal_history.history(store)
    moved = df[(df["before"] != "") | (df["kind"] == goal_history.FOUND)]
    said = []
    for row in moved[::-1].itertuples(index=False):
        said.append(f"{spoken(row.on)}: {row.what}. {row.because}".rstrip())
    return said
