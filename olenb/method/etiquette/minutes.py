"""How long is asked for (R13): "half an hour of your time", not "30 minutes from campus"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from olenb.core import rules
from olenb.method.etiquette.case import Case, Place
from olenb.method.etiquette.message import Sentence
from olenb.method.etiquette.phrases import phrases

_COUNT = (
    r"(?:\d+(?:[.,]\d+)?|a|an|one|two|three|four|several|another|one full"
    r"|a (?:full|good|whole|few|couple of)|couple of)"
)
_LENGTH = re.compile(
    rf" (?:(?P<low>\d+) (?:minutes? |min )?(?:-|to|or) )?"
    rf"(?:(?P<minutes>\d+)(?: ish| odd| or so| full| short| quick| good| free)? (?:minutes?|min) "
    rf"|(?P<half>(?:a )?half (?:an |a )?hour |an? half hour )"
    rf"|(?P<quarters>three quarters of an hour |three quarter hour )"
    rf"|(?P<quarter>(?:a )?quarter (?:of an )?hour )"
    rf"|(?P<hours>{_COUNT}) (?:or two |free |spare |short |quick |full |whole )?(?:hours?|hr) "
    rf"(?P<more>and a half |or two |or more )?)"
)
_HOURS = {"two": 2, "three": 3, "four": 4, "several": 3}


_NEAR = 160
"""How many characters around a length of time are looked at."""


class Length(NamedTuple):
    """A length of time in a sentence."""

    minutes: float
    start: int
    end: int


def too_long(case: Case) -> Iterator[Place]:
    """R13: no more than twenty minutes."""
    for sentence in case.own:
        for length in lengths(sentence):
            if length.minutes > rules.MINUTES_ASKED.value and _is_asked_for(sentence, length):
                yield sentence.place((length.start, length.end))
                break


def lengths(sentence: Sentence) -> Iterator[Length]:
    """Yield the lengths of time; of "20 to 30 minutes" the longer, of "at least 20" a bit more."""
    for match in _LENGTH.finditer(sentence.text):
        minutes = _minutes(match)
        if phrases("minutes.at-least").stand_in(f"{sentence.text[: match.start()]} @here "):
            minutes += 1
        yield Length(minutes, match.start() + 1, match.end())


def _minutes(match: re.Match[str]) -> float:
    if match["minutes"]:
        return float(match["minutes"])
    for name, length in (("half", 30), ("quarters", 45), ("quarter", 15)):
        if match[name]:
            return length
    count = match["hours"].replace(",", ".")
    hours = float(count) if count[0].isdigit() else _HOURS.get(count.split()[0], 1)
    return 60 * hours + (30 if match["more"] else 0)


def _is_asked_for(sentence: Sentence, length: Length) -> bool:
    """Tell a length that is asked of the reader from a walk, a memory or a shift at work."""
    before = sentence.text[max(0, length.start - _NEAR) : length.start]
    here = f" {before.lstrip()}@here {sentence.text[length.end : length.end + _NEAR]}"
    if phrases("minutes.not-asked").stand_in(here):
        return False
    return phrases("minutes.asked").stand_in(here)
