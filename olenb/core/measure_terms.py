"""The three minutes before, after and six weeks later: our own items, not yet validated (N11)."""

from enum import StrEnum

UNVALIDATED = "These questions are our own and not yet validated."
ITEM_ENDS = ("I can't yet", "I surely can")
"""What 0 and 100 mean where a question asks how sure somebody is."""
NO_TEST = "They are no test, and nobody grades them."


class Occasion(StrEnum):
    """When the questions are answered."""

    BEFORE = "before"
    AFTER = "after"
    LATER = "later"

    @property
    def label(self) -> str:
        """The occasion as the screen says it."""
        return {
            "before": "before the workshop",
            "after": "at its end",
            "later": "six weeks later",
        }[self.value]


class Item(StrEnum):
    """One of the questions; the first eight ask how sure somebody is that they can."""

    NAME_ROLE = "name_role"
    FIND_PERSON = "find_person"
    ASK = "ask"
    RUN = "run"
    CLOSE = "close"
    FOLLOW_UP = "follow_up"
    PERMISSION = "permission"
    DECIDE = "decide"
    CLARITY = "clarity"
    DISCOMFORT = "discomfort"
    SUPPORT = "support"

    @property
    def words(self) -> str:
        """The question."""
        return _ITEMS[self][0]

    @property
    def short(self) -> str:
        """What it is about, for a table or a picture."""
        return _ITEMS[self][1]

    @property
    def ends(self) -> tuple[str, str]:
        """What 0 and 100 mean."""
        return _ENDS.get(self, ITEM_ENDS)


_ITEMS: dict[Item, tuple[str, str]] = {
    Item.NAME_ROLE: ("Name a kind of work that I want to find out about", "name a role"),
    Item.FIND_PERSON: ("Find somebody who knows that work", "find a person"),
    Item.ASK: ("Ask them for twenty minutes", "ask"),
    Item.RUN: ("Lead a conversation of twenty minutes", "run twenty minutes"),
    Item.CLOSE: ("Close it in good time, and ask whom else I might talk to", "close"),
    Item.FOLLOW_UP: ("Thank them in time and do what I promised", "follow up"),
    Item.PERMISSION: ("Ask whether I may use their name", "get permission"),
    Item.DECIDE: ("Decide what to do next because of what I heard", "decide"),
    Item.CLARITY: ("How clear is it to you what you want to find out?", "clear goal"),
    Item.DISCOMFORT: ("How uneasy does it make you to ask somebody?", "unease"),
    Item.SUPPORT: ("How much is there somebody who helps you with this?", "support"),
}
_ENDS = {
    Item.CLARITY: ("not at all", "completely"),
    Item.DISCOMFORT: ("not at all", "very much"),
    Item.SUPPORT: ("nobody", "very much"),
}


class Far(StrEnum):
    """How far somebody is with asking; each is in one of the three."""

    NOT_YET = "not yet"
    ASKED = "asked"
    TALKED = "talked"

    @property
    def label(self) -> str:
        """The step as a summary says it."""
        return {
            "not yet": "hasn't asked yet",
            "asked": "has asked somebody",
            "talked": "has held a conversation",
        }[self.value]
