"""What is asked for: a job, contacts, favors (R2, R33)."""

import re
from collections.abc import Iterator

from olenb.core import rules
from olenb.method.etiquette.asks import asked, denied, found, time_is_asked
from olenb.method.etiquette.case import Case, Place
from olenb.method.etiquette.kinds import Kind
from olenb.method.etiquette.message import Sentence
from olenb.method.etiquette.phrases import phrases

_ANOTHER = re.compile(r" (?:,|;|and|or|also|then|plus) ")
_MAY_NAME_OTHERS = (Kind.ASK_AROUND, Kind.INTRODUCTION, Kind.THANKS)
"""Messages whose very purpose it is to be led on to somebody, or that follow a conversation."""


def a_job(case: Case) -> Iterator[Place]:
    """R2: information, not a job interview."""
    for sentence in case.own:
        span = next(found(sentence, "hiring"), None)
        if span:
            yield sentence.place(span)
        elif place := _work_is_wished_for(case.with_places(sentence)):
            yield place


def _work_is_wished_for(sentence: Sentence) -> Place | None:
    """Return where work at their place is named in a sentence that wishes for it."""
    span = phrases("hiring.post").first(sentence)
    if span and phrases("hiring.want").first(sentence) and not denied(sentence, span[0]):
        return sentence.place(span)
    return None


def contacts(case: Case) -> Iterator[Place]:
    """R33: no contacts in a first message; asking around is something else."""
    if not case.first or case.kind in _MAY_NAME_OTHERS:
        return
    for sentence in case.own:
        span = next(found(sentence, "contacts"), None)
        if span:
            yield sentence.place(span)


def more_favors(case: Case) -> Iterator[Place]:
    """R33: more questions than favors, from a few favors upwards."""
    favors = [place for sentence in case.own for place in _favors(sentence)]
    questions = sum(_is_question(sentence) for sentence in case.message.body)
    if len(favors) >= rules.FAVORS_NOTED.value and len(favors) > questions:
        yield favors[-1]


def _favors(sentence: Sentence) -> list[Place]:
    """Return the favors asked for in one sentence, each place counted once."""
    spans = sorted(
        span
        for file in ("hiring", "contacts", "favors")
        for span in (found(sentence, file) if file == "favors" else asked(sentence, file))
    )
    kept: list[tuple[int, int]] = []
    for start, end in spans:
        # "Ask your boss if they need somebody" is one favor, "read it and send it on" two.
        if not kept or _ANOTHER.search(sentence.text, kept[-1][1] - 1, start + 1):
            kept.append((start, end))
    return [sentence.place(span) for span in kept]


def _is_question(sentence: Sentence) -> bool:
    """Tell a question about the person or their work from a request and from small talk."""
    if _favors(sentence) or phrases("asks.pleasantry").first(sentence):
        return False
    if phrases("asks.inform").first(sentence):
        return True
    return sentence.asks and not time_is_asked(sentence)
