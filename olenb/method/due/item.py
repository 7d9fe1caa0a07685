"""One thing that is due."""

from dataclasses import dataclass

from olenb.core.due_terms import Due
from olenb.method.deadlines import Deadline


@dataclass(frozen=True)
class Item:
    """One thing to do with one person, because of one thing that happened.

    Parameters
    ----------
    action
        What.
    person
        With whom: their id.
    deadline
        By when.
    why
        One or two sentences, with nothing in them that is confidential.
    target, conversation, meeting, referral, touch
        What it is about: ids of the rows that it follows from.

    """

    action: Due
    person: int
    deadline: Deadline
    why: str
    target: int | None = None
    conversation: int | None = None
    meeting: int | None = None
    referral: int | None = None
    touch: int | None = None

    @property
    def subject(self) -> dict[str, int | None]:
        """What tells it from others of its kind: columns of `put_off`."""
        return {
            "person": self.person,
            "conversation": self.conversation,
            "meeting": self.meeting,
            "referral": self.referral,
            "touch": self.touch,
        }

    @property
    def key(self) -> str:
        """A name that stays the same: "thank-7-c12" is about person 7 and conversation 12."""
        about = [
            f"{name[0]}{number}"
            for name, number in self.subject.items()
            if name != "person" and number is not None
        ]
        return "-".join([self.action.replace(" ", "-"), str(self.person), *about])
