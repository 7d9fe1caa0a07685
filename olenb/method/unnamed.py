"""Words for others' eyes: without names that nobody ticked, and without what is between us (R38).

People are named in the user's own words, too. So the words are gone through for every name that
isn't to be said: by the whole name, the first name, or a title and the last name.
"""

from collections.abc import Iterable

from olenb.contacts.keys import folded
from olenb.core.store import Store
from olenb.core.terms import Permission
from olenb.method.mentions import mention
from olenb.method.permissions import quotes
from olenb.network.words import called

SOMEBODY = "somebody"


class Unnamed:
    """Makes words fit for others' eyes.

    Parameters
    ----------
    store
        The open workbook.
    names
        Whether people may be named. Whoever is confidential, and whoever said that their name
        may not be used, stays unnamed all the same.
    """

    def __init__(self, store: Store, *, names: bool = False):
        self._store = store
        rows = store.rows(
            "SELECT name FROM person WHERE is_ego = 0 AND (confidential = 1 "
            "OR id IN (SELECT person FROM permission WHERE answer = ?) OR NOT ?)",
            (Permission.NO, names),
        )
        self._names = [str(row["name"]) for row in rows]

    def words(self, text: str) -> str:
        """Return a text without the names; "" where it holds what was said between us."""
        if not text or quotes(self._store, text):
            return ""
        inside = folded(text)
        for name in self._names:
            if _may_be_in(inside, name):
                text = _without(text, name)
        return text

    def lines(self, texts: Iterable[str]) -> tuple[str, ...]:
        """Return several texts as `words` does, those left out that are empty then."""
        return tuple(filter(None, (self.words(text) for text in texts)))


def _may_be_in(inside: str, name: str) -> bool:
    """Tell quickly that a name isn't in a text, which is so of nearly all of them."""
    return any(folded(part) in inside for part in (called(name), *name.split()[-1:]) if part)


def _without(text: str, name: str) -> str:
    done = ""
    while span := mention(text, name):
        start, end = span
        done += text[:start] + SOMEBODY
        text = text[end:]
    return done + text
