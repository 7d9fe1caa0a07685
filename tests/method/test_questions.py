"""Five questions for one person, three of them must-asks, in the user's order."""

import pytest

from olenb.core.errors import NotAllowed, NotFound
from olenb.core.store import Store
from olenb.core.terms import Part
from olenb.method import bank, conversations, hypotheses, prepared, question_order, questions

BANK = bank.load()
REFERRAL = next(one for one in BANK.questions if one.part == Part.CLOSING)


@pytest.fixture
def five(store: Store, maya: int) -> list[int]:
    return [questions.add(store, maya, f"Question {n}?") for n in range(1, 6)]


def order(store: Store, maya: int) -> list[str]:
    return list(prepared.prepared(store, maya)["words"])


def test_a_question_of_the_bank_is_taken_once_and_then_the_users_own(
    store: Store, maya: int
) -> None:
    one = BANK.get("week-01")
    first = questions.choose(store, maya, one)
    assert questions.choose(store, maya, one) == first
    questions.say(store, first, "And yesterday?")
    (row,) = prepared.prepared(store, maya).to_dict("records")
    assert (row["bank"], row["words"], row["minutes"]) == ("week-01", "And yesterday?", 3)


def test_the_sixth_waits_in_reserve_and_those_for_the_end_take_no_place(
    store: Store, maya: int, five: list[int]
) -> None:
    questions.choose(store, maya, REFERRAL)
    questions.add(store, maya, "Question 6?")
    df = prepared.prepared(store, maya)
    assert list(df["reserve"]) == [False] * 6 + [True]
    assert df["part"].iloc[5] == "closing"
    question_order.set_reserve(store, five[0], True)
    question_order.set_reserve(store, df["id"].iloc[6], False)
    assert len(prepared.chosen(store, maya)) == 5


def test_more_than_five_and_more_than_three_must_asks_are_refused(
    store: Store, maya: int, five: list[int]
) -> None:
    sixth = questions.add(store, maya, "Question 6?")
    with pytest.raises(NotAllowed, match="5 are chosen already"):
        question_order.set_reserve(store, sixth, False)
    with pytest.raises(NotAllowed, match="5 are chosen already"):
        question_order.set_must(store, sixth, True)
    for number in five[:3]:
        question_order.set_must(store, number, True)
    with pytest.raises(NotAllowed, match="3 are must-asks already"):
        question_order.set_must(store, five[3], True)
    question_order.set_must(store, five[0], False)
    question_order.set_must(store, five[3], True)


def test_a_must_ask_is_never_in_reserve(store: Store, five: list[int]) -> None:
    question_order.set_must(store, five[0], True)
    question_order.set_reserve(store, five[0], True)
    assert prepared.get(store, five[0])["must"] == 0
    question_order.set_must(store, five[0], True)
    assert prepared.get(store, five[0])["reserve"] == 0


def test_whom_else_to_talk_to_cannot_be_put_among_the_first_minutes(
    store: Store, maya: int
) -> None:
    asked = questions.choose(store, maya, REFERRAL)
    for part in (Part.MIDDLE, Part.OPENING):
        with pytest.raises(NotAllowed, match="in the last five minutes"):
            question_order.set_part(store, asked, part)
    with pytest.raises(NotAllowed, match="their own order"):
        question_order.set_must(store, asked, True)


def test_ones_own_question_for_people_goes_to_the_end_and_may_be_moved(
    store: Store, maya: int
) -> None:
    own = questions.add(store, maya, "Who else might talk with me?")
    assert prepared.get(store, own)["part"] == "closing"
    question_order.set_part(store, own, "middle")
    assert prepared.get(store, own)["part"] == "middle"


def test_a_question_moved_away_from_the_end_waits_where_five_are_chosen(
    store: Store, maya: int, five: list[int]
) -> None:
    own = questions.add(store, maya, "Who else might talk with me?")
    question_order.set_part(store, own, "middle")
    assert prepared.get(store, own)["reserve"] == 1
    question_order.set_part(store, own, "closing")
    assert prepared.get(store, own)["reserve"] == 0


def test_questions_move_up_and_down_among_their_kind(
    store: Store, maya: int, five: list[int]
) -> None:
    question_order.move(store, five[2], -1)
    question_order.move(store, five[0], 99)
    question_order.move(store, five[0], 1)
    assert order(store, maya) == [f"Question {n}?" for n in (3, 2, 4, 5, 1)]
    store.undo()
    store.undo()
    assert order(store, maya) == [f"Question {n}?" for n in range(1, 6)]


def test_a_hunch_comes_before_all_others_and_sends_the_last_one_to_reserve(
    store: Store, maya: int, five: list[int]
) -> None:
    hunch = hypotheses.add(store, "They work nights", question="How often at night?")
    hypotheses.add(store, "No question yet")
    question_order.set_must(store, five[4], True)
    (row,) = prepared.from_hunches(store, maya).to_dict("records")
    questions.add(store, maya, row["question"], hypothesis=row["id"])
    df = prepared.prepared(store, maya)
    assert df["words"].iloc[0] == "How often at night?"
    assert df["hypothesis_id"].iloc[0] == hunch
    assert list(df[df["reserve"]]["words"]) == ["Question 4?"]
    assert prepared.from_hunches(store, maya).empty


def test_two_hunches_keep_the_order_in_which_they_came(store: Store, maya: int) -> None:
    questions.add(store, maya, "Other?")
    for n in (1, 2):
        hunch = hypotheses.add(store, f"Claim {n}", question="?")
        questions.add(store, maya, f"Hunch {n}?", hypothesis=hunch)
    assert order(store, maya) == ["Hunch 1?", "Hunch 2?", "Other?"]


def test_what_was_asked_is_shown_while_it_runs_and_gone_when_it_is_over(
    store: Store, maya: int, five: list[int]
) -> None:
    talk = conversations.begin(store, maya, "2026-11-24T16:00:00-06:00")
    questions.asked(store, five[0], talk, "2026-11-24T16:03:00-06:00")
    df = prepared.prepared(store, maya)
    assert list(df["asked"]) == [True, False, False, False, False]
    assert df["asked_at"].iloc[0] == "2026-11-24T16:03:00-06:00"
    questions.asked(store, five[0], None)
    assert not prepared.prepared(store, maya)["asked"].any()
    questions.asked(store, five[0], talk)
    conversations.end(store, talk, "2026-11-24T16:20:00-06:00")
    assert len(order(store, maya)) == 4


@pytest.mark.parametrize(
    ("words", "more", "said"),
    [
        (" ", {}, "needs a few words"),
        ("x", {"part": "later"}, "part of a conversation"),
        ("x", {"minutes": 16}, "from 1 to 15 minutes"),
    ],
)
def test_what_is_no_question_is_refused(
    store: Store, maya: int, words: str, more: dict[str, object], said: str
) -> None:
    with pytest.raises(NotAllowed, match=said):
        questions.add(store, maya, words, **more)
    assert order(store, maya) == []


def test_a_question_is_taken_away_and_brought_back(
    store: Store, maya: int, five: list[int]
) -> None:
    questions.remove(store, five[1])
    with pytest.raises(NotFound, match="no longer in your workbook"):
        questions.say(store, five[1], "x")
    store.undo()
    assert len(order(store, maya)) == 5


def test_nobody_gets_questions_who_is_not_there(store: Store) -> None:
    with pytest.raises(NotFound):
        questions.add(store, 99, "?")
