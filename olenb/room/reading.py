"""Reading the files of a room: refused when anything is off, and the others go on."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from olenb.core import rules
from olenb.room.documents import (
    ALPHABET,
    PARTS,
    Answer,
    Document,
    Question,
    RoomFileRefused,
    end_of_session,
    session_code,
)
from olenb.room.shape import a_code, a_line, content_of, fields_of, refusal, require

LONGEST = 120
_QUESTION = re.compile(rf"[{ALPHABET}]{{4}}-[1-9]")


def stated_session(path: Path) -> str:
    """Return the code of the session that a file says it belongs to, "" where it says none."""
    try:
        said = fields_of(content_of(path)).get("session")
        return session_code(said) if isinstance(said, str) else ""
    except RoomFileRefused:
        return ""


def stated_kind(path: Path) -> str:
    """Return which kind of file it says it is, "" where it says none."""
    try:
        said = fields_of(content_of(path)).get("kind")
        return said if isinstance(said, str) else ""
    except RoomFileRefused:
        return ""


def read(path: Path, session: str, now: datetime, kinds: tuple[str, ...]) -> Document:
    """Read one file of the room.

    Parameters
    ----------
    path
        The file.
    session
        The code of the session that is on.
    now
        This moment, with its zone.
    kinds
        Which kinds are wanted here.

    Raises
    ------
    RoomFileRefused
        It is too large, no file of a room, altered in shape, of another version or session,
        of another kind, or expired. The message never repeats what stands in the file.

    """
    return parse(content_of(path), session, now, kinds)


def parse(content: bytes, session: str, now: datetime, kinds: tuple[str, ...]) -> Document:
    """Read the bytes of one file of the room; as `read`."""
    document = _shaped(fields_of(content))
    if document.session != session_code(session):
        raise RoomFileRefused(refusal("belongs to another session"))
    if document.kind not in kinds:
        raise RoomFileRefused(refusal(f"is another kind of file; wanted: {' or '.join(kinds)}"))
    latest = end_of_session(now) + timedelta(hours=1)
    if not now < document.expires <= latest:
        raise RoomFileRefused(refusal("has expired"))
    return document


def _shaped(found: Mapping[str, Any]) -> Document:
    """Return the document, if it has the declared shape to the last field."""
    kind = found.get("kind")
    lists = {"question": "questions", "questions": "questions", "answers": "answers"}
    more = {lists[kind]} if isinstance(kind, str) and kind in lists else set()
    wanted = {"olenb-room", "kind", "session", "code", "expires"} | more
    try:
        require(set(found) == wanted and kind in (*lists, "withdrawal"))
        questions = tuple(map(_question, _list(found, "questions", rules.ROOM_QUESTIONS.value)))
        answers = tuple(map(_answer, _list(found, "answers", rules.ROOM_QUESTIONS.value)))
        expires = datetime.fromisoformat(a_line(found["expires"], 40))
        require(expires.tzinfo is not None)
        require(kind != "question" or len(questions) == 1)
        require(len({one.question for one in answers}) == len(answers))
        document = Document(
            kind=str(kind),
            session=session_code(a_line(found["session"], 40)),
            code="" if kind == "questions" else a_code(found["code"]),
            expires=expires.astimezone(UTC),
            questions=questions,
            answers=answers,
        )
        require(kind != "questions" or found["code"] == "")
        require(kind != "question" or questions[0].code == document.code)
    except (KeyError, TypeError, ValueError, OverflowError, RoomFileRefused):
        raise RoomFileRefused(refusal("was changed since it was made, or is damaged")) from None
    return document


def _list(found: Mapping[str, Any], name: str, most: int) -> list[Any]:
    rows = found.get(name, [])
    require(isinstance(rows, list) and len(rows) <= most)
    return list(rows)


def _question(row: Any) -> Question:
    require(isinstance(row, dict) and set(row) == {"code", "number", *PARTS})
    require(type(row["number"]) is int and 1 <= row["number"] <= rules.ROOM_ASKS.value)
    parts = {name: a_line(row[name], LONGEST) for name in PARTS}
    require(any(part.strip() for part in parts.values()))
    return Question(a_code(row["code"]), row["number"], **parts)


def _answer(row: Any) -> Answer:
    require(isinstance(row, dict))
    require(set(row) == {"question", "asker", "strength", "will_introduce"})
    require(row["will_introduce"] is True and type(row["strength"]) is int)
    require(row["strength"] in (1, 2, 3))
    require(_QUESTION.fullmatch(a_line(row["question"], 6)) is not None)
    answer = Answer(row["question"], row["strength"])
    require(answer.asker == row["asker"])
    return answer
