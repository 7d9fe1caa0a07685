"""Questions that a public page, or the research sheet, answers already (R18)."""

import re
from collections.abc import Iterator
from functools import lru_cache

from olenb.method.etiquette.case import Case, Place
from olenb.method.etiquette.lexicon import word_set
from olenb.method.etiquette.message import Sentence
from olenb.method.etiquette.phrases import phrases
from olenb.method.etiquette.words import words

_ABOUT_THEM = re.compile(r" (?:you|your|yourself|would|should|could|why|feel|think|like|enjoy) ")
_FACTUAL = re.compile(r" (?:what|where|when|who|which|how|is|are|does|do|did|was|were|has|have) ")
_COVERED = 0.6


def site_answers(case: Case) -> Iterator[Place]:
    """R18: do your homework first."""
    for sentence in case.own:
        asked = case.with_places(sentence)
        span = phrases("site.asked").first(asked)
        if span:
            yield asked.place(span)
        elif sentence.asks and _is_known(sentence, case):
            yield sentence.start, sentence.end


def _is_known(sentence: Sentence, case: Case) -> bool:
    """Tell whether the research sheet holds the answer to a plain question of fact."""
    named = f"{case.facts.organization} {case.facts.to}"
    place = {word.norm for word in words(named)}
    about_place = sentence.text.replace(" your company ", " ").replace(" your organization ", " ")
    if _ABOUT_THEM.search(about_place) or not _FACTUAL.search(sentence.text):
        return False
    asked = {_stem(w.norm) for w in sentence.words if w.norm not in place} & content(sentence.text)
    return any(
        asked and len(asked & content(note)) >= max(1, _COVERED * len(asked))
        for note in case.facts.research
    )


@lru_cache(maxsize=256)
def content(text: str) -> frozenset[str]:
    """Return the stems of the words of a text that carry its meaning."""
    norms = (word.norm for word in words(text))
    return frozenset(_stem(n) for n in norms if n[0].isalnum() and n not in word_set("small"))


def _stem(norm: str) -> str:
    """Return a word without its commonest endings; only for comparing."""
    for ending in ("ations", "ation", "ings", "ing", "ies", "ed", "es", "s", "e", "y"):
        if norm.endswith(ending) and len(norm) - len(ending) >= 3:
            return norm[: -len(ending)]
    return norm
