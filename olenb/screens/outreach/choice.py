"""Whom the page is about and what is being written: one choice that all its forms share."""

from weakref import WeakKeyDictionary

from olenb.contacts import affiliations, rows
from olenb.core.terms import Channel, DraftKind, Kind
from olenb.method.times import Slot
from olenb.network import asking, routes
from olenb.workbook import Workbook

INVENTED = (
    "These are invented people: look around as you like, and nothing is kept. "
    "With your own people here, you save what you write."
)
NOBODY = "First choose whom you'd like to write to, further up on this page."
_MOST = 40
_NAMED = "SELECT about FROM touch WHERE about IS NOT NULL AND reply = 'yes' ORDER BY id DESC"


class Choice:
    """The person whom the forms of the page are about, and what is written to them."""

    def __init__(self) -> None:
        self._person: int | None = None
        self.begin_again()

    def begin_again(self) -> None:
        """Forget what was being written."""
        self.kind: DraftKind | None = None
        self.channel: Channel | None = None
        self.draft: int | None = None
        self.target: int | None = None
        self.about: int | None = None
        self.slots: tuple[Slot, ...] = ()

    def person(self, wb: Workbook) -> int | None:
        """Return the chosen person, else the first; None where there is nobody."""
        there = self._person and wb.store.one("SELECT 1 FROM person WHERE id = ?", (self._person,))
        return self._person if there else next(iter(self.people(wb)), None)

    def name(self, wb: Workbook) -> str:
        """Return their name, or an empty string."""
        person = self.person(wb)
        return str(rows.person(wb.store, person)["name"]) if person else ""

    def choose(self, person: int) -> None:
        """Take this person, and begin a new message."""
        if person != self._person:
            self._person = person
            self.begin_again()

    def people(self, wb: Workbook) -> list[int]:
        """Return whom to choose from: what is due, who was named, who could introduce, others."""
        return wb.store.kept("whom to write to", lambda: self._find(wb))

    @staticmethod
    def _find(wb: Workbook) -> list[int]:
        tracked = [int(one) for one in wb.outreach.tracker()["person_id"]]
        named = [int(row["about"]) for row in wb.store.rows(_NAMED)]
        ways = routes.ask(wb.store).plain
        ways = ways[ways["kind"].isin([Kind.INTRODUCTION, Kind.DIRECT])]
        helpers = [int(way.introducer_id or way.person_id) for way in ways.itertuples()]
        around = [int(one) for one in asking.candidates(wb.store)["person_id"] if one]
        reached = [int(way.person_id) for way in ways.itertuples()]
        return list(dict.fromkeys([*tracked, *named, *helpers, *around, *reached]))[:_MOST]


_CHOICES: WeakKeyDictionary[Workbook, Choice] = WeakKeyDictionary()


def choice(wb: Workbook) -> Choice:
    """Return the choice that all forms over `wb` share."""
    return _CHOICES.setdefault(wb, Choice())


def label(wb: Workbook, person: int) -> str:
    """Return somebody's name with where they are."""
    name = str(rows.person(wb.store, person)["name"])
    return ", ".join(filter(None, (name, affiliations.place(wb.store, person)[0])))
