"""What a conversation changes: places that they suggested, advice, goals (R4, R31)."""

from olenb.core.errors import NotAllowed
from olenb.core.goal_terms import GoalKind
from olenb.core.store import Store
from olenb.core.terms import NoteKind
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
    with store.change("Put a place or role that they suggested on your list"):
        return goals.add_target(
            store, organization, role=role, region=region, conversation=talk["id"]
        )


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


def revise(store: Store, conversation: int, kind: str, words: str, because: str) -> None:
    """Say how a goal changed because of a conversation; the same words change nothing (R4).

    Parameters
    ----------
    store
        The open workbook.
    conversation
        Which conversation: its id.
    kind
        "curiosity" or "purpose".
    words
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
    if not words.strip():
        raise NotAllowed("Please write the new words, or leave this step. Nothing was changed.")
    if kind == GoalKind.PURPOSE:
        goals.say_purpose(store, words, talk["id"], because)
    else:
        goals.say(store, kind, words, talk["id"], because)
