"""The page for a counselor: what can go on it, and what never can."""

from pathlib import Path

import pytest

from olenb.contacts import people, you
from olenb.core.goal_terms import Moment
from olenb.core.store import Store
from olenb.method import goals, hypotheses, summary
from olenb.method.discretion import Discretion
from olenb.method.exercises import energy, futures, if_then, interests


@pytest.fixture
def store(home: Path) -> Store:
    return Store.create(home)


def parts(store: Store, *, names: bool = False) -> list[summary.Part]:
    return summary.offer(store, Discretion(store, with_names=names)).parts


def keys(store: Store, **how: bool) -> list[str]:
    return [part.key for part in parts(store, **how)]


def text(store: Store, **how: bool) -> str:
    return "\n".join("\n".join(part.lines) for part in parts(store, **how))


def hold(store: Store, name: str, day: str, **facts: object) -> int:
    with store.change("Held") as change:
        person = change.insert("person", name=name, is_ego=0)
        ended = f"{day}T16:20:00-06:00"
        return change.insert("conversation", person=person, ended_at=ended, **facts)


def test_an_empty_workbook_has_nothing_to_put_on_a_page(store: Store) -> None:
    assert parts(store) == []
    assert summary.moment(store) is Moment.AFTER_GOALS


def test_everything_that_was_said_can_go_on_the_page_in_its_order(store: Store) -> None:
    you.say(store, name="Robin", school="Lakewood", major="Biology")
    goals.say_curiosity(store, "labs")
    goals.say_purpose(store, "role")
    goals.say(store, "theme", "I repair what others threw away")
    goals.say(store, "market", "Half of them earn enough")
    goals.add_target(store, "Harbor Lab")
    interests.sort(store, ["I", "S"], ["I take radios apart"])
    energy.note(store, "open day", "explaining", energy=2, engagement=3)
    futures.sketch(store, "unbound", "The lighthouse")
    hypotheses.add(store, "It is quiet there")
    if_then.plan(store, "ask my aunt", "it feels too much", "I write one line")
    talk = hold(store, "Rosa Vik", "2026-11-03", learned="They sing at work")
    goals.say_curiosity(store, "who plans a lab", talk, "Rosa plans one")
    shown = {part.key: part for part in parts(store)}
    assert list(shown) == [
        *("me", "curiosity", "purpose", "targets", "interests", "theme", "futures", "market"),
        *("hunches", "plans", "conversations", "changes"),
    ]
    assert shown["interests"].lines == (
        *("Finding out: I take radios apart", "Helping", "Gives me energy: explaining"),
    )
    assert shown["hunches"].lines == ("It is quiet there (to check)",)
    assert shown["conversations"].lines == ("November 3, 2026, with somebody: They sing at work",)
    assert shown["changes"].lines[0].endswith("who plans a lab. somebody plans one")


def test_people_are_named_only_with_a_tick(store: Store) -> None:
    hold(store, "Rosa Vik", "2026-11-03", learned="Vik and Rosa sing")
    assert "Rosa" not in text(store)
    assert "with Rosa Vik" in text(store, names=True)


def test_nothing_confidential_is_ever_offered(store: Store) -> None:
    talk = hold(store, "Zzyzx Sentinel", "2026-11-03", learned="Zzyzx hides in the basement")
    hunch = hypotheses.add(store, "It is quiet there")
    hypotheses.record_finding(store, hunch, talk, "supports", "Zzyzx hides in the basement")
    goals.say_curiosity(store, "labs")
    goals.say_curiosity(store, "basements", talk, "Zzyzx hides in the basement")
    with store.change("Between us") as change:
        change.update("person", 1, confidential=1)
        change.insert("draft", person=1, kind="thanks", channel="email", body="Dear Zzyzx")
    for names in (False, True):
        assert "Zzyzx" not in text(store, names=names)
        assert "hides" not in text(store, names=names)
        assert not {"conversations", "changes", "draft"} & set(keys(store, names=names))


def test_the_moment_follows_from_what_happened(store: Store) -> None:
    people.add_line(store, "Ana Ruiz")
    with store.change("Wrote") as change:
        change.insert("draft", person=1, kind="first message", channel="email", body="Dear Ana")
    assert summary.moment(store) is Moment.BEFORE_FIRST_SEND
    for n in range(3):
        hold(store, f"P{n}", f"2026-11-0{n + 1}")
    assert summary.moment(store) is Moment.AFTER_THIRD


def test_what_is_ticked_to_begin_with_is_there_to_tick(store: Store) -> None:
    assert set(summary.USUAL) == set(Moment)
    assert {key for usual in summary.USUAL.values() for key in usual} <= {
        *("me", "curiosity", "purpose", "targets", "interests", "theme", "futures", "market"),
        *("hunches", "draft", "plans", "conversations", "changes"),
    }


def test_a_line_is_short_and_there_are_few(store: Store) -> None:
    goals.say_curiosity(store, "x " * 400)
    for n in range(9):
        hypotheses.add(store, f"hunch {n}")
    shown = {part.key: part.lines for part in parts(store)}
    assert len(shown["curiosity"][0]) == summary.LONGEST_LINE
    assert len(shown["hunches"]) == summary.MOST_LINES
