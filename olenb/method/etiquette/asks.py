"""What the writer asks of the reader: requests, and whether they are denied.

"Could you introduce me", "I'd be grateful if you forwarded it", "Please send me" are requests;
"Thank you for introducing me" and "you don't need to introduce me" are not.
"""

from collections.abc import Iterator

from olenb.method.etiquette.message import Sentence
from olenb.method.etiquette.phrases import Span, phrases

_BEFORE, _FAR_BEFORE = 90, 240
"""How many characters back a denial, and a request, still reach."""


def denied(sentence: Sentence, start: int) -> bool:
    """Tell whether what begins at `start` of the plain text is said not to be so.

    The denial must stand before it in the same clause: "I'm not asking for a job".
    """
    before = sentence.text[max(0, start - _BEFORE) : start]
    clause = max((end for _, end in phrases("asks.new-clause").spans(before)), default=0)
    return phrases("asks.denial").stand_in(f" {before[clause:]}")


def requested(sentence: Sentence, start: int) -> bool:
    """Tell whether the action that begins at `start` of the plain text is asked of the reader."""
    if denied(sentence, start):
        return False
    before = sentence.text[max(0, start - _FAR_BEFORE) : start]
    frames = [end for _, end in phrases("asks.frame").spans(f"{before}@here ")]
    if frames:
        between = before[max(frames) :]
        return not phrases("asks.another-subject").stand_in(f" {between}")
    return start < _FAR_BEFORE and phrases("asks.command").stand_in(f"{before}@here ")


def found(sentence: Sentence, file: str) -> Iterator[Span]:
    """Yield where the `asked` phrases of a file are asked of the reader and the `said` stand."""
    yield from asked(sentence, file)
    for start, end in phrases(f"{file}.said").find(sentence):
        if not denied(sentence, start):
            yield start, end


def asked(sentence: Sentence, file: str) -> Iterator[Span]:
    """Yield where the `asked` phrases of a file are asked of the reader."""
    for start, end in phrases(f"{file}.asked").find(sentence):
        if requested(sentence, start):
            yield start, end


def time_is_asked(sentence: Sentence) -> bool:
    """Tell whether a sentence asks for a conversation or some minutes."""
    return any(not denied(sentence, start) for start, _ in phrases("asks.time").find(sentence))
