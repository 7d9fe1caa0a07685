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
CONVERSATION_MINUTES = Rule(20, "R13", "the center's page: never ask for more than 20 minutes")
CLOSING_MINUTES = Rule(5, "R26", "the center's page: the last five minutes are for closing")
QUESTIONS = Rule(5, "R22", "Rochester: 5 to 10 questions for half an hour, so five for 15 minutes")
MUST_ASKS = Rule(3, "R22", "our judgement: three answers would make the conversation worth it")
QUESTION_MINUTES = Rule(3, "R22", "15 minutes for five questions")
INTRODUCTION_SECONDS = Rule(60, "R19", "the usual length of an introduction in a screening call")
SPOKEN_WORDS_A_MINUTE = Rule(140, "R19", "our judgement: unhurried speech, 130 to 150 words")
