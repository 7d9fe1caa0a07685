"""The folder that a room shares: what goes in, who may read it, what is passed over."""

import os
import stat
from pathlib import Path

import pytest

from olenb.core.errors import NotWritten
from olenb.room import documents, shared, table
from olenb.room.documents import Document, Question, RoomFileRefused
from room.conftest import NOW, SESSION

EXPIRES = documents.end_of_session(NOW)
ASKED = Document("question", SESSION, "ABCD", EXPIRES, (Question("ABCD", 2, "Mayo Clinic"),))
LISTED = Document("questions", SESSION, "", EXPIRES, ASKED.questions)
posix = pytest.mark.skipif(os.name != "posix", reason="Windows has no such rights")


@pytest.fixture
def room(tmp_path: Path) -> Path:
    for name in ("drop/ana", "drop/ben", "list"):
        (tmp_path / name).mkdir(parents=True)
    return tmp_path


@pytest.fixture(autouse=True)
def ana(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "ana")


def test_what_is_dropped_lies_in_ones_own_box_and_is_gathered(room: Path) -> None:
    path = shared.drop(ASKED, room)
    assert path == room / "drop" / "ana" / "SPRING-7-question-ABCD-2.json"
    gathered = table.gather(shared.dropped(room), SESSION, NOW)
    assert gathered.questions.questions == ASKED.questions


def test_without_boxes_there_is_one_folder_for_all(room: Path) -> None:
    (room / "drop" / "ana").rmdir()
    assert shared.drop(ASKED, room).parent == room / "drop"
    assert len(shared.dropped(room)) == 1


@posix
def test_others_may_read_what_is_for_them_whatever_the_umask(room: Path) -> None:
    before = os.umask(0o077)
    try:
        dropped, listed = shared.drop(ASKED, room), shared.publish(LISTED, room)
    finally:
        os.umask(before)
    assert stat.S_IMODE(dropped.stat().st_mode) == 0o640  # its group is the counselors'
    assert stat.S_IMODE(listed.stat().st_mode) == 0o644


def test_the_list_is_found_by_its_session(room: Path) -> None:
    listed = shared.publish(LISTED, room)
    assert shared.published(SESSION, room) == listed
    assert table.read_questions(listed, NOW) == LISTED


@posix
def test_links_and_pipes_are_passed_over(room: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.json").write_text("{}")
    (room / "drop" / "ben" / "link.json").symlink_to(tmp_path / "secret.json")
    (room / "drop" / "cleo").symlink_to(tmp_path)
    os.mkfifo(room / "drop" / "ben" / "pipe.json")
    assert shared.dropped(room) == []


@posix
def test_a_pipe_does_not_let_the_room_wait(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.json")
    with pytest.raises(RoomFileRefused, match="isn't a file of the room"):
        documents.read(tmp_path / "pipe.json", SESSION, NOW, ("question",))


def test_without_the_folder_nothing_is_written_and_it_is_said(tmp_path: Path) -> None:
    with pytest.raises(NotWritten, match="Nothing was changed"):
        shared.drop(ASKED, tmp_path / "nowhere")
