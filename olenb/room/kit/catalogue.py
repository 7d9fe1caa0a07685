"""Every card of the kit by its name, in the order in which a session needs them (R53)."""

from collections.abc import Callable, Iterable

from olenb.core.errors import NotFound
from olenb.room.kit import first_steps, messages, session, talking
from olenb.room.kit.parts import Paper

PEOPLE = 30
"""For how many people strips are made where nobody says."""

_MADE: dict[str, Callable[[], Paper]] = {
    "data-sheet": session.data_sheet,
    "goal-card": first_steps.goal_card,
    "people-sheet": first_steps.people_sheet,
    "question-strips": lambda: session.question_strips(PEOPLE),
    "dots": session.dots,
    "room-answers": session.room_answers,
    "ask-card": messages.ask_card,
    "question-sheet": talking.question_sheet,
    "run-sheet": talking.run_sheet,
    "thank-you-card": messages.thank_you_card,
    "exit-ticket": session.exit_ticket,
    "six-week-card": session.six_week_card,
}
NAMES = tuple(_MADE)


def papers(names: Iterable[str] = (), people: int = PEOPLE) -> tuple[Paper, ...]:
    """Return pages of the kit, in the order of a session.

    Parameters
    ----------
    names
        Which; none means all of them.
    people
        For how many people strips with codes are made.

    Raises
    ------
    NotFound
        There is no such card.

    >>> [one.title for one in papers(["exit-ticket", "goal-card"])]
    ['Goal card', 'Exit ticket']
    """
    wanted = set(names) or set(NAMES)
    if strange := wanted - set(NAMES):
        raise NotFound(
            f"The kit has no card of {len(strange)} of these names. Nothing was written. "
            f"There are: {', '.join(NAMES)}."
        )
    return tuple(_paper(name, people) for name in NAMES if name in wanted)


def _paper(name: str, people: int) -> Paper:
    return session.question_strips(people) if name == "question-strips" else _MADE[name]()
