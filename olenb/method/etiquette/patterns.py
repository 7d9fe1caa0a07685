"""Phrases as a person can read and change them, and the patterns that they are turned into.

A phrase is written in the plain words that `words` makes, one phrase a line, in the files of
`data/`:

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
from dataclasses import dataclass
from functools import cached_property, lru_cache

from olenb.method.etiquette.lexicon import lines_of, table

_PIECE = re.compile(r"\s*(\.{3}\d*|!\(|[()|?^$*]|\{[a-z-]+\}|[^\s()|?{}]+)")
_NONE: frozenset[str] = frozenset()
_ANY = r"[^ .;:!?\[\]]+ "
_SIGNS = {
    "(": "(?:",
    ")": ")",
    "!(": "(?!",
    "|": "|",
    "*": _ANY,
    "^": "(?<=^ )",
    "$": "(?=[].!?, ]*$)",
}


@dataclass(frozen=True)
class Line:
    """One phrase, as it is written in `data/`."""

    phrase: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What is searched for; made only when a sentence may hold it."""
        return re.compile(f"(?<= )(?:{_pattern(self.phrase)})")

    @cached_property
    def needs(self) -> frozenset[str]:
        """Words of which a sentence holds one wherever the phrase can match."""
        return _one_of(_pieces(self.phrase))

    def may_stand_in(self, vocabulary: frozenset[str]) -> bool:
        """Tell quickly whether it is worth looking."""
        return not self.needs or not self.needs.isdisjoint(vocabulary)


def compiled(text: str) -> tuple[Line, ...]:
    """Return the phrases of a text, one a line; `#` begins a remark.

    >>> (line,) = compiled("do you have ...2 opening~")
    >>> bool(line.pattern.search(" do you have any job openings ? "))
    True
    """
    return tuple(map(Line, lines_of(text)))


def _pieces(line: str) -> list[str]:
    return [match.group(1) for match in _PIECE.finditer(line)]


def _pattern(line: str) -> str:
    """Return the pattern of one phrase."""
    pieces = _pieces(line)
    out = []
    for piece, following in zip(pieces, [*pieces[1:], ""], strict=True):
        if piece == "?":
            continue
        part = _piece(piece)
        if following == "?":
            part = ")?" if piece == ")" else f"(?:{part})?"
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


@lru_cache(maxsize=256)
def _list(name: str) -> str:
    """Return a named list as one group."""
    return "(?:" + "|".join(map(_pattern, lines_of(table("lists")[name]))) + ")"


def _required(pieces: list[str]) -> list[frozenset[str]]:
    """Return, for each part that can't be left out, the words of which it holds one."""
    required = []
    at = 0
    while at < len(pieces):
        until = _closing(pieces, at) if pieces[at] in ("(", "!(") else at
        optional = pieces[until + 1 : until + 2] == ["?"]
        if pieces[at] == "(" and not optional:
            required.append(_one_of(pieces[at + 1 : until]))
        elif until == at and not optional:
            required.append(_words_of(pieces[at]))
        at = until + 1
    return required


def _closing(pieces: list[str], at: int) -> int:
    """Return where the group that opens at `at` is closed."""
    depth = 0
    for place in range(at, len(pieces)):
        depth += (pieces[place] in ("(", "!(")) - (pieces[place] == ")")
        if not depth:
            return place
    raise ValueError(f"a parenthesis isn't closed: {' '.join(pieces)}")


def _one_of(pieces: list[str]) -> frozenset[str]:
    """Return words of which whatever a group matches holds one; none if a branch needs none."""
    branches: list[list[str]] = [[]]
    depth = 0
    for piece in pieces:
        depth += (piece in ("(", "!(")) - (piece == ")")
        if piece == "|" and not depth:
            branches.append([])
        else:
            branches[-1].append(piece)
    needs = [min(filter(None, _required(b)), key=len, default=_NONE) for b in branches]
    return _NONE.union(*needs) if all(needs) else _NONE


def _words_of(piece: str) -> frozenset[str]:
    if piece in _SIGNS or piece == "?" or piece.startswith("..."):
        return frozenset()
    if piece.startswith("{"):
        return _words_of_list(piece[1:-1])
    return frozenset(forms(piece[:-1]) if piece.endswith("~") else (piece,))


@lru_cache(maxsize=256)
def _words_of_list(name: str) -> frozenset[str]:
    needs = [_one_of(_pieces(line)) for line in lines_of(table("lists")[name])]
    return _NONE.union(*needs) if all(needs) else _NONE


def forms(word: str) -> tuple[str, ...]:
    """Return a word with its endings: a verb's forms or a noun's plural.

    >>> forms("introduce"), forms("try")
    (('introduce', 'introduces', 'introduced', 'introducing'), ('try', 'tries', 'tried', 'trying'))
    """
    irregular = table("spelling")["forms"].get(word)
    if irregular:
        return (word, *irregular.split())
    if word.endswith("y") and word[-2] not in "aeiou":
        return word, f"{word[:-1]}ies", f"{word[:-1]}ied", f"{word}ing"
    stem = word.removesuffix("e")
    plural = f"{word}es" if word.endswith(("s", "sh", "ch", "x", "z")) else f"{word}s"
    return word, plural, f"{stem}ed", f"{stem}ing"
