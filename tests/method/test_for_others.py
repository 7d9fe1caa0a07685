"""Confidential people and notes are in nothing that leaves, and the workbook keeps them."""

import pytest

from olenb.contacts import people, ties
from olenb.core import schema
from olenb.core.store import Store
from olenb.method.discretion import Staying, for_others

SECRET = "Zzyzx Secret"


@pytest.fixture
def store(tmp_path):
    """Return a workbook in which a confidential person stands in every place for one."""
    store = Store.create(tmp_path)
    secret = people.add(
        store,
        SECRET,
        organization="Zzyzx Practice",
        role="Zzyzx nurse",
        email="zzyzx@example.org",
        url="https://www.linkedin.com/in/zzyzx",
        phone="+1 507 555 0199",
    )
    ana = people.add(store, "Ana Ruiz", organization="Mayo Clinic", relation=f"through {SECRET}")
    people.edit(store, ana, "shared", f"{SECRET.upper()}'s class")
    ties.add_tie(store, secret, ana, "told", setting="choir")
    with store.change("The rest") as change:
        change.update("person", secret, confidential=1)
        touch = {"kind": "asked around", "happened_on": "2026-11-01"}
        change.insert("touch", person=ana, about=secret, **touch)
        change.insert("touch", person=secret, **touch)
        talk = change.insert("conversation", person=ana, helped=f"what {SECRET} said")
        note = {"person": ana, "conversation": talk, "kind": "quote"}
        change.insert("note", words="Zzyzx between us", confidential=1, **note)
        change.insert("note", words=f"ask zzyzx@example.org and {SECRET}", confidential=0, **note)
        change.insert("note", words="open", confidential=0, **note)
        change.insert(
            "referral", conversation=talk, person=ana, referred=secret, permission="not asked"
        )
    return store


def everything(store: Store) -> dict[str, list[tuple[object, ...]]]:
    return {name: [tuple(r) for r in store.rows(f"SELECT * FROM {name}")] for name in schema.TABLES}


def test_nothing_of_a_confidential_person_is_in_what_others_see(store):
    seen, staying = for_others(store)
    text = str(everything(seen)).casefold()
    for word in ("zzyzx", "507", "choir", "between us"):
        assert word not in text
    assert staying == Staying(people=1, notes=1, texts=4)


def test_what_is_about_others_goes_without_the_words_that_name_them(store):
    seen, _ = for_others(store)
    (ana,) = seen.rows("SELECT * FROM person WHERE name = 'Ana Ruiz'")
    assert (ana["relation"], ana["shared"]) == (None, None)
    words = [row["words"] for row in seen.rows("SELECT words FROM note ORDER BY id")]
    assert words == ["open"]
    (touch,) = seen.rows("SELECT * FROM touch")
    assert (touch["person"], touch["about"]) == (ana["id"], None)
    assert [row["name"] for row in seen.rows("SELECT name FROM organization")] == ["Mayo Clinic"]


def test_the_workbook_itself_is_only_read(store):
    before, version = everything(store), store.version
    for_others(store)
    assert everything(store) == before
    assert store.version == version


def test_where_nothing_is_confidential_nothing_is_copied(tmp_path):
    store = Store.create(tmp_path)
    people.add(store, "Ana Ruiz")
    assert for_others(store) == (store, Staying())


def test_the_user_is_nobodys_secret(tmp_path):
    store = Store.create(tmp_path)
    people.add(store, "Ana Ruiz")
    with store.change("x") as change:
        change.update(
            "person", store.one("SELECT id FROM person WHERE is_ego = 1")["id"], confidential=1
        )
    assert for_others(store) == (store, Staying())


def test_the_sentence_says_what_stays_and_why():
    assert Staying().sentence == ""
    assert Staying(1, 2, 1).sentence == (
        "Stays behind, because you marked it as between you: 1 person and 2 notes or plans. "
        "1 text of yours about that stays, too."
    )
    assert Staying(notes=1).sentence == (
        "Stays behind, because you marked it as between you: 1 note or plan."
    )
