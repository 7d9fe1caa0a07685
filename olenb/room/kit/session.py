"""Cards of the session itself: a question for the wall, answers, leaving, six weeks later (N1, N2).

What is written on the wall and on the counselor's sheet has the shape of the room's files: a
participant's code, a question's number, how sure. There is no place for a contact's name.
"""

from collections.abc import Sequence

from olenb.core import rules
from olenb.core.measure_terms import ITEM_ENDS, NO_TEST, UNVALIDATED, Item, Occasion
from olenb.core.terms import Band
from olenb.room.documents import Question, new_code
from olenb.room.kit.parts import BLANK, Card, Choose, Group, Paper, Part, Say, Table, Write

DOTS = 6
_DOTS_A_SHEET = 40
_ROWS = 14
_OFFERS = 4
_BLANK_CODE = "_" * 4
_LEVELS = tuple(f"{band.value}" for band in sorted(Band))
_LEGEND = ", ".join(f"{band.value} {band.label.lower()}" for band in sorted(Band))

_STAYS = (
    "All that you write about yourself and your people: on your own sheets, or in your own file.",
    "Nobody collects the people sheet, and nobody looks over your shoulder.",
)
_MAY_BE_SHOWN = (
    "One question to the room: a place, a kind of work, a field or a region. It can show a plan of "
    "yours, so no question is fine, too.",
    "A dot beside somebody else's question, if you know a person whom they could talk with. On the "
    "dot are your code and how sure you are, never a name. No dot is fine, too.",
    "You ask your person first. Their name is said after they have agreed.",
)
_KEPT = (
    "Until the end of the session: questions, dots and codes. Then they are shredded or deleted.",
)
_COUNTED = "After that: numbers without names, and none of them for fewer than"
_LATER = "This sheet stays with you. You may fill it in later, on the page about the room."
_ALWAYS = (
    "Leave out any question. Take your strip and your dots off the wall. Go on by yourself. Ask "
    "first what will happen with something.",
)


def new_codes(people: int) -> tuple[str, ...]:
    """Return a code for each person, all different, in the order of the alphabet.

    Parameters
    ----------
    people
        How many, 1 or more.
    """
    codes: set[str] = set()
    while len(codes) < people:
        codes.add(new_code())
    return tuple(sorted(codes))


def question_strips(codes: Sequence[str]) -> Paper:
    """Return a strip for each person: a question to post, a stub to keep, dots to stick.

    Parameters
    ----------
    codes
        One for each person.
    """
    use = (
        "One strip for everybody, the counselor and guests too. Whoever wants to posts the upper "
        "part; nobody has to. The codes are new each time: print them for one session only."
    )
    cards = tuple(map(_strip, codes))
    return Paper("question-strips", "Question strips", use, cards, down=3, once=True)


def dots() -> Paper:
    """Return dots to cut apart, for those who run out of theirs."""
    dot = Card("", (Say(f"Code {_BLANK_CODE}"), Choose("", _LEVELS, beside=True)))
    use = f"One sheet, in reserve. Tick how sure you are: {_LEGEND}."
    return Paper("dots", "Dots", use, (dot,), across=5, down=_DOTS_A_SHEET // 5)


def room_answers(codes: Sequence[str] = ()) -> Paper:
    """Return the counselor's sheets: which question has which offers, to be typed in later.

    Parameters
    ----------
    codes
        Those of the strips; without them the questions' numbers are written in by hand.
    """
    numbers = [Question(code).id for code in codes] or [f"{_BLANK_CODE} - __"] * _ROWS
    chunks = (numbers[at : at + _ROWS] for at in range(0, len(numbers), _ROWS))
    use = (
        f"For the counselor: a sheet for every {_ROWS} strips. Printed together with the strips "
        "it has their codes, so it is shredded with them."
    )
    cards = tuple(map(_from_the_wall, chunks))
    return Paper("room-answers", "Answers from the wall", use, cards, once=True)


def three_minutes() -> Paper:
    """Return the questions about oneself, with a column for each of the three occasions (N11)."""
    sure = [item for item in Item if item.ends == ITEM_ENDS]
    columns = tuple(occasion.label for occasion in Occasion)
    others = tuple((_with_ends(item),) for item in Item if item.ends != ITEM_ENDS)
    low, high = ITEM_ENDS
    parts: tuple[Part, ...] = (
        Say(f"{UNVALIDATED} {NO_TEST} Write numbers from 0 to 100, and skip what you like."),
        Table(
            f"How sure are you that you can? 0: {low}. 100: {high}.",
            ("I can …", *columns),
            tuple((item.words,) for item in sure),
        ),
        Table("And three more", ("Question", *columns), others),
        Say(_LATER, quiet=True),
    )
    use = "One sheet for everybody, at the beginning. It stays with its owner."
    return Paper("three-minutes", "Three minutes", use, (Card("Three minutes about you", parts),))


def exit_ticket() -> Paper:
    """Return the exit ticket: one half to keep, one half to hand in that names nobody."""
    keep = (
        Write("Whom I will ask"),
        Write("Day and time"),
        Choose("How", ("email", "letter", "phone", "in person"), beside=True),
    )
    hand_in = (
        Choose("I know whom I will ask", ("yes", "not yet"), beside=True),
        Write("I will ask on (a day)"),
        Choose("My draft is written", ("yes", "no"), beside=True),
    )
    halves = (Group("To keep", keep), Group("To hand in: no name, please", hand_in))
    card = Card("Before I go", (Group("", halves, columns=2),))
    use = "A third of a sheet for everybody. Only the right half is collected."
    return Paper("exit-ticket", "Exit ticket", use, (card,), down=3)


def six_week_card() -> Paper:
    """Return the card for six weeks later: what happened, and what it changed."""
    hours = rules.THANK_YOU_HOURS.value
    counted = (
        "people I asked",
        "people who answered",
        "conversations I had",
        f"thank-yous sent within {hours} hours",
        "introductions somebody made for me",
        "decisions that changed: goals, hunches, plans",
    )
    parts: tuple[Part, ...] = (
        Say("A guess is fine, and nothing is fine, too. No names, please.", quiet=True),
        Table("In these six weeks", ("What", "How many"), tuple((what,) for what in counted)),
        Write("What I decided, or see otherwise now, because of a conversation", 2),
        Write("My next step, and by when"),
    )
    use = "Half a sheet for everybody, handed out or sent six weeks after the session."
    return Paper("six-week-card", "Six-week card", use, (Card("Six weeks later", parts),), down=2)


def data_sheet() -> Paper:
    """Return the page that says what is kept of the session, by whom and how long."""
    least = rules.SMALLEST_CELL.value
    parts = tuple(
        Group(title, tuple(Say(each) for each in said))
        for title, said in (
            ("What stays with you", _STAYS),
            ("What you may show", _MAY_BE_SHOWN),
            ("What the counselor keeps", (*_KEPT, f"{_COUNTED} {least} people.")),
            ("You may always", _ALWAYS),
        )
    )
    use = "One sheet on every table, and read aloud at the beginning."
    card = Card("What happens with what you write", parts)
    return Paper("data-sheet", "What is kept", use, (card,))


def _with_ends(item: Item) -> str:
    low, high = item.ends
    return f"{item.words} (0: {low}, 100: {high})"


def _strip(code: str) -> Card:
    asks = Question(code, 1, organization=BLANK, role=BLANK, region=BLANK)
    post = Group(f"{asks.id} · for the wall, if you like", (Say(asks.words, strong=True),))
    legend = Say(f"A dot says: I could ask somebody I know. How sure? {_LEGEND}.", quiet=True)
    dots_here = tuple(Choose(code, _LEVELS, beside=True) for _ in range(DOTS))
    mine = Group(f"{code} · your code: this part is yours", (legend,))
    return Card("", (post, mine, Group("", dots_here, columns=DOTS)))


def _from_the_wall(numbers: Sequence[str]) -> Card:
    offers = tuple(f"Offer {number}" for number in range(1, _OFFERS + 1))
    columns = ("Question", "Place, kind of work, field, region", *offers)
    how = (
        "Copy from the wall, strip by strip: what is asked for, and for each dot its code and how "
        f"sure it is ({_LEGEND}). No dot, no entry. Names belong nowhere on this sheet."
    )
    pairing = (
        "To pair by hand, begin with the questions that have one dot, the surest first. Nobody is "
        "in two pairs; with an odd number, three talk together. Whoever has no offer practices "
        "with a partner. Shred this sheet when the session is over."
    )
    table = Table("Questions and offers", columns, tuple((number,) for number in numbers))
    parts = (Say(how), Write("Session’s code, and day"), table, Say(pairing, quiet=True))
    return Card("From the wall", parts)
