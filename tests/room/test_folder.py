"""A folder that the room shares: files go in unseen, one list comes out."""

import os
import stat

import pytest

from olenb.core.errors import NotWritten
from olenb.room import folder
from olenb.room.binder import Binder
from olenb.room.documents import Document, Question, end_of_session
from room.conftest import NOW, SESSION

ASKED = Document("question", SESSION, "ABCD", end_of_session(NOW), (Question("ABCD", 1, "Acme"),))


@pytest.fixture
def shared(tmp_path, monkeypatch):
    place = tmp_path / "shared"
    monkeypatch.setenv(folder.VARIABLE, str(place))
    folder.make(place)
    return place


def test_without_a_word_there_is_no_folder(monkeypatch):
    monkeypatch.delenv(folder.VARIABLE, raising=False)
    assert folder.shared() is None
    assert not folder.is_there(None)


@pytest.mark.skipif(os.name != "posix", reason="rights of POSIX")
def test_whoever_drops_a_file_sees_no_others_and_the_counselor_can_read_it(shared):
    inbox = shared / folder.INBOX
    assert stat.S_IMODE(inbox.stat().st_mode) == 0o1733  # put in, not listed, not removed
    assert stat.S_IMODE(shared.stat().st_mode) == 0o755
    before = os.umask(0o077)
    try:
        dropped = folder.drop(shared, folder.new_token(), "question", ASKED.to_bytes())
        listed = folder.publish(shared, ASKED.to_bytes())
    finally:
        os.umask(before)
    assert stat.S_IMODE(dropped.stat().st_mode) == 0o644
    assert stat.S_IMODE(listed.stat().st_mode) == 0o644


def test_a_newer_file_takes_the_place_of_the_older_and_can_be_taken_back(shared):
    token = folder.new_token()
    folder.drop(shared, token, "question", b"1")
    folder.drop(shared, token, "question", b"2")
    folder.drop(shared, folder.new_token(), "question", b"other")
    assert sorted(path.read_bytes() for path in folder.dropped(shared)) == [b"2", b"other"]
    assert folder.take_back(shared, token) == 1
    assert [path.read_bytes() for path in folder.dropped(shared)] == [b"other"]


def test_a_link_in_the_inbox_is_not_followed(shared, tmp_path):
    (tmp_path / "secret.json").write_text("{}")
    (shared / folder.INBOX / "x.json").symlink_to(tmp_path / "secret.json")
    assert folder.dropped(shared) == []


def test_a_folder_that_is_missing_is_said_in_plain_words(tmp_path):
    with pytest.raises(NotWritten, match="Nothing was changed"):
        folder.drop(tmp_path / "nowhere", "t", "question", b"")
    assert folder.dropped(tmp_path / "nowhere") == []


def test_a_binder_keeps_what_was_handed_in_until_it_is_closed(tmp_path, shared):
    binder = Binder(tmp_path / "home")
    assert binder.session == ""
    assert binder.files() == []
    assert binder.begin("spring-7") == SESSION
    binder.take("../../évil name.json", ASKED.to_bytes())
    binder.take("évil name.json", ASKED.to_bytes())
    binder.take("s.json", b"{}", summary=True)
    binder.choose(rounds=3, names={"ABCD": "Ana"})
    folder.drop(shared, "t", "answers", b"{}")
    assert len(binder.files()) == 2
    assert all(path.is_relative_to(tmp_path) for path in binder.files())
    again = Binder(tmp_path / "home")
    assert (again.session, again.settings.rounds, again.settings.names) == (
        SESSION,
        3,
        {"ABCD": "Ana"},
    )
    assert again.close() == 3  # the file, the choices, and the one in the folder
    assert again.files() == []
    assert len(again.summaries()) == 1
    again.close(summaries=True)
    assert again.session == ""
    assert [path for path in (tmp_path / "home").rglob("*") if path.is_file()] == []


def test_choices_that_are_damaged_are_those_of_the_beginning(tmp_path):
    binder = Binder(tmp_path)
    binder.begin(SESSION)
    (tmp_path / "room" / SESSION / "settings.json").write_text("[")
    assert binder.settings.rounds == 2
