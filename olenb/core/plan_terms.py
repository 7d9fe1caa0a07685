"""The choices of a plan: which of four it is, how it fits, what came of it (R41–R48)."""

from enum import IntEnum, StrEnum


class PlanKind(StrEnum):
    """The four ways to be useful somewhere and to be seen there."""

    VOLUNTEER = "volunteer"
    INTERNSHIP = "own internship"
    ARTICLE = "article"
    SHADOWING = "shadowing"

    @property
    def label(self) -> str:
        """The plan as the screen offers it."""
        return _KINDS[self][0]

    @property
    def promise(self) -> str:
        """What it is and takes, in one line."""
        return _KINDS[self][1]

    @property
    def doing(self) -> str:
        """The plan as it stands before "at" and a place."""
        return _KINDS[self][2]


_KINDS: dict[PlanKind, tuple[str, str, str]] = {
    PlanKind.VOLUNTEER: (
        "Volunteer with a skill",
        "A few hours a week for a place whose work matters to you, with the skill you want.",
        "Volunteering",
    ),
    PlanKind.INTERNSHIP: (
        "Make your own internship",
        "One page that says what they gain and what you learn, for a place that offers none.",
        "Own internship",
    ),
    PlanKind.ARTICLE: (
        "Write for a trade publication",
        "One piece for the people whose work you're curious about, sent to one editor.",
        "Article",
    ),
    PlanKind.SHADOWING: (
        "Shadow somebody at work",
        "A day beside somebody: you watch, ask, and help where you may.",
        "Shadowing",
    ),
}


class Level(IntEnum):
    """One of three described levels; a level is a description, never a grade."""

    @property
    def label(self) -> str:
        """The level as the screen offers it."""
        return _LEVELS[type(self).__name__][self - 1][0]

    @property
    def told(self) -> str:
        """The level as a sentence says it back to the user."""
        return _LEVELS[type(self).__name__][self - 1][1]


class SkillMatch(Level):
    """How much of the work is the skill that the user wants to build (R41)."""

    OTHER = 1
    PARTLY = 2
    MOSTLY = 3


class Visibility(Level):
    """Who would see the work (R44)."""

    ALONE = 1
    INSIDE = 2
    FIELD = 3


class Mission(Level):
    """How much the place's purpose means to the user."""

    A_PLACE = 1
    LIKE = 2
    CARE = 3


_LEVELS: dict[str, tuple[tuple[str, str], ...]] = {
    "SkillMatch": (
        ("I'd mostly use what I can do already", "you'd mostly use what you can do already"),
        (
            "some of the work is the skill I want to build",
            "some of the work is the skill you want to build",
        ),
        (
            "most of the work is the skill I want to build",
            "most of the work is the skill you want to build",
        ),
    ),
    "Visibility": (
        ("I'd work mostly by myself", "you'd work mostly by yourself"),
        ("a few people there would see my work", "a few people there would see your work"),
        ("people in the field would see my work", "people in the field would see your work"),
    ),
    "Mission": (
        ("it's a place like others to me", "it's a place like others to you"),
        ("I like what they do", "you like what they do"),
        ("what they do matters a lot to me", "what they do matters a lot to you"),
    ),
}
FIT: dict[str, tuple[str, type[Level]]] = {
    "skill_match": ("Skill", SkillMatch),
    "visibility": ("Being seen", Visibility),
    "mission": ("Purpose", Mission),
}
"""The three sides of a fit, shown apart and never summed: column of `opportunity` -> its heading
and its levels."""


class Decision(StrEnum):
    """What the user does with a kind of work after having been there (R46)."""

    KEEP = "keep"
    DROP = "drop"
    TEST = "test"

    @property
    def label(self) -> str:
        """The decision as the screen offers it."""
        return {
            "keep": "Keep it on my list",
            "drop": "Let it go: that is a result, too",
            "test": "I want to find out one more thing",
        }[self.value]


class PitchReply(StrEnum):
    """What became of a pitch; no answer yet is an empty field (R45)."""

    YES = "yes"
    NO = "no"
    TAKEN_BACK = "taken back"

    @property
    def label(self) -> str:
        """The reply as the screen offers it."""
        return {
            "yes": "They want it",
            "no": "Not for them",
            "taken back": "I took it back",
        }[self.value]
