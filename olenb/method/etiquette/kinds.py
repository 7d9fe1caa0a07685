"""What kind of message it is: the rules differ between a letter, a phone card and a thank-you."""

from enum import StrEnum

from olenb.core.terms import Channel, DraftKind


class Kind(StrEnum):
    """The kinds of message that the check knows; `--kind` on the command line."""

    EMAIL = "email"
    LETTER = "letter"
    PHONE = "phone"
    MESSAGE = "message"
    THANKS = "thanks"
    INTRODUCTION = "introduction"
    ASK_AROUND = "ask-around"


WRITTEN = frozenset({Kind.EMAIL, Kind.LETTER, Kind.MESSAGE})
"""How a first message is written; its parts are looked for in these."""

_BY_STEP = {
    DraftKind.ASK_AROUND: Kind.ASK_AROUND,
    DraftKind.INTRODUCTION: Kind.INTRODUCTION,
    DraftKind.THANKS: Kind.THANKS,
    DraftKind.THANKS_INTRODUCER: Kind.THANKS,
}
_BY_CHANNEL = {
    Channel.LETTER: Kind.LETTER,
    Channel.PHONE: Kind.PHONE,
    Channel.LINKEDIN: Kind.MESSAGE,
    Channel.TEXT: Kind.MESSAGE,
}


def kind_of(step: DraftKind, channel: Channel) -> tuple[Kind, bool]:
    """Return the kind of a draft, and whether it is the first message to that person.

    >>> kind_of(DraftKind.FIRST, Channel.LINKEDIN)
    (<Kind.MESSAGE: 'message'>, True)
    >>> kind_of(DraftKind.THANKS, Channel.LETTER)
    (<Kind.THANKS: 'thanks'>, False)
    """
    kind = _BY_STEP.get(step) or _BY_CHANNEL.get(channel, Kind.EMAIL)
    return kind, step is DraftKind.FIRST
