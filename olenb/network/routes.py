"""The answer: who could introduce the user to whom, how sure that is, and why (R8, N7, N8).

A route is as sure as its weakest leg, and its reason is said in words. Equal routes are shown as
equal; what nobody said is called unknown and not taken for a no. To share an employer isn't to
know each other: that is a question, listed apart.

Who is reached, through whom and in which order is found for everybody at once (`ask`). Sentences
take longer than all of that, so they are made for the rows that somebody reads (`Answer.worded`).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from olenb.core.store import Store
from olenb.core.terms import Kind
from olenb.network import facts, kinds, reading
from olenb.network.arrays import Network
from olenb.network.facts import Facts
from olenb.network.kinds import Draft, Through
from olenb.network.paths import Paths
from olenb.network.ragged import Flags
from olenb.network.rows import View
from olenb.network.targets import Target, chosen, there

COLUMNS = (
    *("target", "person", "role", "introducer", "also_through", "kind", "band", "reasons"),
    *("weakest_leg", "criteria", "open_asks"),
)
_IDS = ("target_id", "person_id", "introducer_id", "also_ids", "middle_id", "leg1", "leg2", "leg3")
_PLAIN = ("target", "person", "introducer", "kind", "band", *_IDS)
_LISTS = {"also_through", "also_ids"}
_NUMBERS = {"open_asks", *_IDS} - {"also_ids"}


def introductions(
    store: Store,
    targets: Sequence[int | str] | int | str | None = None,
    everyone: bool = False,
    legs: int = 2,
    limit: int | None = None,
) -> pd.DataFrame:
    """Say who could introduce the user to whom, how sure that is, and why.

    Parameters
    ----------
    store
        The open workbook.
    targets
        Ids, labels or names of organizations; None takes every target, the active ones first.
    everyone
        Instead of the targets: everybody at distance exactly two from the user, wherever they
        are. People whom the user would rather not ask are no way; they still are known.
    legs
        2, or 3 for introductions through two people as well (with `everyone`: up to distance
        three). The introducer is whom the user would ask; the reasons name the other one.
    limit
        At most how many rows; None returns all of them.

    Returns
    -------
    DataFrame
        One row per target and person, best first:

        - target: the organization's name, else role, field and region in words (both where two
          targets share an organization); "" with `everyone`
        - person: who is reached
        - role: their role there, as far as it is known
        - introducer: whom to ask; "" where that is the person themselves
        - also_through: list of the names of others who are exactly as good to ask
        - kind: direct, introduction, alumni or question (`terms.Kind`)
        - band: how sure, 1 to 3 (`terms.Band`), for introductions; else missing
        - reasons: why, in sentences
        - weakest_leg: the least certain step, or all steps where they are equal
        - criteria: what the user said of R5's criteria, and which of them are still open here
        - open_asks: how many asks wait for whom the user would ask

    Raises
    ------
    NotFound
        Something in `targets` isn't among the user's targets.
    ValueError
        `legs` is neither 2 nor 3.

    Notes
    -----
    Inside a target and a kind the order is: band; relevance (shared words with the role that is
    wanted, then criteria that are still open here and that the user knows them to meet);
    evidence; fewer hops; fewer open asks; the less close tie; the name. Introducers who differ
    only by name are equal.

    Somebody is at an organization as long as nothing says that they left. When the target is the
    user's own employer, coworkers whom they have no tie with are strangers like everywhere else.

    """
    found = ask(store, targets, everyone=everyone, legs=legs)
    return found.worded(range(len(found))[:limit])[list(COLUMNS)]


def answer(
    store: Store, targets: Sequence[int | str] | int | str | None = None, **how: Any
) -> pd.DataFrame:
    """Return `ask` with the sentences of every row, as `introductions` does."""
    return ask(store, targets, **how).worded()


def ask(
    store: Store,
    targets: Sequence[int | str] | int | str | None = None,
    *,
    everyone: bool = False,
    legs: int = 2,
    network: Network | None = None,
) -> "Answer":
    """Find who could introduce the user to whom, without a sentence yet.

    Parameters
    ----------
    store, targets, everyone, legs
        As for `introductions`.
    network
        What `reading.read` returned for the store as it is now; None reads it.

    """
    if legs not in (2, 3):
        raise ValueError("An introduction has 2 or 3 legs: please ask for one of them.")
    network = reading.read(store) if network is None else network
    asked = [] if everyone else chosen(store, targets)
    found = list(_found(store, Paths(network), asked, everyone, legs)) if network.ego >= 0 else []
    known = facts.read(store, {one for _, draft in found for one in draft.ids})
    rows: list[_Row] = []
    for target in [None] if everyone else asked:
        view = View(network, known, target, met(store, network, target))
        mine = sorted((draft for one, draft in found if one is target), key=view.order)
        rows += [_Row(view, draft, view.equal(draft)) for draft in mine]
    return Answer(store, known, rows)


class _Row(NamedTuple):
    view: View
    draft: Draft
    equal: list[Through]


class Answer:
    """Rows of an answer, best first; what they say is worked out when it is asked for."""

    def __init__(self, store: Store, known: Facts, rows: list[_Row]):
        self._store = store
        self._facts = known
        self._rows = rows

    def __len__(self) -> int:
        return len(self._rows)

    @cached_property
    def plain(self) -> pd.DataFrame:
        """All rows without their sentences.

        target, person, introducer, kind and band as `introductions` has them, then target_id,
        person_id, introducer_id and middle_id (0 where there is none), also_ids (a list), and the
        ranks leg1, leg2 and leg3 (0 where there is none).
        """
        return _frame([row.view.plain(row.draft, row.equal) for row in self._rows], _PLAIN)

    def of(self, *kinds: Kind) -> list[int]:
        """Return where the rows of some kinds stand, one kind after the other."""
        rows = self._rows
        return [at for one in kinds for at, row in enumerate(rows) if row.draft.kind is one]

    def worded(self, rows: Iterable[int] | None = None) -> pd.DataFrame:
        """Return some rows with their sentences, by where they stand in `plain`; None takes all.

        Returns
        -------
        DataFrame
            The columns of `introductions`, then the others of `plain`.

        """
        some = self._rows if rows is None else [self._rows[at] for at in rows]
        known = facts.with_ties(self._store, self._facts, _pairs(some))
        views = {id(row.view): replace(row.view, facts=known) for row in some}
        said = [views[id(row.view)].record(row.draft, row.equal) for row in some]
        return _frame(said, (*COLUMNS, *_IDS))


def _pairs(rows: Iterable[_Row]) -> Iterator[tuple[int, int]]:
    """Yield the pairs whose tie the sentences speak of."""
    for _, draft, equal in rows:
        for introducer, middle, *_ in equal[:1]:
            yield introducer, middle or draft.person
            if middle:
                yield middle, draft.person


def _frame(records: list[dict[str, Any]], names: Iterable[str]) -> pd.DataFrame:
    """Return the rows as a table; numbers get their type at once, words are left to pandas."""
    columns: dict[str, Any] = {}
    for name in names:
        values = [record[name] for record in records]
        if name == "band":
            columns[name] = pd.array(values, dtype="Int64")
        elif name in _NUMBERS:
            columns[name] = np.array(values, dtype=np.int64)
        else:
            columns[name] = values or pd.array([], dtype="object" if name in _LISTS else "str")
    return pd.DataFrame(columns)


def _found(
    store: Store, paths: Paths, asked: list[Target], everyone: bool, legs: int
) -> Iterator[tuple[Target | None, Draft]]:
    network = paths.network
    if everyone:
        ways = paths.best(np.arange(network.size), legs)
        yield from ((None, draft) for draft in kinds.introductions(network, ways))
    if not asked:
        return
    places = [there(store, network, target) for target in asked]
    left = [network.posts.person[place.left] for place in places]
    people = np.concatenate([*(place.people for place in places), *left])
    # One search serves all targets: the best way to somebody is the same for each.
    reached = paths.best(people, legs)
    for target, place in zip(asked, places, strict=True):
        yield from ((target, draft) for draft in kinds.drafts(network, place, reached))


def met(store: Store, network: Network, target: Target | None) -> Flags:
    """Flag the criteria that somebody met with whom the user talked about this target (N8)."""
    rows = (
        store.rows("SELECT person FROM conversation WHERE target = ?", (target.id,))
        if target
        else []
    )
    talked = network.positions([row["person"] for row in rows])
    return np.asarray((network.criteria[talked] == 1).any(axis=0), dtype=np.bool_)
