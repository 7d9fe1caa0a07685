"""Finding an occupation or an area by the user's own words."""

import re
from functools import lru_cache

from rapidfuzz import fuzz, process

from olenb.contacts.keys import folded
from olenb.core.errors import NotFound
from olenb.method.market.everyday import CODES
from olenb.method.market.figures import Market
from olenb.method.market.places import SHORT_NAMES

SHOWN = 6
_ALIKE = 82
_WORD = re.compile(r"[^\W_]+")
_STATE = re.compile(r", ([A-Z]{2})(?:-[A-Z]{2})*$")
_FILLERS = frozenset(
    (
        *("a", "an", "and", "all", "at", "day", "do", "does", "except", "for", "i", "in"),
        *("including", "like", "of", "on", "other", "or", "s", "the", "to", "what", "with"),
        *("work", "working"),
    )
)


def occupations(market: Market, said: str, limit: int = SHOWN) -> dict[str, str]:
    """Return the occupations that the user may mean, the likeliest first: code -> title.

    Official titles are searched, and what people call the same work.

    Parameters
    ----------
    market
        Where to search.
    said
        The user's words, such as "lab manager".
    limit
        How many at most.

    >>> from olenb.method.market.figures import shipped
    >>> list(occupations(shipped(), "UX designer", 1).values())
    ['Web and Digital Interface Designers']
    """
    wanted = folded(said)
    if not _words(wanted):
        return {}
    names = [(folded(title), code) for code, title in market.titles.items()]
    names += [(name, code) for name, code in CODES.items() if code in market.titles]
    scores: dict[str, float] = {}
    for name, code in names:
        scores[code] = max(scores.get(code, 0.0), _likeness(wanted, name))
    best = sorted(scores, key=lambda code: (-scores[code], market.titles[code]))
    return {code: market.titles[code] for code in best[:limit] if scores[code]}


def areas(market: Market, said: str, limit: int = SHOWN) -> dict[str, str]:
    """Return the areas that the user may mean, the largest kind first: code -> name.

    Parameters
    ----------
    market
        Where to search.
    said
        A country, a state or its two letters, or a city.
    limit
        How many at most.

    >>> from olenb.method.market.figures import shipped
    >>> list(areas(shipped(), "MN").values())
    ['Minnesota']
    """
    typed = " ".join(_WORD.findall(folded(said)))
    plain = folded(SHORT_NAMES.get(typed, typed))
    names = {code: folded(name) for code, name in market.areas.items()}
    wanted = _words(plain)
    if not wanted:
        return {}
    found = [code for code, name in names.items() if name == plain]
    if not (found and typed in SHORT_NAMES):
        found += [code for code, name in names.items() if wanted <= _words(name)]
    if not found and len(plain) > 3:
        alike = process.extract(
            plain, names, scorer=fuzz.partial_ratio, score_cutoff=_ALIKE, limit=limit
        )
        found = [code for _, _, code in alike]
    return {code: market.areas[code] for code in list(dict.fromkeys(found))[:limit]}


def one_occupation(market: Market, said: str) -> tuple[str, str]:
    """Return the code and the title of the occupation that is likeliest meant.

    Raises
    ------
    NotFound
        None is called like that.

    """
    found = occupations(market, said, 1)
    if not found:
        raise NotFound("No occupation is called like that here. Please try another word for it.")
    return next(iter(found.items()))


def one_area(market: Market, said: str) -> str:
    """Return the code of the area that is likeliest meant.

    Raises
    ------
    NotFound
        None is called like that.

    """
    found = areas(market, said, 1)
    if not found:
        raise NotFound("No area is called like that here. A state or a larger city may help.")
    return next(iter(found))


def around(market: Market, area: str) -> list[str]:
    """Return an area with what it lies in: the codes of itself, its state, and the largest area.

    Parameters
    ----------
    market
        Where to look.
    area
        Its code.

    >>> from olenb.method.market.figures import shipped
    >>> [shipped().areas[code] for code in around(shipped(), "0020260")]
    ['Duluth, MN-WI', 'Minnesota', 'United States']
    """
    found = [area]
    if short := _STATE.search(market.areas[area]):
        state = folded(SHORT_NAMES.get(short[1].casefold(), ""))
        found += [code for code, name in market.areas.items() if folded(name) == state]
    return list(dict.fromkeys([*found, next(iter(market.areas))]))


def _likeness(wanted: str, name: str) -> float:
    """Score two names: the same, one within the other, shared words, or spelled alike."""
    if wanted == name:
        return 200.0
    asked, said = _words(wanted), _words(name)
    shared = len(asked & said)
    if shared:
        whole = 60.0 * (said <= asked) + 30.0 * (asked <= said)
        return whole + 100 * 2 * shared / (len(asked) + len(said))
    return fuzz.ratio(wanted, name, score_cutoff=_ALIKE)


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    """Return the words that tell something, without a plural's s."""
    plain = {w.removesuffix("s") if len(w) > 3 else w for w in _WORD.findall(text)}
    return frozenset(plain - _FILLERS)
