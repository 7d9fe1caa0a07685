"""What was said or found out, in the user's own words; a confidential note never leaves (R38)."""

import pandas as pd

from olenb.contacts import rows
from olenb.contacts.keys import visible
from olenb.core.change import Row
from olenb.core.errors import NotAllowed
from olenb.core.store import Store, today
from olenb.core.terms import NoteKind
from olenb.method.frames import frame

COLUMNS = {
    "id": "int64",
    "person": "str",
    "kind": "str",
    "words": "str",
    "confidential": "bool",
    "written_on": "str",
    "done": "str",
    "done_on": "str",
    "person_id": "int64",
    "conversation_id": "Int64",
}
_EVERY = """
SELECT n.id, p.name AS person, n.kind, n.words, n.confidential, n.written_on, n.done, n.done_on,
       n.person AS person_id, n.conversation AS conversation_id
FROM note AS n JOIN person AS p ON p.id = n.person
"""


def write(
    store: Store,
    person: int,
    kind: str,
    words: str,
    *,
    conversation: int | None = None,
    confidential: bool = False,
    written_on: str = "",
) -> int:
    """Keep a note and return its id.

    Parameters
    ----------
    store
        The open workbook.
    person
        About whom or from whom: their id.
    kind
        A value of `terms.NoteKind`.
    words
        In the user's own words, or as a quotation.
    conversation
        In which conversation: its id.
    confidential
        Whether it stays between them: such a note reaches no page, draft or file (R38).
    written_on
        ISO 8601; empty means today.

    Raises
    ------
    NotAllowed
        There are no words, or the kind isn't one.
    NotFound
        There is no such person.

    """
    if not visible(words):
        raise NotAllowed("A note needs a few words. Nothing was changed.")
    if kind not in list(NoteKind):
        raise NotAllowed("That isn't a kind of note. Nothing was changed.")
    with store.change("Wrote a note") as change:
        return change.insert(
            "note",
            person=rows.exists(store, person),
            conversation=conversation,
            kind=str(kind),
            words=words.strip(),
            confidential=int(confidential),
            written_on=written_on or today(),
        )


def mark(store: Store, note: int, confidential: bool) -> None:
    """Say whether a note is confidential.

    Raises
    ------
    NotFound
        There is no such note.

    """
    row = get(store, note)
    with store.change("Marked a note") as change:
        if bool(row["confidential"]) != confidential:
            change.update("note", row["id"], confidential=int(confidential))


def did(store: Store, note: int, words: str, *, on: str = "") -> None:
    """Note what the user did with a piece of advice; empty words take it back.

    Raises
    ------
    NotAllowed
        The note isn't advice.
    NotFound
        There is no such note.

    """
    row, done = get(store, note), words.strip() or None
    if row["kind"] != NoteKind.ADVICE:
        raise NotAllowed("That note isn't advice. Nothing was changed.")
    with store.change("Noted what you did with some advice") as change:
        change.update("note", row["id"], done=done, done_on=(on or today()) if done else None)


def remove(store: Store, note: int) -> None:
    """Take a note away.

    Raises
    ------
    NotFound
        It is gone already.

    """
    row = get(store, note)
    with store.change("Took a note away") as change:
        change.delete("note", row["id"])


def get(store: Store, note: int) -> Row:
    """Return one note as the table has it.

    Raises
    ------
    NotFound
        There is no such note.

    """
    return rows.row(store, "note", note, "That note")


def notes(store: Store) -> pd.DataFrame:
    """Return every note, confidential ones included: for the user's own eyes.

    Returns
    -------
    DataFrame
        id, person, kind, words, confidential (bool), written_on, done, done_on (what was done
        with advice, and when), person_id, conversation_id.

    """
    return frame(store.rows(f"{_EVERY} ORDER BY n.id"), COLUMNS)
