"""How well a place fits: skill, being seen and purpose, each by itself and never summed (R41, R44).

A sum would let one side hide another: work that nobody sees is not made good by a fine purpose.
"""

from collections.abc import Mapping

from olenb.core.errors import NotAllowed
from olenb.core.plan_terms import FIT, Level, PlanKind
from olenb.core.store import Store
from olenb.method.opportunities.plans import Plan, plan

WITH_FIT = (PlanKind.VOLUNTEER, PlanKind.INTERNSHIP)
"""Plans for which the three sides, and skill and being seen in the plan itself, are asked."""

_MORE: dict[str, str] = {
    "skill_match": "Which part of the work could be more of the skill that you want to build?",
    "visibility": "Who could see your work, if you showed it once?",
    "mission": "What about their work would you tell a friend?",
}
ASK_SKILL = "Your plan says who will see your work. Which skill does it build?"
ASK_SEEN = "Your plan says which skill it builds. Who will see what you did?"


def fit(one: Plan) -> dict[str, Level | None]:
    """Return the three sides by their names in `FIT`, None where nothing was said.

    Parameters
    ----------
    one
        The plan.

    """
    return {
        name: levels(one.row[name]) if one.row[name] is not None else None
        for name, (_, levels) in FIT.items()
    }


def say(store: Store, number: int, levels: Mapping[str, str]) -> None:
    """Note how a place fits; a side that isn't named stays, an empty one is taken back.

    Parameters
    ----------
    store
        The open workbook.
    number
        The plan's id.
    levels
        By the names in `FIT`: "1", "2", "3" or "".

    Raises
    ------
    NotAllowed
        A level is none of the three.
    NotFound
        There is no such plan.

    """
    one = plan(store, number)
    said = {name: _level(levels[name]) for name in FIT if name in levels}
    new = {name: level for name, level in said.items() if one.row[name] != level}
    if new:
        with store.change("Noted how a place fits") as change:
            change.update("opportunity", one.id, **new)


def sentence(one: Plan) -> str:
    """Return the three sides in one sentence, as far as they are said; "" where none is.

    >>> from types import SimpleNamespace as Made
    >>> sentence(Made(row={"skill_match": 3, "visibility": 1, "mission": None}))
    "Most of the work is the skill you want to build, and you'd work mostly by yourself."
    """
    told = [level.told for level in fit(one).values() if level is not None]
    if not told:
        return ""
    text = told[0] if len(told) == 1 else f"{', '.join(told[:-1])}, and {told[-1]}"
    return f"{text[0].upper()}{text[1:]}."


def next_question(one: Plan) -> str:
    """Return what could be talked about next: a question about one side that could be more."""
    sides = fit(one)
    return next((_MORE[name] for name, level in sides.items() if level == 1), "")


def missing_side(one: Plan) -> tuple[str, str] | None:
    """Return the step to think about next and why, where only one of skill and being seen is said.

    R44: such a plan must build skills *and* let others see them.

    Parameters
    ----------
    one
        The plan.

    """
    if one.kind not in WITH_FIT:
        return None
    step = "aim" if one.kind is PlanKind.VOLUNTEER else "goal_1"
    skill, seen = step in one.said, "seen" in one.said
    if skill == seen:
        return None
    return ("seen", ASK_SEEN) if skill else (step, ASK_SKILL)


def _level(text: str) -> int | None:
    if text.strip() not in ("", "1", "2", "3"):
        raise NotAllowed("Please choose one of the three answers. Nothing was changed.")
    return int(text) if text.strip() else None
