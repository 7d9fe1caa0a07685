"""One message to be looked at, with what it is and what the workbook knows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from olenb.method.etiquette.asks import time_is_asked
from olenb.method.etiquette.facts import Facts
from olenb.method.etiquette.kinds import Kind
from olenb.method.etiquette.message import Message, Sentence
from olenb.method.etiquette.phrases import phrases

Place = tuple[int, int]
"""Where something stands in the text as typed."""


@dataclass(frozen=True, repr=False)
class Case:
    """A message, its kind, whether it is the first one, and the facts."""

    message: Message
    kind: Kind
    first: bool
    facts: Facts

    @cached_property
    def own(self) -> tuple[Sentence, ...]:
        """The writer's own sentences."""
        return self.message.own

    @cached_property
    def ask(self) -> Sentence | None:
        """The sentence that asks something of the reader, the one for their time first."""
        for tell in (time_is_asked, _asks_something):
            for sentence in self.message.body:
                if tell(sentence):
                    return sentence
        return None

    def holds(self, name: str) -> bool:
        """Tell whether one of the phrases of that name stands below the greeting or above it."""
        told = tuple(s for s in self.own if s.part != "greeting")
        return phrases(name).among(told) is not None

    def each(self, name: str) -> Iterator[Place]:
        """Yield the first place of the phrases of that name in each sentence."""
        for sentence in self.own:
            span = phrases(name).first(sentence)
            if span:
                yield sentence.place(span)


Check = Callable[[Case], Iterator[Place]]
"""A rule as code: it yields the places that it would point at."""


def _asks_something(sentence: Sentence) -> bool:
    """Tell a question or a request; "how are you?" is neither."""
    if phrases("asks.pleasantry").first(sentence):
        return False
    return sentence.asks or phrases("asks.frame").first(sentence) is not None
