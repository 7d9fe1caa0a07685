"""One typed line about a person: a name, where they are, a word for how I know them."""

import re
from dataclasses import dataclass

from olenb.contacts.keys import visible
from olenb.core.errors import NotAllowed
from olenb.core.terms import Circle, circle_of

_AFTER_A_NAME = re.compile(
    r"jr|sr|ii|iii|iv|esq|ph ?d|ed ?d|psy ?d|pharm ?d|d?m ?d|do|dds|dvm|jd|ll ?m|mba|mph|mpa|msw|"
    r"cpa|cfa|cfp|pmp|pe|rn|bsn|msn|dnp|fnp|lpn|lcsw|lpc|rd|ccc-slp|shrm-s?cp|aia|faia|facp|facs|"
    r"m ?ed|dr|ret"
)
_AFTER_A_FIRM = re.compile(r"(?:inc|llc|llp|ltd|l\.l\.c|p\.?c|s\.?a|co|corp|gmbh|plc)\.?", re.I)
_OWN_WORDS = frozenset(word for c in Circle for word in (c.value, c.label.casefold()))


@dataclass(frozen=True, slots=True)
class Line:
    """What a typed line says; "" for what it doesn't."""

    name: str
    organization: str = ""
    relation: str = ""


def read(line: str) -> Line:
    """Return what a typed line says; parts may be missing, and titles may follow a name.

    Parameters
    ----------
    line
        Parts between commas, semicolons or tabs. One part after the name is a relation where
        it plainly is one ("cousin", "my former boss") or follows a blank place, else an
        organization; the last of several is the relation.

    Raises
    ------
    NotAllowed
        There is no name.

    >>> read("Ana Ruiz, Mayo Clinic, cousin")
    Line(name='Ana Ruiz', organization='Mayo Clinic', relation='cousin')
    >>> read("Lee Barlow, CPA, First Baptist Church")
    Line(name='Lee Barlow, CPA', organization='First Baptist Church', relation='')
    >>> read("Bo, Acme, Inc., met on a train")
    Line(name='Bo', organization='Acme, Inc.', relation='met on a train')
    """
    name, *said = (part.strip() for part in re.split(r"[,;\t\r\n]", line))
    parts = [part for part in said if visible(part)]
    if not visible(name):
        raise NotAllowed(
            "Please begin with a name, such as “Ana Ruiz, Mayo Clinic, cousin”. Nothing was added."
        )
    while parts and _is_title(parts[0]):
        name = f"{name}, {parts.pop(0)}"
    if len(parts) == 1 and not visible(said[0]):  # the place was left blank on purpose
        return Line(name, relation=parts[0])
    return Line(name, *_split(_with_legal_forms(parts)))


def _is_title(part: str) -> bool:
    """Tell "CPA" and "Ph.D." from "IBM": titles are a list, firms are not."""
    return _AFTER_A_NAME.fullmatch(part.casefold().replace(".", "")) is not None


def _with_legal_forms(parts: list[str]) -> list[str]:
    """Join "Acme" and "Inc." again."""
    joined: list[str] = []
    for part in parts:
        if joined and _AFTER_A_FIRM.fullmatch(part):
            joined[-1] = f"{joined[-1]}, {part}"
        else:
            joined.append(part)
    return joined


def _split(parts: list[str]) -> tuple[str, str]:
    """Return organization and relation."""
    if not parts:
        return "", ""
    if len(parts) == 1:
        return ("", parts[0]) if _is_relation(parts[0]) else (parts[0], "")
    if _is_relation(parts[0]) and not _is_relation(parts[-1]):
        return ", ".join(parts[1:]), parts[0]
    return ", ".join(parts[:-1]), parts[-1]


def _is_relation(part: str) -> bool:
    """Tell "dad's coworker" from "First Baptist Church": a place is written with capitals."""
    words = part.split()
    if part.casefold() in _OWN_WORDS:
        return True
    plain = len(words) == 1 or words[0].casefold() == "my" or all(w.islower() for w in words[1:])
    return circle_of(part) is not None and plain
