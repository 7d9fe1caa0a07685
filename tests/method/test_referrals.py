"""A referral is at once a person, a tie, a permission and a thing to do, and one undo away."""

import pytest

from olenb.contacts import people
from olenb.core.errors import NotAllowed, NotFound
from olenb.core.store import Store
from olenb.method import conversations, goals, referrals
from olenb.method.referrals import Referred

LENA = Referred("Lena Vang", "Bramblecote Biologics", "quality analyst", setting="same lab once")


def counts(store: Store) -> list[int]:
    tables = ("person", "tie", "affiliation", "permission", "referral", "organization")
    return [store.rows(f"SELECT count(*) FROM {table}")[0][0] for table in tables]


def test_a_referral_is_a_person_a_tie_a_permission_and_a_thing_to_do(
    store: Store, maya: int, talk: int
) -> None:
    referral = referrals.refer(store, talk, LENA, "yes", "by email only")
    row = referrals.get(store, referral)
    tie = store.one("SELECT * FROM tie WHERE ? IN (a, b)", (row["referred"],))
    assert (tie["evidence"], tie["as_of"], tie["setting"]) == (
        "told", "2026-11-24", "same lab once",
    )  # fmt: skip
    assert {tie["a"], tie["b"]} == {maya, row["referred"]}
    said = store.one("SELECT * FROM permission")
    assert (said["person"], said["answer"], said["towards"]) == (maya, "yes", row["referred"])
    assert (said["scope"], said["given_on"], said["conversation"]) == (
        "by email only", "2026-11-24", talk,
    )  # fmt: skip
    assert (row["permission"], row["touch"]) == ("yes", None)


def test_one_undo_takes_all_of_it_back(store: Store, talk: int) -> None:
    before = counts(store)
    referrals.refer(store, talk, LENA, "yes")
    assert counts(store) != before
    store.undo()
    assert counts(store) == before


@pytest.mark.parametrize(
    ("who", "permission"),
    [
        (Referred("  "), "yes"),
        (LENA, "perhaps"),
        (Referred("Lena", email="not an address"), "yes"),
        (Referred("maya okafor", "Tamarind Valley Clinic"), "yes"),
    ],
)
def test_what_cannot_be_leaves_nothing_behind(
    store: Store, talk: int, who: Referred, permission: str
) -> None:
    before = counts(store)
    with pytest.raises(NotAllowed):
        referrals.refer(store, talk, who, permission)
    assert counts(store) == before


def test_somebody_of_that_name_at_that_place_is_the_same(store: Store, talk: int) -> None:
    lena = people.add(store, "Léna VANG", organization="bramblecote biologics")
    referral = referrals.refer(store, talk, LENA)
    assert referrals.get(store, referral)["referred"] == lena


def test_an_address_says_who_it_is(store: Store, talk: int) -> None:
    lena = people.add(store, "L. Vang", email="lena@people.example")
    referral = referrals.refer(store, talk, Referred("Lena", email="Lena@People.example"))
    assert referrals.get(store, referral)["referred"] == lena


def test_a_name_alone_is_somebody_new(store: Store, talk: int) -> None:
    lena = people.add(store, "Lena Vang", organization="elsewhere")
    referral = referrals.refer(store, talk, Referred("Lena Vang", role="analyst"))
    referred = referrals.get(store, referral)["referred"]
    assert referred != lena
    assert people.rows.person(store, referred)["relation"] == "analyst"


def test_it_is_about_the_target_where_they_are_else_the_one_talked_about(
    store: Store, maya: int
) -> None:
    there = goals.add_target(store, "Bramblecote Biologics")
    clinic = goals.add_target(store, "Tamarind Valley Clinic")
    talk = conversations.held(store, maya, "2026-11-24T16:20:00-06:00", target=clinic)
    assert referrals.get(store, referrals.refer(store, talk, LENA))["target"] == there
    other = referrals.refer(store, talk, Referred("Bo"))
    assert referrals.get(store, other)["target"] == clinic


def test_a_later_answer_counts_and_the_earlier_one_is_kept(store: Store, talk: int) -> None:
    referral = referrals.refer(store, talk, LENA)
    referrals.permit(store, referral, "no", on="2026-11-25")
    (row,) = referrals.referrals(store, talk).to_dict("records")
    assert (row["person"], row["referred"], row["permission"]) == ("Maya Okafor", "Lena Vang", "no")
    assert not row["followed"]
    answers = [each["answer"] for each in store.rows("SELECT answer FROM permission ORDER BY id")]
    assert answers == ["not asked", "no"]


def test_a_name_is_text_whatever_it_holds(store: Store, talk: int) -> None:
    name = "$$ {0.__class__} <img src=x onerror=alert(1)> \u202eO'Neil"
    referrals.refer(store, talk, Referred(name, "=cmd()"))
    assert referrals.referrals(store)["referred"][0] == name


def test_no_conversation_no_referral(store: Store) -> None:
    with pytest.raises(NotFound):
        referrals.refer(store, 7, LENA)
    with pytest.raises(NotFound):
        referrals.permit(store, 7, "yes")
    assert referrals.referrals(store).empty
