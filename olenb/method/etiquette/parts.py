"""What a first message should hold: a purpose, why this person, an easy way out (R18, R5, R33)."""

from collections.abc import Iterator

from olenb.method.etiquette.asks import found
from olenb.method.etiquette.case import Case, Place
from olenb.method.etiquette.kinds import WRITTEN
from olenb.method.etiquette.lexicon import word_set
from olenb.method.etiquette.message import Sentence
from olenb.method.etiquette.phrases import phrases
from olenb.method.etiquette.reasons import gives_a_reason
from olenb.method.etiquette.words import words


def _ask_of_a_first_message(case: Case) -> Sentence | None:
    """Return the sentence that asks; a hello that asks nothing needs none of the parts."""
    return case.ask if case.first and case.kind in WRITTEN else None


def no_purpose(case: Case) -> Iterator[Place]:
    """R18: what the conversation is for."""
    ask = _ask_of_a_first_message(case)
    asks_for_work = any(next(found(s, "hiring"), None) for s in case.own)
    if ask and not asks_for_work and not _has_a_purpose(case):
        yield ask.start, ask.end


def _has_a_purpose(case: Case) -> bool:
    return case.holds("parts.purpose") or any(map(_wishes, case.message.body))


def _wishes(sentence: Sentence) -> bool:
    """Tell whether the writer wants to find something out that is more than a talk."""
    wish = phrases("parts.wish").first(sentence)
    if wish is None or phrases("parts.no-wish").first(sentence):
        return False
    left = set(sentence.text[wish[1] :].split()) - word_set("mere-talk")
    return any(norm.isalpha() for norm in left)


def no_why_you(case: Case) -> Iterator[Place]:
    """R18: why this person and nobody else."""
    ask = _ask_of_a_first_message(case)
    told = (s for s in case.own if s.part != "greeting")
    if ask and not any(map(gives_a_reason, told)) and not _names_their_place(case):
        yield ask.start, ask.end


def _names_their_place(case: Case) -> bool:
    """Tell whether where they are or what they do is named, as far as the workbook knows it."""
    text = "".join(sentence.text for sentence in case.message.body)
    known = (" ".join(w.norm for w in words(fact)) for fact in _about(case))
    return any(f" {fact} " in text for fact in known if fact)


def _about(case: Case) -> tuple[str, ...]:
    return case.facts.organization, case.facts.role


def no_easy_out(case: Case) -> Iterator[Place]:
    """Make an answer of no easy (R33: help in small doses)."""
    ask = _ask_of_a_first_message(case)
    if ask and not case.holds("parts.easy-out"):
        yield ask.start, ask.end
