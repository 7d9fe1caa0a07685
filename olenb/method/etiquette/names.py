"""Names and confidences: who may be named, whom one may ask, what stays here (R37, R7, R38)."""

from collections.abc import Iterator

from olenb.contacts.keys import folded
from olenb.method.etiquette.case import Case, Place
from olenb.method.etiquette.facts import may_ask
from olenb.method.etiquette.kinds import Kind
from olenb.method.etiquette.mentions import Mentions, parts
from olenb.method.etiquette.message import Sentence
from olenb.method.etiquette.phrases import phrases
from olenb.method.etiquette.site import content
from olenb.method.etiquette.words import Word, words

_COVERED, _ENOUGH, _RUN = 0.7, 3, 4


def without_permission(case: Case) -> Iterator[Place]:
    """R37: nobody is named as a referrer who hasn't said yes, for this reader."""
    via = folded(case.facts.via)
    forbidden = {name for name, allowed in case.facts.names.items() if not allowed}
    connects = _spellings(via) if via and not case.facts.names.get(via, False) else set()
    referrers = Mentions(case.message, forbidden - {via})
    connecting = Mentions(case.message, connects)
    for sentence in case.message.sentences:
        for span in connecting.find(sentence):
            yield _place(sentence, span)
        for span in referrers.find(sentence):
            if _is_referrer(sentence, span):
                yield _place(sentence, span)


def _spellings(name: str) -> set[str]:
    """Return a name in full, its first and its last part."""
    known = parts(name)
    return {" ".join(known), *(part for part in (known[:1] + known[-1:]) if len(part) > 1)}


def _place(sentence: Sentence, span: tuple[int, int]) -> Place:
    return sentence.words[span[0]].start, sentence.words[span[1] - 1].end


def _is_referrer(sentence: Sentence, span: tuple[int, int]) -> bool:
    """Tell a name that opens a door from one that is only mentioned, such as an author's."""
    before, after = sentence.words[: span[0]], sentence.words[span[1] :]
    name = Word("@name", *_place(sentence, span))
    marked = Sentence((*before, name, *after), sentence.part, sentence.spoken)
    return phrases("referral.referrer").first(marked) is not None


def coworker(case: Case) -> Iterator[Place]:
    """R7: think first before asking somebody whom one works with now."""
    if may_ask(case.facts.coworker) or case.kind is Kind.THANKS:
        return
    sentence = case.ask or next(iter(case.message.sentences), None)
    if sentence:
        yield sentence.start, sentence.end


def confidential(case: Case) -> Iterator[Place]:
    """R38: what was said in confidence stays here, and so do confidential people."""
    notes = [(content(note), _runs(note)) for note in case.facts.confidential_notes]
    people = Mentions(case.message, map(folded, case.facts.confidential_names))
    for sentence in case.message.sentences:
        for span in people.find(sentence):
            yield _place(sentence, span)
        mine = content(sentence.text)
        if any(_tells(mine, sentence.text, *note) for note in notes):
            yield sentence.start, sentence.end


def _tells(mine: frozenset[str], text: str, theirs: frozenset[str], runs: set[str]) -> bool:
    """Tell whether a sentence tells a note again, in its words or in most of them."""
    if any(run in text for run in runs):
        return True
    shared = len(mine & theirs)
    return shared >= _ENOUGH and shared >= _COVERED * len(theirs)


def _runs(note: str) -> set[str]:
    """Return the note in runs of a few words; a shorter note in one."""
    norms = [word.norm for word in words(note) if word.norm[0].isalnum()]
    size = min(_RUN, len(norms))
    runs = (norms[at : at + size] for at in range(len(norms) - size + 1))
    return {f" {' '.join(run)} " for run in runs if size and content(" ".join(run))}
