"""The counselor's table: one bad file never stops the room, whoever withdraws is gone."""

from datetime import timedelta
from pathlib import Path

import pytest

from olenb.core.errors import NotAllowed
from olenb.room import documents, table
from olenb.room.documents import Answer, Document, Question
from room.conftest import NOW, SESSION

EXPIRES = documents.end_of_session(NOW)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def put(folder: Path, name: str, document: Document | bytes) -> Path:
    path = folder / name
    path.write_bytes(document if isinstance(document, bytes) else document.to_bytes())
    return path


def asked(code: str, place: str, number: int = 1, session: str = SESSION) -> Document:
    return Document("question", session, code, EXPIRES, (Question(code, number, place),))


def ticked(code: str, *questions: str) -> Document:
    answers = tuple(Answer(one, 3) for one in questions)
    return Document("answers", SESSION, code, EXPIRES, answers=answers)


def gone(code: str) -> Document:
    return Document("withdrawal", SESSION, code, EXPIRES)


def test_good_files_are_gathered_and_bad_ones_left_out_with_their_reason(folder: Path) -> None:
    old = Document(
        "question", SESSION, "WXYZ", NOW - timedelta(minutes=1), (Question("WXYZ", 1, "x"),)
    )
    files = [
        put(folder, "a.json", asked("ABCD", "Mayo Clinic")),
        put(folder, "bad.json", b"Ana Ruiz"),
        put(folder, "b.json", asked("EFGH", "Acme")),
        put(folder, "foreign.json", asked("JKMN", "Acme", session="OTHER-1")),
        put(folder, "old.json", old),
    ]
    gathered = table.gather(files, SESSION, NOW)
    assert [one.id for one in gathered.questions.questions] == ["ABCD-1", "EFGH-1"]
    assert gathered.questions.expires == EXPIRES
    assert [(one.file, one.reason.split(".")[0]) for one in gathered.left_out] == [
        ("bad.json", "This file isn't a file of the room, or is damaged"),
        ("foreign.json", "This file belongs to another session"),
        ("old.json", "This file has expired"),
    ]


def test_a_late_participant_joins_a_list_that_was_gathered_before(folder: Path) -> None:
    first = table.gather([put(folder, "a.json", asked("ABCD", "Mayo Clinic"))], SESSION, NOW)
    before = put(folder, "list.json", first.questions)
    late = put(folder, "late.json", asked("EFGH", "Acme"))
    again = table.gather([before, late], SESSION, NOW)
    assert [one.code for one in again.questions.questions] == ["ABCD", "EFGH"]
    assert again.left_out == ()


def test_whoever_withdraws_takes_their_question_and_answers_along(folder: Path) -> None:
    files = [
        put(folder, "a.json", asked("ABCD", "Mayo Clinic")),
        put(folder, "b.json", asked("EFGH", "Acme")),
        put(folder, "gone.json", gone("ABCD")),
    ]
    assert [one.code for one in table.gather(files, SESSION, NOW).questions.questions] == ["EFGH"]
    answers = [
        put(folder, "x.json", ticked("ABCD", "EFGH-1")),
        put(folder, "y.json", ticked("EFGH", "ABCD-1", "JKMN-1")),
        put(folder, "z.json", ticked("JKMN")),
        put(folder, "gone2.json", gone("ABCD")),
    ]
    room = table.count(answers, SESSION, NOW)
    assert room.people == ("EFGH", "JKMN")
    assert room.answers == {"EFGH": (Answer("JKMN-1", 3),), "JKMN": ()}


def test_the_same_code_with_other_words_counts_once(folder: Path) -> None:
    files = [
        put(folder, "a.json", asked("ABCD", "Mayo Clinic")),
        put(folder, "a2.json", asked("ABCD", "Acme")),
        put(folder, "a3.json", asked("ABCD", "Mayo Clinic")),
    ]
    gathered = table.gather(files, SESSION, NOW)
    assert [one.organization for one in gathered.questions.questions] == ["Mayo Clinic"]
    assert [one.file for one in gathered.left_out] == ["a2.json"]
    answers = [
        put(folder, "x.json", ticked("EFGH", "ABCD-1")),
        put(folder, "y.json", ticked("EFGH")),
    ]
    room = table.count(answers, SESSION, NOW)
    assert room.answers == {"EFGH": (Answer("ABCD-1", 3),)}
    assert [one.file for one in room.left_out] == ["y.json"]


def test_only_bad_files_are_an_error_with_a_number(folder: Path) -> None:
    with pytest.raises(NotAllowed, match=r"None of the 1 files could be used.*Nothing was written"):
        table.gather([put(folder, "bad.json", b"")], SESSION, NOW)


def test_the_session_is_that_of_most_files(folder: Path) -> None:
    files = [
        put(folder, "a.json", asked("ABCD", "x")),
        put(folder, "b.json", asked("EFGH", "x")),
        put(folder, "c.json", asked("JKMN", "x", session="OTHER-1")),
        put(folder, "d.json", b"?"),
    ]
    assert table.session_of(files) == SESSION
    with pytest.raises(NotAllowed, match="belongs to a workshop"):
        table.session_of(files[3:])
