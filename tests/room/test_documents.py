"""Files that go round: read back the same, and refused when anything is off."""

import json
from dataclasses import fields
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olenb.room import documents, reading, shape
from olenb.room.documents import Answer, Document, Question, RoomFileRefused
from room.conftest import NOW, SESSION

EXPIRES = documents.end_of_session(NOW)
ASKED = Document("question", SESSION, "ABCD", EXPIRES, (Question("ABCD", 1, "Mayo Clinic"),))
TICKED = Document("answers", SESSION, "EFGH", EXPIRES, answers=(Answer("ABCD-1", 2),))
LISTED = Document("questions", SESSION, "", EXPIRES, ASKED.questions)
GONE = Document("withdrawal", SESSION, "ABCD", EXPIRES)
EVERY = ("question", "questions", "answers", "withdrawal")

codes = st.text(st.sampled_from(documents.ALPHABET), min_size=4, max_size=4)
words = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=40)


@pytest.mark.parametrize("document", [ASKED, TICKED, LISTED, GONE], ids=lambda one: one.kind)
def test_a_file_is_read_back_as_it_was_written(document: Document, tmp_path: Path) -> None:
    path = tmp_path / "file.json"
    path.write_bytes(document.to_bytes())
    assert reading.read(path, SESSION.lower(), NOW, EVERY) == document
    assert reading.stated_session(path) == SESSION


@given(codes, st.integers(1, 5), st.tuples(words, words, words, words))
def test_any_words_survive(code: str, number: int, parts: tuple[str, str, str, str]) -> None:
    question = Question(code, number, *parts)
    content = Document("questions", SESSION, "", EXPIRES, (question,)).to_bytes()
    if any(part.strip() for part in parts):
        assert reading.parse(content, SESSION, NOW, EVERY).questions == (question,)
    else:
        with pytest.raises(RoomFileRefused):
            reading.parse(content, SESSION, NOW, EVERY)


def _changed(document: Document, **changes: Any) -> bytes:
    content = json.loads(document.to_bytes())
    return json.dumps(content | changes).encode()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "isn't a file of the room"),
        (b"\xff\xfe", "isn't a file of the room"),
        (b"[" * 100_000, "isn't a file of the room, or is damaged"),
        (b"{}", "isn't a file of the room"),
        (ASKED.to_bytes()[:-20], "damaged"),
        (_changed(ASKED, **{"olenb-room": 2}), "another version"),
        (_changed(ASKED, session="OTHER-1"), "another session"),
        (_changed(ASKED, expires="2026-11-24T17:59:59+00:00"), "has expired"),
        (_changed(ASKED, expires="2027-11-24T17:59:59+00:00"), "has expired"),
        (_changed(ASKED, expires="2026-11-24T19:00:00"), "was changed since"),
        (_changed(ASKED, contacts=["Ana Ruiz"]), "was changed since"),
        (_changed(ASKED, code="EFGH"), "was changed since"),
        (_changed(ASKED, code="Ana Ruiz"), "was changed since"),
        (_changed(ASKED, questions=[]), "was changed since"),
        (_changed(ASKED, kind="anything"), "was changed since"),
        (_changed(TICKED, kind=["answers"]), "was changed since"),
        (_changed(LISTED, code="ABCD"), "was changed since"),
        (ASKED.to_bytes().replace(b"{\n", b'{\n "kind": "answers",\n', 1), "damaged"),
    ],
)
def test_a_file_that_is_off_is_refused_in_plain_words(content: bytes, says: str) -> None:
    with pytest.raises(RoomFileRefused, match=says) as refusal:
        reading.parse(content, SESSION, NOW, EVERY)
    assert "the others go on" in str(refusal.value)
    assert "Ana" not in str(refusal.value)


@pytest.mark.parametrize(
    "answer",
    [
        {"question": "ABCD-1", "asker": "ABCD", "strength": 4, "will_introduce": True},
        {"question": "ABCD-1", "asker": "ABCD", "strength": True, "will_introduce": True},
        {"question": "ABCD-1", "asker": "ABCD", "strength": 2, "will_introduce": False},
        {"question": "ABCD-1", "asker": "EFGH", "strength": 2, "will_introduce": True},
        {"question": "Ana Ru", "asker": "Ana ", "strength": 2, "will_introduce": True},
        {"question": "ABCD-1", "asker": "ABCD", "strength": 2, "will_introduce": True, "via": "A"},
        "ABCD-1",
    ],
)
def test_an_answer_holds_its_declared_fields_and_nothing_else(answer: Any) -> None:
    with pytest.raises(RoomFileRefused, match="was changed since"):
        reading.parse(_changed(TICKED, answers=[answer]), SESSION, NOW, EVERY)


def test_there_is_no_field_that_could_hold_a_contact() -> None:
    assert [each.name for each in fields(Answer)] == ["question", "strength"]
    assert set(json.loads(TICKED.to_bytes())["answers"][0]) == {
        *("question", "asker", "strength", "will_introduce"),
    }


def test_a_file_of_another_kind_or_too_large_is_named(tmp_path: Path) -> None:
    with pytest.raises(RoomFileRefused, match="another kind of file; wanted: answers"):
        reading.parse(ASKED.to_bytes(), SESSION, NOW, ("answers",))
    large = tmp_path / "large.json"
    large.write_bytes(b" " * (shape.LARGEST + 1))
    with pytest.raises(RoomFileRefused, match="isn't a file of the room"):
        reading.read(large, SESSION, NOW, EVERY)
    with pytest.raises(RoomFileRefused, match="can't be opened"):
        reading.read(tmp_path / "nowhere.json", SESSION, NOW, EVERY)


def test_a_list_of_more_questions_than_a_room_has_is_refused() -> None:
    row = json.loads(LISTED.to_bytes())["questions"][0]
    with pytest.raises(RoomFileRefused):
        reading.parse(_changed(LISTED, questions=[row] * 301), SESSION, NOW, EVERY)


@pytest.mark.parametrize("code", ["", "ab", "a b", "-ab", "x" * 33, "é12", "../x"])
def test_a_session_is_called_by_letters_digits_and_dashes(code: str) -> None:
    with pytest.raises(RoomFileRefused, match="such as SPRING-7"):
        documents.session_code(code)


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_no_bytes_break_the_reader(content: bytes) -> None:
    with pytest.raises(RoomFileRefused):
        reading.parse(content, SESSION, NOW, EVERY)


def test_the_same_day_is_the_end_of_a_session() -> None:
    assert timedelta(0) < EXPIRES - NOW <= timedelta(hours=12)
