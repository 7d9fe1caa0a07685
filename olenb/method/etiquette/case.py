"""One message to be looked at, with what it is and what the workbook knows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from olenb.method.etiquette.asks import found, time_is_asked
from olenb.method.etiquette.facts import Facts
from olenb.method.etiquette.kinds import Kind
from olenb.method.etiquette.lexicon import word_set
from olenb.method.etiquette.message import Message, Sentence
from olenb.method.etiquette.phrases import phrases
from olenb.method.etiquette.words import Word

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

    def with_places(self, sentence: Sentence) -> Sentence:
        """Write @org for every name in a sentence: "Where is Tern Robotics based?"."""
        result: list[Word] = []
        before = sentence.start
        for word in sentence.words:
            named = word.start > before and self.message.plain[word.start].isupper()
            before = word.start
            if not named or word.norm in word_set("no-names"):
                result.append(word)
            elif result[-1].norm == "@org":
                result[-1] = result[-1]._replace(end=word.end)
            else:
                result.append(word._replace(norm="@org"))
        return Sentence(tuple(result), sentence.part, sentence.spoken)

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
    if sentence.asks or any(phrases(f"asks.{how}").first(sentence) for how in ("frame", "wish")):
        return True
    return any(next(found(sentence, file), None) for file in ("hiring", "contacts"))
