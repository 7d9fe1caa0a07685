"""The clock of a conversation: what to ask now, what still fits, when to close (R26, N4).

The page looks at the clock on the wall and plans by itself, so that a slow machine or a busy
Python doesn't matter; what happened comes back here as an action with its moment, and after a
reload the page goes on from what Python knows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from olenb.core.errors import NotAllowed
from olenb.views.widgets.base import STATIC, QuietWidget

ACTIONS = ("start", "practice", "asked", "back", "extended", "end", "reopen", "cancel")


@dataclass(frozen=True)
class Question:
    """A question on the sheet.

    Parameters
    ----------
    id : int
        Its number.
    words : str
        The question.
    seconds : int
        How long an answer usually takes.
    must, reserve : bool
        As the user marked it.
    """

    id: int
    words: str
    seconds: int
    must: bool = False
    reserve: bool = False


@dataclass(frozen=True)
class Step:
    """A step of closing.

    Parameters
    ----------
    id : str
        Its name.
    title : str
        What it is about.
    say : sequence of str
        What one could say.
    """

    id: str
    title: str
    say: Sequence[str] = ()


@dataclass(frozen=True)
class State:
    """How far a conversation is; moments are ISO 8601 with offset.

    Parameters
    ----------
    started, ended : str
        When it began and ended, or "".
    asked : sequence of (int, str)
        What was asked, in order, and when the next one's turn came.
    extended : bool
        Whether they offered more time (R27).
    """

    started: str = ""
    ended: str = ""
    asked: Sequence[tuple[int, str]] = ()
    extended: bool = False


@dataclass(frozen=True)
class Sheet:
    """What the clock shows.

    Parameters
    ----------
    about : str
        Its heading, such as with whom.
    questions : sequence of Question
        In the order of asking.
    steps : sequence of Step
        Of closing.
    first, last, least : int
        Seconds for questions, for closing, and for one more question to be worth beginning.
    state : State
        How far it is.
    practice : bool
        Whether this is a practice run, of which nothing is kept.
    only_practice : bool
        Whether there is nothing but practice: the people are invented.
    """

    about: str
    questions: Sequence[Question]
    steps: Sequence[Step]
    first: int
    last: int
    least: int
    state: State = field(default_factory=State)
    practice: bool = False
    only_practice: bool = False


@dataclass(frozen=True)
class Act:
    """What the user did, and when.

    Parameters
    ----------
    at : str
        The moment by the clock of the user's own computer, in its time zone.
    question : int or None
        Which question it is about.
    value : bool
        What was ticked.
    """

    at: str
    question: int | None = None
    value: bool = False


class Timer(QuietWidget):
    """The clock, its questions and its buttons.

    Parameters
    ----------
    sheet : callable
        Returns what to show, or None while there is nothing to time.
    actions : mapping of str to callable
        What each of `ACTIONS` does with an `Act`.
    """

    _esm = STATIC / "timer.js"
    _css = STATIC / "timer.css"
    noun = "clock"

    def __init__(
        self, sheet: Callable[[], Sheet], actions: Mapping[str, Callable[[Act], None]]
    ) -> None:
        super().__init__()
        self._sheet = sheet
        self._actions = {name: actions[name] for name in ACTIONS}

    def refresh(self) -> None:
        """Show the sheet as it is now."""
        if self._watched:
            self.show(self.first_document())

    def first_document(self) -> dict[str, Any]:
        """Return the sheet as it is now, its moments in milliseconds as browsers count them."""
        return document(self._sheet())

    def handle(self, message: Mapping[str, Any], buffers: Sequence[memoryview]) -> None:
        """Do what the page asks for; whatever comes of it, the page then shows what is true."""
        action = self._actions.get(str(message.get("action")))
        if message.get("type") != "act" or action is None:
            return
        try:
            action(self._act(message))
        finally:
            self.tell("answered")
            self.refresh()

    def _act(self, message: Mapping[str, Any]) -> Act:
        question = message.get("question")
        return Act(
            at=moment(message.get("at"), self.time_zone),
            question=question if isinstance(question, int) else None,
            value=message.get("value") is True,
        )


def document(sheet: Sheet) -> dict[str, Any]:
    """Return a sheet as plain data for the page.

    Parameters
    ----------
    sheet : Sheet
        What to show.
    """
    state = sheet.state
    return {
        **asdict(sheet),
        "onlyPractice": sheet.only_practice,
        "state": {
            "started": _milliseconds(state.started),
            "ended": _milliseconds(state.ended),
            "asked": [[number, _milliseconds(at)] for number, at in state.asked],
            "extended": state.extended,
        },
    }


def moment(milliseconds: object, zone: str) -> str:
    """Return a browser's moment as ISO 8601 in a time zone.

    Parameters
    ----------
    milliseconds : object
        Since 1970, as the page sent it.
    zone : str
        An IANA name; UTC is taken for one that nobody knows.

    Raises
    ------
    NotAllowed
        It isn't a moment.

    Examples
    --------
    >>> moment(1764021600000, "America/Chicago")
    '2025-11-24T16:00:00-06:00'
    """
    try:
        at = datetime.fromtimestamp(float(str(milliseconds)) / 1000, UTC)
    except (ValueError, OverflowError, OSError):
        raise NotAllowed(
            "This computer's clock didn't say what time it is. Nothing was changed. Try again."
        ) from None
    try:
        there = ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        there = ZoneInfo("UTC")
    return at.astimezone(there).isoformat(timespec="seconds")


def _milliseconds(at: str) -> int | None:
    return round(datetime.fromisoformat(at).timestamp() * 1000) if at else None
