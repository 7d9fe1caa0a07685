"""Phrases as a person can read and change them, and how they are found in a sentence.

A phrase is written in the plain words that `words` makes, one phrase a line, in the files of
`phrases/`:

    can you (please|kindly)? introduce me

| written | matches |
|---|---|
| `(a|b c)` | either; a blank inside is a blank between words |
| `word?`, `(a|b)?` | or nothing |
| `refer~` | refer, refers, referred, referring |
| `...` or `...5` | up to three, or five, words of any kind |
| `*` | any one word |
| `{job}` | one of the list of that name in `lists.toml` |
| `!(a|b)` | only where neither follows |
| `[`, `]` | a parenthesis that was typed |
| `^` and `$` | the beginning, the end of the sentence |

Nothing of a message is ever compiled: the patterns are ours, the message is only searched.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from olenb.method.etiquette.message import Sentence

_FOLDER = Path(__file__).with_name("phrases")
_PIECE = re.compile(r"\s*(\.{3}\d*|!\(|[()|?^$*]|\{[a-z-]+\}|[^\s()|?{}]+)")
_ANY = r"[^ .;:!?\[\]]+ "
_IRREGULAR = {
    line.split()[0]: tuple(line.split())
    for line in (
        "be am is are was were been being|become becomes became becoming|come comes came coming",
        "do does did done doing|find finds found finding|get gets got gotten getting",
        "give gives gave given giving|go goes went gone going|have has had having",
        "hear hears heard hearing|hold holds held holding|keep keeps kept keeping",
        "know knows knew known knowing|lead leads led leading|leave leaves left leaving",
        "lose loses lost losing|make makes made making|meet meets met meeting",
        "pay pays paid paying|put puts putting|read reads reading|run runs ran running",
        "say says said saying|see sees saw seen seeing|send sends sent sending",
        "speak speaks spoke spoken speaking|spend spends spent spending",
        "take takes took taken taking|teach teaches taught teaching|tell tells told telling",
        "think thinks thought thinking|write writes wrote written writing",
        "build builds built building|begin begins began begun beginning|let lets letting",
        "grow grows grew grown growing|cut cuts cutting|quit quits quitting",
        "refer refers referred referring|stop stops stopped stopping|drop drops dropped dropping",
        "pop pops popped popping|chat chats chatted chatting|plan plans planned planning",
        "bring brings brought bringing|feel feels felt feeling|show shows showed shown showing",
        "sit sits sat sitting|swing swings swung swinging|pick picks picked picking",
        "steal steals stole stolen stealing|treat treats treated treating",
    )
    for line in line.split("|")
}


@dataclass(frozen=True, repr=False)
class Phrases:
    """Several phrases that mean one thing, and those that only look like it."""

    hits: re.Pattern[str]
    spares: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None

    def find(self, sentence: Sentence) -> Iterator[tuple[int, int]]:
        """Yield where a phrase stands in the sentence's plain text, spared ones left out."""
        if self.unless and self.unless.search(sentence.text):
            return
        spared = [m.span() for m in self.spares.finditer(sentence.text)] if self.spares else []
        for match in self.hits.finditer(sentence.text):
            start, end = match.span()
            if not any(a < end and start < b for a, b in spared):
                yield start, end

    def stand_in(self, text: str) -> bool:
        """Tell whether one of the phrases stands in plain text of a sentence."""
        return self.hits.search(text) is not None

    def first(self, sentence: Sentence) -> tuple[int, int] | None:
        """Return the first place, or None."""
        return next(self.find(sentence), None)

    def among(self, sentences: tuple[Sentence, ...]) -> Sentence | None:
        """Return the first sentence that holds one of the phrases, or None."""
        return next((s for s in sentences if self.first(s)), None)


@lru_cache(maxsize=256)
def phrases(name: str) -> Phrases:
    """Return phrases by name; `phrases("zones.event")` is `event` in `phrases/zones.toml`.

    Besides `event` the file may hold `event-spares`, which look like it in the same place and
    aren't meant, and `event-unless`, with which nothing in the sentence is meant.
    """
    file, _, key = name.partition(".")
    table = _table(file)
    more = (table.get(f"{key}-{part}") for part in ("spares", "unless"))
    return Phrases(compiled(table[key]), *(compiled(lines) if lines else None for lines in more))


def compiled(lines: str) -> re.Pattern[str]:
    """Return one pattern for phrases, one a line; `#` begins a remark.

    >>> bool(compiled("do you have ...2 opening~").search(" do you have any job openings ? "))
    True
    """
    return re.compile("(?<= )(?:" + "|".join(map(_pattern, _lines(lines))) + ")")


@lru_cache(maxsize=32)
def _table(file: str) -> dict[str, str]:
    return tomllib.loads((_FOLDER / f"{file}.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=64)
def word_set(name: str) -> frozenset[str]:
    """Return a set of single words by its name in `phrases/sets.toml`."""
    return frozenset(_table("sets")[name].split())


@lru_cache(maxsize=128)
def _list(name: str) -> str:
    """Return a named list as one group."""
    return "(?:" + "|".join(map(_pattern, _lines(_table("lists")[name]))) + ")"


def _lines(text: str) -> list[str]:
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    return [line for line in lines if line]


def _pattern(line: str) -> str:
    """Return the pattern of one phrase."""
    pieces = [match.group(1) for match in _PIECE.finditer(line)]
    out = []
    for piece, following in zip(pieces, [*pieces[1:], ""], strict=True):
        if piece == "?":
            continue
        part = _piece(piece)
        if following == "?" and piece != ")":
            part = f"(?:{part})?"
        elif following == "?":
            part = ")?"
        out.append(part)
    return "".join(out)


def _piece(piece: str) -> str:
    if piece in _SIGNS:
        return _SIGNS[piece]
    if piece.startswith("..."):
        return f"(?:{_ANY}){{0,{piece[3:] or 3}}}?"
    if piece.startswith("{"):
        return _list(piece[1:-1])
    if piece.endswith("~"):
        return "(?:" + "|".join(map(re.escape, forms(piece[:-1]))) + ") "
    return re.escape(piece) + " "


_SIGNS = {
    "(": "(?:",
    ")": ")",
    "!(": "(?!",
    "|": "|",
    "^": "(?<=^ )",
    "$": "(?=[].!?, ]*$)",
    "*": _ANY,
}


def forms(word: str) -> tuple[str, ...]:
    """Return a word with its endings: a verb's forms or a noun's plural.

    >>> forms("introduce"), forms("try")
    (('introduce', 'introduces', 'introduced', 'introducing'), ('try', 'tries', 'tried', 'trying'))
    """
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("y") and word[-2] not in "aeiou":
        return word, f"{word[:-1]}ies", f"{word[:-1]}ied", f"{word}ing"
    stem = word.removesuffix("e")
    plural = f"{word}es" if word.endswith(("s", "sh", "ch", "x", "z")) else f"{word}s"
    return word, plural, f"{stem}ed", f"{stem}ing"
