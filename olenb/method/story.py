"""The lines of a review, each read from the facts: conversations, notes, goals, hunches, plans."""

from collections.abc import Iterator
from datetime import datetime

from olenb.core.goal_terms import GoalKind, HypothesisStatus
from olenb.core.spoken import spoken
from olenb.core.store import Store
from olenb.core.terms import NoteKind, Purpose
from olenb.method import conversations, hypotheses, notes
from olenb.method.due import facts as due_facts
from olenb.method.due import frame as due_frame
from olenb.method.opportunities import harvest, milestones
from olenb.method.opportunities.plans import Plan, plans
from olenb.method.review import NAME, Line, Part, Piece
from olenb.network.targets import targets


def lines(store: Store, now: datetime) -> list[Line]:
    """Return everything that there is to look back on, part by part, the newest first.

    What is next comes the other way round: the earliest first.

    Parameters
    ----------
    store
        The open workbook.
    now
        This moment, with its offset.

    """
    past = [
        *_of_conversations(store),
        *_of_notes(store),
        *_of_hunches(store),
        *_of_goals(store),
        *_of_targets(store),
        *_of_plans(store),
    ]
    past.sort(key=lambda line: line.when, reverse=True)
    past.sort(key=lambda line: list(Part).index(line.part))
    return [*past, *_next(store, now)]


def _of_conversations(store: Store) -> Iterator[Line]:
    for row in conversations.conversations(store).itertuples(index=False):
        day, person = row.ended_at[:10], int(row.person_id)
        about = (
            Piece(row.target, "About "),
            Piece(row.helped, "It helped: "),
            Piece(row.next_action, "Next: "),
        )
        yield Line(
            f"conversation {row.id}", Part.HELD, day, f"With {NAME}", about,
            person=person, alone=True,
        )  # fmt: skip
        yield Line(
            f"learned {row.id}", Part.LEARNED, day, said=(Piece(row.learned),),
            after=f"From talking with {NAME}", person=person,
        )  # fmt: skip


_NOTES = {
    NoteKind.LEARNED: ("", "From {name}"),
    NoteKind.QUOTE: ("In their words: ", "From {name}"),
    NoteKind.ADVICE: ("Advice: ", "From {name}"),
}


def _of_notes(store: Store) -> Iterator[Line]:
    for row in notes.notes(store).itertuples(index=False):
        if row.kind not in _NOTES:
            continue
        lead, after = _NOTES[NoteKind(row.kind)]
        yield Line(
            f"note {row.id}", Part.LEARNED, row.written_on,
            said=(Piece(row.words, lead), Piece(row.done, "What I did with it: ")),
            after=after.replace("{name}", NAME), person=int(row.person_id),
            private=bool(row.confidential),
        )  # fmt: skip


def _of_hunches(store: Store) -> Iterator[Line]:
    found = hypotheses.findings(store)
    days = dict(zip(found["hypothesis_id"], found["said_on"], strict=True))
    for row in hypotheses.hypotheses(store).itertuples(index=False):
        status = HypothesisStatus(row.status)
        if status is not HypothesisStatus.OPEN:
            yield Line(
                f"hunch {row.id}", Part.LEARNED, days[row.id], "A hunch",
                (Piece(row.claim),), f"By now, {status.label}",
            )  # fmt: skip
        if row.closed_on:
            yield Line(
                f"closed {row.id}", Part.CHANGED, row.closed_on, "I stopped wondering",
                (Piece(row.claim),), decision=True,
            )  # fmt: skip


def _of_goals(store: Store) -> Iterator[Line]:
    """Yield how a goal changed; the first line of each kind is where it began, and no change."""
    secret = {one.id for one in plans(store) if one.row["confidential"]}
    talks = {row["id"]: row["person"] for row in store.rows("SELECT id, person FROM conversation")}
    before: dict[str, Piece] = {}
    for row in store.rows("SELECT * FROM goal ORDER BY id"):
        kind, value = GoalKind(row["kind"]), str(row["value"])
        words = Purpose(value).label if kind is GoalKind.PURPOSE else value
        person, private = talks.get(row["conversation"]), row["opportunity"] in secret
        if kind in before:
            yield Line(
                f"goal {row['id']}", Part.CHANGED, row["said_on"] or "", f"{kind.label}:",
                (Piece(words), before[kind], Piece(row["because"] or "", "Because: ")),
                f"After talking with {NAME}" if person else "",
                person=person, private=private, decision=True,
            )  # fmt: skip
        before[kind] = Piece(words, "Before: ", person, private)


def _of_targets(store: Store) -> Iterator[Line]:
    labels = {target.id: target.label for target in targets(store)}
    for row in store.rows(
        "SELECT t.id, t.added_on, c.person FROM target AS t "
        "JOIN conversation AS c ON c.id = t.conversation"
    ):
        yield Line(
            f"target {row['id']}", Part.CHANGED, row["added_on"] or "", "On my list since then",
            (Piece(labels.get(row["id"], "")),), f"{NAME} suggested it", person=row["person"],
        )  # fmt: skip


def _of_plans(store: Store) -> Iterator[Line]:
    for one in plans(store):
        secret = bool(one.row["confidential"])
        yield _plan_line(store, one, secret)
        for name in ("learned", "surprised"):
            yield Line(
                f"plan {one.id} {name}", Part.LEARNED, one.row["decided_on"] or _day(one),
                said=(Piece(one.text(name)), Piece(one.label, "From: ")), private=secret,
            )  # fmt: skip
        if one.decision:
            yield Line(
                f"plan {one.id} decided", Part.CHANGED, one.row["decided_on"] or "",
                f"{one.decision.label}:",
                (Piece(one.label), Piece(one.text("because"), "Because: ")),
                private=secret, decision=True,
            )  # fmt: skip


def _plan_line(store: Store, one: Plan, secret: bool) -> Line:
    brought = harvest.harvest(store, one.id)
    skills = (
        Piece(_skill(row["skill"], row["evidence"], row["seen_by"]), "A skill that I used: ")
        for row in brought.skills
    )
    when = one.text("starts_on"), one.text("ends_on")
    days = " to ".join(spoken(day) for day in when if day)
    return Line(
        f"plan {one.id}", Part.PLANS, _day(one),
        said=(Piece(one.label), Piece(days), *skills), private=secret,
    )  # fmt: skip


def _skill(skill: str, evidence: str | None, seen_by: str | None) -> str:
    more = (evidence, f"seen by {seen_by}" if seen_by else None)
    said = "; ".join(text.rstrip(".") for text in more if text)
    return f"{skill} ({said})" if said else skill


def _day(one: Plan) -> str:
    return one.text("starts_on") or str(one.row["begun_on"] or "")


def _next(store: Store, now: datetime) -> list[Line]:
    """Return what is due with people, and the days of the plans."""
    facts = due_facts.Facts(store, now)
    due = [
        Line(
            item.key, Part.NEXT, item.deadline.due_at.date().isoformat(),
            f"{NAME}: {item.action.label}", person=item.person, alone=True,
        )
        for item in due_frame.items(facts)
    ]  # fmt: skip
    days = [
        Line(
            f"day {day.plan.id} {day.milestone or day.what}", Part.NEXT, day.on.isoformat(),
            said=(Piece(f"{day.plan.label}: {day.what}"),),
            private=bool(day.plan.row["confidential"]),
        )
        for day in milestones.upcoming(store, facts.now.date())
    ]  # fmt: skip
    return sorted([*due, *days], key=lambda line: line.when)
