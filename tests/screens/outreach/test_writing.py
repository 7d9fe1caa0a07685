"""From which step to which way to the words, with what to mind beside them."""

from collections.abc import Callable

import pytest

from olenb.contacts import people
from olenb.core.store import today
from olenb.screens import outreach
from olenb.workbook import Workbook

GOOD = (
    "Dear Rosa Vik,\n\nI read your page on winter grids. I'm Ines Holt, a student. I'd like to "
    "understand what it is like to work as an analyst at Halden Energy. What surprised you most "
    "in your first winter? Could we talk for 20 minutes, by phone or by video? If it isn't a good "
    "time, that's fine.\n\nThank you,\nInes Holt"
)
BAD = GOOD.replace("20 minutes", "half an hour").replace("fine.", "fine. I love networking.")
WORSE = f"{BAD} You work with awful people. My résumé is attached."


def titles(visitor) -> list[str]:
    return [block["title"] for block in visitor.blocks("card")]


@pytest.fixture
def words(own: Workbook, rosa: int, visit: Callable):
    """The words for Rosa, as far as the editor."""
    page = visit(outreach.one_person(own))
    page.press("choose", person=str(rosa))
    visitor = visit(outreach.writing(own))
    visitor.press("kind", "first message")
    visitor.press("way", "email")
    return visitor


def test_without_anybody_there_is_nothing_to_write(wb: Workbook, visit: Callable) -> None:
    wb.add_target("Halden Energy")
    assert "First choose whom" in visit(outreach.writing(wb)).text


def test_one_question_at_a_time_the_likeliest_step_first(own: Workbook, visit: Callable) -> None:
    visitor = visit(outreach.writing(own))
    assert [button["item"] for button in visitor.buttons("kind")] == [
        "ask for an introduction",
        "thanks to the introducer",
    ]
    visitor.press("kind", "", kind="hello")
    assert titles(visitor) == ["How will it go?"]
    assert [button["item"] for button in visitor.buttons("way")][-1] == "email"
    visitor.press("back")
    assert titles(visitor) == ["What would you like to write?"]


def test_the_words_begin_with_facts_and_leave_the_rest(words) -> None:
    body = words.field("body")["value"]
    assert body.startswith("Dear Rosa Vik,")
    assert "an analyst at Halden Energy" in body
    assert "Ana" not in body
    assert "4 places left for you" in words.text
    assert "words." in words.field("body")["help"]
    assert words.field("body")["copy"]


def test_two_findings_at_a_time_with_a_fix_and_gone_once_fixed(words) -> None:
    words.press("look", subject="Winter", body=WORSE)
    (more,) = [block for block in words.blocks("details") if block.get("id") == "others"]
    assert more["summary"] == f"Show the others ({len(more['blocks'])})"
    shown = [title for title in titles(words) if not title.startswith("May you name")]
    assert len(shown) - len(more["blocks"]) == 2
    assert "Better: " in words.text
    assert "Rule R" in words.text
    words.press("look", subject="Winter", body=BAD)
    assert "It asks for a long time" in words.text
    assert "“half an hour”" in words.text
    assert "One word" in words.text
    words.press("look", subject="Winter", body=GOOD)
    assert "Nothing to add" in words.text
    assert "It asks for a long time" not in words.text


def test_a_name_that_is_not_free_is_refused_and_nothing_typed_is_lost(
    own: Workbook, words, ana: int
) -> None:
    named = GOOD.replace("I read", "My cousin Ana told me about you. I read")
    assert "Nothing was saved" in words.press("look", subject="", body=named)
    assert words.field("body")["value"] == named
    assert "A name that isn't free yet" in words.text
    assert len(own.outreach.drafts()) == 0
    words.press("may name", str(ana))
    assert "You may name Ana Ruiz" in words.text
    assert "Saved" in words.press("look", subject="", body=named)


def test_with_a_yes_the_words_begin_again_with_the_name(own: Workbook, words, ana: int) -> None:
    assert "May you name Ana?" in titles(words)
    words.press("may name", str(ana))
    assert words.field("body")["value"].startswith("Dear Rosa Vik,\n\nAna Ruiz told me about you.")
    words.press("undo")
    assert "Ana" not in words.field("body")["value"]


def test_a_no_keeps_the_name_out(words, ana: int) -> None:
    words.press("may not name", str(ana))
    assert "They said no" in words.text
    assert "Ana" not in words.field("body")["value"]


def test_sent_is_noted_and_the_next_question_comes(own: Workbook, words, rosa: int) -> None:
    assert "Noted as sent" in words.press("sent", subject="Winter", body=GOOD, when="")
    (row,) = own.outreach.drafts(rosa).itertuples()
    assert (row.subject, row.sent_on, row.body) == ("Winter", today(), GOOD)
    assert own.outreach.touches()["kind"].iloc[0] == "asked for a conversation"
    assert "What would you like to write?" in titles(words)
    assert words.buttons("kind")[0]["item"] == "nudge"


def test_with_brackets_left_it_takes_a_second_click(own: Workbook, words) -> None:
    body = words.field("body")["value"]
    assert "still missing" in words.press("sent", subject="x", body=body)
    assert own.outreach.drafts()["sent_on"].tolist() == [""]
    assert "In 4 places" in words.text
    words.press("sent as it is", subject="x", body=body)
    assert own.outreach.drafts()["sent_on"].tolist() == [today()]


def test_an_empty_message_is_said_beside_its_field(words) -> None:
    assert "nothing here yet" in words.press("look", subject="x", body="")
    assert words.trouble["field"] == "body"


def test_a_draft_waits_and_can_be_gone_on_with_or_thrown_away(own: Workbook, words) -> None:
    words.press("look", subject="Winter", body=GOOD)
    words.press("back")
    assert "A draft of yours" in titles(words)
    words.press("go on", str(own.outreach.drafts()["id"].iloc[0]))
    assert words.field("body")["value"] == GOOD
    words.press("afresh")
    assert words.field("body")["value"] != GOOD
    assert len(own.outreach.drafts()) == 0


def test_taking_a_wording_back_shows_the_one_before(own: Workbook, words) -> None:
    words.press("look", subject="", body=GOOD)
    words.press("look", subject="", body=f"{GOOD} And more.")
    words.press("undo")
    assert words.field("body")["value"] == GOOD
    words.press("undo")
    assert len(own.outreach.drafts()) == 0
    assert "[your one question" in words.field("body")["value"]


def test_a_page_is_saved_with_a_name_that_names_nobody(words) -> None:
    words.press("page", subject="Winter", body=GOOD)
    ((name, content),) = words.downloads.items()
    assert name == "first-message-email.html"
    assert b"winter grids" in content
    assert b"mailto:" not in content  # there is no address


def test_what_it_is_about_can_be_chosen_until_words_are_kept(own: Workbook, words) -> None:
    own.add_target("Tern Robotics")
    words.press("back")
    words.press("kind", "first message")
    words.press("way", "email")
    words.press("target", target="2")
    assert "Tern Robotics" in words.field("body")["value"]
    words.press("look", subject="", body=GOOD)
    assert words.fields_with("target") == []


def test_a_call_is_a_card_that_takes_some_seconds(own: Workbook, words) -> None:
    words.press("back")
    words.press("kind", "first message")
    words.press("way", "phone")
    assert "Is this a good time" in words.field("body")["value"]
    assert "seconds" in words.field("body")["help"]
    assert words.buttons("sent")[0]["label"] == "I called"


def test_in_the_example_words_are_looked_over_and_not_kept(wb: Workbook, visit: Callable) -> None:
    visitor = visit(outreach.writing(wb))
    visitor.press("kind", visitor.buttons("kind")[0]["item"])
    visitor.press("way", "email")
    assert visitor.buttons("sent") == []
    assert "With your own people" in visitor.press("look", subject="", body=BAD)
    assert "It asks for a long time" in visitor.text
    assert wb.is_example


class TestACoworker:
    """R7: a few questions come before the words."""

    @pytest.fixture
    def visitor(self, own: Workbook, visit: Callable):
        with own.writing() as store:
            self.bo = people.find(store, "Bo Lind")
            people.edit(store, self.bo, "circle", "coworker")
        visit(outreach.one_person(own)).press("choose", person=str(self.bo))
        return visit(outreach.writing(own))

    def test_the_check_comes_first_and_the_decision_is_kept(self, own: Workbook, visitor) -> None:
        assert titles(visitor) == ["Is it all right to ask?"]
        assert visitor.buttons("go ahead") == []
        visitor.press("weigh", str(self.bo), trust="no", boss="", harm="", outside="")
        assert "Take care" in visitor.text
        visitor.press("not now", str(self.bo), why="My manager sits beside him")
        assert "You decided not to ask them for now" in visitor.text
        assert own.store.one("SELECT why FROM coworker_check")["why"].startswith("My manager")
        visitor.press("think again", str(self.bo))
        visitor.press("weigh", str(self.bo), trust="yes")
        visitor.press("go ahead", str(self.bo), why="")
        assert titles(visitor)[0] == "What would you like to write?"

    def test_it_can_be_skipped(self, own: Workbook, visitor) -> None:
        visitor.press("skip check", str(self.bo))
        assert titles(visitor)[0] == "What would you like to write?"
        assert own.store.rows("SELECT * FROM coworker_check") == []
