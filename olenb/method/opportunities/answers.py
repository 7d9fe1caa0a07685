"""Writing a plan: begin it, answer its questions, pass one over, put it away."""

from collections.abc import Mapping
from typing import Any

from olenb.contacts import organizations, people
from olenb.contacts.keys import folded
from olenb.core.change import Change
from olenb.core.errors import NotAllowed, NotFound
from olenb.core.plan_terms import PlanKind
from olenb.core.store import Store, today
from olenb.method.opportunities.plans import plan
from olenb.method.opportunities.steps import Ask, Step


def begin(store: Store, kind: str, target: int | None = None) -> int:
    """Begin one of the four plans and return its id (R41–R46).

    Parameters
    ----------
    store
        The open workbook.
    kind
        A `PlanKind`.
    target
        The target for whose sake it is; its organization becomes the plan's place.

    Raises
    ------
    NotAllowed
        It is none of the four.
    NotFound
        There is no such target.

    """
    if kind not in list(PlanKind):
        raise NotAllowed("Please choose one of the four plans. Nothing was changed.")
    place = _place_of(store, target) if target else None
    with store.change("Began a plan") as change:
        return change.insert(
            "opportunity",
            kind=str(kind),
            target=target,
            organization=None if kind == PlanKind.ARTICLE else place,
            begun_on=today(),
            confidential=0,
        )


def answer(store: Store, number: int, name: str, answers: Mapping[str, str]) -> None:
    """Answer one question of a plan, or one part of it; an empty answer is taken back.

    Parameters
    ----------
    store
        The open workbook.
    number
        The plan's id.
    name
        The step.
    answers
        By the name of the `Ask`; what isn't named stays as it is. A place becomes an
        organization, and a person whom the workbook doesn't know is added to it.

    Raises
    ------
    NotAllowed
        An answer isn't a day, a number, or one of the choices.
    NotFound
        There is no such plan or question, or several people have that name.

    """
    one = plan(store, number)
    step = one.step(name)
    kept = {ask: ask.kept(answers[ask.name]) for ask in step.asks if ask.name in answers}
    where = answers.get("place", one.text("place"))
    with store.change("Wrote a part of a plan") as change:
        _unpass(store, change, one.id, step)
        for ask, value in kept.items():
            if ask.column:
                cell = _cell(store, change, ask, value, where)
                change.update("opportunity", one.id, **{ask.column: cell})
            else:
                write(store, change, one.id, ask.name, value)


def pass_over(store: Store, number: int, name: str) -> None:
    """Note that the user passes over a question; it isn't asked again by itself."""
    one = plan(store, number)
    step = one.step(name)
    if one.answered(step) or step.name in one.passed:
        return
    with store.change("Passed over a question") as change:
        change.insert("plan_step", opportunity=one.id, name=step.name, words=None, said_on=today())


def put_away(store: Store, number: int, away: bool = True) -> None:
    """Put a plan away, out of sight, or take it out again; nothing of it is lost."""
    one = plan(store, number)
    if bool(one.row["put_away_on"]) == away:
        return
    with store.change("Put a plan away" if away else "Took a plan out again") as change:
        change.update("opportunity", one.id, put_away_on=today() if away else None)


def keep_private(store: Store, number: int, private: bool) -> None:
    """Say whether a whole plan stays in this workbook (R38)."""
    one = plan(store, number)
    if bool(one.row["confidential"]) == private:
        return
    with store.change("Said who may see a plan") as change:
        change.update("opportunity", one.id, confidential=int(private))


def write(store: Store, change: Change, number: int, name: str, words: Any) -> None:
    """Keep the words of one answer; None takes them away."""
    row = store.one(
        "SELECT id, words FROM plan_step WHERE opportunity = ? AND name = ?", (number, name)
    )
    if words is None:
        if row:
            change.delete("plan_step", row["id"])
    elif row is None:
        change.insert("plan_step", opportunity=number, name=name, words=str(words), said_on=today())
    elif row["words"] != str(words):
        change.update("plan_step", row["id"], words=str(words), said_on=today())


def somebody(store: Store, name: str, organization: str = "") -> int:
    """Return the one person of that name, noted now where nobody has it.

    Raises
    ------
    NotFound
        More than one person has that name.

    """
    key = folded(name)
    if any(folded(row["name"]) == key for row in store.rows("SELECT name FROM person")):
        return people.find(store, name)
    return people.look_up(store, name, "my own plan", organization=organization)


def _cell(store: Store, change: Change, ask: Ask, value: Any, where: str) -> Any:
    """Return an answer as its column of `opportunity` holds it."""
    if value is None:
        return None
    if ask.kind == "place":
        return organizations.ensure(store, change, str(value))
    if ask.kind == "person":
        return somebody(store, str(value), where)
    return int(value) if ask.kind == "choice" else value


def _unpass(store: Store, change: Change, number: int, step: Step) -> None:
    row = store.one(
        "SELECT id FROM plan_step WHERE opportunity = ? AND name = ? AND words IS NULL",
        (number, step.name),
    )
    if row:
        change.delete("plan_step", row["id"])


def _place_of(store: Store, target: int) -> int | None:
    row = store.one("SELECT organization FROM target WHERE id = ?", (int(target),))
    if row is None:
        raise NotFound("That one is no longer on your list. Nothing was changed.")
    return int(row["organization"]) if row["organization"] else None
