"""Two open favors from one person are enough for now; others who could help come to mind."""

from collections.abc import Callable

from olenb.contacts import people, ties
from olenb.core.store import Store
from olenb.method import conversations
from olenb.method.outreach import budget

Note = Callable[..., int]


def test_there_is_room_until_two_answers_are_awaited(store: Store, ana: int, touch: Note) -> None:
    touch(ana, "asked around", "2026-11-01", target=1)
    assert budget.say_if_spent(store, ana) == ""
    touch(ana, "asked for an introduction", "2026-11-02", reply="will ask")
    assert budget.say_if_spent(store, ana) == (
        "You're waiting for two answers from Ana. Give them time before you ask for more."
    )
    assert budget.open_asks(store).to_dict("records") == [
        {"person": "Ana Ruiz", "open_asks": 2, "since": "2026-11-01", "person_id": ana}
    ]


def test_an_answer_makes_room_again(store: Store, ana: int, touch: Note) -> None:
    touch(ana, "asked around", "2026-11-01", reply="no", replied_on="2026-11-02")
    touch(ana, "asked around", "2026-11-03", reply="yes", replied_on="2026-11-04")
    touch(ana, "asked for an introduction", "2026-11-05")
    touch(ana, "asked for a conversation", "2026-11-05")
    assert budget.say_if_spent(store, ana) == ""


def test_whoever_else_could_help_and_was_asked_less_is_named_best_first(
    store: Store, ana: int, rosa: int, touch: Note
) -> None:
    joe, wen, max_ = (
        people.add(store, name, willingness=how)
        for name, how in (("Joe Lind", "likely"), ("Wen Ito", "sure"), ("Max Ode", "sure"))
    )
    for one in (joe, wen, max_):
        ties.add_tie(store, one, rosa, "told")
    for day in ("2026-11-01", "2026-11-02"):
        touch(ana, "asked around", day)
        touch(max_, "asked around", day)
    assert budget.say_if_spent(store, ana, 1).endswith("Wen and Joe could help here, too.")
    touch(wen, "asked around", "2026-11-03")
    assert budget.spread(store, ana) == ["Joe Lind", "Wen Ito"]


def test_questions_stand_beside_favors_month_by_month(
    store: Store, ana: int, rosa: int, touch: Note
) -> None:
    touch(ana, "asked around", "2026-10-01")
    touch(ana, "asked for an introduction", "2026-11-01")
    touch(rosa, "asked for a conversation", "2026-11-02")
    touch(rosa, "thanked", "2026-11-09")
    talk = conversations.held(store, rosa, "2026-11-08T10:20:00-06:00")
    with store.change("Asked") as change:
        for position in range(3):
            change.insert(
                "question",
                person=rosa,
                words="How did you get here?",
                position=position,
                must=1,
                reserve=0,
                part="opening",
                minutes=3,
                conversation=talk if position else None,
            )
    assert budget.balance(store).to_dict("records") == [
        {"month": "2026-10", "questions": 0, "favors": 1},
        {"month": "2026-11", "questions": 3, "favors": 1},
    ]
    assert budget.balance(store, rosa)["favors"].tolist() == [0]
