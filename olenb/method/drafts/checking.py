"""The etiquette check for a draft: what is written or said, as the step and the channel mean it."""

import re
from dataclasses import replace

from olenb.contacts import rows
from olenb.contacts.keys import folded
from olenb.core.store import Store
from olenb.core.terms import Channel
from olenb.method import discretion, etiquette, permissions
from olenb.method.drafts.scaffold import checked
from olenb.method.etiquette import Finding

# On a card for a call only some parts are said to the person: not the hours, not the headings.
_CARD_PART = re.compile(r"(?P<head>^[^\n]*:$)\n(?P<words>.*?)(?=\n\n|\Z)", re.MULTILINE | re.DOTALL)
_NOT_SAID = ("when to call", "to a machine")


def findings(
    store: Store,
    person: int,
    kind: str,
    channel: str,
    body: str,
    *,
    subject: str = "",
    via: int | None = None,
    about: int | None = None,
) -> list[Finding]:
    """Return what a careful reader would point at in a draft, the most important first (N6).

    Parameters
    ----------
    store
        The open workbook.
    person
        Who would read it: their id.
    kind, channel
        One of `terms.DraftKind`, one of `scaffold.CHANNELS`.
    body, subject
        The words; places are counted in `body`.
    via, about
        Ids of who connects the two (None takes who sent the user there), and of whom it is
        about. Whom an introducer is asked to reach they know themselves: no secret from them.

    Raises
    ------
    NotAllowed
        There is no such kind or channel.
    NotFound
        There is no such person.

    """
    step, way = checked(kind, channel)
    through = via or next(iter(permissions.referrers(store, person)[-1:]), None)
    facts = etiquette.facts_for(store, to=person, via=through)
    if about is not None and not rows.person(store, about)["confidential"]:
        name = folded(rows.person(store, about)["name"])
        facts = replace(facts, names={**facts.names, name: True})
    head = f"Subject: {subject}\n\n" if subject else ""
    text = head + (_said(body) if way == Channel.PHONE else body)
    sort, first = etiquette.kind_of(step, way)
    found = etiquette.check(text, kind=sort, first=first, facts=facts)
    back = len(head)
    return [
        replace(one, start=max(one.start - back, 0), end=max(one.end - back, 0)) for one in found
    ]


def refusals(
    store: Store,
    person: int,
    kind: str,
    channel: str,
    body: str,
    *,
    subject: str = "",
    via: int | None = None,
    about: int | None = None,
) -> list[str]:
    """Say what keeps a draft from being saved; an empty list is a yes (R37, R38).

    Parameters
    ----------
    store, person, kind, channel, body, subject, via, about
        As for `findings`.

    """
    said = discretion.refusals(store, f"{subject}\n{body}", to=person, via=via)
    names = {"subject": subject, "via": via, "about": about}
    found = findings(store, person, kind, channel, body, **names)  # type: ignore[arg-type]
    return list(dict.fromkeys([*said, *(one.why for one in found if one.blocking and not said)]))


def _said(card: str) -> str:
    """Return a card with blanks in place of what isn't said to the person."""

    def blank(part: re.Match[str]) -> str:
        silent = part["head"].casefold().startswith(_NOT_SAID)
        words = _blanks(part["words"]) if silent else part["words"]
        return f"{_blanks(part['head'])}\n{words}"

    return _CARD_PART.sub(blank, card)


def _blanks(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)
