"""Every card of the kit by its name, in the order in which a session needs them (R53)."""

from collections.abc import Callable, Iterable, Sequence

from olenb.core.errors import NotFound
from olenb.room.kit import first_steps, messages, session, talking
from olenb.room.kit.parts import Paper

PEOPLE = 30
"""For how many people strips are made where nobody says."""

_MADE: dict[str, Callable[[Sequence[str]], Paper]] = {
    "data-sheet": lambda _: session.data_sheet(),
    "three-minutes": lambda _: session.three_minutes(),
    "goal-card": lambda _: first_steps.goal_card(),
    "people-sheet": lambda _: first_steps.people_sheet(),
    "question-strips": session.question_strips,
    "dots": lambda _: session.dots(),
    "room-answers": session.room_answers,
    "ask-card": lambda _: messages.ask_card(),
    "question-sheet": lambda _: talking.question_sheet(),
    "run-sheet": lambda _: talking.run_sheet(),
    "thank-you-card": lambda _: messages.thank_you_card(),
    "exit-ticket": lambda _: session.exit_ticket(),
    "six-week-card": lambda _: session.six_week_card(),
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
    # Codes that stand on no strip would only lead astray.
    codes = session.new_codes(people) if "question-strips" in wanted else ()
    return tuple(_MADE[name](codes) for name in NAMES if name in wanted)
