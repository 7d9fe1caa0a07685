"""A file of questions, a school's own or ours: read, and checked as a whole (R25).

A CSV file with a line of headings, or a TOML file with one `[[question]]` for each. Only `topic`
and `words` are needed. The first fault is named with its line and with what would do.
"""

import csv
import io
import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from olenb.contacts.keys import visible
from olenb.core import rules
from olenb.core.errors import SchoolFault
from olenb.core.terms import Audience, Part, Topic

FIELDS = ("id", "topic", "part", "for", "research", "minutes", "words")
LONGEST = 300
_MINUTES = range(1, 16)
_LARGEST = 1_000_000
_MOST = 500
_YES_OR_NO = {"": False, "no": False, "false": False, "yes": True, "true": True}

Choice = TypeVar("Choice", bound=StrEnum)
Row = tuple[str, Mapping[str, object]]
"""Where it stands ("line 3"), and its fields."""


@dataclass(frozen=True)
class Question:
    """One question of a bank.

    Parameters
    ----------
    id
        Its name, such as "path-01"; a school's begin with "school:".
    topic
        What it is about.
    words
        The question.
    part
        Where it belongs: at the beginning, in between, in the last five minutes (R24, R28).
    audience
        Whom it suits best; `Audience.ANYONE` among them suits everybody.
    research
        Whether one has to have looked something up first (R18).
    minutes
        How long an answer usually takes, 1 to 15.
    """

    id: str
    topic: Topic
    words: str
    part: Part = Part.MIDDLE
    audience: tuple[Audience, ...] = (Audience.ANYONE,)
    research: bool = False
    minutes: int = 3


def read(path: Path, prefix: str = "") -> tuple[Question, ...]:
    """Read a file of questions.

    Parameters
    ----------
    path
        Its headings or keys are `FIELDS`: topic and part as `terms.Topic` and `terms.Part` have
        them, for whom (several apart by ";") as `terms.Audience`, research yes or no, minutes
        from 1 to 15.
    prefix
        What the ids begin with.

    Raises
    ------
    SchoolFault
        It can't be read, or something in it isn't as it must be; the first fault is named.

    """
    text = _text(path)
    is_toml = path.suffix.lower() == ".toml"
    rows = _rows_of_toml(path, text) if is_toml else _rows_of_csv(path, text)
    return _checked(path, rows, prefix)


def _text(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise _fault(path, f"it can't be read ({error.strerror})") from None
    if len(content) > _LARGEST:
        raise _fault(path, f"it is larger than {_LARGEST:,} bytes")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _fault(path, "it isn't saved as UTF-8") from None


def _rows_of_csv(path: Path, text: str) -> Iterator[Row]:
    try:
        reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
        _check_names(path, "the line of headings", reader.fieldnames or ())
        for row in reader:
            if None in row:
                raise _fault(
                    path,
                    f"line {reader.line_num} has more fields than headings; words with a comma "
                    "need quotation marks around them",
                )
            yield f"line {reader.line_num}", {name: value or "" for name, value in row.items()}
    except csv.Error:
        raise _fault(path, "a quotation mark doesn't close") from None


def _rows_of_toml(path: Path, text: str) -> Iterator[Row]:
    try:
        parsed = tomllib.loads(text)
    except (ValueError, RecursionError):
        raise _fault(path, "it isn't TOML") from None
    rows = parsed.get("question")
    if set(parsed) != {"question"} or not isinstance(rows, list):
        raise _fault(path, "each question must stand below a line [[question]]")
    for number, row in enumerate(rows, 1):
        where = f"question {number}"
        if not isinstance(row, dict):
            raise _fault(path, f"{where} must stand below a line [[question]]")
        _check_names(path, where, row)
        yield where, row


def _check_names(path: Path, where: str, names: Collection[str]) -> None:
    given = set(names)
    if not {"topic", "words"} <= given or not given <= set(FIELDS):
        raise _fault(
            path,
            f"{where} must name topic and words, and may name {', '.join(FIELDS)}, and no others",
        )


def _checked(path: Path, rows: Iterator[Row], prefix: str) -> tuple[Question, ...]:
    found: dict[str, Question] = {}
    for number, (where, row) in enumerate(rows, 1):
        one = _question(path, where, row, prefix, number)
        if one.id in found:
            raise _fault(path, f"{where} has an id that another question has already")
        if number > _MOST:
            raise _fault(path, f"it holds more than {_MOST} questions")
        found[one.id] = one
    return tuple(found.values())


def _question(
    path: Path, where: str, row: Mapping[str, object], prefix: str, number: int
) -> Question:
    said = {name: visible(_joined(value)) for name, value in row.items()}
    words = said["words"]
    if not 1 <= len(words) <= LONGEST:
        raise _fault(path, f"{where} needs words, at most {LONGEST} letters of them")
    minutes = said.get("minutes") or str(rules.QUESTION_MINUTES.value)
    if not (minutes.isdecimal() and int(minutes) in _MINUTES):
        raise _fault(path, f"{where}: minutes must be a whole number from 1 to 15")
    research = said.get("research", "").casefold()
    if research not in _YES_OR_NO:
        raise _fault(path, f"{where}: research must be yes or no")
    audience = said.get("for") or Audience.ANYONE
    return Question(
        id=f"{prefix}{said.get('id') or number}",
        topic=_choice(path, f"{where}: topic", said["topic"], Topic),
        words=words,
        part=_choice(path, f"{where}: part", said.get("part") or Part.MIDDLE, Part),
        audience=tuple(_choice(path, f"{where}: for", a, Audience) for a in audience.split(";")),
        research=_YES_OR_NO[research],
        minutes=int(minutes),
    )


def _joined(value: object) -> str:
    """Return a value of either kind of file as text: a TOML list as a CSV would write it."""
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else str(value)


def _choice(path: Path, what: str, value: str, kind: type[Choice]) -> Choice:
    text = value.strip().casefold()
    if text not in list(kind):
        raise _fault(path, f"{what} must be one of: {', '.join(kind)}")
    return kind(text)


def _fault(path: Path, what: str) -> SchoolFault:
    return SchoolFault(
        f"In the school's file of questions, {path.name}, {what}. None of its questions is used "
        "until that is put right; nothing else is lost, and the other questions are all there."
    )
