"""Rows of unequal length in one array: where each begins, and how to gather some of them."""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Numbers: TypeAlias = NDArray[np.int64]
Flags: TypeAlias = NDArray[np.bool_]


def starts(keys: Numbers, size: int) -> Numbers:
    """Return where the rows of each key begin once the rows are sorted by key, 0 to `size`.

    >>> starts(np.array([0, 0, 2]), 3).tolist()
    [0, 2, 2, 3]
    """
    start = np.zeros(size + 1, dtype=np.int64)
    np.cumsum(np.bincount(keys, minlength=size), out=start[1:])
    return start


def spread(start: Numbers, keys: Numbers) -> tuple[Numbers, Numbers]:
    """Return every row of every key: which of `keys` it belongs to, and where it stands.

    >>> [x.tolist() for x in spread(np.array([0, 2, 2, 3]), np.array([2, 0]))]
    [[0, 1, 1], [2, 0, 1]]
    """
    counts = start[keys + 1] - start[keys]
    owner = np.repeat(np.arange(len(keys)), counts)
    first = np.repeat(start[keys] - (np.cumsum(counts) - counts), counts)
    return owner, first + np.arange(len(owner))
