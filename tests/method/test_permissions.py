"""A name goes only as far as its owner allowed, and what is confidential goes nowhere."""

from collections.abc import Callable
from pathlib import Path

import pytest

from olenb.contacts import people, you
from olenb.core import store as stores
from olenb.core.errors import NotAllowed, NotFound
from olenb.core.store import Store
from olenb.method import discretion, permissions
from olenb.method.ledger import ledger
from olenb.method.permissions import may_name


@pytest.fixture
def store(home: Path) -> Store:
    store = Store.create(home)
    for name in ("Ana Ruiz", "Rosa Vik", "Bo Lind"):
        people.add(store, name)
    return store


@pytest.fixture
def id_of(store: Store) -> Callable[[str], int]:
    return lambda name: people.find(store, name)


@pytest.fixture
def ana(id_of) -> int:
    return id_of("Ana Ruiz")


@pytest.fixture
def rosa(id_of) -> int:
    return id_of("Rosa Vik")


@pytest.fixture
def bo(id_of) -> int:
    return id_of("Bo Lind")


def test_without_a_noted_yes_a_name_stays_out(store: Store, ana: int, rosa: int) -> None:
    decision = may_name(store, ana, rosa)
    assert not decision.allowed
    assert "isn't noted yet" in decision.reason


def test_not_asked_is_no_yes_and_takes_a_wrong_one_back(store: Store, ana: int, rosa: int) -> None:
    permissions.record(store, ana, "not asked", towards=rosa)
    assert not may_name(store, ana, rosa).allowed
    permissions.record(store, ana, "yes", towards=rosa)
    assert may_name(store, ana, rosa).allowed
    permissions.record(store, ana, "not asked", towards=rosa)
    assert "isn't noted yet" in may_name(store, ana, rosa).reason


def test_a_yes_for_one_reader_is_none_for_another(
    store: Store, ana: int, rosa: int, bo: int
) -> None:
    permissions.record(store, ana, "yes", towards=rosa, given_on="2026-05-03")
    assert may_name(store, ana, rosa).reason == "They said yes on 3 May 2026."
    assert "somebody else" in may_name(store, ana, bo).reason
    assert not may_name(store, ana, None).allowed


def test_a_yes_for_anybody_holds_for_all_with_its_limits(store: Store, ana: int, bo: int) -> None:
    permissions.record(store, ana, "yes", scope="by email only", given_on="2026-05-03")
    assert may_name(store, ana, bo).allowed
    assert may_name(store, ana, bo).reason.endswith("Their limits: by email only")


def test_a_later_no_takes_a_yes_back(store: Store, ana: int, rosa: int) -> None:
    permissions.record(store, ana, "yes", towards=rosa, given_on="2026-05-03")
    permissions.record(store, ana, "no", given_on="2026-05-04")
    assert "They said no on 4 May 2026" in may_name(store, ana, rosa).reason
    permissions.record(store, ana, "yes", towards=rosa, given_on="2026-05-05")
    assert may_name(store, ana, rosa).allowed


def test_a_no_for_one_reader_outlasts_a_yes_for_anybody(
    store: Store, ana: int, rosa: int, bo: int
) -> None:
    permissions.record(store, ana, "no", towards=rosa, given_on="2026-05-03")
    permissions.record(store, ana, "yes", given_on="2026-06-01")
    assert not may_name(store, ana, rosa).allowed
    assert may_name(store, ana, bo).allowed


def test_on_one_day_what_was_noted_last_counts(store: Store, ana: int, rosa: int) -> None:
    permissions.record(store, ana, "no", towards=rosa)
    permissions.record(store, ana, "yes", towards=rosa)
    assert may_name(store, ana, rosa).allowed


def test_what_was_said_with_a_referral_counts_for_whom_it_was_about(
    store: Store, ana: int, rosa: int, bo: int
) -> None:
    with store.change("Noted a referral") as change:
        change.insert(
            "referral", person=ana, referred=rosa, permission="yes", given_on="2026-05-03"
        )
    assert may_name(store, ana, rosa).allowed
    assert not may_name(store, ana, bo).allowed


def test_nobody_confidential_is_named_whatever_they_said(store: Store, ana: int, rosa: int) -> None:
    permissions.record(store, ana, "yes")
    with store.change("Marked somebody") as change:
        change.update("person", ana, confidential=1)
    assert may_name(store, ana, rosa) == permissions.Decision(False, permissions.CONFIDENTIAL)
    assert may_name(store, ana, ana).allowed


def test_a_day_that_has_not_come_and_an_unknown_answer_are_refused(store: Store, ana: int) -> None:
    with pytest.raises(NotAllowed, match="hasn't come yet"):
        permissions.record(store, ana, "yes", given_on="2999-01-01")
    with pytest.raises(NotAllowed, match="yes, no or not asked"):
        permissions.record(store, ana, "maybe")
    with pytest.raises(NotFound):
        permissions.record(store, 99, "yes")
    assert store.rows("SELECT * FROM permission") == []


def test_a_permission_is_dated_today_unless_said_otherwise(store: Store, ana: int) -> None:
    permissions.record(store, ana, "yes")
    assert store.one("SELECT given_on FROM permission")["given_on"] == stores.today()


def asked_around(store: Store, who: int, about: int, reply: str = "yes") -> None:
    with store.change("Asked around") as change:
        change.insert(
            "touch", person=who, kind="asked around", about=about, reply=reply,
            happened_on="2026-05-01",
        )  # fmt: skip


def test_the_ledger_says_who_allowed_what_how_far_and_when(
    store: Store, ana: int, rosa: int
) -> None:
    assert ledger(store).empty
    permissions.record(store, ana, "yes", towards=rosa, scope="by email", given_on="2026-05-03")
    permissions.record(store, ana, "no", given_on="2026-05-04")
    df = ledger(store)
    assert df[["person", "answer", "towards", "scope"]].to_numpy().tolist() == [
        ["Ana Ruiz", "no", "", ""],
        ["Ana Ruiz", "yes", "Rosa Vik", "by email"],
    ]


def test_referrers_are_those_who_named_the_reader(
    store: Store, ana: int, rosa: int, bo: int
) -> None:
    asked_around(store, ana, rosa)
    asked_around(store, bo, rosa, reply="no")
    assert permissions.referrers(store, rosa) == [ana]
    assert permissions.referrers(store, rosa, via=bo) == [ana, bo]
    assert permissions.referrers(store, ana) == []


def test_a_referrer_in_a_text_is_refused_until_they_said_yes(
    store: Store, ana: int, rosa: int
) -> None:
    asked_around(store, ana, rosa)
    text = "Dear Rosa, my cousin Ana told me about your lab."
    assert discretion.refusals(store, text, to=rosa) == [permissions.NOT_NOTED]
    assert discretion.refusals(store, "Dear Rosa, I read about your lab.", to=rosa) == []
    permissions.record(store, ana, "yes", towards=rosa)
    assert discretion.refusals(store, text, to=rosa) == []


def test_the_reader_and_the_user_may_share_a_first_name_with_the_referrer(
    store: Store, ana: int
) -> None:
    reader = people.add(store, "Ana Holm")
    you.say(store, name="Ana")
    text = "Dear Ana, thank you. Best, Ana"
    assert discretion.refusals(store, text, to=reader, via=ana) == []
    assert discretion.refusals(store, f"Ana Ruiz! {text}", to=reader, via=ana)


def test_a_confidential_person_or_note_in_a_text_is_refused(
    store: Store, ana: int, rosa: int, bo: int
) -> None:
    with store.change("Marked somebody") as change:
        change.update("person", bo, confidential=1)
        change.insert(
            "note", person=ana, kind="quote", confidential=1, written_on="2026-05-01",
            words="The budget is cut in half next year",
        )  # fmt: skip
    said = discretion.refusals(
        store, "Bo Lind says: the BUDGET is cut  in half next year!", to=rosa
    )
    assert said == [permissions.CONFIDENTIAL, permissions.BETWEEN_US]
    assert discretion.refusals(store, "Dear Bo Lind, hello", to=bo) == []


def test_a_refusal_names_nobody(store: Store, ana: int, rosa: int) -> None:
    asked_around(store, ana, rosa)
    said = " ".join(discretion.refusals(store, "Ana Ruiz told me", to=rosa))
    assert "Ana" not in said
    assert "Ruiz" not in said
