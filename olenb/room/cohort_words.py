"""A cohort's figures in words and as tables, the same wherever they are shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from olenb.core.measure_terms import UNVALIDATED, Occasion
from olenb.room.cells import Shown
from olenb.room.cohort import Figures
from olenb.room.paired import Change

TOO_FEW = "Too few summaries so far for this to be shown without pointing at somebody."
NO_CAUSE = "This says how answers changed and nothing about why."
REST = "all others, kept together"


@dataclass(frozen=True)
class Told:
    """One part of a summary: its heading, a sentence, and the same as a table."""

    title: str
    sentence: str
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def tables(figures: Figures) -> list[Told]:
    """Return a summary part by part, in the order in which it is read.

    Parameters
    ----------
    figures
        What may be seen.

    """
    parts = [("How far people are", figures.far, "Step")]
    if figures.occasion is Occasion.AFTER:
        parts.insert(0, ("What people are curious about, by field", figures.sectors, "Field"))
        parts.insert(1, ("Who could be introduced in this room", figures.bridges, "In this room"))
    told = [_table(title, shown, column) for title, shown, column in parts]
    return [_headline(figures), *told, _changes(figures)]


def _headline(figures: Figures) -> Told:
    counts = (
        (figures.held, "conversations held"),
        (figures.changed, "decisions changed"),
    )
    said = [f"at least {count} {words}" for count, words in counts if count]
    sentence = f"{', '.join(said)}.".capitalize() if said else TOO_FEW
    return Told("Conversations and decisions", sentence)


def _table(title: str, shown: Shown, column: str) -> Told:
    if shown.total is None:
        return Told(title, TOO_FEW)
    if not shown.cells:
        return Told(title, shown.sentence)
    rows = [(name, str(count)) for name, count in shown.cells.items()]
    rest = shown.total - sum(shown.cells.values())
    seen = ", ".join(f"{name} {count}" for name, count in shown.cells.items())
    if rest:
        rows.append((REST, str(rest)))
        seen += f", {REST} {rest}"
    return Told(title, f"Of {shown.total} people: {seen}.", (column, "People"), tuple(rows))


def _changes(figures: Figures) -> Told:
    title = f"How sure people feel, before and {_LATER[figures.occasion]}"
    if not figures.changes:
        return Told(title, TOO_FEW)
    columns = ("Question", "Answered both times", "Before", "Then", "Change", "Likely range")
    sentence = f"{_most(figures.changes)} {UNVALIDATED} {NO_CAUSE}"
    return Told(title, sentence, columns, tuple(map(_row, figures.changes)))


_LATER = {Occasion.AFTER: "after", Occasion.LATER: "six weeks later"}


def _row(one: Change) -> tuple[str, ...]:
    change = f"{one.change:+d}".replace("-", "−") if one.change else "0"
    within = f"{one.low} to {one.high}".replace("-", "−")
    return (
        one.item.short,
        f"at least {one.pairs}",
        str(one.before),
        str(one.after),
        change,
        within,
    )


def _most(changes: Sequence[Change]) -> str:
    """Name the question whose answers moved most, and how sure that is."""
    one = max(changes, key=lambda each: abs(each.change))
    way = "up" if one.change > 0 else "down"
    if not one.change:
        return "No answer moved by a whole point."
    return (
        f"“{one.item.short}” moved most: {way} {abs(one.change)} points of 100 on average "
        f"(likely between {one.low} and {one.high}) among at least {one.pairs} people."
    ).replace("-", "−")
