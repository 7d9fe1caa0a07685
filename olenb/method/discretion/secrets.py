"""What is between the user and somebody, read from the workbook: whom, and in which words (R38)."""

from functools import cached_property

from olenb.contacts.keys import folded, visible
from olenb.core.store import Store
from olenb.method.discretion import naming
from olenb.method.mentions import whole

_SHORTEST_QUOTE = 12  # a shorter one is too common a phrase to be recognized
_SHORTEST_ADDRESS = 6

# Somebody may have stood in the workbook under another name before it was corrected.
_NAMES = """
WITH hidden AS (SELECT id, name FROM person WHERE confidential AND is_ego = 0 AND id IS NOT ?1)
SELECT name FROM hidden UNION
SELECT json_extract(was, '$.name') FROM history
WHERE tbl = 'person' AND was IS NOT NULL AND row IN (SELECT id FROM hidden)
"""
_ADDRESSES = """
WITH hidden AS (SELECT * FROM person WHERE confidential AND is_ego = 0 AND id IS NOT ?1)
SELECT email FROM hidden UNION SELECT url FROM hidden UNION SELECT phone FROM hidden
UNION SELECT key FROM identifier WHERE person IN (SELECT id FROM hidden)
"""
_WORDS = """
WITH hidden AS (SELECT id FROM person WHERE confidential AND is_ego = 0 AND id IS NOT ?1),
talk AS (SELECT * FROM conversation WHERE person IN (SELECT id FROM hidden)),
private AS (SELECT id FROM opportunity WHERE confidential),
seen AS (SELECT * FROM observation WHERE confidential OR opportunity IN private)
SELECT words FROM note WHERE confidential OR person IN (SELECT id FROM hidden)
UNION SELECT done FROM note WHERE confidential OR person IN (SELECT id FROM hidden)
UNION SELECT helped FROM talk UNION SELECT learned FROM talk UNION SELECT next_action FROM talk
UNION SELECT words FROM finding WHERE conversation IN (SELECT id FROM talk)
UNION SELECT task FROM seen UNION SELECT people FROM seen UNION SELECT tools FROM seen
UNION SELECT words FROM plan_step WHERE opportunity IN private
UNION SELECT skill FROM plan_skill WHERE opportunity IN private
UNION SELECT evidence FROM plan_skill WHERE opportunity IN private
UNION SELECT what FROM milestone WHERE opportunity IN private
"""
# A place is known for itself where others are there, too, or the user is curious about it.
_PLACES = """
SELECT name FROM organization WHERE id IN (SELECT organization FROM target) OR id IN (
  SELECT a.organization FROM affiliation AS a JOIN person AS p ON p.id = a.person
  WHERE coalesce(p.confidential, 0) = 0)
"""


class Secrets:
    """Tells whether a text holds what is between the user and somebody.

    Parameters
    ----------
    store
        The open workbook.
    besides
        Names that others in the text have, such as the user's own.
    reader
        To whom the text goes: they are no secret from themselves.
    """

    def __init__(self, store: Store, besides: list[str], reader: int | None = None):
        self._store = store
        self._besides = besides
        self._reader = reader

    def named_in(self, text: str) -> bool:
        """Tell whether a text names somebody confidential, by one word of the name even."""
        if not self._names:
            return False
        inside = folded(text)
        if any(address in inside for address in self._addresses):
            return True
        if not self._telling & {"", *naming.WORD.findall(inside)}:
            return False
        return any(
            next(naming.named(text, name, self._besides, self.places), None) for name in self._names
        )

    def wholly_named_in(self, text: str) -> bool:
        """Tell whether a whole name stands in a text, such as the name of a place."""
        return any(next(whole(text, name), None) for name in self._names)

    def quoted_in(self, text: str) -> bool:
        """Tell whether a text repeats what is between the user and somebody."""
        inside = folded(text) if self._words else ""
        return any(words in inside for words in self._words)

    def places(self, word: str) -> list[str]:
        """Return the places in whose name of several words a word stands."""
        return self._places.get(word, [])

    @cached_property
    def _names(self) -> list[str]:
        return [name for name in self._column(_NAMES) if visible(name)]

    @cached_property
    def _addresses(self) -> list[str]:
        found = (folded(text) for text in self._column(_ADDRESSES))
        return [text for text in found if len(text) >= _SHORTEST_ADDRESS]

    @cached_property
    def _words(self) -> list[str]:
        found = (folded(text) for text in self._column(_WORDS))
        return [text for text in found if len(text) >= _SHORTEST_QUOTE]

    @cached_property
    def _telling(self) -> set[str]:
        return {word for name in self._names for word in naming.every_word(name)}

    @cached_property
    def _places(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for row in self._store.rows(_PLACES):
            words = set(naming.WORD.findall(folded(row["name"])))
            for word in words if len(words) > 1 else ():
                found.setdefault(word, []).append(row["name"])
        return found

    def _column(self, sql: str) -> list[str]:
        values = (self._reader,) if "?1" in sql else ()
        return [str(row[0]) for row in self._store.rows(sql, values) if row[0]]
