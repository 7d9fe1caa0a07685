"""Files in: each parser turns one format into records; the loader brings them in."""

from collections.abc import Callable, Mapping
from pathlib import Path

from olenb.contacts.importers import (
    detect,
    google,
    graphs,
    linkedin,
    outlook,
    table,
    thunderbird,
    vcard,
)
from olenb.contacts.importers.record import Parsed
from olenb.core.errors import NotAllowed, WrongFile
from olenb.core.progress import Tell, silent

Columns = Mapping[str, str] | None
_PARSERS: dict[str, Callable[[Path, Tell, str | None, Columns, str], Parsed]] = {
    "linkedin": lambda path, tell, *_: linkedin.parse(path, tell),
    "google": lambda path, tell, *_: google.parse(path, tell),
    "outlook": lambda path, tell, *_: outlook.parse(path, tell),
    "thunderbird": lambda path, tell, *_: thunderbird.parse(path, tell),
    "vcard": lambda path, tell, *_: vcard.parse(path, tell),
    "table": lambda path, tell, ego, mapping, school: table.parse(
        path, mapping, school=school, tell=tell
    ),
    "graph": lambda path, tell, ego, mapping, school: graphs.parse(path, ego, tell),
}
KINDS = tuple(_PARSERS)
"""What `parse` knows to read."""


def parse(
    path: Path,
    kind: str | None = None,
    ego: str | None = None,
    mapping: Mapping[str, str] | None = None,
    school: str = "",
    *,
    tell: Tell = silent,
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
    school
        For lists of alumni that don't name their school: the user's own.
    tell
        Told how far it is: a fraction, and a few words.

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
        parsed = _PARSERS[found](path, tell, ego, mapping, school)
    except WrongFile as error:
        raise (detect.better_error(path, kind, error) if kind else error) from error
    parsed.file = path.name
    return parsed
