"""What of a cohort may be seen, first and again: two summaries can't be told from each other.

Whoever holds two summaries of one cohort can take one from the other and see what was added. So
people come in as groups, and a group is let in only when its own counts could be shown by
themselves; until then the summary of before stands. Whoever is in stays in as they were.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from olenb.core import rules
from olenb.room.cells import Shown, shown

Group = Mapping[str, str]
"""Who came in together: a participant's code -> the cell that they are in."""


@dataclass(frozen=True)
class Released:
    """One table of a summary.

    Parameters
    ----------
    shown
        What may be seen.
    groups
        Who is in it, in the order in which they came in.
    """

    shown: Shown
    groups: tuple[Group, ...]


def release(
    cells: Sequence[str], people: Group, before: Sequence[Group] = (), least: int | None = None
) -> Released:
    """Return what of a table may be seen now.

    Parameters
    ----------
    cells
        The names of all cells.
    people
        In which cell each is, of everybody who handed something in.
    before
        The groups that were let in when it was shown before.
    least
        The smallest count that may be seen; None takes 5.

    >>> people = {f"p{n}": "health" if n < 9 else "schools" for n in range(20)}
    >>> first = release(("health", "schools"), people)
    >>> first.shown.cells
    {'schools': 11, 'health': 9}
    >>> again = release(("health", "schools"), {**people, "late": "health"}, first.groups)
    >>> again.shown == first.shown
    True
    """
    least = rules.SMALLEST_CELL.value if least is None else least
    groups = tuple(before)
    inside = {one for group in groups for one in group}
    waiting = {one: people[one] for one in sorted(set(people) - inside)}
    theirs = shown(_counts(cells, [waiting]), least)
    now = _shown(cells, groups, least)
    if theirs.total is not None and set(now.cells) <= set(theirs.cells):
        groups = (*groups, waiting)
    return Released(_shown(cells, groups, least), groups)


def _shown(cells: Sequence[str], groups: Sequence[Group], least: int) -> Shown:
    """Return what may be seen of some groups: what the first one hid stays hidden.

    A cell that opened later would tell what was added to it, or that it was small before.
    """
    if not groups:
        return Shown(None, {}, tuple(cells))
    first = shown(_counts(cells, groups[:1]), least)
    return _kept(_counts(cells, groups), first.cells)


def _kept(counts: Mapping[str, int], kept: Mapping[str, int]) -> Shown:
    """Return the counts of the cells that are open."""
    order = sorted(kept, key=lambda name: (-counts[name], name))
    hidden = tuple(name for name in counts if name not in kept)
    return Shown(sum(counts.values()), {name: counts[name] for name in order}, hidden)


def _counts(cells: Sequence[str], groups: Sequence[Group]) -> dict[str, int]:
    found = Counter(cell for group in groups for cell in group.values())
    return {name: found[name] for name in cells}
