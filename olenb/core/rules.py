"""The method's numbers, each with its row and its source."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Rule:
    """One number that the workbook keeps to."""

    value: int
    row: str
    source: str


ACTIVE_TARGETS = Rule(5, "R3", "Dalton: keep an active few out of a list of 15 to 40")
FIRST_PEOPLE = Rule(5, "R6", "our judgement: five names are enough to begin")
PEOPLE_TO_ASK = Rule(8, "R8", "our judgement: a list that is read to its end")
SHOWN_FIRST = Rule(3, "R8", "our judgement: three names are a choice, eight are a chore")
OPEN_ASKS = Rule(2, "R33", "our judgement: help in small doses")
TEAM_SIZE = Rule(150, "R8", "our judgement: in a larger class, not all know each other")
LABELLED_ON_MAP = Rule(25, "R52", "measured: 274 of 300 labels overlap when all are drawn")
MINUTES_ASKED = Rule(20, "R13", "the career center's page: no more than 20 minutes")
WORDS_WARN = Rule(125, "R18", "a vendor's study: messages of 50 to 125 words are answered most")
FAVORS_NOTED = Rule(2, "R33", "our judgement: one small favor is fine; two are weighed")
FINDINGS_SHOWN = Rule(2, "N6", "our judgement: two suggestions are read, ten are not")
