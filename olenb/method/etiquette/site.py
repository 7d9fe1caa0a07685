"""Questions that a public page, or the research sheet, answers already (R18)."""

import re
from collections.abc import Iterator
from functools import lru_cache

from olenb.method.etiquette.case import Case, Place
from olenb.method.etiquette.message import Sentence
from olenb.method.etiquette.phrases import phrases
from olenb.method.etiquette.words import Word, words

_ABOUT_THEM = re.compile(r" (?:you|your|yourself|would|should|could|why|feel|think|like|enjoy) ")
_FACTUAL = re.compile(r" (?:what|where|when|who|which|how|is|are|does|do|did|was|were|has|have) ")
_SMALL = frozenset(
    [
        "a",
        "about",
        "all",
        "also",
        "am",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "be",
        "been",
        "before",
        "but",
        "by",
        "can",
        "company",
        "could",
        "did",
        "do",
        "does",
        "for",
        "from",
        "had",
        "has",
        "have",
        "he",
        "her",
        "his",
        "how",
        "i",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "kind",
        "know",
        "like",
        "many",
        "me",
        "more",
        "most",
        "much",
        "my",
        "of",
        "on",
        "one",
        "or",
        "our",
        "she",
        "so",
        "some",
        "than",
        "that",
        "the",
        "their",
        "them",
        "there",
        "these",
        "they",
        "this",
        "to",
        "up",
        "us",
        "was",
        "we",
        "were",
        "what",
        "when",
        "where",
        "which",
        "who",
        "why",
        "will",
        "with",
        "wonder",
        "would",
        "year",
        "you",
        "your",
        "tell",
        "thing",
        "please",
        "curious",
        "question",
        "exactly",
        "really",
        "long",
        "old",
    ]
)
_NOT_A_PLACE = frozenset(
    [
        "i",
        "ceo",
        "cfo",
        "cto",
        "hr",
        "us",
        "usa",
        "mr",
        "mrs",
        "ms",
        "dr",
        "professor",
        "prof",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ]
)
_COVERED = 0.6


def site_answers(case: Case) -> Iterator[Place]:
    """R18: do your homework first."""
    for sentence in case.own:
        asked = _with_places(sentence, case)
        span = phrases("site.asked").first(asked)
        if span:
            yield asked.place(span)
        elif sentence.asks and _is_known(sentence, case):
            yield sentence.start, sentence.end


def _with_places(sentence: Sentence, case: Case) -> Sentence:
    """Write @org for every name in the sentence: "Where is Tern Robotics based?"."""
    text = case.message.plain
    result: list[Word] = []
    before = sentence.start
    for word in sentence.words:
        named = word.start > before and text[word.start].isupper() and word.norm not in _NOT_A_PLACE
        before = word.start
        if not named:
            result.append(word)
        elif result[-1].norm == "@org":
            result[-1] = result[-1]._replace(end=word.end)
        else:
            result.append(word._replace(norm="@org"))
    return Sentence(tuple(result), sentence.part, sentence.spoken)


def _is_known(sentence: Sentence, case: Case) -> bool:
    """Tell whether the research sheet holds the answer to a plain question of fact."""
    place = {word.norm for word in words(case.facts.organization)}
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
    return frozenset(_stem(n) for n in norms if n[0].isalnum() and n not in _SMALL)


def _stem(norm: str) -> str:
    """Return a word without its commonest endings; only for comparing."""
    for ending in ("ations", "ation", "ings", "ing", "ies", "ed", "es", "s", "e", "y"):
        if norm.endswith(ending) and len(norm) - len(ending) >= 3:
            return norm[: -len(ending)]
    return norm
