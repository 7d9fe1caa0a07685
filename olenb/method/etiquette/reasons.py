"""Whether a message says why it goes to this person (R18): what they did, are, or share.

"You moved from the bench to data", "your shop restored the carousel", "we both sang here" are
reasons. "Your experience", "what you do", "could you share" could be said to anybody.
"""

from olenb.method.etiquette.lexicon import word_set
from olenb.method.etiquette.message import Sentence
from olenb.method.etiquette.phrases import phrases

_ADDRESSES = frozenset(["email", "name", "contact", "number", "information", "page", "profile"])
_BUSY = frozenset(["doing", "going", "looking", "feeling", "having", "getting"])


def gives_a_reason(sentence: Sentence) -> bool:
    """Tell whether a sentence holds a reason to write to this person."""
    if any(phrases(name).first(sentence) for name in ("parts.why-you", "parts.why-you-questions")):
        return True
    norms = [word.norm for word in sentence.words]
    return any(_is_theirs(norms, at) or _is_what_they_did(norms, at) for at in range(len(norms)))


def _is_theirs(norms: list[str], at: int) -> bool:
    """Tell "your essay about bees" from "your experience"."""
    if norms[at] != "your":
        return False
    rest = [norm for norm in norms[at + 1 : at + 5] if norm not in word_set("praise")]
    if not rest or not rest[0].isalpha() or rest[0] in word_set("marks"):
        return False
    if rest[0] not in word_set("anybodys"):
        return True
    # "Your work on river restoration" is theirs alone, "your work" isn't.
    narrowed = rest[0] not in _ADDRESSES and rest[1:2] and rest[1] in word_set("narrows")
    return bool(narrowed) and len(rest) > 2 and rest[2] not in word_set("vaguely")


def _is_what_they_did(norms: list[str], at: int) -> bool:
    """Tell "you moved to data" from "could you move" and "what you did"."""
    before = norms[at - 1] if at else ""
    if norms[at] != "you" or before in word_set("not-told") | word_set("wanted-from"):
        return False
    rest = [norm for norm in norms[at + 1 : at + 6] if norm not in word_set("adverbs")]
    if before in ("and", "but", "as", "like") and rest[:1] in (["did"], ["do"]):
        return True
    if len(rest) < 2:
        return False
    asked = before in ("what", "how")
    if asked and (rest[0] in word_set("felt") or rest[1] in word_set("vaguely")):
        return False
    return _tells(rest[0], rest[1])


def _tells(verb: str, after: str) -> bool:
    """Tell whether a verb after "you" says something about them."""
    if verb in ("are", "were"):
        return after in word_set("a-kind-of") or (after.endswith("ing") and after not in _BUSY)
    return verb.isalpha() and verb not in word_set("of-anybody")
