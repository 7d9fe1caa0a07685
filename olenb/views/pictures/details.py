"""What the panel beside a picture says of whoever was chosen there."""

from dataclasses import dataclass

from olenb.core import rules
from olenb.views.pictures.model import Contact, Introducer, Map, Routes, Target, Way
from olenb.views.pictures.text import clean, shown_name
from olenb.views.pictures.words import how_sure, more_in_table, places


@dataclass(frozen=True, slots=True)
class Detail:
    """A heading and a few lines of text."""

    title: str
    lines: tuple[str, ...] = ()


def map_detail(shown: Map, contact_id: int) -> Detail | None:
    """Return who a contact is and what they could open; None if nobody has this id."""
    for circle in shown.circles:
        for contact in circle.contacts:
            if contact.id == contact_id:
                return Detail(shown_name(contact.name), contact_lines(contact, circle.name))
    return None


def contact_lines(contact: Contact, circle: str) -> tuple[str, ...]:
    """Return what is known of a contact, short: for the tooltip, the panel and screen readers.

    >>> contact_lines(Contact(1, "Ana Ruiz", "Mayo Clinic", reach=2), "Family")
    ('Mayo Clinic', 'Family', 'could introduce you at 2 places')
    """
    lines = [clean(contact.organization), clean(circle)]
    if contact.reach:
        lines.append(f"could introduce you at {places(contact.reach)}")
    lines += [clean(flag) for flag in contact.flags]
    return tuple(line for line in lines if line)


def routes_detail(shown: Routes, kind: str, chosen: int) -> Detail | None:
    """Return what a person opens, or the ways to a target; None if there is no such id."""
    if kind == "person":
        people = (one for one in shown.introducers if one.id == chosen)
        return next((_introducer_detail(shown, one) for one in people), None)
    targets = (one for one in shown.targets if one.id == chosen)
    return next((_target_detail(shown, one) for one in targets), None)


def _introducer_detail(shown: Routes, one: Introducer) -> Detail:
    lines = [clean(one.what), f"asking them: {how_sure(one.band)}"]
    for target in shown.targets:
        for way in target.ways:
            if way.introducer == one.id:
                lines.append(f"{shown_name(target.label)}: {_met(shown, way)}")
    return Detail(shown_name(one.name), tuple(line for line in lines if line))


def _target_detail(shown: Routes, target: Target) -> Detail:
    ways = sorted(target.ways, key=lambda way: -shown.band(way))
    few = ways[: rules.PEOPLE_TO_ASK.value]
    lines = [f"through {shown_name(shown.introducer(way).name)}: {_met(shown, way)}" for way in few]
    lines += filter(None, [more_in_table(0, 0, len(ways) - len(few))])
    return Detail(shown_name(target.label), tuple(lines) or ("No route yet: ask around first.",))


def _met(shown: Routes, way: Way) -> str:
    """Return whom one would meet, how sure that is, and why."""
    met = f"you would meet {shown_name(way.person)}" if way.person else "they are there themselves"
    reason = f"; {clean(way.reason)}" if clean(way.reason) else ""
    return f"{met} ({how_sure(shown.band(way))}{reason})"
