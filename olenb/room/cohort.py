"""A cohort without names: what was handed in, as figures that point at nobody (N11).

It holds targets by field, who has a bridge in the room, how far people are, how many
conversations and decisions there were, and how answers changed. Each part grows only by groups
that could be shown by themselves; `Record` keeps who is in which.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from olenb.core import rules
from olenb.core.measure_terms import Far, Item, Occasion
from olenb.room import paired, summary
from olenb.room.cells import Shown
from olenb.room.documents import RoomFileRefused
from olenb.room.paired import Change
from olenb.room.release import release
from olenb.room.summary import SECTORS, Summary
from olenb.room.table import LeftOut, Room

Record = dict[str, list[dict[str, Any]]]
"""Who was let into which part, by its key: groups of codes with what counts of each."""

UNSAID = "not said"
WITH, WITHOUT = "somebody in the room offered", "nobody in the room yet"
FIELDS = (*SECTORS, UNSAID)
STEPS = tuple(one.label for one in Far)


@dataclass(frozen=True)
class Figures:
    """What may be seen of one occasion.

    Parameters
    ----------
    occasion
        At the workshop's end, or six weeks later.
    sectors, bridges, far
        People by the field of their target, by whether somebody in the room could introduce them
        there, and by how far they are.
    held, changed
        Conversations and decisions, as of `held_at_least` and `changed_at_least`.
    changes
        How answers changed since before the workshop; only those that may be told.
    """

    occasion: Occasion
    sectors: Shown
    bridges: Shown
    far: Shown
    held: int | None
    changed: int | None
    changes: tuple[Change, ...]


def read_all(
    files: Sequence[Path], session: str, now: datetime
) -> tuple[list[Summary], list[LeftOut]]:
    """Read summaries; one that is bad is left out with the reason, and the others go on.

    Parameters
    ----------
    files
        What was handed in.
    session
        The session's code.
    now
        This moment, with its zone.

    """
    found: dict[tuple[str, Occasion], Summary] = {}
    left_out = []
    for file in files:
        try:
            one = summary.read(file, session, now)
        except RoomFileRefused as error:
            left_out.append(LeftOut(file.name, str(error)))
            continue
        known = found.get((one.code, one.occasion))
        if known is None or known.expires < one.expires:  # the newest counts
            found[one.code, one.occasion] = one
    return list(found.values()), left_out


def figures(
    summaries: Sequence[Summary], room: Room | None, occasion: Occasion, record: Record
) -> tuple[Figures, Record]:
    """Return what may be seen, and the record to keep for the next time.

    Parameters
    ----------
    summaries
        What was handed in.
    room
        Who asked and who offered, None where that is gone.
    occasion
        `Occasion.AFTER` or `Occasion.LATER`.
    record
        As it was returned the last time, empty at first.

    """
    those = {one.code: one for one in summaries if one.occasion is occasion}
    kept = dict(record)
    outcome = rules.SMALLEST_OUTCOME.value
    fields = {code: one.sector or UNSAID for code, one in those.items()}
    far = {code: one.tally.far.label for code, one in those.items()}
    sectors = _table(kept, f"{occasion} sectors", FIELDS, fields)
    bridges = _table(kept, f"{occasion} bridges", (WITH, WITHOUT), _bridged(room))
    steps = _table(kept, f"{occasion} far", STEPS, far, outcome)
    held = {code: one.tally.held for code, one in those.items()}
    changed = {code: one.tally.changed for code, one in those.items()}
    changes = (_change(kept, occasion, item, those) for item in Item)
    found = Figures(
        occasion=occasion,
        sectors=sectors,
        bridges=bridges,
        far=steps,
        held=_held(kept, occasion, steps, held),
        changed=_changed(kept, occasion, changed),
        changes=tuple(one for one in changes if one),
    )
    return found, kept


def _table(
    record: Record,
    key: str,
    cells: Sequence[str],
    people: Mapping[str, str],
    least: int | None = None,
) -> Shown:
    found = release(cells, people, record.get(key, ()), least)
    record[key] = [dict(group) for group in found.groups]
    return found.shown


def _held(record: Record, occasion: Occasion, far: Shown, counts: Mapping[str, int]) -> int | None:
    """Return how many conversations the people in the table of steps held, at least."""
    groups = record[f"{occasion} far"]
    known = record.get(f"{occasion} held", [])
    new = [{code: counts[code] for code in group} for group in groups[len(known) :]]
    record[f"{occasion} held"] = known + new
    return held_at_least(far, [count for group in known + new for count in group.values()])


def held_at_least(far: Shown, counts: Sequence[int]) -> int | None:
    """Return how many conversations were held, at least.

    Only where it is shown how many people held one: else the sum would tell something of steps
    that are kept together. Of each person five at most, four on average, down to a full five.

    Parameters
    ----------
    far
        How far the people are.
    counts
        How many each of them held.

    >>> held_at_least(Shown(20, {Far.TALKED.label: 12}, ()), [3] * 12 + [0] * 8)
    35
    """
    talked = far.cells.get(Far.TALKED.label, 0)
    whole = sum(min(count, summary.MOST) for count in counts)
    return min(whole, (summary.MOST - 1) * talked) // 5 * 5 or None


def _changed(record: Record, occasion: Occasion, counts: Mapping[str, int]) -> int | None:
    key = f"{occasion} changed"
    pairs = {code: (count, 0) for code, count in counts.items()}
    groups = paired.let_in(pairs, record.get(key, ()))
    record[key] = [dict(group) for group in groups]
    return changed_at_least([count for group in groups for count, _ in group.values()])


def changed_at_least(counts: Sequence[int]) -> int | None:
    """Return how many decisions changed, at least; None where too few did or too few are here.

    Of each person five at most; cut where ten people could still have changed none, for a sum
    near its ceiling would tell of everybody.

    Parameters
    ----------
    counts
        One for each person.

    >>> changed_at_least([3] * 12 + [0] * 8), changed_at_least([9] * 20)
    (35, 50)
    """
    few, many = rules.SMALLEST_CELL.value, rules.SMALLEST_OUTCOME.value
    if len(counts) < few + many or sum(map(bool, counts)) < many:
        return None
    whole = sum(min(count, summary.MOST) for count in counts)
    return min(whole, summary.MOST * (len(counts) - many)) // 5 * 5


def _change(
    record: Record, occasion: Occasion, item: Item, summaries: Mapping[str, Summary]
) -> Change | None:
    pairs = {}
    for code, one in summaries.items():
        before, after = (one.answers.get(when, {}) for when in (Occasion.BEFORE, occasion))
        if item in before and item in after:
            pairs[code] = (before[item], after[item])
    key = f"{occasion} {item}"
    groups = paired.let_in(pairs, record.get(key, ()))
    record[key] = [dict(group) for group in groups]
    return paired.change(item, groups)


def _bridged(room: Room | None) -> dict[str, str]:
    """Return for everybody who asked whether somebody offered to introduce them."""
    if room is None or not room.answers:  # too early to tell
        return {}
    offered = {one.asker for given in room.answers.values() for one in given}
    return {code: WITH if code in offered else WITHOUT for code in room.askers}
