"""How it reaches them: attachments, dropping in, the first words on the phone (R19, R14, R15)."""

from collections.abc import Iterator

from olenb.method.etiquette.asks import denied, time_is_asked
from olenb.method.etiquette.case import Case, Place
from olenb.method.etiquette.kinds import Kind
from olenb.method.etiquette.message import Sentence
from olenb.method.etiquette.phrases import phrases


def attachment(case: Case) -> Iterator[Place]:
    """R19: ready, and not attached unless they ask for it."""
    yield from _unless_denied(case, "sending.attachment")


def drop_in(case: Case) -> Iterator[Place]:
    """R14: never uninvited."""
    yield from _unless_denied(case, "sending.drop-in")


def _unless_denied(case: Case, name: str) -> Iterator[Place]:
    for sentence in case.own:
        spans = phrases(name).find(sentence)
        span = next((s for s in spans if not denied(sentence, s[0])), None)
        if span:
            yield sentence.place(span)


def no_good_time(case: Case) -> Iterator[Place]:
    """R15: on the phone, the first question is whether this is a good time."""
    if case.kind is not Kind.PHONE or case.holds("sending.voicemail"):
        return
    spoken = [s for s in case.own if s.part != "subject"]
    for sentence in spoken:
        if phrases("sending.good-time").first(sentence):
            return
        if _asks(sentence):
            yield sentence.start, sentence.end
            return
    if spoken:
        yield spoken[0].start, spoken[0].end


def _asks(sentence: Sentence) -> bool:
    """Tell a question or a request from small talk."""
    if phrases("asks.pleasantry").first(sentence):
        return False
    asked = sentence.asks or phrases("asks.frame").first(sentence) is not None
    return asked or time_is_asked(sentence)
