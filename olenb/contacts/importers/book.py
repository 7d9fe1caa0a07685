"""The workbook in memory while a file is compared with it: read once, no SQL per row."""

import json
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from olenb.contacts import organizations
from olenb.contacts.keys import folded
from olenb.contacts.organization_keys import organization_key
from olenb.core.store import Store, today

Key = tuple[str, str]
TEXTS = ("relation", "email", "url", "phone", "city", "region", "school", "major", "connected_on")
"""Columns of `person` that a file may fill in; it never overwrites one."""

COLUMNS = ("circle", "class_year", "source", *TEXTS)
"""All columns of `person` that an import writes."""


@dataclass(slots=True, eq=False)
class Place:
    """An organization; new ones have no id yet."""

    id: int | None
    name: str
    key: str


@dataclass(slots=True, eq=False)
class Job:
    """A person at a place; `changed` names the columns that a file changed."""

    id: int | None
    place: Place
    kind: str
    role: str | None = None
    department: str | None = None
    start: str | None = None
    stop: str | None = None
    current: int | None = None
    changed: set[str] = field(default_factory=set)


@dataclass(slots=True, eq=False)
class Person:
    """Somebody; new people have no id yet. `changed` names the columns that a file changed."""

    id: int | None
    name: str
    is_ego: bool = False
    facts: dict[str, Any] = field(default_factory=dict)
    other: dict[str, str] = field(default_factory=dict)
    keys: list[Key] = field(default_factory=list)
    new_keys: list[Key] = field(default_factory=list)
    jobs: list[Job] = field(default_factory=list)
    changed: set[str] = field(default_factory=set)


@dataclass(slots=True, eq=False)
class Tie:
    """Two people who know each other; new ties have no id yet."""

    id: int | None
    evidence: str
    as_of: str | None
    changed: bool = False


class Book:
    """Everything that a file is compared with, and everything that it changes.

    `rows` holds whom each of the file's records turned out to be, in the file's order.
    """

    def __init__(self, store: Store):
        self.today = today()
        self.people: dict[int, Person] = {}
        self.new_people: list[Person] = []
        self.places: dict[str, Place] = {}
        self.new_places: list[Place] = []
        self.by_key: dict[Key, Person] = {}
        self.by_name: defaultdict[str, list[Person]] = defaultdict(list)
        self.ties: dict[frozenset[Person], Tie] = {}
        self.me: Person | None = None
        self.touched: dict[Person, None] = {}
        self.in_file: defaultdict[str, dict[Person, None]] = defaultdict(dict)
        self.rows: list[Person | None] = []
        self._spellings: dict[str, Place] = {}
        self._load_people(store)
        self._load_places(store)
        self._load_ties(store)

    def _load_people(self, store: Store) -> None:
        for row in store.rows("SELECT * FROM person ORDER BY id"):
            facts = {name: row[name] for name in COLUMNS if row[name] is not None}
            other = json.loads(row["other"]) if row["other"] else {}
            person = Person(row["id"], row["name"], bool(row["is_ego"]), facts, other)
            self.people[row["id"]] = person
            if person.is_ego:
                self.me = person
            else:
                self.by_name[folded(person.name)].append(person)
        for row in store.rows("SELECT person, kind, key FROM identifier ORDER BY id"):
            person, key = self.people[row["person"]], (row["kind"], row["key"])
            person.keys.append(key)
            self.by_key[key] = person

    def _load_places(self, store: Store) -> None:
        by_id = {
            row["id"]: Place(row["id"], row["name"], row["key"])
            for row in store.rows("SELECT id, name, key FROM organization")
        }
        self.places = {key: by_id[place] for key, place in organizations.known(store).items()}
        for row in store.rows("SELECT * FROM affiliation ORDER BY id"):
            names = ("role", "department", "start", "stop", "current")
            job = Job(row["id"], by_id[row["organization"]], row["kind"], *(row[n] for n in names))
            self.people[row["person"]].jobs.append(job)

    def _load_ties(self, store: Store) -> None:
        for row in store.rows("SELECT id, a, b, evidence, as_of FROM tie"):
            pair = frozenset((self.people[row["a"]], self.people[row["b"]]))
            self.ties[pair] = Tie(row["id"], row["evidence"], row["as_of"])

    def ego(self) -> Person:
        """Return the user, who may be new."""
        if self.me is None:
            self.me = Person(None, "", is_ego=True)
        return self.me

    def find_place(self, name: str) -> Place | None:
        """Return the organization of that name, or None."""
        return self._spellings.get(name) or self.places.get(organization_key(name))

    def place(self, name: str) -> tuple[Place, bool]:
        """Return the organization of that name, and whether it is new."""
        if found := self._spellings.get(name):
            return found, False
        key = organization_key(name)
        known = self.places.get(key)
        place = known or Place(None, name.strip(), key)
        self._spellings[name] = self.places[key] = place
        if known is None:
            self.new_places.append(place)
        return place, known is None

    def add_person(self, name: str, source: str) -> Person:
        """Add somebody new."""
        person = Person(None, name, facts={"source": source})
        self.new_people.append(person)
        self.by_name[folded(name)].append(person)
        return person

    def identify(self, person: Person, keys: list[Key]) -> bool:
        """Give a person the identifiers that nobody has; tell whether there were any."""
        free = [key for key in dict.fromkeys(keys) if key not in self.by_key]
        for key in free:
            self.by_key[key] = person
        person.keys += free
        person.new_keys += free
        return bool(free)
