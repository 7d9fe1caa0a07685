"""The chance log: what came unplanned, what the user did that let it come, and what next."""

import pandas as pd

from olenb.core.store import Store, today
from olenb.method.exercises.rows import known, needed, words
from olenb.method.frames import frame

COLUMNS = {
    "id": "int64",
    "what": "str",
    "skill": "str",
    "next_step": "str",
    "happened_on": "str",
    "done_on": "str",
}


def note(
    store: Store, what: str, skill: str = "", next_step: str = "", happened_on: str = ""
) -> int:
    """Note something unplanned that helped, and return the row's id.

    Parameters
    ----------
    store
        The open workbook.
    what
        What happened.
    skill
        What the user did that let it happen: asked, stayed, said yes, tried again.
    next_step
        What they do next because of it.
    happened_on
        Its day; today where it is left out.

    Raises
    ------
    NotAllowed
        There are no words.

    """
    said = needed(what, "What happened? A few words are enough. Nothing was added yet.")
    with store.change("Noted something unplanned") as change:
        return change.insert(
            "chance",
            what=said,
            skill=words(skill),
            next_step=words(next_step),
            happened_on=happened_on or today(),
        )


def done(store: Store, row: int, is_done: bool = True) -> None:
    """Note that the next step was taken, or that it wasn't after all.

    Raises
    ------
    NotFound
        There is no such line.

    """
    known(store, "chance", row)
    with store.change("Noted a step that you took" if is_done else "Took a step back") as change:
        change.update("chance", row, done_on=today() if is_done else None)


def chances(store: Store) -> pd.DataFrame:
    """Return the log: id, what, skill, next_step, happened_on, done_on."""
    return frame(
        store.rows(
            "SELECT id, what, skill, next_step, happened_on, done_on FROM chance "
            "ORDER BY happened_on, id"
        ),
        COLUMNS,
    )
