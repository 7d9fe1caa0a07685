"""How sure somebody feels, said before a workshop, after it and six weeks later (N11).

Every question can be skipped, and nothing here is a grade. The answers stay in the workbook
until their owner sends a summary.
"""

from collections.abc import Mapping

import pandas as pd

from olenb.core.errors import NotAllowed
from olenb.core.measure_terms import Item, Occasion
from olenb.core.store import Store, today
from olenb.method.frames import frame

COLUMNS = {"question": "str", "before": "Int64", "after": "Int64", "later": "Int64"}
Answers = dict[Occasion, dict[Item, int]]


def say(store: Store, occasion: str, answers: Mapping[str, int | None]) -> None:
    """Keep the answers of one occasion; a newer answer takes the place of an older one.

    Parameters
    ----------
    store
        The open workbook.
    occasion
        "before", "after" or "later".
    answers
        By the name of the question (`Item`), 0 to 100; None skips it and takes away what was
        said.

    Raises
    ------
    NotAllowed
        There is no such question or occasion, or a number is out of its range.

    """
    if occasion not in list(Occasion) or not set(answers) <= set(Item):
        raise NotAllowed("There is no such question. Nothing was changed.")
    if any(value is not None and value not in range(101) for value in answers.values()):
        raise NotAllowed("An answer goes from 0 to 100. Nothing was changed.")
    known = {
        row["item"]: row["id"]
        for row in store.rows("SELECT id, item FROM measure WHERE occasion = ?", (occasion,))
    }
    with store.change("Said how sure you feel") as change:
        for item, value in answers.items():
            said = {"value": value, "said_on": today()}
            if value is None and item in known:
                change.delete("measure", known[item])
            elif item in known:
                change.update("measure", known[item], **said)
            elif value is not None:
                change.insert("measure", occasion=str(occasion), item=str(item), **said)


def answers(store: Store) -> Answers:
    """Return what was said, by occasion and question; what was skipped isn't there."""
    found: Answers = {}
    for row in store.rows("SELECT occasion, item, value FROM measure"):
        found.setdefault(Occasion(row["occasion"]), {})[Item(row["item"])] = row["value"]
    return found


def table(store: Store) -> pd.DataFrame:
    """Return the questions with the user's answers side by side.

    Returns
    -------
    DataFrame
        question; before, after, later: 0 to 100, <NA> where it was skipped.

    """
    said = answers(store)
    rows = ([one.words, *(said.get(when, {}).get(one) for when in Occasion)] for one in Item)
    return frame(rows, COLUMNS)
