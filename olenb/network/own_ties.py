"""The ties of the egos who ask, in one array."""

from typing import Any

import numpy as np

from olenb.network.ragged import Flags, Numbers, spread, starts


class OwnTies:
    """The ties of some egos, each pair once with its strongest row, sorted by ego and person.

    Parameters
    ----------
    egos
        Ranks of people.
    start, other, strength
        Everybody's ties, as in `pool.Pool`.

    Attributes
    ----------
    ego, person, strength
        One tie each; `ego` counts `egos` from 0.

    """

    def __init__(self, egos: Numbers, start: Numbers, other: Any, strength: Any):
        self.size = max(1, len(start) - 1)
        owner, at = spread(start, egos)
        packed = np.sort((owner * self.size + other[at]) * 4 + strength[at])
        strongest = packed[np.flatnonzero(np.diff(packed >> 2, append=-1))]
        self.pairs, self.strength = strongest >> 2, strongest & 3
        self.ego, self.person = np.divmod(self.pairs, self.size)
        self.start = starts(self.ego, len(egos))
        degrees = start[self.person + 1] - start[self.person]
        self.costs = np.bincount(self.ego, degrees, minlength=len(egos)).astype(np.int64)
        """How many ties each ego's own people have."""

    def of(self, ego: int) -> slice:
        """Return the rows of an ego."""
        return slice(int(self.start[ego]), int(self.start[ego + 1]))

    def hold(self, ego: Numbers, person: Numbers) -> Flags:
        """Tell for pairs whether they are in here."""
        wanted = ego * self.size + person
        if not len(self.pairs):
            return np.zeros(len(wanted), dtype=np.bool_)
        at = np.searchsorted(self.pairs, wanted).clip(max=len(self.pairs) - 1)
        return np.asarray(self.pairs[at] == wanted, dtype=np.bool_)
