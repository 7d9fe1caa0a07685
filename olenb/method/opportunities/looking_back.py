"""Looking back on a plan: what was learned, thanks, and what it changes in the goals (R4, R46)."""

from olenb.core.change import Change
from olenb.core.errors import NotAllowed
from olenb.core.goal_terms import GoalKind
from olenb.core.plan_terms import Decision
from olenb.core.store import Store, today
from olenb.core.terms import TouchKind
from olenb.method import goals, hypotheses
from olenb.method.opportunities.answers import write
from olenb.method.opportunities.plans import plan

QUESTIONS: dict[str, str] = {
    "learned": "What do you know now that you didn't know before?",
    "surprised": "What surprised you?",
}
"""What is asked afterwards, whichever plan it was: name in `plan_step` -> the question."""

BECAUSE = "because"


def note(store: Store, number: int, **words: str) -> None:
    """Keep what the user says afterwards; see `QUESTIONS`. An empty answer is taken back.

    Raises
    ------
    NotFound
        There is no such plan.

    """
    one = plan(store, number)
    with store.change("Looked back on a plan") as change:
        for name in QUESTIONS.keys() & words.keys():
            write(store, change, one.id, name, words[name].strip() or None)


def decide(
    store: Store,
    number: int,
    decision: str,
    *,
    because: str = "",
    curiosity: str = "",
    hunch: str = "",
) -> None:
    """Keep, drop or test, and let the goals follow (R4, R46, N10).

    Parameters
    ----------
    store
        The open workbook.
    number
        The plan's id.
    decision
        "keep", "drop" or "test".
    because
        Why, in the user's own words; it stands beside the changed goal.
    curiosity
        What the user is curious about now; empty where that stays as it is.
    hunch
        What is to be found out next; it becomes a hunch to check.

    Raises
    ------
    NotAllowed
        The decision is none of the three.
    NotFound
        There is no such plan.

    """
    one = plan(store, number)
    if decision not in list(Decision):
        raise NotAllowed("Please choose one: keep, let go, or find out more. Nothing was changed.")
    with store.change("Decided what a plan changes") as change:
        if decision != one.row["decision"]:
            change.update("opportunity", one.id, decision=str(decision), decided_on=today())
        write(store, change, one.id, BECAUSE, because.strip() or None)
        goals.say(store, GoalKind.CURIOSITY, curiosity, because=because, opportunity=one.id)
        if hunch.strip():
            hypotheses.add(store, hunch, target=one.row["target"])


def thank(store: Store, number: int, on: str = "") -> None:
    """Note that the person who looked after it was thanked.

    Raises
    ------
    NotAllowed
        The plan names nobody yet.
    NotFound
        There is no such plan.

    """
    one = plan(store, number)
    if one.row["person"] is None:
        raise NotAllowed("This plan names nobody to thank yet. Nothing was changed.")
    with store.change("Noted that you said thanks") as change:
        _touch(change, one.row["person"], one.row["target"], on or today())


def _touch(change: Change, person: int, target: int | None, day: str) -> None:
    change.insert(
        "touch", person=person, target=target, kind=TouchKind.THANKED.value, happened_on=day
    )
