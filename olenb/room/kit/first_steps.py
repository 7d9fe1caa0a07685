"""The first cards: what I am curious about, whom I know (R1, R3, R6)."""

from olenb.core import rules
from olenb.core.terms import Circle, Purpose, Willingness
from olenb.method import asked
from olenb.network import sentences
from olenb.network.targets import Target
from olenb.room.kit.parts import BLANK, Card, Choose, Group, Paper, Part, Say, Table, Write

_MORE_PEOPLE = 5


def goal_card() -> Paper:
    """Return the goal card: one curiosity, one reason, one place or kind of work."""
    curious = sentences.curiosity(Target(0, "", None, BLANK, BLANK, "", "", True))
    parts = (
        Say(asked.CURIOUS_HELP, quiet=True),
        Write(asked.CURIOUS, 2),
        Choose(asked.REASON, tuple(each.label for each in Purpose)),
        Write(f"{asked.TARGET} ({_examples()})", 2),
        Say(f"“I'd love to learn {curious}.”", strong=True),
        Say("That is the sentence for others. Leave out what you don't know yet.", quiet=True),
    )
    use = "One half for everybody. It stays with its owner."
    return Paper("goal-card", "Goal card", use, (Card("My goal for now", parts),), down=2)


def people_sheet() -> Paper:
    """Return the people sheet: five people first, and questions that bring more to mind."""
    first, minutes = rules.FIRST_PEOPLE.value, rules.MINUTES_ASKED.value
    columns = (asked.WHO, asked.HOW_KNOWN, asked.WHERE, f"Would they give you {minutes} minutes?")
    rows = tuple((f"{number}.",) for number in range(1, first + _MORE_PEOPLE + 1))
    prompts = tuple(
        Say(f"{each.label}: {each.prompt}") for each in Circle if each is not Circle.OTHER
    )
    answers = ", ".join(each.label for each in Willingness)
    parts: tuple[Part, ...] = (
        Say(f"{asked.WHO_HELP} {first} people are enough to go on; the easiest ones are best."),
        Table("People I know", columns, rows),
        Say(f"In the last column: {answers}. You may leave it empty.", quiet=True),
        Group("If nobody comes to mind", prompts, columns=2),
        Write("Whom I'd ask first, the easiest one, and what they may know", 1),
        *_directory(),
    )
    use = "One sheet for everybody. It holds names, so nobody collects it."
    return Paper("people-sheet", "People sheet", use, (Card("My people", parts),))


def _examples() -> str:
    return ", ".join(example for _, example in asked.TARGET_PARTS.values())


def _directory() -> tuple[Say, ...]:
    """Say where graduates are looked up, if the school says so."""
    found = rules.DIRECTORY.value
    return (Say(f"Graduates of your school: {found}", quiet=True),) if found else ()
