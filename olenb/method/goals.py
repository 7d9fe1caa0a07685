"""The first pass at goals: a curiosity, a purpose, and a list of targets (R1, R3).

A target is an organization, a role, an industry, a region, or any of them together. Five are
active; the others wait on the list.
"""

from olenb.contacts import organizations
from olenb.core import rules
from olenb.core.errors import NotAllowed, NotFound
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
) -> int:
    """Put a target on the list and return its id; the same one again is the one already there.

    Parameters
    ----------
    store
        The open workbook.
    organization, role, industry, region
        In the user's words; one of them is enough.

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


def say_curiosity(store: Store, words: str) -> None:
    """Note what the user is curious about, dated; the same words again change nothing."""
    _say(store, "curiosity", words.strip(), "Noted what you're curious about")


def say_purpose(store: Store, purpose: str) -> None:
    """Note which of the four purposes it is (R1).

    Raises
    ------
    NotAllowed
        It is none of the four.

    """
    if purpose not in list(Purpose):
        raise NotAllowed("Please choose one of the four reasons. Nothing was changed.")
    _say(store, "purpose", str(purpose), "Noted why you explore")


def said(store: Store, kind: str) -> str:
    """Return the newest curiosity or purpose, or an empty string."""
    row = store.one("SELECT value FROM goal WHERE kind = ? ORDER BY id DESC LIMIT 1", (kind,))
    return str(row["value"]) if row else ""


def _say(store: Store, kind: str, value: str, label: str) -> None:
    if not value or value == said(store, kind):
        return
    with store.change(label) as change:
        change.insert("goal", kind=kind, value=value, said_on=today())


def _active(store: Store) -> int:
    row = store.one("SELECT count(*) AS n FROM target WHERE active = 1")
    return int(row["n"]) if row else 0
