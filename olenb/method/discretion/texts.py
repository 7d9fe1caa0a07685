"""One text or name at a time: what of it may leave (R38, N2)."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from olenb.contacts.keys import folded
from olenb.core.change import Row
from olenb.core.store import Store
from olenb.method.discretion import naming
from olenb.method.discretion.secrets import Secrets
from olenb.method.mentions import Span
from olenb.method.permissions import may_name, referrers

SOMEBODY = "somebody"
_ADDRESS = re.compile(r"\S+@\S+\.\S+")

# Those in whose story the user's own words are; of them a last name alone counts, too.
_IN_THE_STORY = """
SELECT person FROM conversation UNION SELECT person FROM touch UNION SELECT about FROM touch
UNION SELECT person FROM referral UNION SELECT referred FROM referral UNION SELECT person FROM note
UNION SELECT person FROM opportunity UNION SELECT person FROM plan_person
UNION SELECT person FROM pitch
"""
_ASKED = "SELECT person FROM permission UNION SELECT person FROM referral WHERE permission <> 'yes'"


class Discretion:
    """Decides about one page; made anew for each, since facts change.

    Parameters
    ----------
    store
        The open workbook.
    with_names
        Whether people are named at all. Even then nobody is who is confidential, and nobody
        whose yes was asked about and isn't there.
    towards
        For whom the page is, where it is for one person: a yes for them alone is enough, and
        whoever brought the user to them isn't named without one.
    """

    def __init__(self, store: Store, *, with_names: bool = False, towards: int | None = None):
        self._store = store
        self.with_names = with_names
        self._towards = towards
        self._stayed: set[str] = set()

    def name(self, person: int | None) -> str:
        """Return somebody's name, or “somebody”; "" for nobody."""
        row = self._people.get(person or 0)
        if row is None:
            return ""
        hushed = row["id"] in self._hushed or row["id"] in self._hidden
        return SOMEBODY if hushed else str(row["name"])

    def allows(self, person: int | None) -> bool:
        """Whether something about a person may leave at all."""
        return (person or 0) not in self._hidden

    def holds_back(self, marked: bool) -> bool:
        """Whether something stays that is marked as confidential."""
        return marked

    def hides(self, text: str) -> bool:
        """Whether all of a text stays: it names somebody confidential, or repeats what they said.

        Parameters
        ----------
        text
            In the user's own words, or a place's name.
        """
        return self.secrets.quoted_in(text) or self.secrets.named_in(text)

    def of(self, text: str) -> str:
        """Return what may leave of a text; "" where all of it stays.

        Parameters
        ----------
        text
            As for `hides`.
        """
        if not text:
            return ""
        if self.hides(text):
            self._stayed.add(text)
            return ""
        spans = [span for row in self._near(text) for span in self._spans(text, row)]
        said = naming.replaced(text, spans, SOMEBODY)
        return said if self.with_names else _ADDRESS.sub(SOMEBODY, said)

    def lines(self, texts: Iterable[str]) -> tuple[str, ...]:
        """Return what may leave of several texts, without those that stay."""
        return tuple(filter(None, map(self.of, texts)))

    @property
    def stays(self) -> str:
        """How many of the texts that were asked about stay, in a sentence; "" for none."""
        count = len(self._stayed)
        if not count:
            return ""
        texts = "One text of yours stays" if count == 1 else f"{count:,} texts of yours stay"
        return f"{texts} here, because of something that you marked as between you and somebody."

    def left_unnamed(self) -> int:
        """Return how many people of the story aren't named although names are wanted."""
        return len(self._hushed & self._story) if self.with_names else 0

    @cached_property
    def secrets(self) -> Secrets:
        """What is between the user and somebody."""
        return Secrets(self._store, self.besides)

    @cached_property
    def _people(self) -> dict[int, Row]:
        sql = "SELECT id, name, confidential FROM person WHERE is_ego = 0"
        return {int(row["id"]): row for row in self._store.rows(sql)}

    @cached_property
    def _hidden(self) -> set[int]:
        return {number for number, row in self._people.items() if row["confidential"]}

    @cached_property
    def _hushed(self) -> set[int]:
        """Those who aren't named."""
        if not self.with_names:
            return set(self._people) - self._hidden
        asked = {int(row["person"]) for row in self._store.rows(_ASKED)}
        if self._towards is not None:
            asked |= set(referrers(self._store, self._towards))
        return {
            number
            for number in asked & self._people.keys() - self._hidden
            if not may_name(self._store, number, self._towards).allowed
        }

    @cached_property
    def _story(self) -> set[int]:
        return {int(row[0]) for row in self._store.rows(_IN_THE_STORY) if row[0]}

    @cached_property
    def besides(self) -> list[str]:
        """Names that may stand in a text besides: the user's own."""
        return [str(r["name"]) for r in self._store.rows("SELECT name FROM person WHERE is_ego")]

    @cached_property
    def _by_word(self) -> dict[str, list[Row]]:
        """Whom a word may name; under "" those whose names can't be looked up by a word."""
        found: dict[str, list[Row]] = {}
        for number in sorted(self._hushed):
            row = self._people[number]
            for word in naming.first_and_last(row["name"]):
                found.setdefault(word, []).append(row)
        return found

    def _near(self, text: str) -> list[Row]:
        """Return those whom the text may name, each once."""
        words = {"", *naming.WORD.findall(folded(text))}
        found = {row["id"]: row for word in words for row in self._by_word.get(word, ())}
        return list(found.values())

    def _spans(self, text: str, row: Row) -> Iterator[Span]:
        """Yield where a text names somebody; a last name alone only of those in the story."""
        if row["id"] in self._story:
            yield from naming.named(text, row["name"], self.besides, self.secrets.places)
        else:
            yield from naming.mentions(text, row["name"], self.besides)


class Own(Discretion):
    """For the user's own eyes: everything, as it is."""

    def name(self, person: int | None) -> str:
        """Return somebody's name; "" for nobody."""
        row = self._people.get(person or 0)
        return str(row["name"]) if row else ""

    def allows(self, person: int | None) -> bool:
        """Allow it."""
        return True

    def holds_back(self, marked: bool) -> bool:
        """Hold nothing back."""
        return False

    def hides(self, text: str) -> bool:
        """Hide nothing."""
        return False

    def of(self, text: str) -> str:
        """Return all of a text."""
        return text
