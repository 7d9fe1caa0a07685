"""What a conversation changes: places that they suggested, advice, goals (R4, R31)."""

from olenb.core.errors import NotAllowed
from olenb.core.store import Store, today
from olenb.core.terms import NoteKind, Purpose
from olenb.method import conversations, goals, notes


def suggest(
    store: Store, conversation: int, organization: str = "", *, role: str = "", region: str = ""
) -> int:
    """Put a place or a kind of work that they suggested on the list of targets (R4).

    One that is on the list already stays as it is; a new one remembers the conversation.

    Parameters
    ----------
    store
        The open workbook.
    conversation
        In which conversation: its id.
    organization, role, region
        In the user's words; one of them is enough.

    Returns
    -------
    int
        The target's id.

    Raises
    ------
    NotAllowed
        All are empty.
    NotFound
        There is no such conversation.

    """
    talk = conversations.get(store, conversation)
    with store.change("Put a place or role that they suggested on your list") as change:
        before = {row["id"] for row in store.rows("SELECT id FROM target")}
        target = goals.add_target(store, organization, role=role, region=region)
        if target not in before:
            change.update("target", target, conversation=talk["id"])
    return target


def advise(store: Store, conversation: int, words: str, *, confidential: bool = False) -> int:
    """Keep a piece of their advice, and return the note's id; `notes.did` adds what came of it.

    Raises
    ------
    NotAllowed
        There are no words.
    NotFound
        There is no such conversation.

    """
    talk = conversations.get(store, conversation)
    return notes.write(
        store,
        talk["person"],
        NoteKind.ADVICE,
        words,
        conversation=talk["id"],
        confidential=confidential,
    )


def revise(store: Store, conversation: int, kind: str, value: str, because: str) -> int:
    """Say how a goal changed because of a conversation, and return the goal's id (R4).

    Parameters
    ----------
    store
        The open workbook.
    conversation
        Which conversation: its id.
    kind
        "curiosity" or "purpose".
    value
        The new words, or a value of `terms.Purpose`.
    because
        Why it changed, in the user's own words.

    Raises
    ------
    NotAllowed
        There are no words, or the purpose or the kind isn't one.
    NotFound
        There is no such conversation.

    """
    talk = conversations.get(store, conversation)
    words = value.strip()
    if not words:
        raise NotAllowed("Please write the new words, or leave this step. Nothing was changed.")
    if kind not in ("curiosity", "purpose") or (kind == "purpose" and words not in list(Purpose)):
        raise NotAllowed("Please choose one of the four reasons. Nothing was changed.")
    with store.change("Changed what you want to find out") as change:
        return change.insert(
            "goal",
            kind=kind,
            value=words,
            said_on=today(),
            conversation=talk["id"],
            because=because.strip() or None,
        )
