"""Story prompts: a role model, a story, a motto, and the one sentence that runs through them."""

import pandas as pd

from olenb.core.errors import NotAllowed
from olenb.core.goal_terms import StoryPrompt
from olenb.core.store import Store, today
from olenb.method.exercises.rows import needed, words
from olenb.method.frames import frame

COLUMNS = {"id": "int64", "prompt": "str", "words": "str", "because": "str", "said_on": "str"}


def tell(store: Store, prompt: str, what: str, because: str = "") -> int:
    """Note a role model, a story or a motto, and return the row's id.

    The one sentence that runs through them is a goal: `goals.say(store, "theme", …)`.

    Parameters
    ----------
    store
        The open workbook.
    prompt
        "role model", "story" or "motto".
    what
        Who or what it is.
    because
        What the user sees in it.

    Raises
    ------
    NotAllowed
        There are no words, or it is none of the three.

    """
    if prompt not in list(StoryPrompt):
        raise NotAllowed("A role model, a story or a motto: please choose one. Nothing was added.")
    said = needed(what, "A name or a title is enough. Nothing was added yet.")
    with store.change("Noted a story of yours") as change:
        return change.insert(
            "story", prompt=str(prompt), words=said, because=words(because), said_on=today()
        )


def stories(store: Store) -> pd.DataFrame:
    """Return what was told, the newest last: id, prompt, words, because, said_on."""
    return frame(
        store.rows("SELECT id, prompt, words, because, said_on FROM story ORDER BY id"), COLUMNS
    )
