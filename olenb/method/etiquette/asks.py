"""What the writer asks of the reader: requests, and whether they are denied.

"Could you introduce me", "I'd be grateful if you forwarded it", "Please send me" are requests;
"Thank you for introducing me" and "you don't need to introduce me" are not.
"""

import re
from collections.abc import Iterator

from olenb.method.etiquette.message import Sentence
from olenb.method.etiquette.phrases import Phrases, phrases

_DENIAL = re.compile(
    r" (?:not|never|no|without|rather than|instead of|nor|neither|hardly|nothing) "
)
_NO_DENIAL = re.compile(
    r" (?:(?:do|am|was) not (?:know|sure|certain)|not (?:sure|certain|mind|hesitate|only|just|know)"
    r"|not (?:a single|one)|why not|or not|no (?:worries|problem|rush|hurry|pressure|doubt|experience)|could not help"
    r"|if not|not yet|not (?:yet )?(?:heard|received|gotten|seen)|not (?:that|so) long|not have (?:any |much )?(?:experience|connections)) "
)
_NEW_CLAUSE = re.compile(r" (?:, (?:but|so|and|or|however|although|though)|[][;:]|but|,) ")
_ANOTHER_SUBJECT = re.compile(
    r" (?:because|since|after|when|who|whom|which|how|why|what|where|whether|while|i|he|she|they"
    r"|thank|thanks) "
)


def denied(sentence: Sentence, start: int) -> bool:
    """Tell whether what begins at `start` of the plain text is said not to be so.

    The denial must stand before it in the same clause: "I'm not asking for a job".
    """
    before = sentence.text[:start]
    clause = max((m.start() for m in _NEW_CLAUSE.finditer(before)), default=0)
    words = before[max(clause, len(before) - 90) :]
    return bool(_DENIAL.search(_NO_DENIAL.sub(" ", words)))


def requested(sentence: Sentence, start: int) -> bool:
    """Tell whether the action that begins at `start` of the plain text is asked of the reader."""
    if denied(sentence, start):
        return False
    before = sentence.text[:start]
    if not before.strip(" .,-") or _OPENERS.fullmatch(before):
        return True
    frames = [end for _, end in phrases("asks.frame").find(sentence) if end <= start + 1]
    return bool(frames) and not _ANOTHER_SUBJECT.search(f" {sentence.text[max(frames) : start]}")


_OPENERS = re.compile(
    r"(?: (?:and|also|then|so|or|just|next|lastly|finally|additionally|oh|plus|ps|p|s|\.|,|:|-))* "
)


def found(sentence: Sentence, file: str) -> Iterator[tuple[int, int]]:
    """Yield where the `asked` phrases of a file are asked of the reader and the `said` stand."""
    yield from asked(sentence, file)
    for start, end in phrases(f"{file}.said").find(sentence):
        if not denied(sentence, start):
            yield start, end


def asked(sentence: Sentence, file: str) -> Iterator[tuple[int, int]]:
    """Yield where the `asked` phrases of a file are asked of the reader."""
    for start, end in phrases(f"{file}.asked").find(sentence):
        if requested(sentence, start):
            yield start, end


def time_is_asked(sentence: Sentence) -> bool:
    """Tell whether a sentence asks for a conversation or some minutes."""
    return any(not denied(sentence, start) for start, _ in _time().find(sentence))


def _time() -> Phrases:
    return phrases("asks.time")
