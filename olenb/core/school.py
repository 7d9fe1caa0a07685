"""A school's own names, links and numbers, in one small file that is checked: `school.toml`.

The file lies in the workbook's folder. Whoever runs a hub installs one for everybody, as
`share/olenb/school.toml` or wherever the variable `OLENB_SCHOOL` says; what stands in the
user's own folder goes before it, key by key. A file with a fault is not used at all: the
fault is one sentence, and the usual numbers hold. See `docs/school.md`.
"""

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from olenb.core import resources, rules
from olenb.core.errors import SchoolFault
from olenb.core.rules import Allowed, Rule, Words

FILE = "school.toml"
VARIABLE = "OLENB_SCHOOL"
TABLES = ("school", "rules")
_LARGEST = 100_000
_LONGEST = 120
_SHAPES = {Words.COUNTRY: re.compile(r"[A-Z]{2}"), Words.REGION: re.compile(r"[A-Z0-9]{1,3}")}


@dataclass(frozen=True)
class School:
    """What holds: which files say so, and what is wrong with one that isn't used.

    Parameters
    ----------
    values
        Key -> what a school says, only of keys that it says something about.
    files
        The files that were used, the one that goes first at the end.
    trouble
        One sentence for each file that wasn't, "" where all is well.

    """

    values: Mapping[str, int | str]
    files: tuple[Path, ...] = ()
    trouble: str = ""


def apply(folder: Path) -> School:
    """Let the settings of the hub and of a workbook's folder hold from now on.

    Parameters
    ----------
    folder
        The workbook's folder; it may not be there yet.

    """
    values: dict[str, int | str] = {}
    used, troubles = [], []
    for path in _places(folder):
        try:
            together = values | read(path)
            _check_order(path, together)
        except SchoolFault as fault:
            troubles.append(str(fault))
        else:
            values = together
            used.append(path)
    rules.put_in_force(values)
    return School(values, tuple(used), " ".join(troubles))


def read(path: Path) -> dict[str, int | str]:
    """Return what a file sets, by key; the file's own beginning `[school]` and `[rules]`.

    Raises
    ------
    SchoolFault
        It can't be read, has a key that nobody knows, or a value that isn't allowed.

    """
    tables = _parsed(path)
    if strange := set(tables) - set(TABLES):
        raise _fault(path, f"{_quoted(min(strange))} stands outside of [school] and [rules]")
    values: dict[str, int | str] = {}
    for table in TABLES:
        section = tables.get(table, {})
        if not isinstance(section, dict):
            raise _fault(path, f"“{table}” must be a heading in square brackets: [{table}]")
        for key, value in section.items():
            values[key] = _checked(path, table, key, value)
    _check_order(path, values)
    return values


def _places(folder: Path) -> Iterator[Path]:
    """Yield the files that there are, the one that goes first at the end."""
    named = os.environ.get(VARIABLE, "")
    hub = Path(named).expanduser() if named else resources.school_file()
    if hub is not None:
        yield hub
    if (folder / FILE).exists():
        yield folder / FILE


def _parsed(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
        if len(content) > _LARGEST:
            raise _fault(path, f"it is larger than {_LARGEST:,} bytes")
        return tomllib.loads(content.decode("utf-8-sig"))
    except OSError as error:
        raise _fault(path, f"it can't be read ({error.strerror})") from None
    except UnicodeDecodeError:
        raise _fault(path, "it can't be read (it isn't saved as UTF-8)") from None
    except (ValueError, RecursionError) as error:  # tomllib's own, and endless numbers or nests
        where = re.search(r"line \d+", str(error))
        line = f" near {where[0]}" if where else ""
        raise _fault(path, f"it can't be read (it isn't TOML{line})") from None


def _checked(path: Path, table: str, key: str, value: object) -> int | str:
    """Return a value that is allowed for its key, or say what is."""
    rule = rules.BY_KEY.get(key)
    if rule is None or table_of(rule) != table:
        raise _fault(path, f"olenb knows no key {_quoted(key)} under [{table}]{_near(key)}")
    if not _is_allowed(path, rule.allowed, value):
        raise _fault(path, f"“{key}” must be {in_words(rule.allowed)}")
    if rule.allowed is Words.FILE:
        return str(path.parent / str(value))
    return value  # type: ignore[return-value]


def table_of(rule: Rule[Any]) -> str:
    """Return under which heading of the file a rule stands.

    >>> table_of(rules.MINUTES_ASKED), table_of(rules.COUNTRY)
    ('rules', 'school')
    """
    return "school" if isinstance(rule.allowed, Words) else "rules"


def in_words(allowed: Allowed) -> str:
    """Say what is allowed.

    >>> in_words(rules.MINUTES_ASKED.allowed)
    'a whole number from 10 to 30'
    """
    if isinstance(allowed, tuple):
        return f"a whole number from {allowed[0]} to {allowed[1]}"
    return allowed.value if allowed else "left alone"


def _is_allowed(path: Path, allowed: Allowed, value: object) -> bool:
    if isinstance(allowed, tuple):
        low, high = allowed
        return isinstance(value, int) and not isinstance(value, bool) and low <= value <= high
    if not isinstance(value, str) or len(value) > _LONGEST or not value.isprintable():
        return False
    if allowed is Words.LINK:
        return _is_link(value)
    if allowed is Words.FILE:
        return Path(value).name == value and (path.parent / value).is_file()
    if allowed is Words.FOLDER:
        return Path(value).expanduser().is_absolute()
    shape = _SHAPES.get(allowed) if allowed else None
    return bool(shape.fullmatch(value)) if shape else bool(value.strip())


def _is_link(value: str) -> bool:
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and " " not in value


def _check_order(path: Path, values: Mapping[str, int | str]) -> None:
    """Refuse numbers that can't hold together, such as a reminder after the deadline."""
    for less, more in rules.ORDERED:
        low, high = values.get(less.key, less.default), values.get(more.key, more.default)
        if int(low) > int(high):
            key = less.key if less.key in values else more.key
            raise _fault(
                path,
                f"“{key}” doesn't fit: “{less.key}” is {low} and “{more.key}” is {high}, "
                "and the first may not be larger",
            )


def _fault(path: Path, what: str) -> SchoolFault:
    return SchoolFault(
        f"In the school's file {path.name}, {what}. Nothing of that file is used until it is put "
        "right, nothing else is lost, and the usual numbers hold. `olenb school` shows every key."
    )


def _quoted(key: str) -> str:
    """Return a key from a file as it may stand in a sentence: short, and without surprises."""
    plain = "".join(letter if letter.isprintable() else "?" for letter in key)
    return f"“{plain[:39]}…”" if len(plain) > 40 else f"“{plain}”"


def _near(key: str) -> str:
    found = get_close_matches(key, rules.BY_KEY, n=1)
    if not found:
        return ""
    return f" (did you mean “{found[0]}” under [{table_of(rules.BY_KEY[found[0]])}]?)"
