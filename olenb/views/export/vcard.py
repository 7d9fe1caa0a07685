"""People as contact cards that phones and address books take in: vCard 4.0, or 3.0 for old ones."""

from collections.abc import Iterable, Mapping
from typing import Literal

from olenb.contacts.keys import email_key, web_address
from olenb.views.export.legible import legible, one_line

Version = Literal["4.0", "3.0"]

_LINE = 75
"""Octets of the longest line; what is longer goes on in the next one, after a blank."""


def cards(people: Iterable[Mapping[str, str]], version: Version = "4.0") -> bytes:
    r"""Return one card for each person.

    Parameters
    ----------
    people
        Each with `name`, and any of `email`, `phone`, `url`, `organization`, `role`, `city`,
        `region`; what is empty, or isn't an address of its kind, is left out.
    version
        Of the format.

    >>> print(cards([{"name": "Ruiz; Ana\nEND:VCARD"}]).decode().replace("\r", ""), end="")
    BEGIN:VCARD
    VERSION:4.0
    KIND:individual
    FN:Ruiz\; Ana\nEND:VCARD
    N:;Ruiz\; Ana\nEND:VCARD;;;
    END:VCARD
    """
    lines = [line for person in people for line in _card(person, version)]
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _card(person: Mapping[str, str], version: Version) -> list[str]:
    said = {name: _text(value) for name, value in person.items() if value}
    lines = ["BEGIN:VCARD", f"VERSION:{version}"]
    if version == "4.0":
        lines.append("KIND:individual")
    # Nobody knows which of somebody's names is the family's, so none is called that.
    lines += [f"FN:{said.get('name', '')}", f"N:;{said.get('name', '')};;;"]
    if email_key(person.get("email", "")):
        lines.append(f"EMAIL:{_text(one_line(person['email']))}")
    if phone := one_line(person.get("phone", "")):
        kind = "TEL;VALUE=text" if version == "4.0" else "TEL"
        lines.append(f"{kind}:{_text(phone)}")
    if address := web_address(person.get("url", "")):
        lines.append(f"URL:{one_line(address)}")
    lines += [
        f"{key}:{said[name]}"
        for key, name in (("ORG", "organization"), ("TITLE", "role"))
        if name in said
    ]
    if "city" in said or "region" in said:
        lines.append(f"ADR:;;;{said.get('city', '')};{said.get('region', '')};;")
    return [*lines, "END:VCARD"]


def _text(value: str) -> str:
    """Return a value in which no sign ends it, and no line end begins another property."""
    text = legible(value).replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\u2028", "\n").replace("\u2029", "\n").replace("\x85", "\n")
    for sign in ("\\", ",", ";"):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> str:
    """Return a line cut into pieces of at most 75 octets, never in the middle of a character."""
    pieces, room, piece = [], _LINE, ""
    for char in line:
        size = len(char.encode())
        if size > room:
            pieces.append(piece)
            piece, room = "", _LINE - 1
        piece += char
        room -= size
    return "\r\n ".join([*pieces, piece])
