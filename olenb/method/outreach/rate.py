"""How often people answered so far, only for whoever asks, and with how little that says (R51)."""

from dataclasses import dataclass
from math import sqrt

from olenb.core import rules
from olenb.core.store import Store
from olenb.method.outreach.stages import ASKING

TOO_FEW = (
    "With a few requests a rate says nothing, so there is none yet. "
    "What each conversation taught you says more."
)
_Z = 1.959964  # the normal quantile of an interval that holds in 95 of 100 cases


@dataclass(frozen=True)
class Rate:
    """How many requests were answered.

    Parameters
    ----------
    answered, requests
        The two numbers.
    low, high
        Wilson's interval of 95 %, as shares of 1.
    """

    answered: int
    requests: int
    low: float
    high: float

    @property
    def sentence(self) -> str:
        """The rate in words; it is no forecast."""
        return (
            f"{self.answered} of your {self.requests} requests were answered so far. That fits "
            f"anything from {self.low:.0%} to {self.high:.0%}, and says nothing about the next one."
        )


def reply_rate(store: Store) -> Rate | None:
    """Return how many requests were answered; None while they are too few to say anything.

    Parameters
    ----------
    store
        The open workbook.

    """
    marks = ", ".join("?" * len(ASKING))
    row = store.one(
        f"SELECT count(*) AS n, count(reply) AS k FROM touch WHERE kind IN ({marks})",  # noqa: S608 - question marks
        ASKING,
    )
    requests, answered = (int(row["n"]), int(row["k"])) if row else (0, 0)
    if requests < rules.REQUESTS_BEFORE_RATE.value:
        return None
    return Rate(answered, requests, *wilson(answered, requests))


def wilson(count: int, out_of: int) -> tuple[float, float]:
    """Return Wilson's interval of 95 % for a share.

    Parameters
    ----------
    count
        0 to `out_of`.
    out_of
        1 or more.

    >>> low, high = wilson(6, 20)
    >>> f"{low:.0%} to {high:.0%}"
    '15% to 52%'

    """
    share, shrink = count / out_of, 1 + _Z**2 / out_of
    middle = (share + _Z**2 / (2 * out_of)) / shrink
    half = _Z * sqrt(share * (1 - share) / out_of + _Z**2 / (4 * out_of**2)) / shrink
    return max(0.0, middle - half), min(1.0, middle + half)
