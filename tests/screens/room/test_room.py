"""One's own page of the room: seen before it leaves, and only what is ticked leaves."""

import json
from datetime import UTC, datetime

import pytest

import olenb
from olenb.room import folder
from olenb.room.documents import Document, Question, end_of_session
from olenb.screens import room
from olenb.screens.room.answer import NOBODY

SESSION = "SPRING-7"


@pytest.fixture(autouse=True)
def no_folder(monkeypatch):
    monkeypatch.delenv(folder.VARIABLE, raising=False)


@pytest.fixture
def shared(tmp_path, monkeypatch):
    monkeypatch.setenv(folder.VARIABLE, str(tmp_path / "shared"))
    folder.make(tmp_path / "shared")
    return tmp_path / "shared"


@pytest.fixture
def mine(wb):
    wb.add("Ana Ruiz <b>, Mayo Clinic, cousin")
    wb.add_target("Acme")
    return wb


def listed(*questions):
    ends = end_of_session(datetime.now(UTC))
    return Document("questions", SESSION, "", ends, questions).to_bytes()


LISTED = listed(Question("ABCD", 1, "Mayo Clinic"), Question("EFGH", 1, "Nowhere"))


@pytest.mark.parametrize("form", room.__all__)
def test_the_example_shows_what_it_looks_like_and_nothing_leaves(visit, form):
    wb = olenb.open_workbook(sample=True)
    page = visit(getattr(room, form)(wb))
    assert len(page.text) > 30
    assert not page.buttons("save", "") or form == "measure"


@pytest.mark.parametrize("form", room.__all__)
def test_an_empty_workbook_is_told_what_to_do(visit, mine, form):
    assert visit(getattr(room, form)(mine)).text


def test_a_question_is_seen_before_it_leaves(visit, mine):
    page = visit(room.ask(mine))
    target = page.field("target")["options"][0][0]
    page.press("look", session="spring 7", target=target)
    assert page.trouble["field"] == "session"
    page.press("look", session="spring-7", target="")
    assert page.trouble["field"] == "target"
    page.press("look", session="spring-7", target=target)
    assert "Who could reach somebody at Acme?" in page.text
    assert not page.downloads
    said = page.press("save")
    ((name, content),) = page.downloads.items()
    found = json.loads(content)
    assert found["questions"][0]["organization"] == "Acme"
    assert said.endswith(f"Your code is {found['code']}.")
    assert name == f"question-{found['code']}.json"
    assert f"Your code in {SESSION}: {found['code']}" in page.text


def test_not_now_is_fine(visit, mine):
    page = visit(room.ask(mine))
    page.press("look", session=SESSION, target=page.field("target")["options"][0][0])
    page.press("back")
    assert page.field("target")
    assert mine.room.session == ""


def test_a_yes_is_shown_with_the_person_and_only_ticks_leave(visit, mine, tmp_path):
    (tmp_path / "list.json").write_bytes(LISTED)
    page = visit(room.answer(mine))
    page.bring("bring", tmp_path / "list.json")
    field = page.field("ABCD-1")
    assert field.get("value", False) is False
    assert field["help"] == "You know Ana Ruiz <b> (worth asking)."
    assert page.press("save", **{"ABCD-1": False}).endswith("0 answers went along.")
    without = page.downloads.popitem()[1]
    assert page.press("save", **{"ABCD-1": True}).endswith("1 answer went along.")
    ticked = page.downloads.popitem()[1]
    assert json.loads(without)["answers"] == []
    assert len(json.loads(ticked)["answers"]) == 1
    assert b"Ana" not in ticked


def test_nobody_near_is_no_lack_and_an_empty_file_can_be_handed_in(visit, mine, tmp_path):
    (tmp_path / "list.json").write_bytes(listed(Question("EFGH", 1, "Nowhere")))
    page = visit(room.answer(mine))
    page.bring("bring", tmp_path / "list.json")
    assert NOBODY in page.text
    page.press("save")
    assert json.loads(page.downloads.popitem()[1])["answers"] == []


def test_a_list_that_is_none_is_said_in_plain_words(visit, mine, tmp_path):
    (tmp_path / "list.json").write_bytes(b"{}")
    page = visit(room.answer(mine))
    assert "isn't a file of the room" in page.bring("bring", tmp_path / "list.json")


def test_with_a_shared_folder_nothing_is_carried(visit, mine, shared):
    asking = visit(room.ask(mine))
    asking.press("look", session=SESSION, target=asking.field("target")["options"][0][0])
    assert "It is in the room." in asking.press("save")
    answering = visit(room.answer(mine))
    assert "isn't there yet" in answering.press("look")
    folder.publish(shared, LISTED)
    answering.press("look")
    answering.press("save", **{"ABCD-1": True})
    kinds = sorted(path.name.partition("-")[0] for path in folder.dropped(shared))
    assert kinds == ["answers", "question"]
    leaving = visit(room.withdraw(mine))
    assert "out of the room" in leaving.press("withdraw")
    kinds = [path.name.partition("-")[0] for path in folder.dropped(shared)]
    assert kinds == ["withdrawal"]
    assert not asking.downloads
    assert not answering.downloads


def test_answers_about_oneself_are_kept_and_can_be_skipped(visit, mine):
    page = visit(room.measure(mine))
    assert "not yet validated" in page.text
    assert page.press("save", "before", ask="40", close="") == "Kept."
    assert mine.room.measures.loc[2, "before"] == 40
    assert page.press("save", "before", ask="", close="70") == "Kept."
    assert mine.room.measures["before"].dropna().tolist() == [70]


def test_a_summary_is_seen_to_the_last_line_before_it_leaves(visit, mine):
    mine.room.say("before", {"ask": 30})
    page = visit(room.summary(mine))
    page.press("look", session=SESSION, occasion="after", sector="law", counts=True, answers=True)
    (table,) = page.blocks("tableblock")
    seen = {row[0]: row[1] for row in table["rows"]}
    assert seen["The field of what you are curious about"] == "law"
    assert seen["Ask them for twenty minutes (before the workshop)"] == "30 of 100"
    page.press("save")
    found = json.loads(page.downloads.popitem()[1])
    assert found["sector"] == "law"
    assert found["answers"] == {"before": {"ask": 30}}
    assert "Ana" not in json.dumps(found)
    assert "Acme" not in json.dumps(found)
