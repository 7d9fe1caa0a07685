"""Where people are named in a message: in full, or by one part of the name."""

import re
from collections.abc import Iterable, Iterator

from olenb.method.etiquette.lexicon import word_set
from olenb.method.etiquette.message import Message, Sentence
from olenb.method.etiquette.words import words

_LETTERS = re.compile(r"[^\W\d_]+")


class Mentions:
    """Finds some names in one message.

    Parameters
    ----------
    message
        The message; a name none of whose words stands in it costs next to nothing.
    names
        Full names; titles don't count. A name of one word, such as "Will", is only found where
        it is written as a name.

    """

    def __init__(self, message: Message, names: Iterable[str]):
        self._text = message.plain
        typed = {_letters(word.norm) for s in message.sentences for word in s.words}
        self._keys: dict[str, list[tuple[str, ...]]] = {}
        for name in names:
            if typed.isdisjoint(_LETTERS.findall(name)):
                continue
            if key := parts(name):
                self._keys.setdefault(key[0], []).append(key)

    def find(self, sentence: Sentence) -> Iterator[tuple[int, int]]:
        """Yield which words of a sentence are a name: the longest that fits, each word once."""
        norms = [word.norm for word in sentence.words]
        until = 0
        for at, norm in enumerate(norms):
            fits = (k for k in self._keys.get(norm, ()) if tuple(norms[at : at + len(k)]) == k)
            key = max(fits, key=len, default=None)
            if key and at >= until and (len(key) > 1 or self._is_written_as_a_name(sentence, at)):
                until = at + len(key)
                yield at, until

    def _is_written_as_a_name(self, sentence: Sentence, at: int) -> bool:
        """Tell Will from "will", and "May I" from May; "ana" in a text message is Ana."""
        word = sentence.words[at]
        if word.norm not in word_set("name-words"):
            return True
        following = [each.norm for each in sentence.words[at + 1 : at + 2]]
        opens = at == 0 or sentence.words[at - 1].norm in word_set("marks")
        return self._text[word.start].isupper() and not (
            opens and not word_set("after-names").isdisjoint(following)
        )


def parts(name: str) -> tuple[str, ...]:
    """Return a name as the words that a message would have for it, without titles.

    >>> parts("Dr. Ellen O’Neil-Stark, PhD")
    ('ellen', "o'neil", 'stark')
    """
    norms = [word.norm for word in words(name) if word.norm[0].isalnum()]
    return tuple(norm for norm in norms if norm not in word_set("name-titles"))


def _letters(norm: str) -> str:
    found = _LETTERS.match(norm)
    return found.group() if found else norm
