"""The choices of the goals: what is said, hunches and what became of them, the exercises."""

from enum import IntEnum, StrEnum


class GoalKind(StrEnum):
    """What a dated line about the user's goals is (R1, R4)."""

    CURIOSITY = "curiosity"
    PURPOSE = "purpose"
    WHY_NOW = "why now"
    THEME = "theme"
    MARKET = "market"

    @property
    def label(self) -> str:
        """The kind as the screen says it."""
        return {
            "curiosity": "What I'm curious about",
            "purpose": "Why I explore",
            "why now": "Why now",
            "theme": "What runs through my stories",
            "market": "What I take from the figures",
        }[self.value]


class HypothesisStatus(StrEnum):
    """How it stands with a hunch; always derived from what conversations said (N10)."""

    OPEN = "open"
    UNCLEAR = "unclear"
    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"

    @property
    def label(self) -> str:
        """The status as the screen says it; to rule something out is a result, too."""
        return {
            "open": "not asked yet",
            "unclear": "still unclear",
            "supported": "it seems so",
            "contradicted": "it seems not",
        }[self.value]


class Interest(StrEnum):
    """Holland's six themes, by their letters and in our own words."""

    REALISTIC = "R"
    INVESTIGATIVE = "I"
    ARTISTIC = "A"
    SOCIAL = "S"
    ENTERPRISING = "E"
    CONVENTIONAL = "C"

    @property
    def label(self) -> str:
        """The theme's name and what it is like."""
        return f"{self.verb}: {self.describe}"

    @property
    def verb(self) -> str:
        """The theme in one verb."""
        return _INTERESTS[self][0]

    @property
    def describe(self) -> str:
        """What somebody who likes it may enjoy."""
        return _INTERESTS[self][1]


_INTERESTS: dict[Interest, tuple[str, str]] = {
    Interest.REALISTIC: (
        "Making",
        "hands, tools, animals or the outdoors, and seeing at the end of the day what got done",
    ),
    Interest.INVESTIGATIVE: (
        "Finding out",
        "a puzzle that nobody has solved yet, evidence, and the time to think it through",
    ),
    Interest.ARTISTIC: (
        "Creating",
        "an empty page, sound, image or word, and doing it differently from last time",
    ),
    Interest.SOCIAL: (
        "Helping",
        "people: listening, explaining, healing, and seeing somebody come out stronger",
    ),
    Interest.ENTERPRISING: (
        "Leading",
        "starting something, winning others for it, deciding, and carrying the risk",
    ),
    Interest.CONVENTIONAL: (
        "Ordering",
        "plans, figures and records that are right, and others who can count on them",
    ),
}


class InterestSource(StrEnum):
    """Where the order of the themes comes from."""

    SORTED = "sorted"
    TYPED = "typed"


class Energy(IntEnum):
    """What an activity did to the user's energy."""

    DRAINED = -2
    A_LITTLE_LESS = -1
    NEITHER = 0
    A_LITTLE_MORE = 1
    GAVE_MUCH = 2

    @property
    def label(self) -> str:
        """The level as the screen describes it."""
        return (
            "it drained me",
            "it took a little out of me",
            "neither",
            "it gave me a little energy",
            "it gave me a lot of energy",
        )[self + 2]


class Engagement(IntEnum):
    """How much the user was in an activity."""

    ELSEWHERE = 0
    HALF = 1
    INTO_IT = 2
    LOST_IN_IT = 3

    @property
    def label(self) -> str:
        """The level as the screen describes it."""
        return (
            "my mind was elsewhere",
            "I was half there",
            "I was into it",
            "I lost track of time",
        )[self]


class Lean(StrEnum):
    """What the energy log says about a kind of doing; derived, never kept."""

    SEEK = "seek"
    AVOID = "avoid"
    OPEN = "open"

    @property
    def label(self) -> str:
        """The leaning as the screen says it."""
        return {"seek": "more of this", "avoid": "less of this", "open": "can't tell yet"}[
            self.value
        ]


class StoryPrompt(StrEnum):
    """Three ways to hear one's own theme."""

    ROLE_MODEL = "role model"
    STORY = "story"
    MOTTO = "motto"

    @property
    def question(self) -> str:
        """What is asked."""
        return {
            "role model": "Growing up, whom did you want to be like? Real or invented.",
            "story": "Which book, film or show do you come back to?",
            "motto": "Which sentence would you put above your desk?",
        }[self.value]

    @property
    def because(self) -> str:
        """What is asked next."""
        return {
            "role model": "What did they do that you admired?",
            "story": "What does its main person want, and how do they go about it?",
            "motto": "When did it last help you?",
        }[self.value]


class FutureKind(StrEnum):
    """Three five-year futures that must differ."""

    GOING_ON = "going on"
    OTHERWISE = "otherwise"
    UNBOUND = "unbound"

    @property
    def label(self) -> str:
        """The future as the screen asks for it."""
        return {
            "going on": "Going on: what I have in mind now goes well",
            "otherwise": "Otherwise: that door is closed, and I do something else",
            "unbound": "Unbound: money and what others think are no question",
        }[self.value]


GAUGES: dict[str, str] = {
    "resources": "Do I have what it takes to begin: time, money, skills, people?",
    "liking": "How much would I like it?",
    "confidence": "How sure am I that I could do it?",
    "coherence": "How well does it go with who I am and what I believe in?",
}
"""The four gauges of a future: column of `future` -> the question on the screen."""

GAUGE_LEVELS = ("empty", "a quarter full", "half full", "three quarters full", "full")
"""What a gauge shows, from 0 to 4."""


class Moment(StrEnum):
    """Three moments at which to look at the goals with a counselor."""

    AFTER_GOALS = "after goals"
    BEFORE_FIRST_SEND = "before the first send"
    AFTER_THIRD = "after the third conversation"

    @property
    def label(self) -> str:
        """The moment as the screen says it."""
        return {
            "after goals": "I have a first idea of what I'm looking for",
            "before the first send": "I'm about to write to somebody for the first time",
            "after the third conversation": "I have had three conversations",
        }[self.value]

    @property
    def asks(self) -> tuple[str, ...]:
        """What to talk about then."""
        return _ASKS[self]


_ASKS: dict[Moment, tuple[str, ...]] = {
    Moment.AFTER_GOALS: (
        "What do you hear in this that I don't?",
        "Which hunch would you check first, and who would know?",
        "Is there a place or a kind of work that belongs on this list?",
    ),
    Moment.BEFORE_FIRST_SEND: (
        "Is it clear what I ask for, and how small it is?",
        "Would you answer it? What would you cut?",
        "What may stop me from sending it, and what do I do then?",
    ),
    Moment.AFTER_THIRD: (
        "What do you hear in what changed?",
        "Which path can I let go?",
        "What is the next thing to find out, and from whom?",
    ),
}
