"""If-then plans: a wish, what in me may stop me, and what I do then, by a day.

Imagining the good end, then the obstacle, then "if this, then that" is mental contrasting with
implementation intentions: in meta-analysis it helps people reach goals, more so when it is done
together with somebody (g = .34 and .47).
"""

import pandas as pd

from olenb.core.store import Store, today
from olenb.method.exercises.rows import known, needed, words
from olenb.method.frames import frame

COLUMNS = {
    "id": "int64",
    "wish": "str",
    "outcome": "str",
    "obstacle": "str",
    "action": "str",
    "by_day": "str",
    "supporter": "str",
    "said_on": "str",
    "done_on": "str",
}


def plan(
    store: Store,
    wish: str,
    obstacle: str,
    action: str,
    *,
    outcome: str = "",
    by_day: str = "",
    supporter: str = "",
) -> int:
    """Note an if-then plan, dated, and return its id.

    Parameters
    ----------
    store
        The open workbook.
    wish
        What the user wants to do, such as "ask my aunt whether she knows a nurse".
    obstacle
        What in them may stop them: the "if".
    action
        What they do then: the "then".
    outcome
        The best that may come of it.
    by_day
        By when, ISO 8601.
    supporter
        Who asks how it went.

    Raises
    ------
    NotAllowed
        The wish, the obstacle or the action is empty.

    """
    values = {
        "wish": needed(wish, "What do you want to do? Nothing was added yet."),
        "obstacle": needed(obstacle, "What may stop you? Nothing was added yet."),
        "action": needed(action, "What do you do then? Nothing was added yet."),
        "outcome": words(outcome),
        "by_day": by_day or None,
        "supporter": words(supporter),
    }
    with store.change("Noted an if-then plan") as change:
        return change.insert("if_then", **values, said_on=today())


def done(store: Store, row: int, is_done: bool = True) -> None:
    """Note that it was done, or that it wasn't after all.

    Raises
    ------
    NotFound
        There is no such plan.

    """
    known(store, "if_then", row)
    with store.change("Noted that you did it" if is_done else "Took back that it's done") as change:
        change.update("if_then", row, done_on=today() if is_done else None)


def plans(store: Store) -> pd.DataFrame:
    """Return the plans, the newest last, each as a sentence too.

    Returns
    -------
    DataFrame
        id, wish, outcome, obstacle, action, by_day, supporter, said_on, done_on, sentence.

    """
    df = frame(
        store.rows(
            "SELECT id, wish, outcome, obstacle, action, by_day, supporter, said_on, done_on "
            "FROM if_then ORDER BY id"
        ),
        COLUMNS,
    )
    said = zip(df["obstacle"], df["action"], strict=True)
    return df.assign(sentence=pd.Series([sentence(*each) for each in said], dtype="str"))


def sentence(obstacle: str, action: str) -> str:
    """Return a plan as one sentence, whatever stands at the ends of its parts.

    >>> sentence("If I think that I'm a bother,", "then I'll read their last reply.")
    "If I think that I'm a bother, then I'll read their last reply."
    >>> sentence("it is late", "I write the first line only")
    'If it is late, then I write the first line only.'
    """
    head = _without(obstacle, "if ")
    tail = _without(action, "then ")
    return f"If {head}, then {tail}."


def _without(text: str, word: str) -> str:
    bare = text.strip().rstrip(".,;: ")
    return bare[len(word) :] if bare.casefold().startswith(word) else bare
