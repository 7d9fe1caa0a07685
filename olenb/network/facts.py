"""The words behind the rows that are shown: names, roles, and how the user knows what they know."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from olenb.contacts.keys import folded
from olenb.core.change import Row
from olenb.core.store import Store
from olenb.core.terms import AffiliationKind, Evidence
from olenb.network import words


@dataclass(frozen=True)
class Facts:
    """Words about some people, by id.

    Parameters
    ----------
    people
        Name, circle, relation, school and class year.
    mine
        The user's own tie with them.
    posts
        Where they are and were, the newest first.
    ties
        What was said of pairs, (lower id, higher id).
    """

    people: dict[int, Row]
    mine: dict[int, Row]
    posts: dict[int, list[Row]]
    ties: dict[tuple[int, int], Row] = field(default_factory=dict)
    _called: dict[int, str] = field(default_factory=dict, repr=False)

    def name(self, person: int) -> str:
        """Return the whole name."""
        return str(self.people[person]["name"])

    def called(self, person: int) -> str:
        """Return the first name, or the whole one where that isn't plain."""
        if person not in self._called:
            self._called[person] = words.called(self.name(person))
        return self._called[person]

    def both(self, one: int, other: int) -> tuple[str, str]:
        """Return what to call two people in one sentence."""
        first, second = self.called(one), self.called(other)
        return (self.name(one), self.name(other)) if first == second else (first, second)

    def by_name(self, person: int) -> tuple[str, int]:
        """Return what puts people in the order of their names."""
        return self.name(person).casefold(), person

    def willingness(self, person: int) -> str | None:
        """Return what the user said of somebody's willingness."""
        row = self.mine.get(person)
        return row["willingness"] if row else None

    def roles(self, person: int, place: int | None = None) -> list[str]:
        """Return somebody's present roles, the ones at `place` if it is given, else any."""
        return [
            row["role"]
            for row in self.posts.get(person, ())
            if row["role"] and row["current"] != 0 and place in (None, row["organization"])
        ]

    def how_known(self, person: int) -> str:
        """Return how the user knows somebody, in their own words where there are some."""
        row = self.people[person]
        return words.acquaintance(row["circle"], row["relation"])

    def post(self, person: int, place: int) -> Row:
        """Return what somebody is or was at an organization, the newest of it."""
        return next(row for row in self.posts[person] if row["organization"] == place)

    def shared(self, one: int, other: int, target: int | None) -> str:
        """Return where two people have both worked: at the target, else the first by name."""
        first, second = (
            {
                row["organization"]: str(row["name"])
                for row in self.posts.get(person, ())
                if row["kind"] != AffiliationKind.STUDY
            }
            for person in (one, other)
        )
        places = first.keys() & second.keys()
        return first[min(places, key=lambda at: (at != target, first[at].casefold(), at))]

    def known_by(self, one: int, other: int) -> str:
        """Say how I know that two people know each other, in a sentence."""
        said = self.ties.get((min(one, other), max(one, other)))
        first, second = self.both(one, other)
        if said:
            return words.knowing(said["evidence"], first, second, said["as_of"], said["setting"])
        return (
            f"{first} and {second} {self._team(one, other)} Nobody told you: it is from the years."
        )

    def evidence(self, one: int, other: int) -> str:
        """Return the evidence's words."""
        said = self.ties.get((min(one, other), max(one, other)))
        return Evidence(said["evidence"] if said else Evidence.SHARED_TEAM).label

    def _team(self, one: int, other: int) -> str:
        mine, theirs = self.people[one], self.people[other]
        year = mine["class_year"]
        if year and year == theirs["class_year"] and mine["school"] and theirs["school"]:
            return f"were both in the class of {year} at {theirs['school']}."
        shared = {(row["organization"], folded(row["department"] or "")) for row in self.posts[one]}
        for row in self.posts[other]:
            if (
                row["department"]
                and (row["organization"], folded(row["department"] or "")) in shared
            ):
                return f"were both in {row['department']} at {row['name']}, in the same years."
        return "were on the same team."


def read(store: Store, people: Iterable[int]) -> Facts:
    """Read the words about `people`, but not what was said of pairs of them."""
    ids = json.dumps(sorted(set(people)))
    persons = store.rows(
        "SELECT id, name, circle, relation, shared, school, class_year FROM person "
        "WHERE id IN (SELECT value FROM json_each(?))",
        (ids,),
    )
    mine = store.rows(
        "WITH ego AS (SELECT id FROM person WHERE is_ego = 1) "
        "SELECT a + b - (SELECT id FROM ego) AS person, willingness, last_exchange FROM tie "
        "WHERE (a = (SELECT id FROM ego) OR b = (SELECT id FROM ego)) "
        "AND a + b - (SELECT id FROM ego) IN (SELECT value FROM json_each(?))",
        (ids,),
    )
    posts: dict[int, list[Row]] = {}
    for row in store.rows(
        "SELECT a.person, a.organization, o.name, o.sector, o.region, a.role, a.department, "
        "a.start, a.stop, a.current, a.kind FROM affiliation AS a "
        "JOIN organization AS o ON o.id = a.organization "
        "WHERE a.person IN (SELECT value FROM json_each(?)) "
        "ORDER BY a.current IS 0, coalesce(a.start, '') DESC, a.id",
        (ids,),
    ):
        posts.setdefault(row["person"], []).append(row)
    return Facts({row["id"]: row for row in persons}, {row["person"]: row for row in mine}, posts)


def with_ties(store: Store, known: Facts, pairs: Iterable[tuple[int, int]]) -> Facts:
    """Add what was said of pairs of people, in any order."""
    # One number for both ids: SQLite need not read JSON once more for each pair.
    packed = {(min(pair) << 32) + max(pair) for pair in pairs}
    rows = store.rows(
        "SELECT t.a, t.b, evidence, as_of, setting FROM json_each(?) AS j JOIN tie AS t "
        "ON t.a = j.value >> 32 AND t.b = j.value & 4294967295",
        (json.dumps(sorted(packed)),),
    )
    return replace(known, ties={(row["a"], row["b"]): row for row in rows})
