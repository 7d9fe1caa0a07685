"""Forgetting people: said in numbers first, complete, and final."""

import pytest

from olenb.contacts import forgetting, importers, namesakes, people, ties
from olenb.contacts.importers import loader
from olenb.core import backups, exports
from olenb.core.errors import NotAllowed, NotFound
from olenb.core.store import Store


@pytest.fixture
def ana(store):
    person = people.add(store, "Ana Ruiz", organization="Elm", email="ana@x.example", city="Ulm")
    people.add(store, "Bo Lind", organization="Birch")
    return person


def forget(store, *whom):
    return forgetting.forget(store, forgetting.look(store, whom))


def names(store):
    return [r["name"] for r in store.rows("SELECT name FROM person WHERE is_ego = 0 ORDER BY id")]


def test_it_is_said_in_numbers_first_and_looking_changes_nothing(store, ana, dump):
    before = dump(store)
    what = forgetting.look(store, [ana])
    assert what.sentence == (
        "1 person and 4 facts about them would be gone for good: undo can't bring them back."
    )
    assert dump(store) == before


def test_what_names_them_in_your_words_is_said_and_says_somebody(store, ana):
    bo = people.find(store, "Bo Lind")
    people.edit(store, bo, "relation", "met at Ana Ruiz's party")
    what = forgetting.look(store, [ana])
    assert "Where you named them in 1 text of yours, “somebody” will stand." in what.sentence
    forgetting.forget(store, what)
    assert store.rows("SELECT relation FROM person WHERE id = ?", (bo,))[0][0] == (
        "met at somebody's party"
    )


def test_a_short_word_that_may_be_any_word_is_left_in_your_texts(store):
    will = people.add(store, "Will")
    bo = people.add(store, "Bo Lind", relation="Will ask later")
    forget(store, will)
    assert store.rows("SELECT relation FROM person WHERE id = ?", (bo,))[0][0] == "Will ask later"


def test_a_place_where_nobody_else_was_goes_along_and_a_shared_one_stays(store, ana):
    cy = people.add(store, "Cy Oh", organization="Birch")
    forget(store, ana, cy)
    assert [r["name"] for r in store.rows("SELECT name FROM organization")] == ["Birch"]


def test_a_place_that_you_are_curious_about_stays(store, ana):
    with store.change("Put a place on the list") as change:
        place = store.rows("SELECT id FROM organization WHERE name = 'Elm'")[0]["id"]
        change.insert("target", organization=place, active=1, position=1, added_on="2026-11-25")
    forget(store, ana)
    assert "Elm" in [r["name"] for r in store.rows("SELECT name FROM organization")]


def test_you_and_people_who_are_not_there_are_refused(store, ana):
    me = store.rows("SELECT id FROM person WHERE is_ego = 1")[0]["id"]
    with pytest.raises(NotAllowed, match="olenb forget --everything"):
        forgetting.look(store, [me])
    with pytest.raises(NotFound, match="Nothing was changed"):
        forgetting.look(store, [ana, 999])


def test_whom_they_were_merged_with_is_forgotten_too(store, ana):
    other = people.add(store, "Anna M. Ruiz-Quill", email="amrq@y.example")
    ties.add_tie(store, other, people.find(store, "Bo Lind"))
    namesakes.merge(store, ana, other)
    forget(store, ana)
    past = store.rows("SELECT was FROM history WHERE was LIKE '%Quill%' OR was LIKE '%amrq%'")
    assert past == []
    while store.last_change():
        store.undo()
    assert names(store) == []


def test_an_import_of_many_is_still_taken_back_and_brings_nobody_back(store, tmp_path):
    path = tmp_path / "Connections.csv"
    rows = [f"Ana{n},Ruiz{n},,a{n}@x.example,Elm,Cook,12 Mar 2023" for n in range(20)]
    head = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
    path.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    report = loader.apply(store, loader.plan(store, importers.parse(path)))
    forget(store, people.find(store, "Ana7 Ruiz7"))
    assert len(names(store)) == 19
    report.undo()
    assert names(store) == []
    again = loader.plan(store, importers.parse(path))
    assert again.new == 20, "the file itself still holds them; bringing it is up to the user"


def test_the_same_file_again_brings_nobody_back_by_accident(store, tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("Name,Email\nAna Ruiz,ana@x.example\nBo Lind,bo@x.example\n")
    loader.apply(store, loader.plan(store, importers.parse(path)))
    forget(store, people.find(store, "Ana Ruiz"))
    again = loader.apply(store, loader.plan(store, importers.parse(path)))
    assert again.unchanged == 2
    assert names(store) == ["Bo Lind"]


def test_files_that_may_hold_them_are_named(store, ana, tmp_path):
    home = store.folder
    (home / "inbox").mkdir()
    (home / "inbox" / "Connections.csv").write_text("Ana Ruiz,Elm", encoding="utf-8")
    (home / "inbox" / "kontakte.csv").write_bytes("Ana Ruiz".encode("utf-16"))
    (home / "inbox" / "archive.zip").write_bytes(b"PK\x03\x04 whatever is in it")
    (home / "inbox" / "others.csv").write_text("Bo Lind", encoding="utf-8")
    picture = tmp_path / "map.svg"
    picture.write_text("<svg/>")
    exports.note(store, picture, "picture")
    exports.note(store, tmp_path / "gone.svg", "picture")
    what = forgetting.look(store, [ana], home)
    assert what.exports == (picture,)
    assert [path.name for path in what.inbox] == ["Connections.csv", "archive.zip", "kontakte.csv"]


def test_backups_that_hold_them_are_named_and_go_only_if_asked(store, ana):
    backups.make(store, "first")
    other = people.add(store, "Cy Oh")
    forget(store, other)
    backups.make(store, "second")
    what = forgetting.look(store, [ana])
    assert len(what.backups) == 2
    forgetting.forget(store, what)
    after = backups.make(store, "third")
    assert len(backups.listed(store.folder)) == 3
    assert forgetting.remove_backups(store, what) == 2
    left = [backup.path for backup in backups.listed(store.folder)]
    assert len(left) == 2
    assert after in left
    assert forgetting.look(store, [people.find(store, "Bo Lind")]).backups


def test_a_backup_that_knows_them_by_an_earlier_name_is_named(store, ana):
    people.edit(store, ana, "name", "Anna Riuz")
    people.edit(store, ana, "email", "riuz@x.example")
    backups.make(store, "first")
    people.edit(store, ana, "name", "Ana Quill")
    people.edit(store, ana, "email", "")
    what = forgetting.look(store, [ana])
    assert len(what.backups) == 1
    forgetting.forget(store, what)
    assert not store.rows("SELECT 1 FROM history WHERE was LIKE '%riuz%' OR was LIKE '%Ana%'")


def test_a_backup_that_cannot_be_looked_into_is_named(store, ana):
    broken = backups.make(store, "first")
    broken.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    assert broken in forgetting.look(store, [ana]).backups


def test_a_file_that_another_notebook_reads_is_written_anew_later(store, ana):
    reader = Store.open(store.folder)
    reader._db.execute("BEGIN")
    reader._db.execute("SELECT * FROM person").fetchone()
    store._db.execute("PRAGMA busy_timeout = 50")
    what = forgetting.look(store, [ana])
    with pytest.raises(Exception, match="Another notebook"):
        forgetting.forget(store, what)
    assert "Ana Ruiz" in names(store), "nothing was half done"
    reader._db.execute("ROLLBACK")
    assert forgetting.forget(store, what) is True
    assert names(store) == ["Bo Lind"]
