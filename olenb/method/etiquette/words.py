"""The words of a text in one plain form, each with its place in the text as it was typed.

Spelling, contractions, accents, curly quotes, dashes and what can't be seen are evened out here,
once, so that a phrase is written once: “I’d”, "id" in a text message and "I would" are the same
two words. What was typed is never changed; offsets lead back to it.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from olenb.method.etiquette.lexicon import table, word_set


class Word(NamedTuple):
    """One plain word or mark, and where it stands."""

    norm: str
    start: int
    end: int


_UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_LETTER = r"[^\W\d_]"
_INSIDE = rf"(?:[{_UNSEEN}\u0300-\u036f]*{_LETTER})*[\u0300-\u036f]*"
_TOKEN = re.compile(
    r"(?P<link>(?:https?://|www\.)[^\s<>]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<noon>\b[ap]\.\s?m\b\.?|(?<=\d)[ap]\.?m\b)"
    r"|(?P<number>\d+(?:[.:,]\d+)*)"
    rf"|(?P<word>{_LETTER}{_INSIDE}(?:['’ʼ＇]{_LETTER}{_INSIDE})*)"
    r"|(?P<mark>\.{2,}|…|[.,;:!?()\[\]/&\"“”„«»‹›\-‐‑–—−~])",
    re.IGNORECASE,
)
_MARKS = {"…": "...", "(": "[", ")": "]", "&": "and", "~": "about"} | dict.fromkeys("“”„«»‹›", '"')
_DASHES = "-‐‑–—−"
_NOON = ("am", "pm", "m.")
_ENDINGS = {"'m": "am", "'re": "are", "'ve": "have", "'ll": "will", "'d": "would"}
_UNITS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_BRITISH = re.compile(r"^([a-z]{3,})is(e|es|ed|ing|ation|ations)$")


def words(text: str) -> list[Word]:
    """Return the plain words and marks of `text`, in order.

    >>> [w.norm for w in words("I’d love 20–30 mins, résumé-free!")]
    ['i', 'would', 'love', '20', '-', '30', 'minutes', ',', 'resume', 'free', '!']
    >>> text = "We can't"
    >>> [text[w.start:w.end] for w in words(text)]
    ['We', "can't", "can't"]
    """
    found: list[Word] = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        found += [Word(norm, start, end) for norm in _plain(match, found)]
    return _numbers(found)


def _plain(match: re.Match[str], before: list[Word]) -> tuple[str, ...]:
    """Return the plain words of one token; `before` are those that stand before it."""
    typed, last = match.group(), before[-1] if before else None
    if match.lastgroup == "word":
        plain = _word(typed)
        # An "m" or "h" right behind a number is minutes or hours: "30m", "1h".
        counts = last and last.end == match.start() and last.norm[0].isdigit()
        return (_UNITS_OF_TIME.get(plain[0], plain[0]),) if counts else plain
    if match.lastgroup == "mark":
        ends_title = typed == "." and last and last.norm in word_set("titles")
        return () if ends_title else _mark(match, typed)
    norms = {"link": "@link", "noon": f"{typed[0].lower()}m", "number": typed.rstrip(".,:")}
    return (norms[str(match.lastgroup)],)


_UNITS_OF_TIME = {"m": "minutes", "h": "hours", "hr": "hours"}


def _mark(match: re.Match[str], typed: str) -> tuple[str, ...]:
    """Return what a mark is; a dash may join words, span numbers, or part a sentence."""
    if typed not in _DASHES:
        return ("...",) if typed.startswith("..") else (_MARKS.get(typed, typed),)
    text, (start, end) = match.string, match.span()
    before, after = text[max(0, start - 4) : start].rstrip(), text[end : end + 4].lstrip()
    if after[:1].isdigit() and (before[-1:].isdigit() or before[-2:].lower() in _NOON):
        return ("-",)
    joined = text[start - 1 : start].isalnum() and text[end : end + 1].isalnum()
    return () if joined and typed not in "–—" else (",",)


@lru_cache(maxsize=8192)
def _word(typed: str) -> tuple[str, ...]:
    """Return what one typed word is in plain words."""
    parts = unicodedata.normalize("NFKD", typed.replace("’", "'").replace("ʼ", "'"))
    kept = (c for c in parts if not unicodedata.combining(c) and unicodedata.category(c) != "Cf")
    norm = "".join(kept).casefold()
    if typed_for := table("spelling")["typed"].get(norm):
        return tuple(typed_for.split())
    if norm.endswith("n't"):
        return norm[:-3], "not"
    stem, mark, ending = norm.rpartition("'")
    if mark and mark + ending in _ENDINGS:
        return stem, _ENDINGS[mark + ending]
    if mark and ending == "s":
        return (stem, "is") if stem in word_set("before-is") else (stem, "'s")
    return (_american(norm),)


def _american(norm: str) -> str:
    british = _BRITISH.match(norm)
    if british and british[1] not in word_set("own-ise"):
        return f"{british[1]}iz{british[2]}"
    return norm


def _numbers(found: list[Word]) -> list[Word]:
    """Write "thirty" as 30 and "forty-five" as 45; small numbers stay words."""
    result: list[Word] = []
    for word in found:
        last = result[-1] if result else None
        if last and word.norm in _UNITS and last.norm in _ROUND and last.end + 1 >= word.start:
            both = str(int(last.norm) + _UNITS[word.norm])
            result[-1] = Word(both, last.start, word.end)
        elif number := table("spelling")["numbers"].get(word.norm):
            result.append(word._replace(norm=str(number)))
        else:
            result.append(word)
    return result


_ROUND = frozenset(["20", "30", "40", "50", "60", "90"])
