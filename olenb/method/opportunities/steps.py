"""What one question of a plan is: plain values, with an invented answer beside each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from olenb.contacts.keys import visible
from olenb.core.errors import NotAllowed

AskKind = Literal["line", "text", "place", "person", "day", "number", "choice"]
Choices = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Ask:
    """One thing to fill in.

    Parameters
    ----------
    name
        Its key among the plan's answers.
    label
        The question as it stands beside the field.
    kind
        How it is answered; a place becomes an organization, a person somebody in the workbook.
    column
        Where in the table `opportunity` it is kept; empty: as words in `plan_step`.
    choices
        For a choice: pairs of what is kept and what the screen says.
    most
        For a number: the highest that makes sense; the lowest is 1.
    """

    name: str
    label: str
    kind: AskKind = "text"
    column: str = ""
    choices: Choices = ()
    most: int = 80

    def kept(self, answer: str) -> str | int | None:
        """Return an answer as the workbook keeps it; None for an empty one.

        Raises
        ------
        NotAllowed
            It isn't a day, a number or one of the choices; it is never repeated.

        >>> Ask("hours", "Hours a week", "number").kept(" 3 ")
        3
        """
        text = answer.strip()
        if not visible(text):
            return None
        if self.kind == "day":
            return _day(text)
        if self.kind == "number":
            return _number(text, self.most)
        if self.kind == "choice":
            return _choice(text, self.choices)
        return text


@dataclass(frozen=True)
class Step:
    """One question of a plan, which can be passed over.

    Parameters
    ----------
    name
        Its key.
    title
        Two or three words, for the list of what is written already.
    question
        What is asked.
    asks
        What there is to fill in, usually one thing.
    help
        A line that makes it easier.
    example
        What somebody invented wrote there.
    phase
        Which part of the plan it belongs to, where a plan has parts.
    """

    name: str
    title: str
    question: str
    asks: tuple[Ask, ...]
    help: str = ""
    example: str = ""
    phase: str = ""


def step(
    name: str,
    title: str,
    question: str,
    *,
    help: str = "",
    example: str = "",
    phase: str = "",
    asks: tuple[Ask, ...] = (),
) -> Step:
    """Return a step; without `asks` it is one text of the step's own name.

    >>> step("need", "Their need", "What do they need?").asks[0].name
    'need'
    """
    return Step(name, title, question, asks or (Ask(name, question),), help, example, phase)


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise NotAllowed("Please choose a day, such as 2027-01-11. Nothing was changed.") from None


def _number(text: str, most: int) -> int:
    if not (text.isascii() and text.isdecimal() and 1 <= int(text) <= most):
        raise NotAllowed(f"Please write a whole number from 1 to {most}. Nothing was changed.")
    return int(text)


def _choice(text: str, choices: Choices) -> str:
    if text not in dict(choices):
        raise NotAllowed("Please choose one of the answers shown. Nothing was changed.")
    return text
