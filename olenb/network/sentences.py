"""What to say when asking around: one question, no favor too big, an easy way out (R2, R8, R17)."""

from olenb.core.terms import Circle
from olenb.network.hints import Hint
from olenb.network.targets import Target

COUNSELOR_REASON = "knows graduates and places to work, and can ask for you"

_GENERAL: dict[Circle, str] = {
    Circle.FAMILY: "family often know people whom you have never heard of",
    Circle.FRIEND: "friends like to help, and their families know people too",
    Circle.CLASSMATE: "classmates have families, jobs and teachers of their own",
    Circle.PROFESSOR: "teachers stay in touch with former students",
    Circle.CAMPUS: "campus people meet graduates and employers all year",
    Circle.MENTOR: "mentors like to be asked",
    Circle.ALUMNI: "graduates of your school know each other",
    Circle.COWORKER: "coworkers had other jobs before this one",
    Circle.FORMER_COWORKER: "people whom you worked with have moved on to other places",
    Circle.PARENTS_COWORKER: "they know your family, and a working world of their own",
    Circle.TEAM: "a team brings together people from many places",
    Circle.FAITH: "in a community somebody always knows somebody",
    Circle.NEIGHBOR: "neighbors know who works where",
    Circle.ONLINE: "people online have circles that yours don't touch",
    Circle.LOST_TOUCH: "a question is a good reason to say hello again",
    Circle.OTHER: "they know people whom you don't",
}


def general(circle: str | None, place: str) -> str:
    """Return an honest reason where nothing else speaks for asking somebody.

    >>> general("family", "")
    'family often know people whom you have never heard of'
    >>> general(None, "Acme")
    "works at Acme and knows people whom you don't"
    """
    if circle in (None, Circle.OTHER, Circle.ONLINE) and place:
        return f"works at {place} and knows people whom you don't"
    return _GENERAL[Circle(circle or Circle.OTHER)]


def curiosity(target: Target) -> str:
    """Say what the user is curious about, as part of a sentence.

    >>> curiosity(Target(1, "", 2, "Acme", "analyst", "", "", True))
    'what it is like to work as an analyst at Acme'
    """
    parts = [as_a(target.role)] if target.role.strip() else []
    parts += [f"at {target.name}"] if target.name else []
    parts += [f"in {target.industry}"] if target.industry else []
    parts += [f"in {target.region}"] if target.region else []
    return " ".join(["what it is like to work", *parts])


def as_a(role: str) -> str:
    """Return a kind of work as part of a sentence.

    >>> as_a("analyst"), as_a("lab scientist")
    ('as an analyst', 'as a lab scientist')
    """
    role = role.strip()
    article = "an" if role[:1].casefold() in tuple("aeiou") else "a"
    return f"as {article} {role}"


def sentence(hint: Hint, first_name: str, target: Target, *, long_ago: bool = False) -> str:
    """Return what to say to somebody, to be put into the user's own words.

    Parameters
    ----------
    hint
        Why they are asked.
    first_name
        What they are called.
    target
        What it is about.
    long_ago
        Whether they have lost touch.

    """
    again = " It has been a while, and I would like to hear how you are." if long_ago else ""
    return (
        f"Hi {first_name}!{again} I would love to learn {curiosity(target)}. "
        f"{_question(hint, target)} {_way_out(hint)}"
    )


def to_counselor(target: Target) -> str:
    """Return what to say to the counselor.

    >>> "graduates" in to_counselor(Target(1, "", 2, "Acme", "", "", "", True))
    True
    """
    return (
        f"I would love to learn {curiosity(target)}. Do you know graduates or others whom I "
        "could talk with, and would you ask them for me? If nobody comes to mind, that is fine."
    )


def _question(hint: Hint, target: Target) -> str:
    somebody = "somebody there" if target.name else "somebody who does that work"
    if hint is Hint.HERE:
        return "Could I ask you a few questions about it, ten minutes at most?"
    if hint is Hint.WAS_HERE:
        return "You were there: do you still know somebody I could ask about it?"
    if hint is Hint.KNOWS_SOMEBODY:
        return "I think you may know somebody there: would you ask them whether I may write?"
    return f"Do you know {somebody}, or somebody who might?"


def _way_out(hint: Hint) -> str:
    if hint is Hint.HERE:
        return "If this isn't a good time, that is fine."
    return "A name is plenty, and if nobody comes to mind, that is fine."
