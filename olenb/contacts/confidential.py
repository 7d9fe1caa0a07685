"""What must not leave the workbook: people and notes that are between the user and them (R38).

There is one filter, and it stands before everything that leaves: a copy of the workbook, in
memory, without them. Tables, cards, pictures and graphs are made from that copy, so none of them
has to think of it, and none can forget to.
"""

from collections import defaultdict
from dataclasses import dataclass

from olenb.contacts import forgetting
from olenb.core import erasing, schema
from olenb.core.store import Store

_MARKED = tuple(name for name, table in schema.TABLES.items() if "confidential" in table.names)


@dataclass(frozen=True)
class Staying:
    """What stays behind.

    Attributes
    ----------
    people : int
        Confidential people, with everything about them.
    notes : int
        Confidential notes and plans about others.
    texts : int
        Texts of the user's that go, and name a confidential person: "somebody" stands there.

    """

    people: int = 0
    notes: int = 0
    texts: int = 0

    @property
    def sentence(self) -> str:
        """What stays behind and why, "" where nothing does."""
        parts = [
            _number(self.people, "person", "people"),
            _number(self.notes, "note or plan", "notes or plans"),
        ]
        what = " and ".join(filter(None, parts))
        if not what:
            return ""
        named = (
            f" Where they are named in {_number(self.texts, 'text', 'texts')} of yours, "
            f"“{erasing.SOMEBODY}” stands instead."
            if self.texts
            else ""
        )
        return f"Stays behind, because you marked it as between you: {what}.{named}"


def for_others(store: Store) -> tuple[Store, Staying]:
    """Return the workbook as others may see it, and what stays behind.

    Parameters
    ----------
    store
        The open workbook; it is only read.

    Returns
    -------
    Store
        A copy in memory without the confidential; the workbook itself where there is nothing.

    """
    marked = _marked(store)
    people = marked.pop("person", set())
    if not people and not marked:
        return store, Staying()
    copy = store.in_memory()
    texts = 0
    if people:
        what = forgetting.look(copy, sorted(people))
        texts = sum(map(len, what.traces.mentions.values()))
        forgetting.forget(copy, what)
    rest = _marked(copy)
    erasing.erase(copy, erasing.traces(copy, rest))
    return copy, Staying(len(people), sum(map(len, rest.values())), texts)


def _marked(store: Store) -> dict[str, set[int]]:
    """Return the rows that are marked, by table; the user is nobody's secret."""
    found: dict[str, set[int]] = defaultdict(set)
    for table in _MARKED:
        but = " AND is_ego = 0" if table == "person" else ""
        for row in store.rows(f"SELECT id FROM {table} WHERE confidential = 1{but}"):  # noqa: S608 - names from the schema
            found[table].add(row["id"])
    return found


def _number(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}" if count else ""
