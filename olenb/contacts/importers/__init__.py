"""Files in: each parser turns one format into records; the loader brings them in."""

from collections.abc import Mapping
from pathlib import Path

from olenb.contacts.importers import detect, linkedin, vcard
from olenb.contacts.importers.record import Parsed
from olenb.core.errors import NotAllowed

_PARSERS = {
    "linkedin": linkedin.parse,
    "vcard": vcard.parse,
}
KINDS = tuple(_PARSERS)
"""What `parse` knows to read."""


def parse(
    path: Path,
    kind: str | None = None,
    ego: str | None = None,
    mapping: Mapping[str, str] | None = None,
) -> Parsed:
    """Read a file; nothing is written.

    Parameters
    ----------
    path
        The file.
    kind
        One of `KINDS`; None finds out from what the file holds.
    ego
        For files of ties: which name or node is the user.
    mapping
        For tables: field -> column; None guesses.

    Raises
    ------
    NotAllowed
        There is no such kind.
    WrongFile
        The file isn't of that kind, or of none; the message names what it looks like.

    """
    if kind is None:
        kind = detect.kind_of(path)
    if kind not in KINDS:
        raise NotAllowed(f"Please choose one of these kinds: {', '.join(KINDS)}.")
    parsed = _PARSERS[kind](path)
    parsed.file = path.name
    return parsed
