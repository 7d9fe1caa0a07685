"""What of a text may leave the workbook, and with whose names (R38, N2).

A line that speaks of somebody confidential, or holds the words of a confidential note, doesn't
leave at all. Where names aren't wanted, or not allowed, the name gives way to “somebody”. Where it
isn't certain that a word is a name, it is taken for one: a word too few is a smaller harm.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property

from olenb.contacts.keys import folded, visible
from olenb.core.change import Row
from olenb.core.store import Store
from olenb.method.mentions import WORDS_TOO, mention
from olenb.method.permissions import may_name
from olenb.network.words import called

SOMEBODY = "somebody"
_ADDRESS = re.compile(r"\S+@\S+\.\S+")
_WORD = re.compile(r"\w+")
_SENTENCE_BEGINS = re.compile(r"(^|[.!?:;“\"(\n]\s*)$")
_SHORTEST_QUOTE = 12  # a shorter note is too common a phrase to be recognized

# Those in whose story the user's own words are; of them a last name alone counts, too.
_IN_THE_STORY = """
SELECT person FROM conversation UNION SELECT person FROM touch UNION SELECT about FROM touch
UNION SELECT person FROM referral UNION SELECT referred FROM referral UNION SELECT person FROM note
UNION SELECT person FROM opportunity UNION SELECT person FROM plan_person
UNION SELECT person FROM pitch
"""
_CONFIDENTIAL_WORDS = """
WITH hidden AS (
  SELECT o.* FROM observation AS o JOIN opportunity AS p ON p.id = o.opportunity
  WHERE o.confidential OR p.confidential
), private AS (SELECT id FROM opportunity WHERE confidential)
SELECT words FROM note WHERE confidential UNION ALL
SELECT task FROM hidden UNION ALL SELECT people FROM hidden UNION ALL SELECT tools FROM hidden
UNION ALL SELECT words FROM plan_step WHERE opportunity IN private
UNION ALL SELECT skill FROM plan_skill WHERE opportunity IN private
UNION ALL SELECT evidence FROM plan_skill WHERE opportunity IN private
UNION ALL SELECT what FROM milestone WHERE opportunity IN private
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
        For whom the page is, where it is for one person: a yes for them alone is enough.
    """

    def __init__(self, store: Store, *, with_names: bool = False, towards: int | None = None):
        self._store = store
        self.with_names = with_names
        self._towards = towards

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

    def of(self, text: str) -> str:
        """Return what may leave of a text; "" where all of it stays.

        Parameters
        ----------
        text
            In the user's own words, or a place's name.
        """
        if not text or self._quotes(text):
            return ""
        if any(next(_named(text, row, self._me), None) for row in self._rows(self._hidden)):
            return ""
        spans = [span for row in self._near(text) for span in self._spans(text, row)]
        said = _replaced(text, spans)
        return said if self.with_names else _ADDRESS.sub(SOMEBODY, said)

    def left_unnamed(self) -> int:
        """Return how many people of the story aren't named although names are wanted."""
        return len(self._hushed & self._story) if self.with_names else 0

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
        return {
            number
            for number in asked & self._people.keys() - self._hidden
            if not may_name(self._store, number, self._towards).allowed
        }

    @cached_property
    def _story(self) -> set[int]:
        return {int(row[0]) for row in self._store.rows(_IN_THE_STORY) if row[0]}

    @cached_property
    def _me(self) -> list[str]:
        return [str(r["name"]) for r in self._store.rows("SELECT name FROM person WHERE is_ego")]

    @cached_property
    def _by_word(self) -> dict[str, list[Row]]:
        """Whom a word may name; under "" those whose names can't be looked up by a word."""
        found: dict[str, list[Row]] = {}
        for row in self._rows(self._hushed):
            for word in _first_and_last(row["name"]):
                found.setdefault(word, []).append(row)
        return found

    @cached_property
    def _kept_back(self) -> list[str]:
        words = (folded(row[0]) for row in self._store.rows(_CONFIDENTIAL_WORDS) if row[0])
        return [each for each in words if len(each) >= _SHORTEST_QUOTE]

    def _quotes(self, text: str) -> bool:
        inside = folded(text)
        return any(words in inside for words in self._kept_back)

    def _rows(self, people: Iterable[int]) -> list[Row]:
        return [self._people[number] for number in sorted(people)]

    def _near(self, text: str) -> list[Row]:
        """Return those whom the text may name, each once."""
        words = {"", *_WORD.findall(folded(text))}
        found = {row["id"]: row for word in words for row in self._by_word.get(word, ())}
        return list(found.values())

    def _spans(self, text: str, row: Row) -> Iterator[tuple[int, int]]:
        """Yield where a text names somebody; a last name alone only of those in the story."""
        if row["id"] in self._story:
            yield from _named(text, row, self._me)
        else:
            yield from _mentions(text, row["name"], self._me)


def _first_and_last(name: str) -> set[str]:
    """Return by which words somebody is looked up."""
    words = _WORD.findall(folded(name))
    if not words or any(unicodedata.east_asian_width(char) in "WF" for char in name):
        return {""}
    return {words[0], words[-1], *_WORD.findall(folded(called(name)))[:1]}


def _named(text: str, row: Row, besides: Collection[str]) -> Iterator[tuple[int, int]]:
    """Yield where a text names somebody, with one word of the name even."""
    yield from _mentions(text, row["name"], besides)
    yield from _alone(text, row["name"], besides)


def _mentions(text: str, name: str, besides: Collection[str]) -> Iterator[tuple[int, int]]:
    """Yield every mention; a whole name that is one small word is left to `_alone`."""
    if folded(name) in WORDS_TOO or len(visible(name)) < 2:
        return
    start = 0
    while span := mention(text[start:], name, besides):
        yield start + span[0], start + span[1]
        start += max(span[1], 1)


def _alone(text: str, name: str, besides: Collection[str]) -> Iterator[tuple[int, int]]:
    """Yield where one word of a name stands alone with a capital; “May I” names nobody."""
    mine = {word for each in besides for word in folded(each).split()}
    words = {folded(word) for word in visible(name).split()} - mine
    for found in _WORD.finditer(text):
        word = found.group()
        if len(word) < 2 or not word[0].isupper() or folded(word) not in words:
            continue
        if folded(word) in WORDS_TOO and _SENTENCE_BEGINS.search(text[: found.start()]):
            continue
        yield found.span()


def _replaced(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return a text with “somebody” in place of each span; spans may touch and overlap."""
    said, done = [], 0
    for start, end in sorted(set(spans), key=lambda span: (span[0], -span[1])):
        if start >= done:
            said += [text[done:start], SOMEBODY]
        done = max(done, end)
    return "".join([*said, text[done:]])


class Own(Discretion):
    """For the user's own eyes: everything, as it is."""

    def name(self, person: int | None) -> str:
        """Return somebody's name; "" for nobody."""
        row = self._people.get(person or 0)
        return str(row["name"]) if row else ""

    def allows(self, person: int | None) -> bool:
        """Allow it."""
        return True

    def of(self, text: str) -> str:
        """Return all of a text."""
        return text
