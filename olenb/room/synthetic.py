"""An invented cohort, any size, from a seed: for rehearsal, the projector and the measurements.

Nobody in it exists. People know others at invented places; everybody has one target.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from olenb.room.documents import ALPHABET, Answer, Question

_FIRST = (
    *("Ana", "Bo", "Cleo", "Dev", "Eli", "Fay", "Gus", "Hana", "Ivo", "Jun", "Kira", "Leo"),
    *("Mina", "Noor", "Ola", "Pia", "Quin", "Rui", "Sol", "Tam", "Uma", "Vik", "Wren", "Yara"),
)
_WHERE = ("Birch", "Tern", "Halden", "Moss", "Cedar", "Lark", "Onyx", "Prairie", "Quarry", "Rook")
_WHAT = ("Clinic", "Robotics", "Energy", "Bank", "Press", "Foods", "Museum", "Schools")


@dataclass(frozen=True)
class Participant:
    """Somebody invented.

    Parameters
    ----------
    code, name
        As in a session.
    target
        The place that they are curious about.
    knows
        Places where they know somebody, and how sure that is, 1 to 3.
    """

    code: str
    name: str
    target: str
    knows: dict[str, int]

    @property
    def question(self) -> Question:
        """What they ask the room."""
        return Question(self.code, 1, self.target)


@dataclass(frozen=True)
class Cohort:
    """Invented participants, and what they would tick."""

    people: tuple[Participant, ...]

    def answers(self) -> dict[str, tuple[Answer, ...]]:
        """Return what everybody could say yes to, all of it ticked."""
        return {one.code: tuple(self._yes(one)) for one in self.people}

    def _yes(self, bridge: Participant) -> Iterator[Answer]:
        for asker in self.people:
            if asker is not bridge and asker.target in bridge.knows:
                yield Answer(asker.question.id, bridge.knows[asker.target])


def cohort(size: int, seed: int, contacts: tuple[int, int] = (5, 40), places: int = 60) -> Cohort:
    """Return an invented cohort; the same numbers always give the same one.

    Parameters
    ----------
    size
        How many people, at least 1.
    seed
        Any number.
    contacts
        The fewest and the most contacts that somebody has.
    places
        How many places there are; a few of them are where many people work.

    >>> [one.name for one in cohort(2, seed=1).people] == [one.name for one in cohort(2, 1).people]
    True
    """
    chance = random.Random(seed)  # noqa: S311 - invented people, no secrets
    names = [f"{first} {second}" for first in _WHERE for second in _WHAT][:places]
    often = [1 / (1 + rank) ** 0.7 for rank in range(len(names))]
    codes = _codes(size, chance)
    people = []
    for number, code in enumerate(codes):
        first = _FIRST[number % len(_FIRST)]
        again = number // len(_FIRST)
        target = chance.choice(names)
        known = chance.choices(names, often, k=chance.randint(*contacts))
        knows: dict[str, int] = {}
        for place in known:
            knows[place] = max(knows.get(place, 0), chance.choice((1, 1, 2, 2, 3)))
        knows.pop(target, None)
        people.append(Participant(code, f"{first} {again + 1}" if again else first, target, knows))
    return Cohort(tuple(people))


def _codes(size: int, chance: random.Random) -> list[str]:
    codes: dict[str, None] = {}
    while len(codes) < size:
        codes["".join(chance.choice(ALPHABET) for _ in range(4))] = None
    return list(codes)
