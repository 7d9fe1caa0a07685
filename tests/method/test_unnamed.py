"""Words for others' eyes: nobody is named without a tick, and some not even then."""

from pathlib import Path

import pytest

from olenb.core.store import Store
from olenb.method.unnamed import Unnamed


@pytest.fixture
def store(home: Path) -> Store:
    store = Store.create(home)
    people = (("Rosa Vik", 0), ("Dr. Ann Lee", 0), ("Somebody", 0), ("王小明", 0), ("Imani Q", 1))
    with store.change("People") as change:
        for name, confidential in people:
            change.insert("person", name=name, is_ego=0, confidential=confidential)
        change.insert("person", name="Robin Ellery", is_ego=1)
    return store


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Rosa told me. Then rosa vik left.", "somebody told me. Then somebody left."),
        ("I met 王小明 yesterday", "I met somebody yesterday"),
        ("Rosalind likes roses", "Rosalind likes roses"),
        ("Robin asks", "Robin asks"),
        ("Somebody said so", "somebody said so"),
    ],
)
def test_a_name_becomes_somebody(store: Store, text: str, shown: str) -> None:
    assert Unnamed(store).words(text) == shown


def test_with_a_tick_people_are_named_but_not_who_is_confidential_or_said_no(store: Store) -> None:
    with store.change("Said no") as change:
        change.insert("permission", person=2, answer="no")
    said = Unnamed(store, names=True).words("Rosa Vik, Dr. Ann Lee and Imani Q")
    assert said == "Rosa Vik, somebody and somebody"


def test_what_was_said_between_us_is_left_out_whole(store: Store) -> None:
    secret = "We will close the lab in spring"
    with store.change("A note") as change:
        change.insert("note", person=1, kind="quote", words=secret, confidential=1)
    unnamed = Unnamed(store, names=True)
    assert unnamed.words(f"because {secret.upper()}!") == ""
    assert unnamed.lines(["labs", secret, ""]) == ("labs",)


def test_a_large_address_book_takes_no_time_worth_naming(store: Store) -> None:
    with store.change("Many") as change:
        change.insert_many(
            "person", [{"name": f"Ada{n} Family{n}", "is_ego": 0} for n in range(30_000)]
        )
    assert Unnamed(store).words("Ada29999 told me " * 20).startswith("somebody told me somebody")
