"""What can be due after something happened, with its row and its words (R34 to R37, N5)."""

from enum import StrEnum


class Due(StrEnum):
    """One thing to do by a certain time; the order breaks ties between equal times."""

    CONFIRM = "confirm"
    WRITE_DOWN = "write down"
    THANK = "thank"
    CARD = "card"
    THANK_INTRODUCER = "thank introducer"
    FOLLOW_REFERRAL = "follow referral"
    NUDGE = "nudge"
    PARK = "park"
    OUTCOME = "outcome"
    KEEP_IN_TOUCH = "keep in touch"

    @property
    def row(self) -> str:
        """The row of the requirement that it comes from."""
        return _ROWS[self]

    @property
    def label(self) -> str:
        """What it is, in a few words."""
        return _LABELS[self]


_ROWS = {
    Due.CONFIRM: "R16",
    Due.WRITE_DOWN: "R4",
    Due.THANK: "R34",
    Due.CARD: "R35",
    Due.THANK_INTRODUCER: "R36",
    Due.FOLLOW_REFERRAL: "R36",
    Due.NUDGE: "R33",
    Due.PARK: "R33",
    Due.OUTCOME: "R35",
    Due.KEEP_IN_TOUCH: "R35",
}
_LABELS = {
    Due.CONFIRM: "confirm the time",
    Due.WRITE_DOWN: "write down what you heard",
    Due.THANK: "thank-you",
    Due.CARD: "card",
    Due.THANK_INTRODUCER: "thanks for the introduction",
    Due.FOLLOW_REFERRAL: "first message",
    Due.NUDGE: "one reminder",
    Due.PARK: "let it rest",
    Due.OUTCOME: "what came of it",
    Due.KEEP_IN_TOUCH: "a hello",
}
