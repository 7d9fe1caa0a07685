"""Text as words that can be compared: no case, no accents, whatever stands between them."""

import re
import unicodedata

from olenb.contacts.keys import folded

# Chinese, Japanese and Korean are written without blanks: there a sign is a word.
_SIGN = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
WORD = re.compile(rf"[{_SIGN}]|[^\W_{_SIGN}]+")
_SIGNS = re.compile(f"[{_SIGN}]+")
_UNSEEN = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_APOSTROPHES = re.compile("[\u02b9-\u02bf\u02c8]")  # some are letters to Unicode
_NOT_THE_NAME = frozenset(
    (
        *("dr", "prof", "professor", "mr", "mrs", "ms", "miss", "mx", "sir", "rev", "hon"),
        *("phd", "md", "dds", "jd", "mba", "cpa", "esq", "jr", "sr", "ii", "iii", "iv"),
    )
)


def plain(text: str) -> str:
    r"""Return text with whole letters and without what can't be seen, so that words are whole.

    Parameters
    ----------
    text
        Anything; the number of its lines stays.

    >>> plain("Jose\u0301 Ru\u00adiz")
    'José Ruiz'
    """
    if text.isascii():
        return text
    seen = _APOSTROPHES.sub("'", _UNSEEN.sub("", text))
    return unicodedata.normalize("NFKC", seen)


def words(name: str) -> tuple[str, ...]:
    """Return the words of a name, in the form that is compared; initials and titles left out.

    Parameters
    ----------
    name
        As it was given.

    >>> words("Dr. Ana M. RUÍZ, PhD"), words("田中 さくら")
    (('ana', 'ruiz'), ('田', '中', 'さ', 'く', 'ら'))
    """
    every = [folded(word) for word in WORD.findall(plain(name))]
    long = [word for word in every if len(word) > 1 or is_sign(word)]
    return tuple(word for word in long if word not in _NOT_THE_NAME)


def is_sign(word: str) -> bool:
    """Tell whether a word is one sign of a script without blanks.

    Parameters
    ----------
    word
        As `words` gives it.
    """
    return _SIGNS.fullmatch(word) is not None
