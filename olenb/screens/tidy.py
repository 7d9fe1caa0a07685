"""What may belong together: asked one pair at a time, and never again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from olenb.contacts import namesakes, organizations
from olenb.core.store import Store
from olenb.screens.base import screen
from olenb.screens.undoing import Undoing
from olenb.views.widgets.blocks import Block, Button, Card, Note
from olenb.views.widgets.screen import Action, Event, Screen
from olenb.workbook import Workbook

NOTHING = "Nothing to tidy up. When a file spells a name in two ways, you'll be asked here."
FEW = 20
NO_MORE = "only the name is known"
_COMPARED = ("person", "namesake", "organization", "alias")


@dataclass(frozen=True)
class Pair:
    """Two that may be one."""

    id: str
    title: str
    lines: Sequence[str]
    yes: str
    no: str
    same: Callable[[Store], object]
    different: Callable[[Store], object]


def tidy(wb: Workbook) -> Screen:
    """Ask of two spellings whether they are one place, and of two people whether they are one.

    Parameters
    ----------
    wb
        The workbook.

    """
    pairs = _Pairs(wb)
    return screen(wb, pairs.render, pairs.actions(), says_example=False)


class _Pairs:
    """The pairs that are still open, and those that wait until another day."""

    def __init__(self, wb: Workbook) -> None:
        self.wb = wb
        self.later: set[str] = set()
        self.undoing = Undoing(wb)
        self.seen: tuple[object, list[Pair]] = (None, [])

    def render(self) -> Sequence[Block]:
        pairs = self._open()
        if not pairs:
            return [Note(NOTHING, kind="empty"), *self.undoing.line()]
        pair = pairs[0]
        # A small number helps to carry on; a large one doesn't.
        tag = f"{len(pairs)} to look at" if 1 < len(pairs) <= FEW else ""
        buttons = [
            Button("same", pair.yes, kind="primary"),
            Button("different", pair.no),
            Button("later", "Ask me later"),
        ]
        return [
            Card(pair.id, pair.title, pair.lines, buttons, tag=tag, level=3),
            *self.undoing.line(),
        ]

    def actions(self) -> dict[str, Action]:
        actions: dict[str, Action] = {
            "same": partial(self.decide, same=True),
            "different": partial(self.decide, same=False),
            "later": self.wait,
        }
        return self.undoing.actions(actions)

    def decide(self, event: Event, *, same: bool) -> str | None:
        pair = next((pair for pair in self._open() if pair.id == event.item), None)
        if pair is None:
            return None
        with self.wb.writing() as store:
            (pair.same if same else pair.different)(store)
        return "One from now on." if same else "Two, and I won't ask again."

    def wait(self, event: Event) -> None:
        self.later.add(event.item)

    def _open(self) -> list[Pair]:
        if self.wb.is_example:
            return []
        state = _state(self.wb.store)
        if self.seen[0] != state:
            self.seen = (state, [*_namesakes(self.wb.store), *_spellings(self.wb.store)])
        return [pair for pair in self.seen[1] if pair.id not in self.later]


def _state(store: Store) -> object:
    """Return what differs once other names may belong together; comparing them all takes time."""
    last = store.one(
        f"SELECT max(id), (SELECT count(*) FROM person) FROM history WHERE tbl IN {_COMPARED}"  # noqa: S608 - fixed names
    )
    return store.path, last and tuple(last)


def _namesakes(store: Store) -> list[Pair]:
    return [
        Pair(
            f"person {row.keep} {row.other}",
            row.name,
            [
                "Two people of this name: are they one?",
                f"The first: {row.about_keep or NO_MORE}",
                f"The second: {row.about_other or NO_MORE}",
            ],
            "Yes, one person",
            "No, two people",
            partial(namesakes.merge, keep=row.keep, other=row.other),
            partial(namesakes.keep_apart, a=row.keep, b=row.other),
        )
        for row in namesakes.namesakes(store).itertuples(index=False)
    ]


def _spellings(store: Store) -> list[Pair]:
    return [
        Pair(
            f"place {row.keep} {row.other}",
            f"{row.keep_name} · {row.other_name}",
            ["Are these two names one place?"],
            "Yes, one place",
            "No, two places",
            partial(organizations.same, keep=row.keep, other=row.other),
            partial(organizations.different, one=row.keep, other=row.other),
        )
        for row in organizations.suggestions(store).itertuples(index=False)
    ]
