"""Cards with words of one's own: asking around, the first message, thanks (R12, R34, R35).

They are the drafts of the workbook, of which nothing is known yet: what a draft leaves in brackets
becomes a line to write on.
"""

import re
from collections.abc import Iterator
from datetime import date

from olenb.core import rules
from olenb.core.terms import DraftKind
from olenb.method.drafts import kinds, prompts
from olenb.method.drafts.facts import Facts, Person
from olenb.room.kit.parts import BLANK, Card, Paper, Part, Say, Write

_PROMPT = re.compile(r"\[([^\[\]]+)\]")
_ANY_DAY = date(2000, 1, 1)  # what is on paper has no day yet


def ask_card() -> Paper:
    """Return two cards: asking around, and a first message."""
    somebody, stranger = Person(1, "", knows_me=True), Person(1, "")
    around = _card("Do you know somebody?", DraftKind.ASK_AROUND, somebody, lines=2)
    first = _card(f"{rules.MINUTES_ASKED.value} minutes of your time", DraftKind.FIRST, stranger)
    use = (
        "One sheet for every two people: the upper card is for somebody whom they know, the lower "
        "one for somebody new. They fill in one of them and read it aloud to a partner."
    )
    return Paper("ask-card", "Ask card", use, (around, first), down=2)


def thank_you_card() -> Paper:
    """Return two cards: thanks for the conversation, and to whoever opened the door."""
    hours = rules.THANK_YOU_HOURS.value
    by = Write(f"To be sent within {hours} hours of the end, so by", 1)
    thanks = _card("Thank you for your time", DraftKind.THANKS, Person(1, ""), by, lines=2)
    opened = _card(
        "Thank you for the door",
        DraftKind.THANKS_INTRODUCER,
        Person(1, ""),
        about=Person(2, BLANK),
        lines=2,
    )
    use = (
        "One sheet for everybody, to take home: the upper card after the conversation, the lower "
        "one for whoever made it possible. To be copied by hand or sent as an email."
    )
    return Paper("thank-you-card", "Thank-you card", use, (thanks, opened), down=2)


def _card(
    title: str,
    kind: DraftKind,
    to: Person,
    *before: Part,
    about: Person | None = None,
    lines: int = 1,
) -> Card:
    facts = Facts(me=Person(0, ""), to=to, today=_ANY_DAY, about=about)
    made = kinds.MAKERS[kind](facts, False)
    parts = [part for one in made for part in _parts(one.text, lines)]
    return Card(title, (*before, Write("Dear"), *parts, Write("Your name")))


def _parts(text: str, lines: int) -> Iterator[Part]:
    """Yield the words of a draft, and a line for each prompt in it."""
    said, gaps = text, _PROMPT.findall(text)
    if text.startswith("I'm [") and prompts.WHO in text:
        # One's own name and what one does are one line on paper.
        yield Write("I'm (your name, and who you are in a few words)")
        said, gaps = text.partition(prompts.WHO)[2].lstrip(". "), []
    if not gaps:
        if said.strip():
            yield Say(said.strip())
        return
    before, _, rest = said.partition(f"[{gaps[0]}]")
    asked = gaps[0][:1].upper() + gaps[0][1:]
    yield Write(f"{before.strip(' :')} … ({gaps[0]})" if before.strip() else asked, lines)
    yield from _parts(rest.lstrip(" .?"), lines)
