"""Every choice that the workbook knows, once, with the words that the screen uses.

Code says *tie*, *introducer*, *band*; the screen says *knows*, *who could introduce you*,
*how sure*. Each enumeration carries its screen words, so no screen invents its own.
"""

from enum import IntEnum, StrEnum


class Circle(StrEnum):
    """How I know somebody (R6); the order is the order of the prompts and of the map."""

    FAMILY = "family"
    FRIEND = "friend"
    CLASSMATE = "classmate"
    PROFESSOR = "professor"
    CAMPUS = "campus"
    MENTOR = "mentor"
    ALUMNI = "alumni"
    COWORKER = "coworker"
    FORMER_COWORKER = "former coworker"
    PARENTS_COWORKER = "parents' coworker"
    TEAM = "team"
    FAITH = "faith"
    NEIGHBOR = "neighbor"
    ONLINE = "online"
    LOST_TOUCH = "lost touch"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The circle's heading on the screen."""
        return _CIRCLES[self][0]

    @property
    def prompt(self) -> str:
        """One question that brings people of this circle to mind (R6)."""
        return _CIRCLES[self][1]

    @property
    def ease(self) -> int:
        """How easy it usually feels to ask, 1 (easiest) to 4; only an order to start from."""
        return _CIRCLES[self][2]


_CIRCLES: dict[Circle, tuple[str, str, int]] = {
    Circle.FAMILY: ("Family", "Who in your family talks with many people?", 1),
    Circle.FRIEND: ("Friends", "Which friends would pick up the phone for you?", 1),
    Circle.CLASSMATE: ("Classmates", "Who sat beside you in a class that you liked?", 2),
    Circle.PROFESSOR: ("Professors", "Which teacher would remember your work?", 2),
    Circle.CAMPUS: (
        "Campus people",
        "Who looked out for you on campus: an adviser, a supervisor, residence staff?",
        2,
    ),
    Circle.MENTOR: ("Mentors", "Whose advice do you still think about?", 1),
    Circle.ALUMNI: ("Alumni", "Whom have you met who went to your school before you?", 3),
    Circle.COWORKER: ("Coworkers", "Whom do you work with now, and trust with this?", 3),
    Circle.FORMER_COWORKER: ("Former coworkers", "Whom did you like working with before?", 2),
    Circle.PARENTS_COWORKER: (
        "Family's coworkers",
        "Who works with somebody in your family?",
        3,
    ),
    Circle.TEAM: ("Teams and clubs", "Who was on your team, in your choir, in your club?", 2),
    Circle.FAITH: ("Faith community", "Whom do you know from worship or service?", 2),
    Circle.NEIGHBOR: ("Neighbors", "Who lives near you, or near your family?", 2),
    Circle.ONLINE: ("Online", "Whom do you know mostly through a screen?", 4),
    Circle.LOST_TOUCH: ("Lost touch", "Whom did you like and haven't heard from for years?", 3),
    Circle.OTHER: ("Others", "Who else comes to mind?", 3),
}

# Free words that people type after a name, mapped to a circle where the meaning is plain.
_CIRCLE_WORDS: dict[str, Circle] = {
    word: circle
    for circle, words in {
        Circle.FAMILY: "family mother mom mum father dad sister brother aunt uncle cousin niece "
        "nephew grandmother grandma grandfather grandpa wife husband spouse partner stepmother "
        "stepfather stepsister stepbrother in-law godmother godfather relative",
        Circle.FRIEND: "friend friends roommate bestfriend buddy boyfriend girlfriend flatmate",
        Circle.CLASSMATE: "classmate classmates class labmate student",
        Circle.PROFESSOR: "professor prof teacher instructor lecturer",
        Circle.CAMPUS: "adviser advisor counselor counsellor coach campus dean librarian "
        "scholarship residence supervisor",
        Circle.MENTOR: "mentor mentors",
        Circle.ALUMNI: "alum alumni alumna alumnus alumnae",
        Circle.COWORKER: "coworker co-worker colleague colleagues boss manager work",
        Circle.FORMER_COWORKER: "ex-coworker ex-colleague ex-boss",
        Circle.TEAM: "team teammate club choir band orchestra sport sports sorority fraternity",
        Circle.FAITH: "church faith mosque synagogue temple pastor rabbi imam priest parish",
        Circle.NEIGHBOR: "neighbor neighbour neighbors",
        Circle.ONLINE: "online linkedin discord internet",
    }.items()
    for word in words.split()
}
_PAST = ("former", "ex", "old", "previous", "past")
_PARENT = ("mother's", "father's", "mom's", "mum's", "dad's", "parents'", "parent's", "aunt's")


def circle_of(word: str) -> Circle | None:
    """Return the circle that a free word means, or None where the meaning isn't plain.

    >>> circle_of("cousin"), circle_of("my former boss"), circle_of("dad's coworker")
    (<Circle.FAMILY: 'family'>, <Circle.FORMER_COWORKER: 'former coworker'>, \
<Circle.PARENTS_COWORKER: "parents' coworker">)
    >>> circle_of("met once on a train") is None
    True
    """
    text = word.strip().casefold().replace("’", "'")
    for circle in Circle:
        if text in (circle.value, circle.label.casefold()):
            return circle
    words = text.replace(",", " ").split()
    found = next((_CIRCLE_WORDS[w] for w in words if w in _CIRCLE_WORDS), None)
    if found is Circle.COWORKER and any(w in _PAST for w in words):
        return Circle.FORMER_COWORKER
    if found is Circle.COWORKER and any(w in _PARENT for w in words):
        return Circle.PARENTS_COWORKER
    return found


class Willingness(StrEnum):
    """Would they give you twenty minutes? Leg 1 of a route (`method.md` §3, R8)."""

    SURE = "sure"
    LIKELY = "likely"
    UNSURE = "unsure"
    RATHER_NOT = "rather not ask"

    @property
    def label(self) -> str:
        """The answer as the screen offers it."""
        return {"rather not ask": "I'd rather not ask"}.get(self.value, self.value.capitalize())


class Evidence(StrEnum):
    """How I know that two people know each other. Leg 2 of a route (N7)."""

    TOLD = "told"
    SEEN = "seen"
    SHARED_TEAM = "shared_team"
    GUESS = "guess"

    @property
    def label(self) -> str:
        """The evidence as the screen says it."""
        return {
            "told": "they told me",
            "seen": "seen on a profile, or somebody else told me",
            "shared_team": "same team, class or department at the same time",
            "guess": "my guess",
        }[self.value]


class Band(IntEnum):
    """How sure a route is: the weaker of its legs."""

    WORTH_ASKING = 1
    LIKELY = 2
    STRONG = 3

    @property
    def label(self) -> str:
        """The band in words."""
        return self.name.replace("_", " ").capitalize()


WILLINGNESS_RANK: dict[str | None, int] = {
    Willingness.SURE: 3,
    Willingness.LIKELY: 2,
    Willingness.UNSURE: 1,
    None: 1,
}
EVIDENCE_RANK: dict[str, int] = {
    Evidence.TOLD: 3,
    Evidence.SEEN: 2,
    Evidence.SHARED_TEAM: 1,
    Evidence.GUESS: 1,
}


class Kind(StrEnum):
    """What a row of the answer is; the order is the order of the answer."""

    DIRECT = "direct"
    INTRODUCTION = "introduction"
    ALUMNI = "alumni"
    QUESTION = "question"

    @property
    def label(self) -> str:
        """The kind as the screen says it."""
        return {
            "direct": "you know them",
            "introduction": "somebody could introduce you",
            "alumni": "went to your school",
            "question": "a question to ask",
        }[self.value]


class Known(StrEnum):
    """One of R5's criteria as the user said it, never guessed from a title."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


CRITERIA: dict[str, str] = {
    "can_hire": "can hire",
    "knows_field": "knows the field",
    "is_connected": "is connected",
}
"""R5's three criteria: column of `person` -> words on the screen."""


class Purpose(StrEnum):
    """Why I explore (R1)."""

    VOCATION = "vocation"
    ROLE = "role"
    ORGANIZATION = "organization"
    MARKET = "market"

    @property
    def label(self) -> str:
        """The purpose as the screen offers it."""
        return {
            "vocation": "find out what kind of work fits me",
            "role": "learn what a certain job is really like",
            "organization": "learn about a certain place to work",
            "market": "learn what jobs there are in a field or a region",
        }[self.value]


class TouchKind(StrEnum):
    """What happened between the user and one person."""

    SAID_HELLO = "said hello"
    ASKED_AROUND = "asked around"
    ASKED_INTRODUCTION = "asked for an introduction"
    ASKED_CONVERSATION = "asked for a conversation"
    PROPOSED_TIMES = "proposed times"
    CONFIRMED = "confirmed the meeting"
    NUDGED = "reminded once"
    ANSWERED_NO = "answered a no"
    THANKED = "thanked"
    SENT_CARD = "sent a card"
    TOLD_INTRODUCER = "told the introducer"
    FOLLOWED_REFERRAL = "followed a referral"
    SENT_OUTCOME = "told them what came of it"
    KEPT_IN_TOUCH = "kept in touch"
    PARKED = "parked"
    STOPPED = "asked me to stop"


ASKS = (TouchKind.ASKED_AROUND, TouchKind.ASKED_INTRODUCTION)
"""What counts as a favor that somebody is waiting to hear about (R33)."""


class Reply(StrEnum):
    """What they answered; no reply yet is an empty field."""

    YES = "yes"
    NO = "no"
    WILL_ASK = "will ask"
    STOP = "stop"


class Channel(StrEnum):
    """How something reaches a person (R12)."""

    EMAIL = "email"
    LETTER = "letter"
    PHONE = "phone"
    LINKEDIN = "linkedin"
    TEXT = "text message"
    VIDEO = "video"
    IN_PERSON = "in person"

    @property
    def label(self) -> str:
        """The channel as the screen says it."""
        return "LinkedIn" if self is Channel.LINKEDIN else self.value


class DraftKind(StrEnum):
    """The steps of a contact for which there is something to write (`method.md` §4)."""

    HELLO = "hello"
    ASK_AROUND = "ask around"
    FIRST = "first message"
    INTRODUCTION = "ask for an introduction"
    SCHEDULING = "scheduling"
    CONFIRMATION = "confirmation"
    NUDGE = "nudge"
    ANSWER_TO_NO = "answer to a no"
    THANKS = "thanks"
    THANKS_INTRODUCER = "thanks to the introducer"
    OUTCOME = "outcome"
    UPDATE = "update"


class Stage(StrEnum):
    """How far it is with one person; always derived from what happened (R51)."""

    TO_ASK = "to ask"
    ASKED = "asked"
    REPLIED = "replied"
    SCHEDULED = "scheduled"
    HELD = "held"
    THANKED = "thanked"
    PARKED = "parked"


class Permission(StrEnum):
    """May I use your name? (R29, N2)."""

    YES = "yes"
    NO = "no"
    NOT_ASKED = "not asked"


class CoworkerDecision(StrEnum):
    """What the user decided after thinking about asking a current coworker (R7)."""

    GO_AHEAD = "go ahead"
    NOT_NOW = "not now"


class HypothesisAbout(StrEnum):
    """What a hunch is about (N10)."""

    ROLE = "role"
    ORGANIZATION = "organization"
    MARKET = "market"


class Verdict(StrEnum):
    """What one conversation says about a hunch (N10)."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    UNCLEAR = "unclear"


class Part(StrEnum):
    """Where in a conversation a question belongs (R24, R28)."""

    OPENING = "opening"
    MIDDLE = "middle"
    CLOSING = "closing"

    @property
    def label(self) -> str:
        """The part as the screen says it."""
        return {
            "opening": "at the beginning",
            "middle": "in the first fifteen minutes",
            "closing": "in the last five minutes",
        }[self.value]


class Topic(StrEnum):
    """What a question is about (R23); the order is the order of the question bank."""

    PATH = "path"
    WEEK = "week"
    SKILLS = "skills"
    BEST_AND_HARDEST = "best and hardest"
    CULTURE = "culture"
    TRENDS = "trends"
    FIT = "fit"
    ALTERNATIVES = "alternatives"
    NEXT = "next"

    @property
    def label(self) -> str:
        """The topic as the screen says it."""
        return {
            "path": "How they got there",
            "week": "What a real week is like",
            "skills": "What one needs to be able to do",
            "best and hardest": "The best and the hardest of it",
            "culture": "What it is like to work there",
            "trends": "What is changing",
            "fit": "Whether it would suit you",
            "alternatives": "Other ways and other places",
            "next": "What and whom to turn to next",
        }[self.value]


class Audience(StrEnum):
    """Whom a question suits best (R23)."""

    ANYONE = "anyone"
    ALUM = "alum"
    HIRING_MANAGER = "hiring manager"
    RECENT_HIRE = "recent hire"
    PROFESSOR = "professor"

    @property
    def label(self) -> str:
        """The kind of person as the screen says it."""
        return {
            "anyone": "anybody",
            "alum": "somebody who went to your school",
            "hiring manager": "somebody who hires",
            "recent hire": "somebody new in the job",
            "professor": "a professor",
        }[self.value]


class NoteKind(StrEnum):
    """What a note holds."""

    INTRODUCTION = "introduction"
    RESEARCH = "research"
    LEARNED = "learned"
    QUOTE = "quote"
    ADVICE = "advice"
    OTHER = "other"


class AffiliationKind(StrEnum):
    """What ties a person to an organization."""

    JOB = "job"
    STUDY = "study"
    VOLUNTEER = "volunteer"
    MEMBER = "member"


class Closeness(IntEnum):
    """Five described levels; a level is a description, never a grade."""

    HEARD_OF = 1
    MET = 2
    TALKED = 3
    COUNT_ON = 4
    CLOSE = 5

    @property
    def label(self) -> str:
        """The level as the screen describes it."""
        return (
            "we have heard of each other",
            "we have met",
            "we have had real talks",
            "we can count on each other",
            "we are close",
        )[self - 1]


def target_label(organization: str, role: str, industry: str, region: str) -> str:
    """Return a target in words, from whichever of its four parts there are (R3).

    >>> target_label("Mayo Clinic", "data analyst", "", "")
    'data analyst at Mayo Clinic'
    >>> target_label("", "", "public health", "Minnesota")
    'public health in Minnesota'
    """
    what = role or ("" if organization else industry)
    label = f"{what} at {organization}" if what and organization else organization or what
    if industry and what != industry:
        label = f"{label} ({industry})"
    if region:
        label = f"{label} in {region}" if label else f"something in {region}"
    return label
