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
ROOM_HOURS = Rule(8, "N1", "our judgement: everything of a session expires the same day")
ROOM_QUESTIONS = Rule(300, "N1", "our judgement: five questions each for sixty people")
ROOM_ASKS = Rule(5, "N1", "our judgement: whoever asks more is trying out names")
SMALLEST_CELL = Rule(5, "N11", "method: no count under five, so that nobody stands out")
SMALLEST_OUTCOME = Rule(10, "N11", "method: ten for outcomes; where too few return, totals only")
