"""Rows of unequal length in one array: where each begins, and how to gather some of them."""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Numbers: TypeAlias = NDArray[np.int64]
Flags: TypeAlias = NDArray[np.bool_]


def distinct(values: Numbers) -> Numbers:
    """Return the values, ascending, each once; for a few hundred, `np.unique` takes thrice as long.

    >>> distinct(np.array([4, 2, 4])).tolist()
    [2, 4]
    """
    ordered = np.sort(values)
    return ordered[changes(ordered)]


def changes(ordered: Numbers) -> Flags:
    """Flag each value that isn't the one before.

    >>> changes(np.array([2, 2, 4])).tolist()
    [True, False, True]
    """
    flags = np.empty(len(ordered), dtype=np.bool_)
    flags[:1] = True
    np.not_equal(ordered[1:], ordered[:-1], out=flags[1:])
    return flags


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
    return ranges(start[keys], start[keys + 1])


def ranges(low: Numbers, high: Numbers) -> tuple[Numbers, Numbers]:
    """Return every number from each of `low` up to its `high`: which of them, and the number.

    >>> [x.tolist() for x in ranges(np.array([5, 0]), np.array([7, 1]))]
    [[0, 0, 1], [5, 6, 0]]
    """
    counts = high - low
    owner = np.arange(len(counts)).repeat(counts)
    at = np.arange(len(owner))
    at += (high - counts.cumsum())[owner]
    return owner, at
