"""The words of a text in one plain form, each with its place in the text as it was typed.

Spelling, contractions, accents, curly quotes, dashes and what can't be seen are evened out here,
once, so that a phrase is written once: “I’d”, "id" in a text message and "I would" are the same
two words. What was typed is never changed; offsets lead back to it.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple


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
_IS = frozenset(
    [
        "it",
        "that",
        "what",
        "who",
        "where",
        "there",
        "here",
        "how",
        "he",
        "she",
        "when",
        "why",
        "this",
        "everything",
    ]
)
_TYPED = {
    line.partition("=")[0].strip(): tuple(line.partition("=")[2].split())
    for line in """
    can't = can not|cannot = can not|cant = can not|won't = will not|wont = will not
    shan't = shall not|ain't = is not|let's = let us|lets = let us|y'all = you all
    gonna = going to|wanna = want to|gotta = have to|lemme = let me|gimme = give me
    dunno = do not know|kinda = kind of|u = you|ur = your|r = are|im = i am|ive = i have
    ill = i will|youre = you are|youve = you have|dont = do not|doesnt = does not
    didnt = did not|isnt = is not|arent = are not|wasnt = was not|couldnt = could not
    wouldnt = would not|havent = have not|hasnt = has not|thats = that is|whats = what is
    hows = how is|theres = there is|pls = please|plz = please|thx = thanks|tnx = thanks
    ty = thanks|bc = because|cuz = because|abt = about|tmrw = tomorrow|tmr = tomorrow
    appt = appointment|info = information|mins = minutes|min = minute|hrs = hours|hr = hr
    cv = cv|resumé = resume|favour = favor|favours = favors|centre = center
    programme = program|programmes = programs|colour = color|neighbour = neighbor
    labour = labor|honour = honor|behaviour = behavior|enquire = inquire|enquiry = inquiry
    whilst = while|licence = license|practise = practice|counsellor = counselor
    emails = emails|ppl = people|uni = university|btw = btw|convo = conversation
    """.replace("\n", "|").split("|")
    if "=" in line
}
_TENS = {
    "ten": 10,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "ninety": 90,
}
_TITLES = frozenset(["mr", "mrs", "ms", "mx", "dr", "prof", "st", "jr", "sr"])
_UNITS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_BRITISH = re.compile(r"^([a-z]{3,})is(e|es|ed|ing|ation|ations)$")
_OUR_OWN_ISE = frozenset(
    [
        "adv",
        "rev",
        "superv",
        "exerc",
        "prem",
        "prom",
        "surpr",
        "comprom",
        "disgu",
        "enterpr",
        "expert",
        "merchand",
        "parad",
        "prec",
        "pra",
        "ra",
        "rai",
        "desp",
        "improv",
        "telev",
        "advert",
        "dev",
        "no",
        "conc",
        "franch",
        "dem",
        "w",
    ]
)
"""Stems whose -ise isn't a British -ize."""


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
    typed = match.group()
    if match.lastgroup == "link":
        return ("@link",)
    if match.lastgroup == "noon":
        return (typed[0].lower() + "m",)
    if match.lastgroup == "number":
        return (typed.rstrip(".,:"),)
    if match.lastgroup == "mark" and typed == "." and before and before[-1].norm in _TITLES:
        return ()
    if match.lastgroup == "mark":
        return _mark(match, typed)
    plain = _word(typed)
    # A lone "m" or "h" after a number is minutes or hours: "30m", "1h".
    if before and before[-1].end == match.start() and before[-1].norm[0].isdigit():
        return ({"m": "minutes", "h": "hours", "hr": "hours"}.get(plain[0], plain[0]),)
    return plain


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
    if norm in _TYPED:
        return _TYPED[norm]
    if norm.endswith("n't"):
        return norm[:-3], "not"
    stem, mark, ending = norm.rpartition("'")
    if mark and mark + ending in _ENDINGS:
        return stem, _ENDINGS[mark + ending]
    if mark and ending == "s":
        return (stem, "is") if stem in _IS else (stem, "'s")
    return (_american(norm),)


def _american(norm: str) -> str:
    british = _BRITISH.match(norm)
    if british and british[1] not in _OUR_OWN_ISE:
        return f"{british[1]}iz{british[2]}"
    return norm


def _numbers(found: list[Word]) -> list[Word]:
    """Write "thirty" as 30 and "forty-five" as 45; small numbers stay words."""
    result: list[Word] = []
    for word in found:
        last = result[-1] if result else None
        if last and word.norm in _UNITS and last.norm in _ROUND and last.end + 1 >= word.start:
            number = str(int(last.norm) + _UNITS[word.norm])
            result[-1] = Word(number, last.start, word.end)
        elif word.norm in _TENS:
            result.append(Word(str(_TENS[word.norm]), word.start, word.end))
        else:
            result.append(word)
    return result


_ROUND = frozenset(["20", "30", "40", "50", "60", "90"])
