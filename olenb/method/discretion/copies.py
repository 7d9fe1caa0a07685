"""The whole workbook as others may see it: a copy in memory, from which tables are made (R38)."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from olenb.contacts import forgetting
from olenb.core import erasing, schema
from olenb.core.store import Store
from olenb.method.discretion.texts import Discretion

_MARKED = tuple(name for name, table in schema.TABLES.items() if "confidential" in table.names)
_PAST = ("history", "exported", "import")
_NEVER_TOLD = frozenset({"setting", *_PAST})
_STANDS_ALONE = frozenset({"target"})
"""A row of which a part is missing would say something else than the user did."""

# A goal stands without the conversation or the plan that changed it, but would still tell of it.
_CAME_OF_IT = """
SELECT g.id FROM goal AS g LEFT JOIN opportunity AS o ON o.id = g.opportunity
LEFT JOIN conversation AS c ON c.id = g.conversation LEFT JOIN person AS p ON p.id = c.person
WHERE o.confidential OR p.confidential
"""
Rows = dict[str, set[int]]


@dataclass(frozen=True)
class Staying:
    """What stays behind.

    Attributes
    ----------
    people : int
        Confidential people, with everything about them.
    notes : int
        Confidential notes, moments and plans about others.
    texts : int
        Texts of the user's that name such a person, or repeat what is confidential.

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
        verb = "stays" if self.texts == 1 else "stay"
        texts = _number(self.texts, "text", "texts")
        named = f" {texts} of yours about that {verb}, too." if self.texts else ""
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
    if not marked:
        return store, Staying()
    copy = store.in_memory()
    people = marked.get("person", set())
    gone = forgetting.rows_about(copy, people) if people else {}
    others = {
        table: ids - gone.get(table, set()) for table, ids in marked.items() if table != "person"
    }
    came_of_it = {row["id"] for row in store.rows(_CAME_OF_IT)}
    rest = dict(erasing.traces(copy, {**others, "goal": came_of_it}).gone)
    erasing.erase(copy, erasing.Traces(_both(gone, rest)))
    texts = _take_out_texts(copy, Discretion(store, with_names=True))
    return copy, Staying(len(people), sum(map(len, others.values())), texts)


def _marked(store: Store) -> Rows:
    """Return the rows that are marked, by table; the user is nobody's secret."""
    found: Rows = defaultdict(set)
    for table in _MARKED:
        but = " AND is_ego = 0" if table == "person" else ""
        for row in store.rows(f"SELECT id FROM {table} WHERE confidential = 1{but}"):  # noqa: S608 - names from the schema
            found[table].add(row["id"])
    return found


def _both(one: Rows, other: Rows) -> Rows:
    return {table: one.get(table, set()) | other.get(table, set()) for table in {*one, *other}}


def _take_out_texts(copy: Store, to: Discretion) -> int:
    """Take out the texts that tell of what stays, and return how many those were."""
    whole, parts, count = _telling(copy, to)
    with copy.unrecorded() as change:
        for table in _PAST:
            change.run(f"DELETE FROM {table}")  # noqa: S608 - names of our own
        for table, number, names in parts:
            change.update(table, number, **dict.fromkeys(names))
    if whole:
        erasing.erase(copy, erasing.Traces(erasing.traces(copy, whole).gone))
    return count


def _telling(copy: Store, to: Discretion) -> tuple[Rows, list[tuple[str, int, list[str]]], int]:
    """Return the rows that go as a whole, the columns that go of others, and how many texts."""
    whole: Rows = defaultdict(set)
    parts, count = [], 0
    for table, number, names in _texts(copy, to):
        count += len(names)
        required = {column.name for column in schema.TABLES[table].columns if column.required}
        if table in _STANDS_ALONE or required & set(names):
            whole[table].add(number)
        else:
            parts.append((table, number, names))
    for row in copy.rows("SELECT id, name FROM organization"):
        if to.secrets.wholly_named_in(row["name"]):
            count += 1
            whole["organization"].add(row["id"])
            targets = copy.rows("SELECT id FROM target WHERE organization = ?", (row["id"],))
            whole["target"] |= {target["id"] for target in targets}
    return whole, parts, count


def _texts(copy: Store, to: Discretion) -> Iterator[tuple[str, int, list[str]]]:
    """Yield which texts of which rows tell of it."""
    for table in schema.TABLES.values():
        names = erasing.prose(table.name)
        if not table.recorded or table.name in _NEVER_TOLD or not names:
            continue
        for row in copy.rows(f"SELECT id, {', '.join(names)} FROM {table.name}"):  # noqa: S608 - names from the schema
            telling = [name for name in names if row[name] and to.hides(row[name])]
            if telling:
                yield table.name, row["id"], telling


def _number(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}" if count else ""
