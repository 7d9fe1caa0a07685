"""Words to one person: what may be in them, and why they can't be kept as they are (R37, R38)."""

from functools import cached_property

from olenb.contacts import rows
from olenb.core.store import Store
from olenb.method.discretion.secrets import Secrets
from olenb.method.discretion.texts import Discretion
from olenb.method.mentions import mention
from olenb.method.permissions import BETWEEN_US, CONFIDENTIAL, may_name, referrers


class Message(Discretion):
    """Decides about words to one person, who is no secret from themselves.

    Parameters
    ----------
    store
        The open workbook.
    to
        Who reads it: their id.

    Raises
    ------
    NotFound
        There is no such person.

    """

    def __init__(self, store: Store, to: int):
        super().__init__(store, with_names=True, towards=to)
        self._reader = str(rows.person(store, to)["name"])

    @cached_property
    def secrets(self) -> Secrets:
        """What is between the user and somebody else than the reader."""
        return Secrets(self._store, self.besides, self._towards)

    @cached_property
    def _hidden(self) -> set[int]:
        hidden = {number for number, row in self._people.items() if row["confidential"]}
        return hidden - {self._towards or 0}

    @cached_property
    def besides(self) -> list[str]:
        """Names that may stand in the words besides: the reader's and the user's own."""
        mine = self._store.rows("SELECT name FROM person WHERE is_ego")
        return [self._reader, *(str(row["name"]) for row in mine)]


def refusals(store: Store, text: str, *, to: int, via: int | None = None) -> list[str]:
    """Say what keeps a text from going to somebody; an empty list is a yes (R37, R38).

    Parameters
    ----------
    store
        The open workbook.
    text
        The subject and the words.
    to
        Who would read it.
    via
        Somebody whom it goes through.

    Returns
    -------
    list of str
        A referrer who is named without permission; somebody confidential who is named; words
        that are between the user and somebody. No name is repeated.

    Raises
    ------
    NotFound
        There is no such person.

    """
    message, found = Message(store, to), []
    for person in referrers(store, to, via):
        decision = may_name(store, person, to)
        name = str(rows.person(store, person)["name"])
        if not decision.allowed and mention(text, name, message.besides):
            found.append(decision.reason)
    if message.secrets.named_in(text):
        found.append(CONFIDENTIAL)
    if message.secrets.quoted_in(text):
        found.append(BETWEEN_US)
    return list(dict.fromkeys(found))
