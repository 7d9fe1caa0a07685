"""Interests: the user's own sort of Holland's six themes, or a code from a test (R1)."""

import re
from collections.abc import Sequence

import pandas as pd

from olenb.core.errors import NotAllowed
from olenb.core.goal_terms import Interest, InterestSource
from olenb.core.store import Store, today
from olenb.method.exercises.rows import words
from olenb.method.frames import frame

PLACES = ("first", "second", "third")
COLUMNS = {
    "id": "int64",
    "code": "str",
    "first": "str",
    "second": "str",
    "third": "str",
    "first_words": "str",
    "second_words": "str",
    "third_words": "str",
    "source": "str",
    "said_on": "str",
}
NO_CODE = (
    "A code has one to three of the letters R, I, A, S, E, C, each once, such as SIA. "
    "Nothing was changed."
)


def code(text: str) -> tuple[Interest, ...]:
    """Return the themes of a code as one types it, the strongest first.

    Parameters
    ----------
    text
        Letters or the themes' names: "SIA", "s/i/a", "Social, Investigative".

    Raises
    ------
    NotAllowed
        It is no such code.

    >>> [theme.value for theme in code("s - i - a")]
    ['S', 'I', 'A']
    """
    parts = re.findall(r"[a-z]+", text.casefold())
    letters = parts[0] if len(parts) == 1 else "".join(part[0] for part in parts)
    if len(parts) == 1 and parts[0].upper() in Interest.__members__:
        letters = letters[0]
    known = {theme.value.casefold(): theme for theme in Interest}
    found = tuple(known[letter] for letter in letters if letter in known)
    if not 1 <= len(letters) <= len(PLACES) or len(set(found)) != len(letters):
        raise NotAllowed(NO_CODE)
    return found


def sort(
    store: Store,
    themes: Sequence[str],
    sentences: Sequence[str] = (),
    source: str = InterestSource.SORTED,
) -> int:
    """Note how the themes sort, dated, and return the row's id; the older sort stays.

    Parameters
    ----------
    store
        The open workbook.
    themes
        One to three letters, the strongest first.
    sentences
        Where each shows, in the user's own words.
    source
        "sorted", or "typed" for a code that the user brought.

    Raises
    ------
    NotAllowed
        The themes aren't one to three different ones.

    """
    letters = [each for each in themes if each]
    allowed = set(Interest)
    if not letters or len(set(letters)) != len(themes) or not set(letters) <= allowed:
        raise NotAllowed("Please choose one, two or three different themes. Nothing was changed.")
    shows = [*sentences, "", "", ""]
    values: dict[str, str | None] = {"source": source, "said_on": today()}
    for place, letter, sentence in zip(PLACES, letters, shows, strict=False):
        values |= {place: str(letter), f"{place}_words": words(sentence)}
    with store.change("Noted how the themes sort for you") as change:
        return change.insert("interest", **values)


def interests(store: Store) -> pd.DataFrame:
    """Return every sort, the newest last.

    Returns
    -------
    DataFrame
        id, code (such as "SIA"); first, second, third: the themes in one verb each, "" where
        none was chosen; first_words, second_words, third_words; source, said_on.

    """
    rows = store.rows("SELECT * FROM interest ORDER BY id")
    return frame(
        (
            (
                *(row["id"], "".join(row[place] or "" for place in PLACES)),
                *(Interest(row[place]).verb if row[place] else "" for place in PLACES),
                *(row[f"{place}_words"] for place in PLACES),
                *(row["source"], row["said_on"]),
            )
            for row in rows
        ),
        COLUMNS,
    )
