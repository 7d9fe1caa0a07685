"""Whom to look for: names of two words or more, addresses, telephone numbers, profile pages.

However many people there are, a text is read once. Its words become numbers, two neighbouring
words that begin somebody's name are looked up as a pair, and only there is more compared.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from olenb.contacts.keys import email_key, folded, url_key
from olenb.core.store import Store
from olenb.share.words import WORD, is_sign, plain, words

_EMAIL = re.compile(r"[\w.+%'-]{1,64}@(?:[\w-]{1,63}\.){1,8}[\w-]{2,63}")
_PHONE = re.compile(r"\+?\(?\d(?:[ ().\-\u2010-\u2015/\u00a0]{0,3}\d){6,14}(?!\d)")
_PAGE = re.compile(r"(?:https?://|www\.)[^\s<>\"'\\]+|[\w.-]+\.(?:com|org|net)/[^\s<>\"'\\]+")
_FEWEST_DIGITS, _COMPARED_DIGITS = 7, 9
_BLOCK, _OVERLAP = 2_000_000, 400


class Kind(StrEnum):
    """By what somebody can be found."""

    NAME = "name"
    EMAIL = "email"
    PHONE = "phone"
    PAGE = "page"


class Hit(NamedTuple):
    """Something of somebody's, at a place in a text."""

    at: int
    kind: Kind
    person: int


class Sought:
    """The people to look for.

    Parameters
    ----------
    facts
        Triples of a person's id, a kind, and the name, address, number or page.
    """

    def __init__(self, facts: Iterable[tuple[int, Kind, str]]) -> None:
        self._numbers: dict[str, int] = {}
        self._names: dict[tuple[int, int], list[tuple[tuple[int, ...], int]]] = defaultdict(list)
        self._keys: dict[Kind, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
        self.people: set[int] = set()
        self.unseekable: set[int] = set()
        for person, kind, text in facts:
            self.people.add(person)
            if kind == Kind.NAME:
                self._add_name(person, words(text))
            elif key := _KEYS[kind](text):
                self._keys[kind][key].add(person)

    @classmethod
    def of(cls, store: Store, people: Collection[int] | None = None) -> "Sought":
        """Look for the people of a workbook, the user not among them.

        Parameters
        ----------
        store
            The open workbook.
        people
            Only those with these ids; None takes everybody.
        """
        return cls(fact for fact in _facts(store) if people is None or fact[0] in people)

    def found_in(self, text: str) -> list[Hit]:
        """Return every place in a text where somebody stands, in order.

        Parameters
        ----------
        text
            Anything, of any length.

        >>> Sought([(7, Kind.NAME, "Ana Ruiz")]).found_in("by RUÍZ, Ana")
        [Hit(at=3, kind=<Kind.NAME: 'name'>, person=7)]
        """
        text = plain(text)
        hits: set[Hit] = set()
        for start in range(0, len(text), _BLOCK):
            block = text[start : start + _BLOCK + _OVERLAP]
            hits.update(hit._replace(at=hit.at + start) for hit in self._in_block(block))
        return sorted(hits)

    def _in_block(self, text: str) -> Iterator[Hit]:
        yield from self._names_in(text)
        for kind, pattern, needs in _PATTERNS:
            if self._keys[kind] and needs in text:
                for found in pattern.finditer(text):
                    people = self._keys[kind].get(_KEYS[kind](found[0]), ())
                    yield from (Hit(found.start(), kind, person) for person in people)

    def _add_name(self, person: int, name: tuple[str, ...]) -> None:
        if len(name) < 2:
            self.unseekable.add(person)
            return
        one = tuple(self._number(word) for word in name)
        ways = {one}
        if not is_sign(name[0]):
            ways |= {(one[0], one[-1]), (one[-1], one[0])}
        for first, second, *rest in ways:
            self._names[first, second].append((tuple(rest), person))

    def _number(self, word: str) -> int:
        return self._numbers.setdefault(word, len(self._numbers) + 1)

    def _names_in(self, text: str) -> Iterator[Hit]:
        every = WORD.findall(text)
        number = {word: self._numbers_of(word) for word in set(every)}
        places = [place for place, word in enumerate(every) if number[word] is not None]
        read = [number[every[place]] for place in places]
        hits = [
            (places[at], person)
            for at, pair in enumerate(pairwise(read))
            if pair[0] and pair[1] and pair in self._names
            for rest, person in self._names[pair]
            if tuple(read[at + 2 : at + 2 + len(rest)]) == rest
        ]
        if hits:
            starts = [found.start() for found in WORD.finditer(text)]
            yield from (Hit(starts[place], Kind.NAME, person) for place, person in hits)

    def _numbers_of(self, word: str) -> int | None:
        """Return a word's number, 0 for one that is in no name, None for a mere initial."""
        if len(word) == 1 and not is_sign(word):
            return None
        return self._numbers.get(folded(word), 0)


def _facts(store: Store) -> Iterator[tuple[int, Kind, str]]:
    """Yield all that tells who somebody is."""
    for row in store.rows("SELECT id, name, email, phone, url FROM person WHERE is_ego = 0"):
        yield row["id"], Kind.NAME, row["name"]
        more = {Kind.EMAIL: row["email"], Kind.PHONE: row["phone"], Kind.PAGE: row["url"]}
        yield from ((row["id"], kind, text) for kind, text in more.items() if text)
    for row in store.rows(
        "SELECT i.person, i.kind, i.key FROM identifier AS i JOIN person AS p ON p.id = i.person "
        "WHERE p.is_ego = 0"
    ):
        if row["kind"] == "email":
            yield row["person"], Kind.EMAIL, row["key"]
        else:
            yield row["person"], Kind.PAGE, f"https://{row['key']}"


def _digits(number: str) -> str:
    """Return what is compared of a telephone number: its last digits, or none of a short one."""
    digits = "".join(filter(str.isdigit, number))
    return digits[-_COMPARED_DIGITS:] if len(digits) >= _FEWEST_DIGITS else ""


_KEYS: dict[Kind, Callable[[str], str]] = {
    Kind.EMAIL: email_key,
    Kind.PHONE: _digits,
    Kind.PAGE: url_key,
}
_PATTERNS: tuple[tuple[Kind, re.Pattern[str], str], ...] = (
    (Kind.EMAIL, _EMAIL, "@"),
    (Kind.PHONE, _PHONE, ""),
    (Kind.PAGE, _PAGE, "/"),
)
