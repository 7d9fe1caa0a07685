"""The question bank: ours, in nine topics, and a school's own beside it (R23, R25).

Ours is `question_bank.csv` beside this module, in our own words. A school's file of the same
columns is named in its `school.toml` (`question_file`).
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pandas as pd

from olenb.contacts import rows
from olenb.contacts.keys import visible
from olenb.core import rules
from olenb.core.errors import SchoolFault
from olenb.core.store import Store
from olenb.core.terms import Audience, Circle, Known, Topic
from olenb.method import bank_file
from olenb.method.bank_file import Question
from olenb.method.frames import frame

OURS = Path(__file__).with_name("question_bank.csv")
SCHOOL = "school:"
_FOR_PEOPLE = re.compile(
    r"\b(who else|whom else|whom (should|could|can|might|would)|introduce me|refer me|"
    r"put me in touch|connect me|know (of )?(any|some)(one|body)|recommend (any|some)(one|body)|"
    r"speak to next|talk to next|your contacts|pass on my|people (should|could) i (talk|speak))\b"
)
COLUMNS = {
    "id": "str",
    "topic": "str",
    "words": "str",
    "part": "str",
    "audience": "str",
    "research": "bool",
    "minutes": "int64",
    "ours": "bool",
}


@dataclass(frozen=True)
class Bank:
    """Every question that there is to choose from.

    Parameters
    ----------
    questions
        Ours and the school's, topic by topic.
    trouble
        What is wrong with the school's file, in a sentence; then its questions are left out.
    """

    questions: tuple[Question, ...]
    trouble: str = ""

    def get(self, key: str) -> Question | None:
        """Return the question of that id, or None."""
        return next((one for one in self.questions if one.id == key), None)


def load() -> Bank:
    """Return the bank as it is now."""
    school: tuple[Question, ...] = ()
    trouble = ""
    if rules.QUESTION_FILE.value:
        try:
            school = bank_file.read(Path(rules.QUESTION_FILE.value), prefix=SCHOOL)
        except SchoolFault as fault:
            trouble = str(fault)
    topics = list(Topic)
    every = sorted((*ours(), *school), key=lambda one: topics.index(one.topic))
    return Bank(tuple(every), trouble)


@cache
def ours() -> tuple[Question, ...]:
    """Return the questions that ship with olenb."""
    return bank_file.read(OURS)


def suits(one: Question, audience: Audience) -> bool:
    """Tell whether a question suits a kind of person; what suits anyone suits everybody.

    >>> suits(Question("x", Topic.PATH, "?", audience=(Audience.ALUM,)), Audience.PROFESSOR)
    False
    """
    return not {Audience.ANYONE, audience}.isdisjoint(one.audience)


def asks_for_people(words: str) -> bool:
    """Tell whether a question asks for further people, as far as its words show (R28).

    >>> asks_for_people("Do you know anyone else in the lab?"), asks_for_people("Who decides?")
    (True, False)
    """
    return _FOR_PEOPLE.search(visible(words).casefold()) is not None


def audience_of(store: Store, person: int, school: str = "") -> Audience:
    """Return what kind of person somebody is, as far as the user said so.

    Parameters
    ----------
    store
        The open workbook.
    person
        Their id.
    school
        The user's own school.

    """
    row = rows.person(store, person)
    if row["circle"] == Circle.PROFESSOR:
        return Audience.PROFESSOR
    if row["can_hire"] == Known.YES:
        return Audience.HIRING_MANAGER
    theirs, mine = visible(row["school"] or "").casefold(), visible(school).casefold()
    is_alum = row["circle"] == Circle.ALUMNI or (theirs and theirs == mine)
    return Audience.ALUM if is_alum else Audience.ANYONE


def table() -> pd.DataFrame:
    """Return the whole bank as a table.

    Returns
    -------
    DataFrame
        id, topic, words, part, audience (apart by "; "), research (bool), minutes, ours (bool).

    """
    return frame(
        (
            (
                *(one.id, one.topic.value, one.words, one.part.value),
                *("; ".join(one.audience), one.research, one.minutes),
                not one.id.startswith(SCHOOL),
            )
            for one in load().questions
        ),
        COLUMNS,
    )
