"""Times that are proposed in one zone only (R16)."""

import re
from collections.abc import Iterator
from functools import lru_cache

from olenb.method.etiquette.case import Case, Place
from olenb.method.etiquette.kinds import Kind
from olenb.method.etiquette.lexicon import table, word_set
from olenb.method.etiquette.message import Sentence
from olenb.method.etiquette.phrases import phrases

_TIME = re.compile(
    r" (?:(?:\d{1,2}(?::\d\d)? ?(?:-|to|and|or|until|till) )?"
    r"(?:\d{1,2}(?:[:.]\d\d)? (?:am|pm|o'clock|oclock)|\d{1,2}:\d\d|noon|midday|midnight"
    r"|half past [a-z0-9]+|quarter (?:past|to) [a-z0-9]+"
    r"|(?<= at )(?:[1-9]|1[0-2]|one|two|three|four|five|six|seven|eight|nine|10|eleven|twelve)"
    r"(?= (?:on|or|and|tomorrow|today|this|next|work|would|in|for|ct|et|pt|mt|est|cst|pst|central"
    r"|eastern|pacific|mountain|your|my|our|sharp|[.,?!;/\[-])))) "
)
_CLAUSE = re.compile(r" (?:[,;]|but|so) ")
_LISTED = 14
_WHOSE = {"yours": "theirs", "mine": "mine", "there": "theirs", "here": "mine"}


def one_zone(case: Case) -> Iterator[Place]:
    """R16: both people's zones, on every proposed time."""
    if case.kind is Kind.THANKS or case.facts.one_zone or _in_one_place(case):
        return
    sentences = case.own
    for at, sentence in enumerate(sentences):
        before = sentences[at - 1] if at else None
        times = list(_TIME.finditer(sentence.text))
        if not times or not _is_proposed(sentence, before):
            continue
        sides = _sides(sentence).union(*map(_sides, _explaining(sentences, at)))
        if len(sides) < 2 and not (sides and _is_converted(sentence, len(times))):
            yield sentence.place((times[0].start() + 1, times[-1].end()))


def _explaining(sentences: tuple[Sentence, ...], at: int) -> list[Sentence]:
    """Return the sentence that goes on about the same time: "That's 2 pm here"."""
    explains = phrases("zones.explains")
    before = [sentences[at - 1]] if at and explains.first(sentences[at]) else []
    return before + [s for s in sentences[at + 1 : at + 2] if explains.first(s)]


def _in_one_place(case: Case) -> bool:
    """Tell a meeting in person, where there is but one clock."""
    if case.holds("zones.same-zone"):
        return True
    return case.holds("zones.in-person") and not case.holds("zones.remote")


def _is_proposed(sentence: Sentence, before: Sentence | None) -> bool:
    """Tell a time for the conversation from a class, a shift or a memory."""
    if phrases("zones.past").first(sentence) and not sentence.asks:
        return False
    busy, proposes = phrases("zones.no-proposal"), phrases("zones.proposes")
    clauses = [f" {clause.strip()} " for clause in _CLAUSE.split(sentence.text)]
    timed = [clause for clause in clauses if _TIME.search(clause)]
    if any(busy.stand_in(c) and not proposes.stand_in(busy.without(c)) for c in timed):
        return False
    if proposes.first(sentence) or sentence.asks:
        return True
    # A line of a list of times, below a sentence that offers them.
    short = len(sentence.words) <= _LISTED
    return short and before is not None and proposes.first(before) is not None


def _is_converted(sentence: Sentence, times: int) -> bool:
    """Tell "11 (noon for you)", where one's own clock goes without saying, from two offers."""
    return times > 1 and phrases("zones.converted").first(sentence) is not None


def _sides(sentence: Sentence) -> set[str]:
    """Return whose clocks are named with the times of a sentence."""
    norms = [word.norm for word in sentence.words]
    sides: set[str] = set()
    for match in _TIME.finditer(sentence.text):
        first, last = sentence.index(match.start() + 1), sentence.index(match.end() - 2)
        sides |= _clocks(norms[max(0, first - 4) : first], until=False)
        sides |= _clocks(norms[last + 1 :], until=True)
    return sides


def _clocks(norms: list[str], *, until: bool) -> set[str]:
    """Return the clocks among some words; `until` stops at the first word of something else."""
    sides: set[str] = set()
    for at, norm in enumerate(norms):
        after = norms[at + 1 : at + 3]
        if norm in ("your", "my", "our") and {"time", "end", "side", "zone", "clock"} & set(after):
            sides.add("theirs" if norm == "your" else "mine")
        elif clock := _labels().get(norm):
            sides.add(clock)
        elif until and norm in _WHOSE:
            sides.add(_WHOSE[norm])
        elif until and norm == "for" and after[:1] in (["you"], ["me"]):
            sides.add("theirs" if after[0] == "you" else "mine")
        elif until and not (norm in word_set("attached") or norm[0].isdigit()):
            return sides
    return sides


@lru_cache(maxsize=1)
def _labels() -> dict[str, str]:
    """Return the clock that a word means."""
    clocks = table("clocks")["clocks"]
    return {label: clock for clock, labels in clocks.items() for label in labels.split()}
