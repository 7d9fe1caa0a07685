"""Stories, futures, if-then plans and chances: words and days, kept as they were said."""

import pytest

from olenb.core.errors import NotAllowed, NotFound
from olenb.core.store import today
from olenb.method.exercises import chances, futures, if_then, rows, stories


def test_a_story_is_kept_with_what_one_sees_in_it(store):
    stories.tell(store, "role model", "my grandmother", "she fixed the neighbors' radios")
    stories.tell(store, "motto", "One thing at a time")
    df = stories.stories(store)
    assert df[["prompt", "because"]].values.tolist() == [
        ["role model", "she fixed the neighbors' radios"],
        ["motto", ""],
    ]
    with pytest.raises(NotAllowed, match="please choose one"):
        stories.tell(store, "poem", "x")
    with pytest.raises(NotAllowed, match="A name or a title is enough"):
        stories.tell(store, "motto", "")


def test_a_newer_sketch_stands_for_its_future_and_the_older_one_stays(store):
    futures.sketch(store, "unbound", "The lighthouse", gauges={"liking": 4, "resources": None})
    futures.sketch(store, "going on", "The lab", questions=["Who pays?", "", "Where?", "When?"])
    futures.sketch(store, "going on", "The other lab", day="I come in at eight.")
    df = futures.futures(store)
    assert df["title"].tolist() == ["The other lab", "The lighthouse"]
    assert df.loc[1, ["liking", "resources"]].isna().tolist() == [False, True]
    every = futures.futures(store, all_sketches=True)
    assert every.loc[1, ["question_1", "question_2", "question_3"]].tolist() == [
        "Who pays?",
        "Where?",
        "When?",
    ]


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"kind": "past", "title": "x"}, "one of the three"),
        ({"kind": "unbound", "title": " "}, "needs a title"),
        ({"kind": "unbound", "title": "x", "gauges": {"liking": 5}}, "from 0"),
        ({"kind": "unbound", "title": "x", "gauges": {"luck": 1}}, "from 0"),
    ],
)
def test_a_future_is_one_of_three_with_a_title_and_four_gauges(store, values, said):
    with pytest.raises(NotAllowed, match=said):
        futures.sketch(store, **values)
    assert store.last_change() is None


def test_a_plan_reads_as_one_sentence_and_can_be_done(store):
    row = if_then.plan(
        store,
        "ask my aunt",
        "If I think I'm a bother.",
        "then I'll read her last card",
        by_day="2026-12-03",
        supporter="my counselor",
    )
    if_then.done(store, row)
    df = if_then.plans(store)
    assert df.loc[0, "sentence"] == "If I think I'm a bother, then I'll read her last card."
    assert df.loc[0, "done_on"] == today()
    if_then.done(store, row, is_done=False)
    assert if_then.plans(store).loc[0, "done_on"] == ""
    with pytest.raises(NotFound, match="no longer in your workbook"):
        if_then.done(store, 9)


@pytest.mark.parametrize(
    ("missing", "said"),
    [("wish", "What do you want"), ("obstacle", "What may stop"), ("action", "do then")],
)
def test_a_plan_needs_all_three_parts(store, missing, said):
    parts = {"wish": "w", "obstacle": "o", "action": "a", missing: " "}
    with pytest.raises(NotAllowed, match=said):
        if_then.plan(store, **parts)


def test_a_chance_has_a_day_and_a_next_step_that_can_be_taken(store):
    chances.note(store, "sat beside a nurse on the train", "asked", "write to her", "2026-10-09")
    row = chances.note(store, "found a flyer", happened_on="2026-10-02")
    chances.done(store, row)
    df = chances.chances(store)
    assert df["what"].tolist() == ["found a flyer", "sat beside a nurse on the train"]
    assert df["done_on"].tolist() == [today(), ""]
    with pytest.raises(NotAllowed, match="What happened"):
        chances.note(store, "")


def test_words_are_kept_as_they_are_and_not_without_end(store):
    hostile = '<img src=x onerror="x"> $$x$$ {braces} \u202e'
    assert rows.words(f" {hostile} ") == hostile
    assert len(rows.words("x" * 9_999) or "") == rows.LONGEST
