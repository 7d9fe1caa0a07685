"""The sentences of the answer: short, warm, and honest about how sure each step is."""

from collections.abc import Sequence

from olenb.core.terms import Circle, Evidence, Reply, Willingness

NOT_ASKED = "not asked yet"
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_NO_FIRST_NAMES = {
    *("dr", "prof", "professor", "mr", "mrs", "ms", "mx", "rev", "sir", "fr", "sr", "st"),
    *("my", "your", "the", "aunt", "uncle", "coach", "pastor"),
}


def called(name: str) -> str:
    """Return the first name where a name plainly has one, else the whole name.

    >>> called("Ana Ruiz"), called("Dr. Ana Ruiz"), called("J. Smith")
    ('Ana', 'Dr. Ana Ruiz', 'J. Smith')
    """
    first = next(iter(name.split(maxsplit=1)), name)
    plain = first.strip(".,").casefold()
    return name if len(plain) < 2 or plain in _NO_FIRST_NAMES or not first[0].isalpha() else first


def on(date: str | None) -> str:
    """Return a date, month or year as part of a sentence, "" where there is none.

    >>> on("2026-05-03"), on("2026-05"), on("2026"), on(None)
    (' on 3 May 2026', ' in May 2026', ' in 2026', '')
    """
    parts = (date or "").split("T")[0].split("-")
    if not all(part.isdecimal() for part in parts):
        return ""
    if len(parts) == 1:
        return f" in {parts[0]}"
    month = int(parts[1])
    if not 1 <= month <= len(_MONTHS):
        return f" in {parts[0]}"
    if len(parts) == 2:
        return f" in {_MONTHS[month - 1]} {parts[0]}"
    return f" on {int(parts[2])} {_MONTHS[month - 1]} {parts[0]}"


def until(date: str | None) -> str:
    """Return until when, as part of a sentence.

    >>> until("2021"), until("")
    (' until 2021', ' before')
    """
    return f" until {date[:4]}" if date else " before"


def knowing(evidence: str, one: str, other: str, as_of: str | None, setting: str | None) -> str:
    """Say how I know that two people know each other.

    >>> knowing("told", "Ana", "Rosa", "2026-05-03", None)
    'Ana told you on 3 May 2026 that they know Rosa.'
    """
    if evidence == Evidence.TOLD:
        sentence = f"{one} told you{on(as_of)} that they know {other}."
    elif evidence == Evidence.SEEN:
        sentence = f"You saw or heard{on(as_of)} that {one} and {other} know each other."
    elif evidence == Evidence.SHARED_TEAM:
        sentence = f"{one} and {other} were on the same team or in the same class."
    else:
        sentence = f"You guess that {one} knows {other}."
    return f"{sentence} They know each other from {setting}." if setting else sentence


def helping(name: str, willingness: str | None) -> str:
    """Say what I said of somebody's willingness, "" where I said nothing yet.

    >>> helping("Ana", "likely"), helping("Ana", None)
    ('You said that Ana would likely make time for you.', '')
    """
    if willingness == Willingness.SURE:
        return f"You are sure that {name} would make time for you."
    if willingness == Willingness.LIKELY:
        return f"You said that {name} would likely make time for you."
    if willingness == Willingness.UNSURE:
        return f"You aren't sure whether {name} would make time; many do."
    return ""


def weakest(steps: Sequence[tuple[str, str, int, str]]) -> str:
    """Name the least certain step, or all of them where they are equal.

    Parameters
    ----------
    steps
        Each step's two ends, its rank and its words.

    >>> weakest([("you", "Ana", 1, "not asked yet"), ("Ana", "Rosa", 3, "they told me")])
    'you and Ana: not asked yet'

    """
    lowest = min(rank for _, _, rank, _ in steps)
    return "; ".join(
        f"{one} and {other}: {how}" for one, other, rank, how in steps if rank == lowest
    )


def step(willingness: str | None) -> str:
    """Return the words for the first step."""
    return willingness or NOT_ASKED


def you_know(name: str, how: str) -> str:
    """Say that somebody is known already.

    >>> you_know("Ana", "cousin")
    'You know Ana yourself (cousin), and they are there now.'
    """
    return f"You know {name} yourself{f' ({how})' if how else ''}, and they are there now."


def same_school(name: str, school: str, year: int | None) -> str:
    """Say that somebody went to the same school.

    >>> same_school("Ana", "Lakewood", 2012)
    'Ana went to Lakewood too, class of 2012. You could write to them yourself.'
    """
    when = f", class of {year}" if year else ""
    return f"{name} went to {school} too{when}. You could write to them yourself."


def same_employer(helper: str, name: str, place: str) -> str:
    """Put the question that a shared employer is.

    >>> same_employer("Ana", "Rosa", "Acme")
    'Ana and Rosa have both worked at Acme. Does Ana know Rosa?'
    """
    return f"{helper} and {name} have both worked at {place}. Does {helper} know {name}?"


def worked_there(name: str, place: str, stop: str | None) -> str:
    """Put the question to somebody who left.

    >>> worked_there("Ana", "Acme", "2021-06")
    'Ana was at Acme until 2021. Do they still know somebody there?'
    """
    return f"{name} was at {place}{until(stop)}. Do they still know somebody there?"


def acquaintance(circle: str | None, relation: str | None) -> str:
    """Return how I know somebody, in my own words where there are some."""
    return relation or (Circle(circle).value if circle else "")


def answered(name: str, reply: str) -> str:
    """Say what an answer without a name means.

    >>> answered("Ana", "no")
    'Noted: Ana knows nobody there. The next person may.'
    """
    return {
        Reply.YES: f"Noted: {name} knows somebody. Add the name when you have it.",
        Reply.NO: f"Noted: {name} knows nobody there. The next person may.",
        Reply.WILL_ASK: f"Noted: {name} will ask. It stays on your list until you hear more.",
    }[Reply(reply)]


def opened(name: str, other: str, introduction: bool) -> str:
    """Say what an answer with a name opened.

    >>> opened("Ana", "Rosa", True)
    'Ana could introduce you to Rosa.'
    """
    if introduction:
        return f"{name} could introduce you to {other}."
    return f"Noted: {name} knows {other}."


def listed(names: Sequence[str]) -> str:
    """Return names as part of a sentence.

    >>> listed(["Acme"]), listed(["Acme", "Zed", "Moss"])
    ('Acme', 'Acme, Zed and Moss')
    """
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def door(is_person: bool, name: str, labels: Sequence[str]) -> str:
    """Say what would open which targets (N9).

    >>> door(False, "Moss Clinic", ["Acme"])
    'A volunteer role or a day of shadowing at Moss Clinic could open a way to Acme.'
    """
    step = (
        f"Getting to know {name}"
        if is_person
        else f"A volunteer role or a day of shadowing at {name}"
    )
    return f"{step} could open a way to {listed(labels)}."


def still_open(label: str, criteria: Sequence[str], who: Sequence[str]) -> str:
    """Say whom to look for at a target (N8).

    >>> still_open("Acme", ["can hire"], ["Rosa"])
    'For Acme, a good next person is one who can hire. You noted that of Rosa.'
    >>> still_open("Acme", [], [])
    'For Acme you have talked with all three kinds of people.'
    """
    if not criteria:
        return f"For {label} you have talked with all three kinds of people."
    noted = f" You noted that of {listed(who)}." if who else ""
    return f"For {label}, a good next person is one who {' or '.join(criteria)}.{noted}"
