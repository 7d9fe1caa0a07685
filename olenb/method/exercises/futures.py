"""Three futures, five years ahead, which must differ; each with four gauges and its questions."""

from collections.abc import Mapping, Sequence

import pandas as pd

from olenb.core.errors import NotAllowed
from olenb.core.goal_terms import GAUGE_LEVELS, GAUGES, FutureKind
from olenb.core.store import Store, today
from olenb.method.exercises.rows import known, needed, words
from olenb.method.frames import frame

QUESTIONS = ("question_1", "question_2", "question_3")
COLUMNS = {
    "id": "int64",
    "kind": "str",
    "title": "str",
    "sketch": "str",
    **dict.fromkeys(QUESTIONS, "str"),
    **dict.fromkeys(GAUGES, "Int64"),
    "said_on": "str",
}
_COLUMNS = ", ".join(COLUMNS)


def sketch(
    store: Store,
    kind: str,
    title: str,
    *,
    day: str = "",
    questions: Sequence[str] = (),
    gauges: Mapping[str, int | None] | None = None,
) -> int:
    """Note one of the three futures, dated, and return the row's id; older sketches stay.

    Parameters
    ----------
    store
        The open workbook.
    kind
        "going on", "otherwise" or "unbound".
    title
        What the user calls it.
    day
        A day in it, in a few sentences.
    questions
        Up to three things to find out about it.
    gauges
        Of `GAUGES`, each from 0 (empty) to 4 (full).

    Raises
    ------
    NotAllowed
        It is none of the three, has no title, or a gauge is out of its range.

    """
    if kind not in list(FutureKind):
        raise NotAllowed("It is one of the three futures. Please choose one. Nothing was added.")
    said = needed(title, "A future needs a title, like a film. Nothing was added yet.")
    levels = _checked(gauges or {})
    asked = [text for each in questions if (text := words(each))][: len(QUESTIONS)]
    with store.change("Sketched a future") as change:
        return change.insert(
            "future",
            kind=str(kind),
            title=said,
            sketch=words(day),
            **dict(zip(QUESTIONS, asked, strict=False)),
            **levels,
            said_on=today(),
        )


def fill(store: Store, future: int, **levels: int | None) -> None:
    """Fill the gauges of a sketch.

    Parameters
    ----------
    store
        The open workbook.
    future
        Its id.
    **levels
        Of `GAUGES`, each from 0 (empty) to 4 (full); None says nothing.

    Raises
    ------
    NotAllowed
        There is no such gauge, or it is out of its range.
    NotFound
        There is no such sketch.

    """
    known(store, "future", future)
    with store.change("Filled the gauges of a future") as change:
        change.update("future", future, **_checked(levels))


def futures(store: Store, *, all_sketches: bool = False) -> pd.DataFrame:
    """Return the newest sketch of each future, in their order.

    Parameters
    ----------
    store
        The open workbook.
    all_sketches
        Also the older ones, as they were sketched.

    Returns
    -------
    DataFrame
        id, kind, title, sketch, question_1 to question_3; the gauges resources, liking,
        confidence and coherence (0 to 4, <NA> where nothing was said); said_on.

    """
    df = frame(
        store.rows(f"SELECT {_COLUMNS} FROM future ORDER BY id"),  # noqa: S608 - our own columns
        COLUMNS,
    )
    if all_sketches:
        return df
    newest = df.drop_duplicates("kind", keep="last")
    order = newest["kind"].map(list(FutureKind).index)
    return newest.loc[order.sort_values().index].reset_index(drop=True)


def gauge(level: int | None) -> str:
    """Return what a gauge shows, "" where nothing was said.

    >>> gauge(2), gauge(None)
    ('half full', '')
    """
    return "" if level is None or pd.isna(level) else GAUGE_LEVELS[level]


def _checked(levels: Mapping[str, int | None]) -> dict[str, int | None]:
    full = range(len(GAUGE_LEVELS))
    if not set(levels) <= set(GAUGES) or any(
        level is not None and level not in full for level in levels.values()
    ):
        raise NotAllowed("A gauge goes from 0 (empty) to 4 (full). Nothing was changed.")
    return dict(levels)
