"""The sixty seconds in which the user says who they are, in their own words (R19)."""

from dataclasses import dataclass

from olenb.contacts import you
from olenb.core import rules
from olenb.core.store import Store, today
from olenb.core.terms import NoteKind


@dataclass(frozen=True)
class Spoken:
    """How long a text is when it is spoken.

    Parameters
    ----------
    words
        How many.
    seconds
        At an unhurried pace.
    """

    words: int
    seconds: int

    @property
    def sentence(self) -> str:
        """The same in words, and whether it fits into the sixty seconds.

        >>> Spoken(70, 30).sentence
        '70 words, about 30 seconds when you speak.'
        """
        limit = rules.INTRODUCTION_SECONDS.value
        said = f"{self.words} words, about {self.seconds} seconds when you speak."
        return said if self.seconds <= limit else f"{said} {limit} are easier to listen to."


def spoken(text: str) -> Spoken:
    """Return how long a text is when it is spoken.

    >>> spoken("I sold bread all summer, and I liked it.")
    Spoken(words=9, seconds=4)
    """
    words = len(text.split())
    return Spoken(words, round(words * 60 / rules.SPOKEN_WORDS_A_MINUTE.value))


def said(store: Store) -> str:
    """Return the user's introduction, or an empty string."""
    row = _row(store)
    return str(row[1]) if row else ""


def say(store: Store, words: str) -> None:
    """Keep the user's introduction; empty words take it away."""
    text, row = words.strip(), _row(store)
    if text == (row[1] if row else ""):
        return
    with store.change("Wrote how you introduce yourself") as change:
        if row and not text:
            change.delete("note", row[0])
        elif row:
            change.update("note", row[0], words=text, written_on=today())
        else:
            change.insert(
                "note",
                person=you.ego(store, change),
                kind=NoteKind.INTRODUCTION.value,
                words=text,
                confidential=0,
                written_on=today(),
            )


def _row(store: Store) -> tuple[int, str] | None:
    row = store.one(
        "SELECT n.id, n.words FROM note AS n JOIN person AS p ON p.id = n.person "
        "WHERE p.is_ego = 1 AND n.kind = ? ORDER BY n.id DESC",
        (NoteKind.INTRODUCTION.value,),
    )
    return (row["id"], row["words"]) if row else None
