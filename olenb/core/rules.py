"""The method's numbers and a school's own names: each once, with its row and its source.

Others read ``rules.THANK_YOU_HOURS.value`` when they need it, never at import: a school may
have replaced it in its `school.toml` (`olenb.core.school`). The sources in full are in
`docs/method.md`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Generic, TypeVar, cast

V = TypeVar("V", int, str)


class Words(Enum):
    """What a text may be that a school sets; the value says it in plain words."""

    LINE = "a text of one line, at most 120 characters"
    LINK = "a web address that begins with https:// or http://"
    COUNTRY = 'a country as two capital letters, such as "US" or "NO"'
    REGION = 'a state or province in one to three capital letters or digits, such as "MN"'
    FILE = "the name of a file that lies beside this one"
    FOLDER = "the full path of a folder, from the top of the disk or drive"


Allowed = tuple[int, int] | Words | None

_IN_FORCE: dict[str, Any] = {}


@dataclass(frozen=True)
class Rule(Generic[V]):
    """One number or name that the workbook keeps to.

    Parameters
    ----------
    key
        What it is called in `school.toml`; "" where it isn't a school's to replace.
    default
        What holds where no school says otherwise.
    row
        The row of the requirement that it comes from.
    source
        Who says so; "our judgement" where nobody does.
    allowed
        From which to which number, or which kind of words, a school may set it.

    """

    key: str
    default: V
    row: str
    source: str
    allowed: Allowed = None

    @property
    def value(self) -> V:
        """What holds now."""
        return cast("V", _IN_FORCE.get(self.key, self.default))


PAGE = "the career center's page “Get Connected”"
OURS = "our judgement"

# The school's own names and links.
SCHOOL_NAME = Rule("name", "", "R40", OURS, Words.LINE)
CENTER_PAGE = Rule(
    "page", "https://wp.stolaf.edu/pipercenter/get-connected", "R25", PAGE, Words.LINK
)
DIRECTORY = Rule("directory", "", "R10", PAGE, Words.LINK)
QUESTION_PAGE = Rule("question_page", "", "R25", PAGE, Words.LINK)
QUESTION_FILE = Rule("question_file", "", "R25", OURS, Words.FILE)
COUNTRY = Rule("country", "", "R36", f"{OURS}: whose holidays hold", Words.COUNTRY)
REGION = Rule(
    "region", "", "R36", f"{OURS}: some holidays hold in a part of a country", Words.REGION
)

# Finding out whom to ask.
ACTIVE_TARGETS = Rule(
    "active_targets", 5, "R3", "Dalton: keep an active few out of a list of 15 to 40", (1, 15)
)
COUNSELOR_AFTER = Rule("", 3, "R4", f"{OURS}: three conversations are enough to see what moved")
FIRST_PEOPLE = Rule("", 5, "R6", f"{OURS}: five names are enough to begin")
PEOPLE_TO_ASK = Rule("", 8, "R8", f"{OURS}: a list that is read to its end")
SHOWN_FIRST = Rule("", 3, "R8", f"{OURS}: three names are a choice, eight are a chore")
TEAM_SIZE = Rule("", 150, "R8", f"{OURS}: in a larger class, not all know each other")
LABELLED_ON_MAP = Rule("", 25, "R52", "measured: 274 of 300 labels overlap when all are drawn")
OPEN_ASKS = Rule("open_asks", 2, "R33", f"{OURS}: help in small doses", (1, 5))

# Asking.
MINUTES_ASKED = Rule("minutes_asked", 20, "R13", f"{PAGE}; other centers say 15 to 30", (10, 30))
WORDS_SHORT = Rule(
    "first_message_from", 60, "R18", "a vendor's study of replies: 50 to 125 words", (20, 150)
)
WORDS_LONG = Rule(
    "first_message_to", 100, "R18", "a vendor's study of replies: 50 to 125 words", (40, 250)
)
WORDS_WARN = Rule(
    "first_message_warn", 125, "R18", "a vendor's study of replies: 50 to 125 words", (60, 400)
)
VOICEMAIL_SECONDS = Rule("voicemail_seconds", 20, "R15", OURS, (10, 60))
FAVORS_NOTED = Rule("", 2, "R33", f"{OURS}: one small favor is fine; two are weighed")
FINDINGS_SHOWN = Rule("", 2, "N6", f"{OURS}: two suggestions at a time")
MESSAGES = Rule(
    "messages_at_most", 2, "R33", "Carleton: wait at least a week, then ask once more", (1, 3)
)
NUDGE_DAYS = Rule("nudge_business_days", 7, "R33", "Carleton: wait at least a week", (3, 20))
NOT_BEFORE = Rule("not_before_hour", 8, "R16", f"{OURS}: not before 8 o'clock their time", (5, 12))
NOT_AFTER = Rule("not_after_hour", 19, "R16", f"{OURS}: not after 19 o'clock their time", (13, 23))
REQUESTS_BEFORE_RATE = Rule("", 20, "R51", f"{OURS}: a rate of fewer says nothing")

# The conversation.
CONFIRM_EARLIEST = Rule("confirm_earliest_hours", 48, "R16", "Puget Sound, Rice", (2, 168))
CONFIRM_LATEST = Rule("confirm_latest_hours", 24, "R16", "Puget Sound, Rice", (1, 72))
CLOSING_MINUTES = Rule("closing_minutes", 5, "R26", PAGE, (2, 8))
QUESTIONS = Rule("questions", 5, "R22", "Rochester: 5 to 10 for half an hour", (3, 15))
MUST_ASKS = Rule("must_asks", 3, "R22", OURS, (1, 10))
INTRODUCTION_SECONDS = Rule("introduction_seconds", 60, "R19", OURS, (20, 120))
QUESTION_MINUTES = Rule("", 3, "R22", f"{OURS}: five questions in 15 minutes")
SPOKEN_WORDS_A_MINUTE = Rule("", 140, "R19", f"{OURS}: unhurried speech, 130 to 150 words")

# Keeping one's word.
THANK_YOU_HOURS = Rule(
    "thank_you_hours", 48, "R34", f"{PAGE}; Yale says 24, Hampshire 2 to 3 days", (12, 96)
)
THANK_YOU_REMINDER = Rule("thank_you_reminder_hours", 24, "R34", "Yale: within a day", (1, 72))
REFERRAL_DAYS = Rule("referral_business_days", 1, "R36", f"{PAGE}: right away", (1, 5))
DAY_ENDS = Rule("", 17, "R36", f"{OURS}: a day's work is over at 5 pm")
OUTCOME_DAYS = Rule("outcome_days", 14, "R35", "Yale, Portland, Santa Clara", (7, 60))
QUARTER_MONTHS = Rule(
    "keep_in_touch_months", 3, "R35", "Yale, Portland, Santa Clara: every 3 to 4 months", (1, 12)
)

UNTOUCHED_MONTHS = Rule(
    "", 12, "R38", f"{OURS}: after a year nobody needs a stranger's details any more"
)

# Being there.
SHADOW_SAMPLE = Rule(
    "shadow_sample_minutes", 30, "R46", f"{OURS}: often enough to see the quiet hours", (5, 120)
)

# The room.
ROOM_FOLDER = Rule("room_folder", "", "N1", f"{OURS}: where a room's files meet", Words.FOLDER)
ROOM_HOURS = Rule("", 8, "N1", f"{OURS}: everything of a session expires the same day")
ROOM_QUESTIONS = Rule("", 300, "N1", f"{OURS}: five questions each for sixty people")
ROOM_ASKS = Rule("", 5, "N1", f"{OURS}: whoever asks more is trying out names")
SUMMARY_DAYS = Rule("", 70, "N11", f"{OURS}: six weeks, and four more to answer")
SMALLEST_CELL = Rule("", 5, "N11", "method: no count under five, so that nobody stands out")
SMALLEST_OUTCOME = Rule(
    "", 10, "N11", "method: ten for outcomes; where too few return, totals only"
)


def question_minutes() -> int:
    """Return how long the questions take: what was asked for without the closing (R26).

    >>> question_minutes()
    15
    """
    return MINUTES_ASKED.value - CLOSING_MINUTES.value


ALL: Mapping[str, Rule[Any]] = {
    name: rule for name, rule in list(globals().items()) if isinstance(rule, Rule)
}
"""Every rule by the name that the code has for it."""

BY_KEY: Mapping[str, Rule[Any]] = {rule.key: rule for rule in ALL.values() if rule.key}
"""What a school may replace, by its key in `school.toml`."""

ORDERED: tuple[tuple[Rule[int], Rule[int]], ...] = (
    (CLOSING_MINUTES, MINUTES_ASKED),
    (WORDS_SHORT, WORDS_LONG),
    (WORDS_LONG, WORDS_WARN),
    (MUST_ASKS, QUESTIONS),
    (CONFIRM_LATEST, CONFIRM_EARLIEST),
    (THANK_YOU_REMINDER, THANK_YOU_HOURS),
)
"""Pairs of which the first may not be larger than the second."""


def put_in_force(values: Mapping[str, Any]) -> None:
    """Let checked values hold in place of the defaults, and no others; see `school.apply`."""
    _IN_FORCE.clear()
    _IN_FORCE.update(values)
