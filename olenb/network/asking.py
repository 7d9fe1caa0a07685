"""Whom to ask whether they know somebody: the main answer, before any tie is known (R8).

The easiest person comes first until three conversations were held; after that, the one for whom
most speaks. Half of the places are kept for the people for whom most speaks, so that whoever
worked there isn't lost behind a large family. "Your counselor" always stands at the end.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd

from olenb.core import rules
from olenb.core import store as stores
from olenb.core.store import Store
from olenb.core.terms import ASKS, Circle, Reply, Willingness
from olenb.network import counselor, facts, reading, sentences
from olenb.network.arrays import Network
from olenb.network.facts import Facts
from olenb.network.hints import Hint, hints
from olenb.network.paths import Paths
from olenb.network.ragged import Numbers
from olenb.network.targets import Target, chosen
from olenb.network.why import Reasons

COLUMNS = ("target", "person", "circle", "reason", "sentence", "open_asks", "waiting")
_IDS = ("target_id", "person_id", "hint")
_COMFORTABLE = {Willingness.SURE: 1, Willingness.LIKELY: 2, Willingness.UNSURE: 3}
_LOST_AFTER_YEARS = 3


def people_to_ask(store: Store, target: int | str | None = None) -> pd.DataFrame:
    """Say whom to ask whether they know somebody, why them, and what to say.

    Parameters
    ----------
    store
        The open workbook.
    target
        Id, label or name of an organization; None takes every active target.

    Returns
    -------
    DataFrame
        Per target at most `rules.PEOPLE_TO_ASK` people, then the counselor:

        - target: what it is about
        - person: whom to ask
        - circle: how the user knows them; "" where nobody said
        - reason: why them, in a few words
        - sentence: what to say, to be put into the user's own words
        - open_asks: how many asks wait for them
        - waiting: whether the user asked them about this target and still waits

    Raises
    ------
    NotFound
        The target isn't among the user's targets.

    Notes
    -----
    Easiest first: what the user said of their willingness, else of their closeness, else what
    the circle usually is (`terms.Circle.ease`). Left out: whom the user would rather not ask,
    and who answered about this target already. Whoever has `rules.OPEN_ASKS` open asks comes
    after the others, and those whose answer the user waits for come last.

    """
    return candidates(store, target)[list(COLUMNS)]


def candidates(
    store: Store, target: int | str | None = None, network: Network | None = None
) -> pd.DataFrame:
    """Return `people_to_ask` with target_id, person_id (0: a counselor not asked yet) and hint.

    Parameters
    ----------
    store, target
        As for `people_to_ask`.
    network
        What `reading.read` returned for the store as it is now; None reads it.

    """
    paths = Paths(reading.read(store) if network is None else network)
    asked = chosen(store, target)
    records: list[dict[str, Any]] = []
    for one in asked if target is not None else [one for one in asked if one.active]:
        records += _Asking(store, paths, one).records()
    frame = pd.DataFrame(records, columns=[*COLUMNS, *_IDS])
    whole = dict.fromkeys(("open_asks", *_IDS), "int64")
    return frame.astype({"waiting": "bool", **whole})


class _Asking:
    """Whom to ask about one target."""

    def __init__(self, store: Store, paths: Paths, target: Target):
        self.store = store
        self.paths = paths
        self.network = paths.network
        self.target = target
        self.hints = hints(store, paths, target)
        self.waiting, self.answered = _asked(store, self.network, target)
        self.counselor = counselor.find(store)

    def records(self) -> Iterator[dict[str, Any]]:
        """Yield the rows, the counselor last."""
        people = self._chosen()
        known = facts.read(self.store, self.network.ids[people].tolist())
        reasons = Reasons(self.store, self.network, self.target, known)
        for at in people.tolist():
            yield self._record(at, known, reasons)
        yield self._counselor()

    def _counselor(self) -> dict[str, Any]:
        asked = self.network.positions([self.counselor] if self.counselor else [])
        return {
            "target": self.target.label,
            "person": counselor.NAME,
            "circle": Circle.CAMPUS.value,
            "reason": sentences.COUNSELOR_REASON,
            "sentence": sentences.to_counselor(self.target),
            "open_asks": int(self.network.open_asks[asked].sum()),
            "waiting": bool(self.waiting[asked].any()),
            "target_id": self.target.id,
            "person_id": self.counselor,
            "hint": int(Hint.GENERAL),
        }

    def _chosen(self) -> Numbers:
        """Return whom to ask, in order."""
        network, most = self.network, rules.PEOPLE_TO_ASK.value
        free = network.helpers & ~self.answered
        free[network.positions([self.counselor] if self.counselor else [])] = False
        fresh = np.flatnonzero(free & ~self.waiting)
        waiting = np.flatnonzero(free & self.waiting)[: most // 2]
        seats = most - len(waiting)
        ease, variety = comfort(self.store, network), _variety(network, self.hints)
        busy = network.open_asks >= rules.OPEN_ASKS.value
        easiest = (busy, ease, self.hints, variety)
        strongest = (busy, self.hints, ease, variety)
        best = _ordered(fresh, *strongest)[: seats // 2]
        rest = _ordered(np.setdiff1d(fresh, best), *self._by_now(easiest, strongest))
        people = np.append(best, rest[: seats - len(best)])
        return np.append(_ordered(people, *self._by_now(easiest, strongest)), waiting)

    def _by_now(self, easiest: tuple[Any, ...], strongest: tuple[Any, ...]) -> tuple[Any, ...]:
        """Return what counts first: ease, until a few conversations were held."""
        held = self.store.rows("SELECT count(*) FROM conversation WHERE ended_at IS NOT NULL")[0][0]
        return easiest if held < rules.SHOWN_FIRST.value else strongest

    def _record(self, at: int, known: Facts, reasons: Reasons) -> dict[str, Any]:
        person, hint = int(self.network.ids[at]), Hint(int(self.hints[at]))
        row = known.people[person]
        long_ago = row["circle"] == Circle.LOST_TOUCH or _long_ago(known.mine[person])
        said = sentences.sentence(hint, known.called(person), self.target, long_ago=long_ago)
        return {
            "target": self.target.label,
            "person": row["name"],
            "circle": row["circle"] or "",
            "reason": reasons.of(person, hint),
            "sentence": said,
            "open_asks": int(self.network.open_asks[at]),
            "waiting": bool(self.waiting[at]),
            "target_id": self.target.id,
            "person_id": person,
            "hint": int(hint),
        }


def comfort(store: Store, network: Network) -> Numbers:
    """Return how easy it is to ask each person, 1 (easiest) to 4: as told, else by the circle."""
    ease = np.full(network.size, Circle.OTHER.ease)
    rows = store.rows("SELECT id, circle FROM person WHERE circle IS NOT NULL")
    people = network.positions([row["id"] for row in rows])
    ease[people] = [Circle(row["circle"]).ease for row in rows]
    told = np.array([4, 4, 3, 2, 1, 1])  # by closeness, 1 to 5
    close = np.flatnonzero(network.closeness < len(told))
    ease[close] = told[network.closeness[close]]
    rows = store.rows(
        "WITH ego AS (SELECT id FROM person WHERE is_ego = 1) "
        "SELECT a + b - (SELECT id FROM ego) AS person, willingness FROM tie WHERE willingness "
        "IS NOT NULL AND (a = (SELECT id FROM ego) OR b = (SELECT id FROM ego))"
    )
    people = network.positions([row["person"] for row in rows])
    ease[people] = [_COMFORTABLE.get(Willingness(row["willingness"]), 4) for row in rows]
    return ease


def _asked(store: Store, network: Network, target: Target) -> tuple[Any, Any]:
    """Flag those whose answer about the target is awaited, and those who gave one."""
    rows = store.rows(
        "SELECT person, reply FROM touch WHERE target = ? AND kind IN (?, ?)", (target.id, *ASKS)
    )
    open_ones = [row["person"] for row in rows if row["reply"] in (None, Reply.WILL_ASK)]
    closed = [row["person"] for row in rows if row["reply"] not in (None, Reply.WILL_ASK)]
    waiting = network.mask(network.positions(open_ones))
    return waiting, network.mask(network.positions(closed)) & ~waiting


def _variety(network: Network, hint: Numbers) -> Numbers:
    """Return a number per person of one place and hint, so that not all eight come from there."""
    place = np.zeros(network.size, dtype=np.int64)
    posts = network.posts
    place[posts.person[posts.here]] = posts.organization[posts.here]
    frame = pd.DataFrame({"place": place, "hint": hint, "known": network.helpers})
    number = frame.groupby(["place", "hint", "known"]).cumcount().to_numpy(np.int64)
    return np.where(place > 0, number, 0)


def _ordered(people: Numbers, *keys: Any) -> Numbers:
    """Sort people by keys that hold a value per person; the first key counts most."""
    return people[np.lexsort((people, *(key[people] for key in reversed(keys))))]


def _long_ago(mine: Any) -> bool:
    last = str(mine["last_exchange"] or "")[:4]
    return last.isdecimal() and int(stores.today()[:4]) - int(last) > _LOST_AFTER_YEARS
