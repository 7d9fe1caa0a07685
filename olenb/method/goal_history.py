"""How the goals changed: when, from what to what, because of which conversation (R4)."""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from olenb.contacts import frames as people_frames
from olenb.core.change import Row
from olenb.core.goal_terms import GoalKind, HypothesisStatus
from olenb.core.plan_terms import PlanKind
from olenb.core.spoken import spoken
from olenb.core.store import Store
from olenb.core.terms import Purpose, Verdict
from olenb.method import hypotheses
from olenb.method.exercises import interests
from olenb.method.frames import frame

COLUMNS = {
    "on": "str",
    "kind": "str",
    "what": "str",
    "before": "str",
    "because": "str",
    "person": "str",
    "held_on": "str",
    "plan": "str",
    "conversation_id": "Int64",
    "plan_id": "Int64",
    "confidential": "bool",
}
FUTURE, INTERESTS, TARGET, HUNCH = "future", "interests", "target", "hunch"
FOUND, CLOSED = "finding", "hunch closed"
KINDS: dict[str, str] = {
    **{kind.value: kind.label for kind in GoalKind},
    FUTURE: "A future I sketched",
    INTERESTS: "How the themes sort for me",
    TARGET: "New on my list",
    HUNCH: "A hunch to check",
    FOUND: "What a conversation said",
    CLOSED: "A hunch I stopped wondering about",
}
"""Every kind of line, in the order of one day -> words for the screen."""

NOTHING = "Nothing here yet. It begins with one thing that you're curious about."
_SAYS = {
    Verdict.SUPPORTS: "It seems so",
    Verdict.CONTRADICTS: "It seems not",
    Verdict.UNCLEAR: "Still unclear",
}


@dataclass(frozen=True)
class _Line:
    on: str
    kind: str
    what: str
    before: str = ""
    because: str = ""
    conversation: int | None = None
    plan: int | None = None


def history(store: Store) -> pd.DataFrame:
    """Return what changed in the goals, the oldest first.

    Returns
    -------
    DataFrame
        on: the day ("" where it isn't known); kind: one of `KINDS`; what: in the user's words;
        before: what it was until then, "" for something new; because: why, in their words;
        person: with whom the conversation was that changed it, held_on: its day;
        plan: which plan did, in a word; conversation_id and plan_id (<NA> where neither did);
        confidential: whether that person or plan is, so that the line leaves the file by no
        export.

    """
    talks = {
        row["id"]: row
        for row in store.rows(
            "SELECT c.id, p.name, substr(coalesce(c.ended_at, c.started_at), 1, 10) AS held_on, "
            "coalesce(p.confidential, 0) AS confidential "
            "FROM conversation AS c JOIN person AS p ON p.id = c.person"
        )
    }
    plans = {row["id"]: row for row in store.rows("SELECT id, kind, confidential FROM opportunity")}
    lines = [*_said(store), *_exercises(store), *_listed(store), *_hunches(store), *_found(store)]
    lines.sort(key=lambda line: (line.on, list(KINDS).index(line.kind)))
    rows = []
    for line in lines:
        talk = talks[line.conversation] if line.conversation else None
        plan = plans[line.plan] if line.plan else None
        rows.append(
            (
                *(line.on, line.kind, line.what, line.before, line.because),
                *((talk["name"], talk["held_on"]) if talk else ("", "")),
                PlanKind(plan["kind"]).doing if plan else "",
                *(line.conversation, line.plan),
                any(one["confidential"] for one in (talk, plan) if one),
            )
        )
    return frame(rows, COLUMNS)


def sentence(store: Store) -> str:
    """Say in one sentence how the goals changed; to rule something out is a result, too."""
    df = history(store)
    if df.empty:
        return NOTHING
    moved = int((df["kind"] == GoalKind.CURIOSITY).sum()) - 1
    talks = df["conversation_id"].nunique()
    stands = hypotheses.hypotheses(store)["status"].value_counts()
    so, not_so = (
        int(stands.get(status, 0))
        for status in (HypothesisStatus.SUPPORTED, HypothesisStatus.CONTRADICTED)
    )
    said = [
        f"what you're curious about moved {_times(moved)}" if moved > 0 else "",
        f"{_number(talks, 'conversation', 'conversations')} changed something" if talks else "",
        f"{_number(so, 'hunch holds', 'hunches hold')} so far" if so else "",
        f"{_number(not_so, 'hunch', 'hunches')} could be ruled out" if not_so else "",
    ]
    since = next((day for day in df["on"] if day), "")
    changes = ", ".join(filter(None, said)) or "this is where you begin"
    return f"Since {spoken(since)}: {changes}." if since else f"So far: {changes}."


def _number(n: int, one: str, many: str) -> str:
    return f"{n:,} {one if n == 1 else many}"


def _times(n: int) -> str:
    return {1: "once", 2: "twice"}.get(n, f"{n} times")


def _said(store: Store) -> Iterator[_Line]:
    before: dict[str, str] = {}
    for row in store.rows("SELECT * FROM goal ORDER BY said_on, id"):
        kind = row["kind"]
        words = Purpose(row["value"]).label if kind == GoalKind.PURPOSE else row["value"]
        yield _line(row, kind, words, before.get(kind, ""), plan=row["opportunity"])
        before[kind] = words


def _exercises(store: Store) -> Iterator[_Line]:
    before: dict[str, str] = {}
    for row in store.rows("SELECT kind, title, said_on FROM future ORDER BY id"):
        yield _Line(row["said_on"] or "", FUTURE, row["title"], before.get(row["kind"], ""))
        before[row["kind"]] = row["title"]
    was = ""
    for sort in interests.interests(store).itertuples(index=False):
        verbs = ", ".join(filter(None, (sort.first, sort.second, sort.third)))
        yield _Line(sort.said_on, INTERESTS, verbs, was)
        was = verbs


def _listed(store: Store) -> Iterator[_Line]:
    labels = dict(people_frames.targets(store)[["id", "target"]].itertuples(index=False))
    for row in store.rows("SELECT id, added_on, conversation FROM target ORDER BY id"):
        day, talk = row["added_on"] or "", row["conversation"]
        yield _Line(day, TARGET, labels[row["id"]], conversation=talk)


def _hunches(store: Store) -> Iterator[_Line]:
    for row in store.rows("SELECT * FROM hypothesis ORDER BY id"):
        yield _Line(row["said_on"] or "", HUNCH, row["claim"])
        if row["closed_on"]:
            yield _Line(row["closed_on"], CLOSED, row["claim"])


def _found(store: Store) -> Iterator[_Line]:
    said: dict[int, list[str]] = {}
    for row in store.rows(
        "SELECT f.said_on, f.verdict, f.conversation, f.words AS because, f.hypothesis, h.claim "
        "FROM finding AS f JOIN hypothesis AS h ON h.id = f.hypothesis ORDER BY f.said_on, f.id"
    ):
        verdicts = said.setdefault(row["hypothesis"], [])
        before = hypotheses.status(verdicts).label if verdicts else ""
        verdicts.append(row["verdict"])
        yield _line(row, FOUND, f"{_SAYS[Verdict(row['verdict'])]}: {row['claim']}", before)


def _line(row: Row, kind: str, words: str, before: str, plan: int | None = None) -> _Line:
    day, because = row["said_on"] or "", row["because"] or ""
    return _Line(day, kind, words, before, because, row["conversation"], plan)
