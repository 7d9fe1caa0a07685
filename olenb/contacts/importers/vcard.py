"""Contact cards (vCard 2.1, 3.0, 4.0, or no version at all), card by card."""

from collections import defaultdict
from itertools import zip_longest
from pathlib import Path

from olenb.contacts.importers import vcard_lines
from olenb.contacts.importers.contents import file_bytes
from olenb.contacts.importers.reading import MAX_CELL
from olenb.contacts.importers.record import READING, Parsed, Post, Record, Skip
from olenb.contacts.importers.values import (
    CONTROLS_TAKEN_OUT,
    circle_from,
    emails,
    has_controls,
    kept_note,
    pages,
    person_name,
    tidy,
)
from olenb.contacts.importers.vcard_lines import Card, Property, split, unescape
from olenb.contacts.keys import visible
from olenb.core.errors import WrongFile
from olenb.core.progress import Tell, paced, silent

_READ = frozenset(
    (
        *("FN", "N", "EMAIL", "ORG", "TITLE", "ROLE", "TEL", "URL", "X-SOCIALPROFILE", "ADR"),
        *("CATEGORIES", "KIND", "X-ABSHOWAS", "X-ADDRESSBOOKSERVER-KIND", "X-EVOLUTION-FILE-AS"),
        *("AGENT", "NAME"),
    )
)
_ORGANIZATION_KINDS = frozenset({"ORG", "ORGANIZATION", "COMPANY"})
_GUESSED = (
    "Some cards don't say rightly how their letters are stored, so it was guessed. "
    "If names with accents look wrong, please export the cards as vCard 3.0 and try again."
)
_CUT = f"Text longer than {MAX_CELL:,} characters was cut there."

_Fields = dict[str, list[Property]]


def parse(path: Path, tell: Tell = silent) -> Parsed:
    """Read a file of contact cards; `read` counts the cards.

    A card without a person's name but with an organization becomes an organization. A card
    with neither is left out, and so is a group. Pictures, sounds and keys are never read.

    Parameters
    ----------
    path
        A file with one card or many.

    Raises
    ------
    WrongFile
        No card begins in the file, or it can't be opened.

    """
    content = vcard_lines.as_bytes(file_bytes(path))
    found = vcard_lines.cards(content)
    if not found:
        raise WrongFile(
            "No contact card begins in this file, so it isn't a vCard (.vcf) as phones and "
            "address books save them. Nothing was changed. Please export your contacts again."
        )
    parsed = Parsed("vcard", read=len(found))
    kept: dict[str, None] = {}
    notes: dict[str, None] = {}
    for number, card in enumerate(paced(found, tell, READING), start=1):
        fields = _fields(card, notes)
        record = _record(card, fields)
        if isinstance(record, str):
            parsed.skipped.append(Skip(card.line, f"card {number} {record}"))
            continue
        parsed.records.append(record)
        kept.update(dict.fromkeys(record.other))
    parsed.notes = [*notes, *kept_note(kept)]
    return parsed


def _fields(card: Card, notes: dict[str, None]) -> _Fields:
    """Group a card's properties by name, and note what had to be guessed or cut."""
    fields: _Fields = defaultdict(list)
    for prop in vcard_lines.properties(card):
        if prop.garbled:
            notes[_GUESSED] = None
        if not prop.value.isprintable() and has_controls(prop.value):
            notes[CONTROLS_TAKEN_OUT] = None
        if len(prop.value) > MAX_CELL:
            notes[_CUT] = None
            prop = Property(prop.name, prop.marks, prop.value[:MAX_CELL])  # noqa: PLW2901 - same
        fields[prop.name].append(prop)
    return fields


def _record(card: Card, fields: _Fields) -> Record | str:
    """Return what a card says, or why it is left out."""
    if _kind(fields) == "GROUP":
        return "is a group and not a person"
    posts, alone = _posts(fields)
    name = _name(fields)
    if _is_organization(fields, name, posts):
        posts, name = posts or (Post(name),), ""
    if not name and not posts:
        return "has neither a name nor an organization"
    profiles, sites = pages(
        unescape(prop.value) for key in ("X-SOCIALPROFILE", "URL") for prop in fields.get(key, ())
    )
    city, region = _place(fields)
    return Record(
        line=card.line,
        name=name,
        emails=emails(unescape(prop.value) for prop in _preferred(fields.get("EMAIL", []))),
        urls=profiles,
        phone=_phone(fields),
        posts=posts,
        circle=circle_from(_words(fields.get("CATEGORIES", []))),
        city=city,
        region=region,
        other=_other(fields, website=sites, title=alone),
    )


def _name(fields: _Fields) -> str:
    """Return the name as the card shows it, or put together from its parts."""
    shown = _texts(fields.get("FN", ()))
    if shown:
        return shown[0].replace("\n", " ")
    for prop in fields.get("N", ()):
        family, given, middle, _, suffix = [*map(tidy, split(prop.value, ";")), *[""] * 5][:5]
        if name := person_name(given, middle, family, suffix):
            return name
    return next(iter(_texts(fields.get("NICKNAME", ()))), "")


def _is_organization(fields: _Fields, name: str, posts: tuple[Post, ...]) -> bool:
    """Tell whether a card is a company's: it says so, or its only name is the company's."""
    if _kind(fields) in _ORGANIZATION_KINDS:
        return bool(name or posts)
    own = any(part for prop in fields.get("N", ()) for part in map(tidy, split(prop.value, ";")))
    return not own and any(name == post.organization for post in posts)


def _kind(fields: _Fields) -> str:
    keys = ("KIND", "X-ABSHOWAS", "X-ADDRESSBOOKSERVER-KIND")
    return next((p.value.strip().upper() for key in keys for p in fields.get(key, ())), "")


def _posts(fields: _Fields) -> tuple[tuple[Post, ...], str]:
    """Pair organizations with titles in order; a title with no organization is returned alone."""
    titles = _texts(fields.get("TITLE", ())) or _texts(fields.get("ROLE", ()))
    posts: dict[Post, None] = {}
    alone = []
    for prop, role in zip_longest(fields.get("ORG", ()), titles):
        name, *units = map(tidy, split(prop.value, ";")) if prop else ("",)
        if name:
            posts[Post(name, role or "", ", ".join(filter(None, units)))] = None
        elif role:
            alone.append(role)
    return tuple(posts), "; ".join(alone)


def _phone(fields: _Fields) -> str:
    """Return the preferred number without the invisible marks that phones put around it."""
    numbers = _texts(_preferred(fields.get("TEL", [])))
    return visible(numbers[0]).removeprefix("tel:") if numbers else ""


def _place(fields: _Fields) -> tuple[str, str]:
    """Return city and region (else country) of the first address that has one."""
    for prop in fields.get("ADR", ()):
        parts = [*map(tidy, split(prop.value, ";")), *[""] * 7][:7]
        if parts[3] or parts[4]:
            return parts[3], parts[4] or parts[6]
    return "", ""


def _other(fields: _Fields, **more: str) -> dict[str, str]:
    """Return what the card says beyond what we know, by the property's name."""
    rest = {
        name.lower(): "\n".join(texts)
        for name, props in fields.items()
        if name not in _READ and (texts := _texts(props))
    }
    return {key: value for key, value in (rest | more).items() if value}


def _words(props: list[Property]) -> list[str]:
    return [tidy(word) for prop in props for word in split(prop.value, ",")]


def _texts(props: list[Property] | tuple[Property, ...]) -> list[str]:
    """Return the texts that show something; structure separators stay as they are."""
    texts = (tidy(unescape(prop.value)) for prop in props)
    return [text for text in texts if visible(text)]


def _preferred(props: list[Property]) -> list[Property]:
    """Put what is marked as preferred first."""
    return sorted(props, key=lambda prop: not prop.marks & {"PREF", "1"})
