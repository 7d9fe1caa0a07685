"""A message as its reader takes it in: greeting, sentences, sign-off; what others said apart."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise

from olenb.method.etiquette.lexicon import word_set
from olenb.method.etiquette.words import Word, words

_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s|$)|\n", re.UNICODE)
_AFTER_NOON = re.compile(r"\s+(?:[A-Z]{2,4}\b|[(/]|Central|Eastern|Pacific|Mountain|[a-z])")
_QUOTED = re.compile(
    r"^(?:[ \t]*>.*|[ \t]*On .{4,120} wrote:[ \t]*$[\s\S]*|-{2,} ?(?:Original|Forwarded) "
    r"[Mm]essage ?-{2,}[\s\S]*|_{20,}[\s\S]*|From: .+\n(?:Sent|Date|To): [\s\S]*)",
    re.MULTILINE,
)
_SUBJECT = re.compile(r"\A\s*(?:subject|subj|betreff|re)[ \t]*:[^\n]*", re.IGNORECASE)
_GREETING = re.compile(
    r"\s*(?:dear|hi|hello|hey|hiya|greetings|good (?:morning|afternoon|evening|day)|"
    r"to whom it may concern|respected)\b",
    re.IGNORECASE,
)
_SIGN_OFF = re.compile(
    r"\s*(?:(?:with )?(?:best|kind|warm|warmest|kindest|many|my|all|sincere)\b[^.!?\n]{0,30}"
    r"|(?:yours|sincerely|respectfully|cheers|thanks|thank you|gratefully|cordially|regards|love"
    r"|take care|all the best|talk soon|v/r|with (?:thanks|gratitude|appreciation))"
    r"[^.!?\n]{0,24})[,.!]?\s*\Z",
    re.IGNORECASE,
)
_BULLET = re.compile(r"\s*(?:[-*•·–]|\d{1,2}[.)])\s+")
_MARKS_OF_SPEECH = ('"', "“", "„", "«")
_SPEECH = re.compile(r"[\"“„«]([^\"“”„«»\n]{3,400})[\"”»]")
_LAST_WORD = re.compile(r"[^\s(\"“/]+$")
_NAME = re.compile(r"(?:[^\W\d_a-z][\w'’.-]*[ ]?){1,3}(?<!\.)\s*\Z")
_SHORT_LINE, _SHORT_WRAPPED, _LAST_LINES, _SHORT_GREETING, _LONGEST = 46, 24, 7, 8, 120


@dataclass(frozen=True, repr=False)
class Sentence:
    """One sentence: its plain words joined by blanks, with the way back to what was typed."""

    words: tuple[Word, ...]
    part: str
    """"subject", "greeting", "body" or "sign-off"."""
    spoken: bool = False
    """Whether it is mostly somebody else's words, in quotation marks."""

    @cached_property
    def text(self) -> str:
        """The plain words, a blank before, between and after."""
        return " " + "".join(word.norm + " " for word in self.words)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The plain words as a set."""
        return frozenset(word.norm for word in self.words)

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate((len(word.norm) + 1 for word in self.words), initial=1))

    @property
    def start(self) -> int:
        """Where it begins in the text as typed."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where it ends in the text as typed."""
        return self.words[-1].end

    @property
    def asks(self) -> bool:
        """Whether it ends in a question mark."""
        return "?" in (word.norm for word in self.words[-3:])

    def index(self, position: int) -> int:
        """Return which word stands at a position of the plain text."""
        return min(max(0, bisect_right(self._starts, position) - 1), len(self.words) - 1)

    def place(self, span: tuple[int, int]) -> tuple[int, int]:
        """Return the offsets in the text as typed for a span of the plain text."""
        first, last = self.index(span[0]), self.index(span[1] - 2)
        return self.words[first].start, self.words[max(first, last)].end


@dataclass(frozen=True, repr=False)
class Message:
    """A text with its sentences; quoted mail of the other person is left out."""

    plain: str
    """The text with quoted mail blanked; as long as what was typed."""
    sentences: tuple[Sentence, ...]

    @cached_property
    def own(self) -> tuple[Sentence, ...]:
        """The writer's own sentences: no sign-off, nobody else's words."""
        return tuple(s for s in self.sentences if s.part != "sign-off" and not s.spoken)

    @cached_property
    def body(self) -> tuple[Sentence, ...]:
        """What stands between greeting and sign-off."""
        return tuple(s for s in self.own if s.part == "body")

    @cached_property
    def length(self) -> int:
        """How many words stand below the subject line, greeting and name included."""
        head = next((s.end for s in self.sentences if s.part == "subject"), 0)
        return sum(any(c.isalnum() for c in chunk) for chunk in self.plain[head:].split())


def read(text: str) -> Message:
    r"""Return `text` as a message.

    >>> message = read("Dear Ms. Lee,\n\nIs 3 p.m. fine? I can't later.\n\nBest,\nBo")
    >>> for sentence in message.sentences:
    ...     print(sentence.part, sentence.text.strip(), sep=": ")
    greeting: dear ms lee ,
    body: is 3 pm fine ?
    body: i can not later .
    sign-off: best ,
    sign-off: bo
    """
    plain = _QUOTED.sub(lambda quoted: " " * len(quoted.group()), text)
    return Message(plain, tuple(_sentences(plain)))


def _sentences(text: str) -> Iterator[Sentence]:
    found = words(text)
    begins = [word.start for word in found]
    subject = _SUBJECT.match(text)
    head, tail = subject.end() if subject else 0, _sign_off(text)
    spoken = _spoken(text)
    first = True
    for start, end in pairwise([0, *_cuts(text, head), len(text)]):
        inside = tuple(found[bisect_left(begins, start) : bisect_left(begins, end)])
        if not any(word.norm[0].isalnum() or word.norm[0] == "@" for word in inside):
            continue
        part = "subject" if end <= head else "sign-off" if start >= tail else "body"
        if part == "body" and first:
            first = False
            if len(inside) <= _SHORT_GREETING and _GREETING.match(text, start, end):
                part = "greeting"
        # Nobody writes sentences of that length; cut, they can't take long to search.
        for at in range(0, len(inside), _LONGEST):
            few = inside[at : at + _LONGEST]
            said = sum(bisect_right(spoken, word.start) % 2 for word in few)
            yield Sentence(few, part, said * 2 >= len(few))


def _cuts(text: str, head: int) -> Iterator[int]:
    """Yield where one sentence ends and the next begins."""
    if head:
        yield head
    for match in _END.finditer(text, head):
        if match.group() == "\n":
            if _line_ends(text, match.start()):
                yield match.end()
        elif _stops(text, match):
            yield match.end()


def _line_ends(text: str, at: int) -> bool:
    """Tell a line that was ended on purpose from one that was wrapped."""
    line = text[text.rfind("\n", 0, at) + 1 : at].strip()
    until = text.find("\n", at + 1)
    following = text[at + 1 : until if until >= 0 else len(text)]
    if not following.strip() or _BULLET.match(following):
        return True
    goes_on = following.lstrip()[0].islower()
    return len(line) < (_SHORT_WRAPPED if goes_on else _SHORT_LINE)


def _stops(text: str, mark: re.Match[str]) -> bool:
    """Tell the end of a sentence from an abbreviation, an initial or the number of a list."""
    if "!" in mark.group() or "?" in mark.group():
        return True
    start, end = mark.span()
    if mark.group()[0] == "…" or mark.group().startswith(".."):
        return not text[end : end + 3].strip()[:1].islower()
    last = _LAST_WORD.search(text, max(0, start - 12), start)
    word = last.group().casefold() if last else ""
    if word in ("a.m", "p.m"):
        return not _AFTER_NOON.match(text, end)
    if word in word_set("abbreviations") or (len(word) == 1 and word.isalpha() and word != "i"):
        return False
    return not (word.isdigit() and _BULLET.match(text, text.rfind("\n", 0, start) + 1))


def _sign_off(text: str) -> int:
    """Return where the sign-off begins: a line such as "Best wishes," and what follows it."""
    end = len(text.rstrip())
    for _ in range(_LAST_LINES):
        begin = text.rfind("\n", 0, end) + 1
        line = text[begin:end]
        if _SIGN_OFF.match(line) and begin:
            return begin
        if len(line.strip()) > _SHORT_LINE or not begin:
            break
        end = begin - 1
    begin = text.rfind("\n", 0, len(text.rstrip())) + 1
    return begin if begin and _NAME.match(text, begin) else len(text)


def _spoken(text: str) -> list[int]:
    """Return where quotations of a few words begin and end; a script in quotes isn't one."""
    spans = [match.span(1) for match in _SPEECH.finditer(text)]
    whole = text.strip()
    quoted = sum(end - start for start, end in spans)
    is_script = whole[:1] in _MARKS_OF_SPEECH and quoted * 2 > len(whole)
    return [] if is_script else [at for span in spans for at in span]
