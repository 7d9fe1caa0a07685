"""The same question on any engine: the best introducer to everybody at a place.

Two tables are enough. `ties` says who knows whom and how strong that is, 1 to 3, each tie in both
directions; `affiliations` says who is where. The answer is relational (filter, join, join, the
weaker leg, the best for each person), so it reads the same on DuckDB, on Polars and on a Spark
cluster, and nothing leaves the engine. A pandas frame goes to sorted arrays, which are quicker
as long as everything fits into memory.
"""

from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

import narwhals.stable.v2 as nw
import pandas as pd

from olenb.core.errors import NotAllowed
from olenb.network import pool

Person: TypeAlias = int | str
Frame: TypeAlias = Any
"""Whatever table narwhals knows: pandas, Polars, a DuckDB relation, a Spark DataFrame, ..."""

TIES = ("person", "knows", "strength")
AFFILIATIONS = ("person", "organization")
ANSWER = ("ego", "target", "person", "introducer", "band")
_WAY = ("ego", "target", "person")


def introductions(
    ties: Frame,
    affiliations: Frame,
    *,
    ego: Person | Sequence[Person],
    targets: Person | Sequence[Person],
) -> Frame:
    """Return the best introducer to each person at each target, for one ego or many.

    A way is as sure as its weaker leg (R8). People whom an ego knows already are left out, and so
    is the ego; an ego's own employer is a target like any other.

    Parameters
    ----------
    ties
        Columns `person`, `knows` and `strength` (1 to 3), each tie in both directions.
    affiliations
        Columns `person` and `organization`.
    ego
        One person of `ties`, or several.
    targets
        Organizations.

    Returns
    -------
    frame
        Of the kind that was given (lazy where that was lazy): `ego`, `target`, `person`,
        `introducer` and `band` (1 to 3), one row for each ego, target and person. Among equally
        sure introducers the first in order stands. Rows come in no order, but for pandas, where
        they are sorted.

    Raises
    ------
    NotAllowed
        A column is missing, or the two tables belong to different engines.

    >>> ties = pd.DataFrame({"person": [1, 2, 2, 3], "knows": [2, 1, 3, 2], "strength": 3})
    >>> affiliations = pd.DataFrame({"person": [3], "organization": ["Birch Clinic"]})
    >>> introductions(ties, affiliations, ego=1, targets="Birch Clinic").values.tolist()
    [[1, 'Birch Clinic', 3, 2, 3]]
    """
    egos, places = _listed(ego), _listed(targets)
    if isinstance(ties, pd.DataFrame) and isinstance(affiliations, pd.DataFrame):
        for frame, columns in ((ties, TIES), (affiliations, AFFILIATIONS)):
            _require(frame.columns, columns)
        return pool.build(ties, affiliations).introductions(egos, places)
    return relational(ties, affiliations, egos, places)


def relational(
    ties: Frame, affiliations: Frame, egos: Sequence[Person], targets: Sequence[Person]
) -> Frame:
    """Return what `introductions` does, by relational steps on the engine of the two tables.

    Parameters
    ----------
    ties, affiliations
        As for `introductions`; a pandas frame is taken too.
    egos, targets
        Lists.

    Raises
    ------
    NotAllowed
        As for `introductions`.

    """
    knows, at = (nw.from_native(frame).lazy() for frame in (ties, affiliations))
    if knows.implementation is not at.implementation:
        raise NotAllowed(
            "The ties and the affiliations belong to two different engines. Nothing was worked "
            "out. Please open both with the same one."
        )
    _require(knows.collect_schema().names(), TIES)
    _require(at.collect_schema().names(), AFFILIATIONS)
    answer = _best(_ways(knows, at, egos, targets)).select(*ANSWER)
    is_eager = isinstance(nw.from_native(ties), nw.DataFrame)
    return (answer.collect() if is_eager else answer).to_native()


def _ways(
    knows: nw.LazyFrame[Any],
    at: nw.LazyFrame[Any],
    egos: Sequence[Person],
    targets: Sequence[Person],
) -> nw.LazyFrame[Any]:
    """Return every way of two legs from an ego to a stranger at a target."""
    there = (
        at.filter(nw.col("organization").is_in(list(targets)))
        .select("person", target="organization")
        .unique()
    )
    mine = knows.filter(nw.col("person").is_in(list(egos))).select(
        ego="person", introducer="knows", leg1="strength"
    )
    # The people at the targets are few, so their ties are found before anything else is joined.
    last = knows.select(introducer="person", person="knows", leg2="strength").join(
        there, on="person"
    )
    known = mine.select("ego", person="introducer")
    return (
        mine.join(last, on="introducer")
        .filter(nw.col("person") != nw.col("ego"))
        .join(known, on=["ego", "person"], how="anti")
        .with_columns(band=nw.min_horizontal("leg1", "leg2"))
        .select(*_WAY, "introducer", "band")
    )


def _best(ways: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    """Keep the surest introducer for each way, the first in order among equals.

    Two groupings and a join, for a window breaks ties by whatever order an engine happens to have.
    """
    surest = ways.group_by(*_WAY).agg(nw.col("band").max())
    return (
        ways.join(surest, on=[*_WAY, "band"])
        .group_by(*_WAY, "band")
        .agg(nw.col("introducer").min())
    )


def _listed(value: Person | Sequence[Person]) -> list[Person]:
    """Return one value or several as a list, each once, in order."""
    values: Iterable[Person] = [value] if isinstance(value, int | str) else value
    return list(dict.fromkeys(values))


def _require(found: Iterable[str], wanted: Sequence[str]) -> None:
    missing = [name for name in wanted if name not in set(found)]
    if missing:
        raise NotAllowed(
            f"A table needs the columns {', '.join(wanted)}; missing: {', '.join(missing)}. "
            "Nothing was worked out. Please name the columns and try again."
        )
