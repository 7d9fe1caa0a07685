"""Files in: each parser turns one format into records; the loader brings them in."""

from collections.abc import Mapping
from pathlib import Path

from olenb.contacts.importers import (
    detect,
    google,
    graphs,
    linkedin,
    outlook,
    thunderbird,
    vcard,
)
from olenb.contacts.importers.record import Parsed
from olenb.core.errors import NotAllowed, WrongFile

_PARSERS = {
    "linkedin": linkedin.parse,
    "google": google.parse,
    "outlook": outlook.parse,
    "thunderbird": thunderbird.parse,
    "vcard": vcard.parse,
    "graph": graphs.parse,
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
    if kind is not None and kind not in KINDS:
        raise NotAllowed(f"Please choose one of these kinds: {', '.join(KINDS)}.")
    found = kind or detect.kind_of(path)
    try:
        parsed = _read(path, found, ego, mapping)
    except WrongFile as error:
        raise (detect.better_error(path, kind, error) if kind else error) from error
    parsed.file = path.name
    return parsed


def _read(path: Path, kind: str, ego: str | None, mapping: Mapping[str, str] | None) -> Parsed:
    if kind == "graph":
        return graphs.parse(path, ego)
    return _PARSERS[kind](path)
