"""What a draft is filled from: who writes to whom, through whom, about what, and what was said."""

from dataclasses import dataclass
from datetime import date

from olenb.method.times import Slot
from olenb.network.targets import Target
from olenb.network.words import called


@dataclass(frozen=True)
class Person:
    """Somebody in a draft; every text stands on one line, "" where nothing is known."""

    id: int
    name: str
    knows_me: bool = False
    organization: str = ""
    role: str = ""
    city: str = ""
    school: str = ""
    class_year: int | None = None
    shared: str = ""
    zone: str = ""

    @property
    def called(self) -> str:
        """The first name, where there plainly is one."""
        return called(self.name)


@dataclass(frozen=True)
class Meeting:
    """A time that was agreed on."""

    slot: Slot | None
    channel: str
    place: str


@dataclass(frozen=True)
class Facts:
    """All that a draft may say.

    Parameters
    ----------
    me, to
        Who writes, who reads.
    via
        Who brought the user to them, only where their name may be used (R37).
    about
        Whom it is about: the person whom an introducer is asked to reach, or who was met.
    told
        Whether the reader said that they know that person.
    target
        What it is about.
    asked_on
        The day on which the user last asked, ISO 8601, or "".
    met_on
        The day of the last conversation with the reader, or with whom it is about.
    learned, next_action, advice, done
        What that conversation left; nothing confidential.
    meeting
        What was agreed on.
    slots
        Times to propose.
    today
        The day on which it is written.
    refused
        Why a name was left out, one sentence each, without the name.
    allowed
        What the one who is named said about that, their limits included; "" where nobody is.
    stays
        How many texts stay in the workbook, in words, "" for none (R38).
    """

    me: Person
    to: Person
    today: date
    via: Person | None = None
    about: Person | None = None
    told: bool = False
    target: Target | None = None
    asked_on: str = ""
    met_on: str = ""
    learned: str = ""
    next_action: str = ""
    advice: str = ""
    done: str = ""
    meeting: Meeting | None = None
    slots: tuple[Slot, ...] = ()
    refused: tuple[str, ...] = ()
    allowed: str = ""
    stays: str = ""

    @property
    def names(self) -> list[str]:
        """Every fact that stands in a draft as it is."""
        people = [self.me, self.to, *filter(None, (self.via, self.about))]
        words = [self.learned, self.next_action, self.advice, self.done]
        words += [text for one in people for text in (one.name, one.called, one.organization)]
        words += [text for one in people for text in (one.role, one.city, one.school)]
        if self.target:
            words += [self.target.name, self.target.role, self.target.industry, self.target.region]
        return [word for word in words if word]
