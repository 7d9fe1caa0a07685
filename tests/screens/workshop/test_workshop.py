"""The counselor's pages: invented people first, then real files; one bad file stops nothing."""

import json
from datetime import UTC, datetime, timedelta

import pytest

import olenb
from olenb.core.measure_terms import Occasion
from olenb.room import folder
from olenb.room.documents import Answer, Document, Question, end_of_session
from olenb.room.summary import Summary, end_of_summary
from olenb.screens import workshop

NOW = datetime.now(UTC)
SESSION, CODES = "SPRING-7", ("ABCD", "EFGH", "JKMN", "PQRS", "TUVW")


@pytest.fixture(autouse=True)
def no_folder(monkeypatch):
    monkeypatch.delenv(folder.VARIABLE, raising=False)


def question(code, session=SESSION):
    ends = end_of_session(NOW)
    return Document("question", session, code, ends, (Question(code, 1, f"Firm {code}"),))


def answers(code, *asked):
    yes = tuple(Answer(f"{one}-1", 2) for one in asked)
    return Document("answers", SESSION, code, end_of_session(NOW), answers=yes)


@pytest.fixture
def hand_in(wb, tmp_path):
    """Bring documents to a page, each in a file of its own."""
    wb.workshop.begin("spring-7")

    def bring(page, *documents):
        said = []
        for number, one in enumerate(documents):
            path = tmp_path / f"file-{number}.json"
            path.write_bytes(one if isinstance(one, bytes) else one.to_bytes())
            said.append(page.bring("bring", path))
        return said

    return bring


@pytest.mark.parametrize("form", workshop.__all__)
def test_every_form_says_something_before_there_is_a_session(wb, visit, form):
    assert visit(getattr(workshop, form)(wb)).text
    assert wb.is_example
    assert wb.workshop.session == ""


def test_opening_a_session_says_its_code_and_another_kind_of_code_is_refused(wb, visit):
    page = visit(workshop.session(wb))
    assert page.field("session")["value"]
    page.press("begin", session="a b")
    assert page.trouble["field"] == "session"
    page.press("begin", session="spring-7")
    assert "The code is SPRING-7" in page.text


def test_a_rehearsal_is_the_same_on_every_page(wb, visit):
    page = visit(workshop.rehearse(wb))
    page.press("try", people="1", seed="7")
    assert page.trouble["field"] == "people"
    page.press("try", people="8", seed="3")
    again = olenb.open_workbook()  # another page has a kernel of its own
    (wall,) = visit(workshop.wall(again)).blocks("wall")
    assert len(wall["pairs"]) == 4
    assert wb.is_example


def test_one_bad_file_stops_nothing(wb, visit, hand_in):
    page = visit(workshop.gather(wb))
    assert "Invented people" in page.text
    old = Document(
        "question", SESSION, "PQRS", NOW - timedelta(hours=1), question("PQRS").questions
    )
    said = hand_in(
        page, question("ABCD"), b"\xff", question("EFGH", "OTHER-1"), old, answers("JKMN", "ABCD")
    )
    assert said[0] == "A question is in."
    assert said[1:4] == ["One file was left out, and the others go on."] * 3
    assert said[4] == "Answers are in."
    assert "Invented people" not in page.text
    assert "3 files left out. The others are in." in page.text
    assert "1 question, 1 person answered." in page.text
    page.press("send")
    sent = json.loads(page.downloads["questions.json"])
    assert [one["code"] for one in sent["questions"]] == ["ABCD"]


def test_whoever_withdraws_is_out_of_the_list_and_of_the_wall(wb, visit, hand_in):
    page = visit(workshop.gather(wb))
    hand_in(page, *map(question, CODES[:4]), answers("ABCD", "EFGH", "JKMN"))
    assert set(wb.workshop.room().people) == set(CODES[:4])
    hand_in(page, Document("withdrawal", SESSION, "EFGH", end_of_session(NOW)))
    assert "EFGH" not in {one.code for one in wb.workshop.gathered().questions.questions}
    assert "EFGH" not in str([block["pairs"] for block in visit(workshop.wall(wb)).blocks("wall")])


def test_paper_is_typed_in_and_counts_as_all_others(wb, visit, hand_in):
    hand_in(visit(workshop.gather(wb)), question("ABCD"))
    page = visit(workshop.paper(wb))
    page.press("question", code="efgh", organization="", role="")
    assert page.trouble["field"] == "organization"
    page.press("question", code="e", organization="Mayo Clinic")
    assert page.trouble["field"] == "code"
    assert page.press("question", code="efgh", organization="Mayo Clinic") == "The question is in."
    assert page.press("dots", code="jkmn", questions="abcd-1:2") == "1 dot is in."
    assert page.press("dots", code="jkmn", questions="efgh-1 abcd-1:3") == "2 dots are in."
    room = wb.workshop.room()
    assert (room.askers, room.people) == (("ABCD", "EFGH"), ("ABCD", "EFGH", "JKMN"))
    assert room.answers["JKMN"] == (Answer("ABCD-1", 3), Answer("EFGH-1", 1))
    assert room.left_out == ()
    page.press("dots", code="jkmn", questions="nothing")
    assert page.trouble["field"] == "code"
    page.press("dots", code="jkmn", questions="abcd-1:7")
    assert page.trouble["field"] == "questions"
    assert len(wb.workshop.room().answers["JKMN"]) == 2


def test_nobody_stands_apart_on_the_wall_and_no_pair_meets_twice(wb, visit, hand_in):
    hand_in(visit(workshop.gather(wb)), *map(question, CODES), answers("ABCD", "EFGH"))
    page = visit(workshop.wall(wb))
    page.press("choose", rounds="3", minutes="4", names=False, apart="ABCD+EFGH")
    seen = []
    for _ in range(3):
        (wall,) = page.blocks("wall")
        assert {code for pair in wall["pairs"] for code in pair} == {*CODES, "the counselor"}
        assert wall["seconds"] == 240
        assert [turn.get("at", 0) for turn in wall["turns"]] == [0, 60, 150]
        seen += [frozenset(pair) for pair in wall["pairs"]]
        if page.buttons("go", "1"):
            page.press("go", "1")
    assert len(seen) == len(set(seen))
    assert frozenset(("ABCD", "EFGH")) not in seen  # these two shouldn't meet
    assert wall["title"] == "Round 3 of 3"


def test_names_stand_on_the_wall_only_where_they_were_typed_and_chosen(wb, visit, hand_in):
    hand_in(visit(workshop.gather(wb)), question("ABCD"), question("EFGH"))
    names = visit(workshop.names(wb))
    names.press("keep", code="ABCD", name="Ana <b>")
    wall = visit(workshop.wall(wb))
    assert next(wall.blocks("wall"))["pairs"] == [["ABCD", "EFGH"]]
    wall.press("choose", rounds="1", minutes="5", names=True, apart="")
    assert next(wall.blocks("wall"))["pairs"] == [["Ana <b>", "EFGH"]]


def test_the_clock_is_kept_so_that_a_page_can_be_opened_again(wb, visit, hand_in):
    hand_in(visit(workshop.gather(wb)), question("ABCD"), question("EFGH"))
    page = visit(workshop.wall(wb))
    page._tell({"type": "action", "action": "clock", "item": "1764000000000", "values": {}})
    assert next(visit(workshop.wall(wb)).blocks("wall"))["started"] == 1764000000000
    page._tell({"type": "action", "action": "clock", "item": "0", "values": {}})
    assert "started" not in next(page.blocks("wall"))


@pytest.mark.parametrize(
    ("field", "value"), [("rounds", "0"), ("minutes", "1"), ("rounds", "x"), ("apart", "ABCD")]
)
def test_a_choice_out_of_range_is_said_beside_it(wb, visit, field, value):
    page = visit(workshop.wall(wb))
    page.press("choose", **{"rounds": "2", "minutes": "5", "apart": "", field: value})
    assert page.trouble["field"] == field


def test_figures_are_counted_when_asked_and_then_they_stand(wb, visit, hand_in, tmp_path):
    page = visit(workshop.figures(wb))
    assert "Invented people" in page.text
    people = [
        Summary(SESSION, code, Occasion.AFTER, end_of_summary(NOW), ("health", "law")[n % 2])
        for n, code in enumerate(f"{a}{b}AA" for a in "ABCD" for b in "ABCDEF")
    ]
    hand_in(page, *people)
    assert "Invented people" not in page.text
    assert "24 handed in" in page.text
    assert not list(page.blocks("tableblock"))
    page.press("show", occasion="after")
    assert "law 12, all others, kept together 12" in page.text
    late = Summary(SESSION, "ZZZZ", Occasion.AFTER, end_of_summary(NOW), "law")
    hand_in(page, late, b"{}")
    page.press("show", occasion="after")
    assert "law 12, all others, kept together 12" in page.text
    assert "1 file left out" in page.text
    page.press("page")
    page.press("table")
    assert b"law 12" in page.downloads["cohort.html"]
    assert b'"law","People","12"' in page.downloads["cohort.csv"]
    assert b"AAAA" not in page.downloads["cohort.html"] + page.downloads["cohort.csv"]


def test_closing_deletes_the_files_and_keeps_the_summaries_until_they_are_counted(
    wb, visit, hand_in, tmp_path, monkeypatch
):
    monkeypatch.setenv(folder.VARIABLE, str(tmp_path / "shared"))
    wb.workshop.begin(SESSION)
    one = Summary(SESSION, "ABCD", Occasion.AFTER, end_of_summary(NOW), "law")
    folder.drop(tmp_path / "shared", "t", "summary", one.to_bytes())
    hand_in(visit(workshop.gather(wb)), question("ABCD"))
    page = visit(workshop.close(wb))
    assert "2 files" in page.press("day")
    assert folder.dropped(tmp_path / "shared") == []
    assert wb.workshop.is_rehearsal
    assert wb.workshop.summaries()[0] == [one]
    page.press("all")
    assert wb.workshop.session == ""
    assert not [path for path in (wb.home / "room").rglob("*") if path.is_file()]
