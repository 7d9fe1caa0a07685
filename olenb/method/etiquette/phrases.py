"""Finding phrases in a sentence: what is meant, and what only looks like it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from olenb.method.etiquette.lexicon import table
from olenb.method.etiquette.message import Sentence
from olenb.method.etiquette.patterns import Line, compiled

Span = tuple[int, int]
"""A stretch of a sentence's plain text."""


@dataclass(frozen=True, repr=False)
class Phrases:
    """Several phrases that mean one thing.

    `spares` look like it in the same place and aren't meant; with one of `unless`, nothing in
    the sentence is.
    """

    hits: tuple[Line, ...]
    spares: tuple[Line, ...] = ()
    unless: tuple[Line, ...] = ()

    def find(self, sentence: Sentence) -> Iterator[Span]:
        """Yield where a phrase stands in the sentence's plain text, the first one first."""
        return self.spans(sentence.text, sentence.vocabulary)

    def spans(self, text: str, vocabulary: frozenset[str] | None = None) -> Iterator[Span]:
        """Yield where a phrase stands in plain text; `vocabulary` are its words, if known."""
        known = frozenset(text.split()) if vocabulary is None else vocabulary
        hits = _places(self.hits, text, known)
        if not hits or _places(self.unless, text, known):
            return
        spared = _places(self.spares, text, known)
        for start, end in hits:
            if not any(a < end and start < b for a, b in spared):
                yield start, end

    def first(self, sentence: Sentence) -> Span | None:
        """Return the first place, or None."""
        return next(self.find(sentence), None)

    def stand_in(self, text: str) -> bool:
        """Tell whether one of the phrases stands in plain text."""
        return next(self.spans(text), None) is not None

    def among(self, sentences: tuple[Sentence, ...]) -> Sentence | None:
        """Return the first sentence that holds one of the phrases, or None."""
        return next((s for s in sentences if self.first(s)), None)

    def without(self, text: str) -> str:
        """Return plain text with the phrases taken out."""
        known = frozenset(text.split())
        for line in self.hits:
            if line.may_stand_in(known):
                text = line.pattern.sub("", text)
        return text


def _places(lines: tuple[Line, ...], text: str, vocabulary: frozenset[str]) -> list[Span]:
    """Return where the phrases stand: by their beginning, the longest first."""
    found = {
        match.span()
        for line in lines
        if line.may_stand_in(vocabulary)
        for match in line.pattern.finditer(text)
    }
    return sorted(found, key=lambda span: (span[0], -span[1]))


@lru_cache(maxsize=256)
def phrases(name: str) -> Phrases:
    """Return phrases by name; `phrases("zones.past")` is `past` in `data/zones.toml`.

    Besides `past` the file may hold `past-spares` and `past-unless`; see `Phrases`.
    """
    file, _, key = name.partition(".")
    lists = table(file)
    more = (compiled(lists.get(f"{key}-{part}", "")) for part in ("spares", "unless"))
    return Phrases(compiled(lists[key]), *more)
