"""What may leave: nothing of anybody confidential, and names only where they are wanted."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from olenb.contacts import people
from olenb.core.store import Store
from olenb.method import notes, permissions
from olenb.method.discretion import Discretion
from olenb.method.opportunities import answers, log


@pytest.fixture
def store(home):
    store = Store.create(home)
    with store.change("me") as change:
        change.insert("person", name="Robin Ellery", is_ego=1)
    return store


def know(store, name, **facts):
    """Add somebody who is part of the story."""
    person = people.add(store, name)
    with store.change("x") as change:
        change.insert("touch", person=person, kind="asked around", happened_on="2026-11-01")
        change.update("person", person, source="by hand", **facts)
    return person


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ana Ruiz told me so.", "somebody told me so."),
        ("I asked ANA  RUIZ, and Ana's friend.", "I asked somebody, and somebody's friend."),
        ("Dr. Ruiz knows; Ruiz always does.", "somebody knows; somebody always does."),
        ("Banana bread and a ruined day.", "Banana bread and a ruined day."),
        ("Write to ana.ruiz@lab.example today", "Write to somebody today"),
        ("Robin Ellery wrote this; Robin did.", "Robin Ellery wrote this; Robin did."),
    ],
)
def test_without_names_each_name_gives_way(store, text, said):
    know(store, "Ana Ruiz")
    assert Discretion(store).of(text) == said


def test_a_name_that_is_a_word_too_is_taken_for_a_name_inside_a_sentence_only(store):
    know(store, "May Chen")
    page = Discretion(store)
    assert page.of("May I ask? It may rain in May.") == "May I ask? It may rain in somebody."
    assert page.of("I liked what May showed me.") == "I liked what somebody showed me."


def test_of_somebody_outside_the_story_only_the_whole_or_the_first_name_counts(store):
    people.add(store, "Zora Lake")
    page = Discretion(store)
    assert page.of("Zora Lake and Zora at the Lake") == "somebody and somebody at the Lake"


@pytest.mark.parametrize("name", ["May", "A", "", "$$", "{braces}", "(", "[a-z]+", "\\d"])
def test_strange_names_neither_break_nor_eat_the_text(store, name):
    with store.change("x") as change:
        change.insert("person", name=name, is_ego=0)
    assert Discretion(store).of("It may be a day, as said.") == "It may be a day, as said."


def test_names_without_blanks_around_them_are_found(store):
    know(store, "田中さくら")
    know(store, "Đặng Thu")
    know(store, "Jean-Luc O’Hara")
    page = Discretion(store)
    assert page.of("昨日田中さくらに会った") == "昨日somebodyに会った"
    assert "Thu" not in page.of("Then Đặng Thu came, and Thu left.")
    assert "Jean" not in page.of("Then Jean-Luc came.")


def test_with_names_they_stand_as_they_are(store):
    ana = know(store, "Ana Ruiz")
    page = Discretion(store, with_names=True)
    assert page.of("Ana told me.") == "Ana told me."
    assert page.name(ana) == "Ana Ruiz"
    assert Discretion(store).name(ana) == "somebody"
    assert page.name(None) == ""


@pytest.mark.parametrize("answer", ["no", "not asked"])
def test_whoever_was_asked_about_and_gave_no_yes_is_not_named_even_then(store, answer):
    ana = know(store, "Ana Ruiz")
    permissions.record(store, ana, answer)
    page = Discretion(store, with_names=True)
    assert page.of("Ana told me.") == "somebody told me."
    assert page.name(ana) == "somebody"
    assert page.left_unnamed() == 1


def test_a_yes_for_somebody_else_is_not_a_yes_for_the_page(store):
    ana, rosa = know(store, "Ana Ruiz"), know(store, "Rosa Vik")
    permissions.record(store, ana, "yes", towards=rosa)
    assert Discretion(store, with_names=True).name(ana) == "somebody"
    assert Discretion(store, with_names=True, towards=rosa).name(ana) == "Ana Ruiz"
    permissions.record(store, ana, "yes")
    assert Discretion(store, with_names=True).name(ana) == "Ana Ruiz"


@pytest.mark.parametrize("with_names", [False, True])
@pytest.mark.parametrize(
    "text", ["Zelda Kane said so", "as zelda kane said", "Zelda did", "Kane did", "Prof. Kane"]
)
def test_a_line_that_speaks_of_somebody_confidential_stays(store, text, with_names):
    hidden = know(store, "Zelda Kane", confidential=1)
    page = Discretion(store, with_names=with_names)
    assert page.of(text) == ""
    assert page.of("nothing of the kind") == "nothing of the kind"
    assert page.name(hidden) == "somebody"
    assert not page.allows(hidden)


def test_a_confidential_person_is_not_named_even_on_a_page_for_them(store):
    hidden = know(store, "Zelda Kane", confidential=1)
    page = Discretion(store, with_names=True, towards=hidden)
    assert page.of("Dear Zelda") == ""
    assert page.name(hidden) == "somebody"


def test_the_words_of_a_confidential_note_stay_wherever_they_are_repeated(store):
    ana = know(store, "Ana Ruiz")
    notes.write(store, ana, "quote", "the lab closes in May", confidential=True)
    page = Discretion(store, with_names=True)
    assert page.of("I heard: The Lab closes in  May!") == ""
    assert page.of("the lab opens in May") == "the lab opens in May"


def test_the_words_of_a_confidential_moment_and_of_a_private_plan_stay(store):
    day = answers.begin(store, "shadowing")
    log.observe(store, day, "9:00", "two of them quarrel loudly", confidential=True)
    other = answers.begin(store, "volunteer")
    answers.answer(store, other, "aim", {"aim": "to leave my present job"})
    answers.keep_private(store, other, True)
    page = Discretion(store, with_names=True)
    assert page.of("In the corridor two of them quarrel loudly.") == ""
    assert page.of("My aim is to leave my present job") == ""


texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=60)


@settings(max_examples=60, deadline=None)
@given(before=texts, after=texts)
def test_a_whole_name_never_gets_through(before, after):
    store = Store.example({"person": [{"id": 1, "name": "Zyxel Quor", "is_ego": 0}]})
    assert "zyxel quor" not in Discretion(store).of(f"{before} Zyxel Quor {after}").casefold()
    store.close()
