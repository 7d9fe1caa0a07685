"""Goals as they are said: a curiosity, a purpose, and a list of targets (R1, R3, R4).

What is said is dated and never written over, so that it can be seen what changed, and because
of which conversation. A target is an organization, a role, an industry, a region, or any of
them together. Five are active; the others wait on the list.
"""

from olenb.contacts import organizations
from olenb.core import rules
from olenb.core.errors import NotAllowed, NotFound
from olenb.core.goal_terms import GoalKind
from olenb.core.links import repoint
from olenb.core.store import Store, today
from olenb.core.terms import Purpose


def add_target(
    store: Store,
    organization: str = "",
    *,
    role: str = "",
    industry: str = "",
    region: str = "",
    conversation: int | None = None,
) -> int:
    """Put a target on the list and return its id; the same one again is the one already there.

    Parameters
    ----------
    store
        The open workbook.
    organization, role, industry, region
        In the user's words; one of them is enough.
    conversation
        In which conversation it was suggested (R4).

    Raises
    ------
    NotAllowed
        All four are empty.

    """
    words = {"role": role.strip(), "industry": industry.strip(), "region": region.strip()}
    name = organization.strip()
    if not name and not any(words.values()):
        raise NotAllowed(
            "A place, a kind of work, a field or a region: one of them is enough to go on. "
            "Nothing was added yet."
        )
    with store.change("Added a place or role that you're curious about") as change:
        place = organizations.ensure(store, change, name) if name else None
        values = {"organization": place, **{k: v or None for k, v in words.items()}}
        known = store.one(
            "SELECT id FROM target WHERE organization IS ? AND role IS ? AND industry IS ? "
            "AND region IS ?",
            tuple(values.values()),
        )
        if known:
            return int(known["id"])
        last = store.one("SELECT coalesce(max(position), 0) AS last FROM target")
        return change.insert(
            "target",
            **values,
            active=int(_active(store) < rules.ACTIVE_TARGETS.value),
            position=(last["last"] if last else 0) + 1,
            added_on=today(),
            conversation=conversation,
        )


def set_active(store: Store, target: int, active: bool) -> None:
    """Take a target into the active few, or let it wait on the list (R3).

    Raises
    ------
    NotAllowed
        Five are active already.
    NotFound
        There is no such target.

    """
    row = store.one("SELECT active FROM target WHERE id = ?", (target,))
    if row is None:
        raise NotFound("That one is no longer on your list. Nothing was changed.")
    if bool(row["active"]) == active:
        return
    if active and _active(store) >= rules.ACTIVE_TARGETS.value:
        raise NotAllowed(
            f"{rules.ACTIVE_TARGETS.value} are active already, and a few at a time work best. "
            "Let one of them wait first; nothing was changed."
        )
    label = "Made a target active" if active else "Let a target wait"
    with store.change(label) as change:
        change.update("target", target, active=int(active))


def remove_target(store: Store, target: int) -> None:
    """Take a target off the list; what was asked about it stays, without it.

    Raises
    ------
    NotFound
        There is no such target.

    """
    if store.one("SELECT 1 FROM target WHERE id = ?", (target,)) is None:
        raise NotFound("That one is no longer on your list. Nothing was changed.")
    with store.change("Took a target off the list") as change:
        repoint(store, change, "target", target, None)
        change.delete("target", target)


def say_curiosity(
    store: Store, words: str, conversation: int | None = None, because: str = ""
) -> None:
    """Note what the user is curious about; see `say`."""
    say(store, GoalKind.CURIOSITY, words, conversation, because)


def say_purpose(
    store: Store, purpose: str, conversation: int | None = None, because: str = ""
) -> None:
    """Note which of the four purposes it is (R1); see `say`.

    Raises
    ------
    NotAllowed
        It is none of the four.

    """
    if purpose not in list(Purpose):
        raise NotAllowed("Please choose one of the four reasons. Nothing was changed.")
    say(store, GoalKind.PURPOSE, purpose, conversation, because)


def say(
    store: Store,
    kind: str,
    words: str,
    conversation: int | None = None,
    because: str = "",
    *,
    opportunity: int | None = None,
) -> None:
    """Note a dated line about the goals; the same words again change nothing (R4).

    Parameters
    ----------
    store
        The open workbook.
    kind
        One of `GoalKind`.
    words
        The line itself; nothing is noted when they are empty.
    conversation
        The conversation that changed it, if one did.
    because
        Why it changed, in the user's own words.
    opportunity
        The plan that changed it, such as a day of shadowing, if one did (R46).

    Raises
    ------
    NotAllowed
        It is none of the kinds.

    """
    if kind not in list(GoalKind):
        kinds = ", ".join(GoalKind)
        raise NotAllowed(f"A goal is one of these: {kinds}. Nothing was changed.")
    value = words.strip()
    if not value or value == said(store, kind):
        return
    with store.change(_LABELS[GoalKind(kind)]) as change:
        change.insert(
            "goal",
            kind=str(kind),
            value=value,
            said_on=today(),
            conversation=conversation,
            opportunity=opportunity,
            because=because.strip() or None,
        )


def said(store: Store, kind: str) -> str:
    """Return the newest line of a kind, or an empty string."""
    row = store.one(
        "SELECT value FROM goal WHERE kind = ? ORDER BY said_on DESC, id DESC LIMIT 1", (kind,)
    )
    return str(row["value"]) if row else ""


def _active(store: Store) -> int:
    row = store.one("SELECT count(*) AS n FROM target WHERE active = 1")
    return int(row["n"]) if row else 0


_LABELS: dict[GoalKind, str] = {
    GoalKind.CURIOSITY: "Noted what you're curious about",
    GoalKind.PURPOSE: "Noted why you explore",
    GoalKind.WHY_NOW: "Noted why now",
    GoalKind.THEME: "Noted what runs through your stories",
    GoalKind.MARKET: "Noted what you take from the figures",
}
