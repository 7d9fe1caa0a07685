"""Each exercise: one question at a time, everything can be left out, all of it is kept."""

import pytest

HOSTILE = '<img src=x onerror="window.hacked=1"> $$x$$ {braces} \u202eمريم'


def test_interests_are_sorted_one_after_the_other(own, opened):
    page = opened(own, "interests")
    assert len(page.field("theme")["options"]) == 6
    assert "Please choose one first" in page.press("interests next", theme="", words="")
    page.press("interests next", theme="I", words="I take radios apart")
    assert len(page.field("theme")["options"]) == 5
    page.press("interests next", theme="S", words="")
    assert page.press("interests enough") == "Saved."
    assert own.goals.interests["code"].tolist() == ["IS"]
    assert "Finding out: I take radios apart" in page.text


def test_a_code_from_a_test_will_do(own, opened):
    page = opened(own, "interests")
    assert "R, I, A, S, E, C" in page.press("interests code", code="hello")
    page.press("interests code", code="s-i-a")
    assert own.goals.interests.loc[0, ["code", "source"]].tolist() == ["SIA", "typed"]


def test_the_energy_log_draws_what_was_put_in(own, opened):
    page = opened(own, "energy")
    line = {"what": "open day", "verb": "explaining", "day": "2026-10-06"}
    assert "a guess" in page.press("energy add", **line, energy="", engagement="3")
    assert page.trouble["field"] == "energy"
    page.press("energy add", **line, energy="2", engagement="3")
    page.press("energy add", what=HOSTILE, verb="", energy="-2", engagement="0", day="")
    assert "More of this: explaining." in page.text
    drawing = next(page.blocks("drawing"))
    assert "open day" in drawing["day"]
    assert "<img" not in drawing["day"]
    number = own.goals.energy["id"].tolist()[0]
    page.press("energy remove", f"energy {number}")
    assert len(own.goals.energy) == 1


def test_stories_come_one_at_a_time_and_can_be_passed_over(own, opened):
    page = opened(own, "stories")
    page.press("stories tell", "role model", words="my grandmother", because="she repaired radios")
    page.press("stories skip", "story")
    page.press("stories tell", "motto", words="Look again", because="")
    page.press("stories theme", theme="I take apart what others pass by")
    assert own.goals.stories["words"].tolist() == ["my grandmother", "Look again"]
    assert own.goals.said("theme") == "I take apart what others pass by"
    assert "Your sentence: I take apart" in page.text


def test_a_chance_has_a_next_step_that_can_be_ticked(own, opened):
    page = opened(own, "chances")
    assert "A few words" in page.press("chances add", what="", skill="", next_step="", day="")
    page.press("chances add", what="a flyer", skill="stopped", next_step="write", day="2026-10-02")
    number = own.goals.chances["id"].tolist()[0]
    page.press("chances done", f"chances {number}")
    assert own.goals.chances["done_on"].tolist() != [""]
    assert not page.buttons("chances done")


def test_a_future_is_sketched_in_three_steps(own, opened):
    page = opened(own, "futures")
    assert len(page.buttons("futures begin")) == 3
    page.press("futures begin", "unbound")
    assert "title is enough" in page.press("futures next", title="", day="")
    page.press("futures next", title="The lighthouse", day="I read the sea.")
    page.press("futures next", question_1="Who pays?", question_2="", question_3="")
    page.press("futures back")
    assert page.field("question_1")["value"] == "Who pays?"
    page.press("futures next", question_1="Who hires?", question_2="", question_3="")
    page.press("futures next", resources="1", liking="4", confidence="", coherence="")
    row = own.goals.futures.iloc[0]
    assert row[["title", "question_1", "liking"]].tolist() == ["The lighthouse", "Who hires?", 4]
    assert "a quarter full" in page.text
    labels = [button["label"] for button in page.buttons("futures begin")]
    assert labels == ["Sketch it", "Sketch it", "Sketch it anew"]


def test_a_hunch_leads_to_who_knows_and_a_question_and_then_to_a_finding(own, talk, opened):
    page = opened(own, "hunches")
    page.press("hunches next", claim="It is quiet there")
    page.press("hunches next", about="organization", target="1")
    assert page.field("who_knows")["options"][0] == "somebody hired in the last two years"
    page.press(
        "hunches next",
        who_knows="somebody new",
    )
    page.press("hunches next", question="Who sings?")
    row = own.goals.hypotheses.iloc[0]
    assert row[["claim", "about", "target", "who_knows", "question", "status"]].tolist() == [
        *("It is quiet there", "organization", "Harbor Lab", "somebody new", "Who sings?", "open")
    ]
    found = {"talk": str(talk), "words": "They sing"}
    assert "Please choose one" in page.press("hunches find", "hunches 1", **found, verdict="")
    heard = page.press("hunches find", "hunches 1", **found, verdict="contradicts")
    assert "counts as success" in heard
    assert "Rosa Vik: it seems not. They sing" in page.text
    assert own.goals.hypotheses["status"].tolist() == ["contradicted"]
    page.press("hunches close", "hunches 1")
    page.press("hunches open", "hunches 1")
    page.press("hunches remove", "hunches 1")
    assert own.goals.hypotheses.empty


def test_without_a_conversation_nobody_is_asked_what_it_said(own, opened):
    page = opened(own, "hunches")
    own.goals.add_hypothesis("It is quiet there")
    page.press("close")
    page.press("open", "hunches")
    assert not page.buttons("hunches find")


def test_the_grid_asks_one_square_at_a_time_and_then_orders_the_list(own, opened):
    for n in range(6):
        own.add_target(f"Place {n}")
    page = opened(own, "grid")
    assert "How much would you like it: Harbor Lab?" in page.text
    assert "Please choose one" in page.press("grid rate", "motivation 1", level="")
    page.press("grid rate", "motivation 1", level="1")
    page.press("grid skip", "motivation 2")
    page.press("grid rate", "motivation 3", level="3")
    assert own.goals.grid["target"].tolist()[:2] == ["Place 1", "Harbor Lab"]
    assert "5 are active now" in page.press("grid activate")
    for n in range(4, 8):
        page.press("grid skip", f"motivation {n}")
    for n in range(1, 8):
        page.press("grid skip", f"posting {n}")
    assert "Every square says something" in page.text
    page.press("grid again", target="3")
    assert "How much would you like it: Place 1?" in page.text


def test_an_empty_list_says_what_to_do(wb, opened):
    wb.goals.say("curiosity", "labs")
    assert "Your list is empty" in opened(wb, "grid").text


def test_an_if_then_plan_is_made_in_five_steps_and_can_be_done(own, opened):
    page = opened(own, "if_then")
    page.press("if_then next", wish="ask my aunt")
    page.press("if_then next", outcome="she knows somebody")
    page.press("if_then next", obstacle="I think I'm a bother")
    page.press("if_then next", then="I read her last card")
    heard = page.press("if_then next", by_day="2026-12-03", supporter="my counselor")
    assert heard == "If I think I'm a bother, then I read her last card."
    assert "By December 3, 2026" in page.text
    page.press("if_then done", "if_then 1")
    assert own.goals.plans["done_on"].tolist() != [""]


def test_a_goal_that_moved_names_the_conversation_that_moved_it(own, talk, opened):
    own.goals.say("curiosity", "labs")
    page = opened(own, "moved")
    assert "So far: labs" in page.text
    page.press("moved save", words="wards", because="Rosa plans one", talk=str(talk))
    df = own.goals.history
    last = df[df["kind"] == "curiosity"].iloc[-1]
    assert last[["what", "before", "person"]].tolist() == ["wards", "labs", "Rosa Vik"]


@pytest.mark.parametrize(
    ("key", "action"), [("why", "save"), ("moved", "save"), ("stories", "theme")]
)
def test_nothing_said_is_nothing_saved(own, opened, key, action):
    page = opened(own, key)
    if key == "stories":
        for prompt in ("role model", "story", "motto"):
            page.press("stories skip", prompt)
    before = len(own.goals.history)
    assert page.press(f"{key} {action}")
    assert page.trouble
    assert len(own.goals.history) == before
