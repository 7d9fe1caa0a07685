"""How it is said: the word "networking", complaint and gossip, length (R17, R32)."""

from collections.abc import Iterator

from olenb.core import rules
from olenb.method.etiquette.asks import denied
from olenb.method.etiquette.case import Case, Place
from olenb.method.etiquette.kinds import Kind
from olenb.method.etiquette.phrases import phrases


def networking(case: Case) -> Iterator[Place]:
    """R17: "making connections", unless an event or a trade is called that."""
    yield from case.each("wording.networking")


def negative(case: Case) -> Iterator[Place]:
    """R32: no complaint about others, no gossip."""
    for sentence in map(case.with_places, case.own):
        spans = phrases("negative.said").find(sentence)
        span = next((s for s in spans if not denied(sentence, s[0])), None)
        if span:
            yield sentence.place(span)


def too_long(case: Case) -> Iterator[Place]:
    """Short enough to be read at once; a thank-you may take its time."""
    if case.kind is not Kind.THANKS and case.message.length > rules.WORDS_WARN.value:
        last = [s for s in case.message.sentences if s.part == "body"]
        if last:
            yield last[-1].start, last[-1].end
