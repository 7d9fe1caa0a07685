"""Cards around the conversation: questions to choose from, and the run sheet (R22-R28)."""

from collections.abc import Iterator

from olenb.core import rules
from olenb.core.terms import Audience, Part, Topic
from olenb.method import bank, sheet
from olenb.method.bank_file import Question
from olenb.method.runsheet import Clock
from olenb.room.kit.parts import Card, Choose, Group, Paper, Say, Write

_OF_EACH_TOPIC = 3
_NOTES = 8


def question_sheet() -> Paper:
    """Return the questions to choose from: a few of each topic, the school's own first."""
    few, must = rules.QUESTIONS.value, rules.MUST_ASKS.value
    groups = tuple(_topic(topic) for topic in Topic)
    ask = Say(
        f"Tick {few}, and mark {must} of them that you must not miss. "
        "Write them on the run sheet, and put them into your own words."
    )
    page = rules.QUESTION_PAGE.value
    more = (Say(f"More questions: {page}", quiet=True),) if page else ()
    title = "Questions to choose from"
    use = "One sheet for everybody, to keep. It can be handed out again, for it stays clean."
    card = Card(title, (ask, Group("", groups, columns=2), *more))
    return Paper("question-sheet", "Question sheet", use, (card,))


def run_sheet() -> Paper:
    """Return the sheet for the twenty minutes: questions, the last five minutes, notes."""
    clock = Clock.usual()
    first = f"0:00 to {clock.questions}:00: your questions"
    last = f"{clock.questions}:00 to {clock.whole}:00: close"
    steps = tuple(_step(step) for step in sheet.steps(clock))
    parts = (
        Write("With whom, when, and where or by which number"),
        Group(first, tuple(_lines(clock))),
        Group(last, (Choose("", steps),)),
        Say("More time only if they offer it.", quiet=True),
        Write("What I heard", _NOTES),
        Write("Whom they named, and may I use their name? (yes, no, not asked)"),
    )
    use = "One sheet for everybody, to take home for the first conversation."
    return Paper("run-sheet", "Run sheet", use, (Card("My conversation", parts),))


def _topic(topic: Topic) -> Group:
    found = [one for one in bank.load().questions if one.topic is topic and _suits(one)]
    # The school's own come first; the sort keeps the bank's order otherwise.
    found.sort(key=lambda one: not one.id.startswith(bank.SCHOOL))
    words = tuple(one.words for one in found[:_OF_EACH_TOPIC])
    return Group(topic.label, (Choose("", words),))


def _suits(one: Question) -> bool:
    return bank.suits(one, Audience.ANYONE) and not one.research


def _lines(clock: Clock) -> Iterator[Write]:
    """Yield a line for each question, with the minute at which its turn comes."""
    opening, must = Part.OPENING.label, rules.MUST_ASKS.value
    count = rules.QUESTIONS.value
    for number in range(count):
        kind = f"their own way, {opening}" if number == 0 else ""
        kind = "must-ask" if 0 < number <= must else kind
        start = f"{number * clock.questions // count}:00"
        yield Write(" · ".join(filter(None, [start, kind])))


def _step(step: sheet.Step) -> str:
    colon = "" if step.title.endswith("?") else ":"
    return f"{step.title}{colon} “{' '.join(step.say)}”"
