"""Words for what is due: begun from the facts, kept in the user's own (R34, R35; N12)."""

from dataclasses import dataclass, replace

from olenb.core.change import Row
from olenb.core.due_terms import Due
from olenb.core.errors import NotAllowed
from olenb.core.store import Store
from olenb.core.terms import Channel, DraftKind
from olenb.method import conversations
from olenb.method.drafts import checking, saved
from olenb.method.drafts.scaffold import CHANNELS, scaffold
from olenb.method.due.item import Item
from olenb.method.etiquette import Finding

KINDS = {
    Due.CONFIRM: DraftKind.CONFIRMATION,
    Due.THANK: DraftKind.THANKS,
    Due.CARD: DraftKind.THANKS,
    Due.THANK_INTRODUCER: DraftKind.THANKS_INTRODUCER,
    Due.FOLLOW_REFERRAL: DraftKind.FIRST,
    Due.NUDGE: DraftKind.NUDGE,
    Due.OUTCOME: DraftKind.OUTCOME,
    Due.KEEP_IN_TOUCH: DraftKind.UPDATE,
}
"""What there is to write for what is due; for the rest there is nothing."""

NEEDS_BOTH = (
    "A thank-you says one thing that you learned and what you do next. "
    "Write both in a few words first; nothing was changed."
)


@dataclass(frozen=True)
class Words:
    """What could be sent.

    Parameters
    ----------
    body, subject
        The words, with prompts in brackets where the user's own are missing.
    left
        Those prompts.
    refused
        Why a name or a text was left out, without the name (R37, R38).
    draft
        The id of the draft that they are kept in; None while they aren't.
    findings
        What a careful reader would point at, the most important first (N6).
    held_back
        Why they can't go as they are, without the name: something changed since they were kept.

    """

    body: str
    subject: str
    left: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    draft: int | None = None
    findings: tuple[Finding, ...] = ()
    held_back: tuple[str, ...] = ()


def words(store: Store, item: Item, channel: str) -> Words:
    """Return the words that the user kept for something, else a draft to begin with.

    Parameters
    ----------
    store
        The open workbook.
    item
        What is due.
    channel
        One of `scaffold.CHANNELS`.

    Raises
    ------
    NotAllowed
        There is nothing to write for it; or it is a thank-you, and what was learned or what
        comes next isn't noted yet (R34).

    """
    kind = KINDS.get(item.action)
    if kind is None:
        raise NotAllowed("There is nothing to write for this. Nothing was changed.")
    if (row := unsent(store, item, channel)) is not None:
        left = tuple(saved.left(store, row))
        kept = Words(row["body"], row["subject"] or "", left, draft=row["id"])
        return _looked_over(store, item, channel, kept)
    if needs(store, item):
        raise NotAllowed(NEEDS_BOTH)
    begun = scaffold(
        store, item.person, kind, channel, about=_about(store, item), target=item.target
    )
    refused = (*begun.refused, *filter(None, [begun.facts.stays]))
    words = Words(begun.body, begun.subject, begun.left, refused)
    return _looked_over(store, item, channel, words)


def _looked_over(store: Store, item: Item, channel: str, words: Words) -> Words:
    """Return the words with what the etiquette check says of them."""
    what = (store, item.person, KINDS[item.action], channel, words.body)
    found = checking.findings(*what, subject=words.subject, about=_about(store, item))
    held_back = checking.refusals(*what, subject=words.subject, about=_about(store, item))
    return replace(words, findings=tuple(found), held_back=tuple(held_back))


def keep(store: Store, item: Item, channel: str, body: str, subject: str = "") -> int:
    """Keep the user's words as a draft, and return its id; see `drafts.saved.save`.

    Raises
    ------
    NotAllowed
        It names somebody who didn't allow it, or holds something confidential (R37, R38).

    """
    row = unsent(store, item, channel)
    return saved.save(
        store,
        item.person,
        KINDS[item.action],
        channel,
        body,
        subject=subject,
        about=_about(store, item),
        target=item.target,
        draft=row["id"] if row else None,
    )


def unsent(store: Store, item: Item, channel: str) -> Row | None:
    """Return the newest draft to somebody for this that wasn't sent, or None."""
    return store.one(
        "SELECT * FROM draft WHERE person = ? AND kind = ? AND channel = ? AND touch IS NULL "
        "ORDER BY id DESC",
        (item.person, KINDS.get(item.action), channel),
    )


def needs(store: Store, item: Item) -> tuple[str, ...]:
    """Return which of `learned` and `next_action` a thank-you still lacks (R34)."""
    if item.action not in (Due.THANK, Due.CARD) or item.conversation is None:
        return ()
    talk = conversations.get(store, item.conversation)
    return tuple(name for name in ("learned", "next_action") if not talk[name])


def channels(action: Due) -> tuple[Channel, ...]:
    """Return how something can go; a card goes by post."""
    if action is Due.CARD:
        return (Channel.LETTER,)
    return tuple(each for each in CHANNELS if action is not Due.THANK or each != Channel.LETTER)


def _about(store: Store, item: Item) -> int | None:
    """Return whom thanks for an introduction are about: who was met."""
    if item.action is not Due.THANK_INTRODUCER or item.conversation is None:
        return None
    return int(conversations.get(store, item.conversation)["person"])
