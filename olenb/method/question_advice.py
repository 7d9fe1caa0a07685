"""What a careful reader would point at in a question: the site answers it, it asks for a job (R18).

The etiquette check looks; it advises, and the user's own words stay as they are.
"""

from olenb.core.store import Store
from olenb.method import etiquette
from olenb.method.etiquette import Facts, Finding, Kind, facts_for, most_important

RULES = frozenset(("site-answers", "asks-for-job", "negative", "says-networking"))
"""The rules that a question can break; the others are about messages."""


def advice(words: str, facts: Facts | None = None) -> Finding | None:
    """Return the one thing to point at in a question, or None.

    Parameters
    ----------
    words
        The question.
    facts
        What the workbook knows about the person (`facts_about`).

    >>> advice("What does your company do?").row
    'R18'
    >>> advice("What did you do yesterday, from the first hour to the last?") is None
    True
    """
    found = etiquette.check(words, kind=Kind.MESSAGE, facts=facts)
    return next(iter(most_important([one for one in found if one.rule in RULES], 1)), None)


def facts_about(store: Store, person: int) -> Facts:
    """Return what the workbook knows about somebody, their research sheet among it."""
    return facts_for(store, to=person)
