"""Bringing a file in: counted, all or nothing, once, and taken back exactly."""

import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from olenb.contacts import (
    affiliations,
    frames,
    importers,
    namesakes,
    organizations,
    people,
    ties,
    you,
)
from olenb.contacts.importers import loader
from olenb.contacts.importers.record import Link, Parsed, Post, Record, Skip
from olenb.core import backups
from olenb.core.errors import UndoRefused, WrongFile
from olenb.core.store import Store
from olenb.core.terms import Circle, Evidence

PAGE = "https://www.linkedin.com/in/ana"


def parsed(*rows, kind="linkedin", skipped=(), ego=None, **more):
    records = [row for row in rows if isinstance(row, Record)]
    links = [row for row in rows if isinstance(row, Link)]
    read = len(rows) + len(skipped)
    return Parsed(kind, read, "a.csv", records, links, list(skipped), ego=ego, **more)


def bring(store, *rows, **more):
    return loader.apply(store, loader.plan(store, parsed(*rows, **more)))


def counts(report):
    return report.read, report.new, report.merged, report.unchanged, len(report.skipped)


def ana(line=2, **more):
    facts = {"urls": (PAGE,), "posts": (Post("Acme", "Cook", current=True),)}
    return Record(line, "Ana Ruiz", **(facts | more))


def test_a_preview_says_what_will_happen_and_writes_nothing(store, dump):
    before = dump(store)
    plan = loader.plan(store, parsed(ana()))
    assert counts(plan) == (1, 1, 0, 0, 0)
    assert dump(store) == before
    assert loader.apply(store, plan).to_json() == plan.to_json()


def test_the_same_file_twice_adds_nothing(store, dump):
    bring(store, ana(), Record(3, "Bo"))
    before = dump(store)
    again = bring(store, ana(), Record(3, "Bo"))
    assert counts(again) == (2, 0, 0, 2, 0)
    assert "brought in before" in again.notes[-1]
    assert dump(store) == before
    with pytest.raises(UndoRefused, match="nothing to undo"):
        again.undo()


def test_two_rows_with_nothing_but_the_same_name_are_two_people_and_are_found_again(store):
    first = bring(store, Record(2, "Bo"), Record(3, "Bo"))
    assert counts(first) == (2, 2, 0, 0, 0)
    assert len(namesakes.namesakes(store)) == 1
    again = bring(store, Record(2, "Bo"), Record(3, "Bo"), Record(4, "Di"))
    assert counts(again) == (3, 1, 0, 2, 0)


def test_a_tie_between_two_people_of_one_name_stands_between_these_two(store):
    bo, bo_too, di = Record(2, "Bo"), Record(3, "Bo"), Record(4, "Di")
    link = Link(5, "Bo", "Bo", Evidence.TOLD, rows=(0, 1))
    assert counts(bring(store, bo, bo_too, link)) == (3, 3, 0, 0, 0)
    more = Link(6, "Bo", "Di", Evidence.SEEN, rows=(1, 2))
    assert counts(bring(store, bo, bo_too, di, link, more)) == (5, 2, 0, 3, 0)
    table = frames.ties(store).query("person != 'you'")
    assert list(table[["person", "knows", "evidence"]].itertuples(index=False, name=None)) == [
        ("Bo", "Bo", "told"),
        ("Bo", "Di", "seen"),
    ]
    assert table["person_id"].iloc[1] == table["knows_id"].iloc[0]


def test_a_longer_file_of_the_same_people_adds_only_what_is_new(store):
    bring(store, ana(), Record(3, "Bo"), Record(4, "Cy", posts=(Post("Birch"),)))
    again = bring(
        store, ana(), Record(3, "Bo"), Record(4, "Cy", posts=(Post("Birch"),)), Record(5, "Di")
    )
    assert counts(again) == (4, 1, 0, 3, 0)


def test_undo_is_exact(store, dump):
    people.add(store, "Ana Ruiz", url=PAGE, organization="Birch")
    before = dump(store)
    report = bring(store, ana(phone="007", other={"Tag": "x"}), Record(3, "Bo"))
    assert (report.new, report.merged) == (1, 1)
    report.undo()
    assert dump(store) == before


def test_undo_is_refused_when_later_changes_build_on_it(store, dump):
    report = bring(store, ana())
    people.edit(store, people.find(store, PAGE), "city", "Ulm")
    before = dump(store)
    with pytest.raises(UndoRefused, match="Nothing was changed"):
        report.undo()
    assert dump(store) == before


def test_an_import_that_was_taken_back_can_be_made_again(store):
    bring(store, ana()).undo()
    assert counts(bring(store, ana())) == (1, 1, 0, 0, 0)


def test_a_backup_is_made_before_and_only_when_something_changes(store):
    bring(store, ana())
    bring(store, ana())
    assert len(backups.listed(store.folder)) == 1


@pytest.mark.parametrize(
    "other",
    [
        {"urls": ("HTTP://linkedin.com/in/Ana/?trk=x",)},
        {"urls": (), "emails": ("ANA@x.org",)},
        {"urls": ("https://www.linkedin.com/in/else",), "emails": ("ana@x.org",)},
    ],
)
def test_people_merge_on_a_page_or_an_address(store, other):
    bring(store, ana(emails=("ana@x.org",)))
    report = bring(store, replace(ana(phone="1", **other), name="Dr. A. Ruiz"))
    assert counts(report) == (1, 0, 1, 0, 0)
    assert frames.people(store)["name"].tolist() == ["Ana Ruiz"]


def test_several_rows_of_one_person_in_one_file_are_one_person(store):
    report = bring(store, ana(), ana(3, phone="1"), ana(4, phone="1"))
    assert counts(report) == (3, 1, 1, 1, 0)
    assert len(frames.people(store)) == 1


def test_people_of_one_name_are_never_merged_on_it(store):
    bring(store, ana())
    report = bring(
        store,
        ana(3, urls=("https://www.linkedin.com/in/ana-2",)),
        Record(4, "Ana Ruiz", posts=(Post("Birch"),)),
        Record(5, "Ana Ruiz", emails=("info@birch.example",)),
    )
    assert counts(report) == (3, 3, 0, 0, 0)
    # Four people are six pairs; the two with profiles of their own are plainly two.
    assert len(namesakes.namesakes(store)) == 5


@pytest.mark.parametrize("words", ["N/A", "null", " None ", "-", "unknown"])
def test_no_employer_is_nowhere_and_not_a_place_that_people_share(store, words):
    report = bring(store, ana(posts=(Post(words, "Cook", current=True),)))
    assert counts(report) == (1, 1, 0, 0, 0)
    assert frames.organizations(store).empty
    again = bring(store, ana(posts=(Post(words, "Cook", current=True),)))
    assert counts(again) == (1, 0, 0, 1, 0)


def test_an_offices_mailbox_merges_nobody(store):
    bring(store, Record(2, "Ana", emails=("info@x.org",)), Record(3, "Bo", emails=("info@x.org",)))
    assert frames.people(store)["email"].tolist() == ["info@x.org"] * 2


def test_a_file_fills_blanks_and_never_overwrites(store):
    person = people.add(store, "Ana Ruiz", url=PAGE, city="Ulm", relation="from the lake")
    bring(store, ana(city="Bonn", region="Baden", circle=Circle.FRIEND, relation="x"))
    row = frames.people(store).set_index("id").loc[person]
    assert row[["city", "region", "relation", "circle"]].tolist() == [
        "Ulm", "Baden", "from the lake", "friend",
    ]  # fmt: skip


def test_a_new_employer_makes_the_old_one_past(store):
    bring(store, ana())
    report = bring(store, ana(posts=(Post("Birch", "Chef", current=True),)))
    assert counts(report) == (1, 0, 1, 0, 0)
    places = frames.affiliations(store)[["organization", "role", "current"]].values.tolist()
    assert places == [["Acme", "Cook", False], ["Birch", "Chef", True]]


def test_a_new_role_at_the_same_place_is_where_they_are_now(store):
    bring(store, ana())
    bring(store, ana(posts=(Post("ACME Inc.", "Chef", current=True),)))
    assert frames.people(store)[["organization", "role"]].values.tolist() == [["Acme", "Chef"]]


def test_a_place_that_somebody_left_stays_past(store):
    bring(store, ana())
    affiliations.move_on(store, people.find(store, PAGE), "Birch")
    report = bring(store, ana(), Record(3, "Bo"))
    assert counts(report) == (2, 1, 0, 1, 0)
    assert frames.people(store)["organization"].tolist() == ["Birch", ""]


def test_an_address_book_that_does_not_say_when_ends_no_job(store):
    bring(store, ana())
    bring(store, ana(posts=(Post("Birch"),)), kind="google")
    current = frames.affiliations(store)["current"]
    assert current.isna().tolist() == [False, True]
    assert current[0]


def test_past_jobs_come_with_their_years(store):
    bring(store, ana(posts=(Post("Acme", "Cook", "Kitchen", "2019", "2021-06"),)))
    row = frames.affiliations(store).iloc[0]
    assert row[["start", "stop", "department"]].tolist() == ["2019", "2021-06", "Kitchen"]
    assert not row["current"]


def test_a_company_card_becomes_an_organization(store):
    card = Record(2, "", posts=(Post("Acme"),))
    assert counts(bring(store, card)) == (1, 1, 0, 0, 0)
    assert counts(bring(store, replace(card, line=3))) == (1, 0, 0, 1, 0)
    assert frames.organizations(store)["name"].tolist() == ["Acme"]
    assert frames.people(store).empty


def test_a_row_of_nobody_is_left_out_with_its_line(store):
    report = bring(store, Record(7, " "), skipped=[Skip(3, "a reason")])
    assert report.skipped.values.tolist() == [
        [3, "a reason"],
        [7, "no name and no organization in this row"],
    ]


def test_unknown_columns_are_kept_and_added_to(store):
    bring(store, ana(other={"Tag": "x", "Pet": "cat"}))
    bring(store, ana(other={"Tag": "y", "Car": "none"}))
    other = json.loads(store.one("SELECT other FROM person WHERE is_ego = 0")["other"])
    assert other == {"Tag": "x", "Pet": "cat", "Car": "none"}


def test_somebody_from_a_list_of_alumni_does_not_know_you_until_a_file_says_so(store):
    bring(store, ana(knows_me=False), kind="table")
    assert frames.people(store)["knows_me"].tolist() == [False]
    assert counts(bring(store, ana())) == (1, 0, 1, 0, 0)
    assert frames.people(store)["knows_me"].tolist() == [True]


def test_confirmed_spellings_link_and_refused_ones_do_not(store):
    bring(store, ana(), Record(3, "Bo", posts=(Post("Acmee"),)))
    organizations.same(store, 1, 2)
    bring(store, Record(2, "Cy", posts=(Post("ACMEE Inc."),)))
    assert frames.organizations(store)[["name", "people"]].values.tolist() == [["Acme", 3]]


def test_your_own_row_fills_only_what_you_left_blank(store):
    you.say(store, name="Ines", city="Ulm")
    ego = Record(0, "Ida", city="Bonn", school="Lakeview", posts=(Post("Birch", current=True),))
    report = bring(store, ana(), ego=ego)
    assert report.read == 1
    assert you.facts(store)["name"] == "Ines"
    assert (you.facts(store)["city"], you.facts(store)["school"]) == ("Ulm", "Lakeview")
    assert [row["organization"] for row in you.past(store)] == ["Birch"]


def test_nothing_new_about_you_or_others_changes_nothing(store):
    ego = Record(0, "Ida", posts=(Post("Birch", current=True),))
    bring(store, ana(), Record(3, "Bo"), ego=ego)
    plan = loader.plan(store, parsed(ana(), ego=ego))
    assert counts(plan) == (1, 0, 0, 1, 0)
    assert not plan.changes_something


def test_a_list_of_ties_counts_every_row(store):
    bring(store, ana(), Record(3, "Bo"))
    rows = [
        Link(2, "Ana Ruiz", "Bo", Evidence.SEEN, "2024"),
        Link(3, "bo", PAGE, Evidence.TOLD, "2025"),
        Link(4, "Bo", "Ana Ruiz", Evidence.GUESS),
        Link(5, "Bo", "BO", Evidence.TOLD),
        Link(6, "Bo", "", Evidence.TOLD),
        Link(7, "Bo", "Somebody New", Evidence.GUESS),
    ]
    report = bring(store, *rows, kind="graph")
    assert counts(report) == (6, 2, 1, 1, 2)
    assert report.skipped["line"].tolist() == [5, 6]
    df = frames.ties(store)
    assert df[df["person"] != "you"][["evidence", "as_of"]].values.tolist()[0] == ["told", "2025"]
    assert not frames.people(store).set_index("name").loc["Somebody New", "knows_me"]


def test_a_tie_between_two_of_one_name_is_left_out(store):
    bring(store, ana(), ana(3, urls=("https://www.linkedin.com/in/ana-2",)))
    report = bring(store, Link(2, "Ana Ruiz", "Bo", Evidence.TOLD), kind="graph")
    assert "more than one person" in report.skipped["reason"][0]
    assert "Ana" not in report.skipped["reason"][0]
    assert len(frames.people(store)) == 2


def test_a_tie_with_the_user_is_a_tie_with_you(store):
    ego = Record(0, "Ines", knows_me=False)
    bring(store, Link(2, "Ines", "Bo", Evidence.TOLD), kind="graph", ego=ego)
    assert frames.ties(store)[["person", "knows"]].values.tolist() == [["you", "Bo"]]
    assert frames.people(store)["knows_me"].tolist() == [True]


def test_the_users_own_name_in_a_tie_is_the_user(store):
    you.say(store, name="Ines Sol")
    bring(store, Link(2, "ines sol", "Bo", Evidence.TOLD), kind="graph")
    assert frames.ties(store)[["person", "knows"]].values.tolist() == [["you", "Bo"]]
    assert len(frames.people(store)) == 1


def test_a_namesake_of_the_user_comes_first_in_a_tie(store):
    you.say(store, name="Ana Ruiz")
    people.add(store, "Ana Ruiz")
    bring(store, Link(2, "Ana Ruiz", "Bo", Evidence.TOLD), kind="graph")
    assert frames.ties(store)["person"].tolist() == ["you", "Ana Ruiz"]


def test_a_plan_made_before_somebody_else_wrote_is_made_again(store):
    plan = loader.plan(store, parsed(ana()))
    other = Store.open(store.folder)
    people.add(other, "Ana Ruiz", url=PAGE)
    report = loader.apply(store, plan)
    assert counts(report) == (1, 0, 1, 0, 0)
    assert len(frames.people(store)) == 1


def test_a_plan_against_the_example_is_made_again_for_the_users_own(store):
    people.add(store, "Ana Ruiz", url=PAGE)
    plan = loader.plan(Store.example({}), parsed(ana()))
    assert counts(loader.apply(store, plan)) == (1, 0, 1, 0, 0)


def test_a_failure_in_the_middle_leaves_nothing_behind_and_can_be_repeated(
    store, dump, monkeypatch
):
    before = dump(store)
    plan = loader.plan(store, parsed(ana(), Record(3, "Bo")))

    def fail(fraction, text):
        if fraction > 0.5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        loader.apply(store, plan, fail)
    assert dump(store) == before
    assert counts(loader.apply(store, plan)) == (2, 2, 0, 0, 0)


def test_rows_that_are_accounted_for_nowhere_stop_the_import(store):
    lost = parsed(ana())
    lost.read = 3
    with pytest.raises(WrongFile, match="could not be accounted for"):
        loader.plan(store, lost)


@pytest.mark.parametrize("wrote_meanwhile", [False, True])
def test_progress_never_goes_back_and_ends_at_one(store, wrote_meanwhile):
    seen = []
    rows = [Record(n, f"P{n}", posts=(Post(f"O{n}"),)) for n in range(5000)]
    plan = loader.plan(store, parsed(*rows), lambda f, text: seen.append(f))
    assert seen == [0.0, 0.2, 0.4, 0.6, 0.8]
    seen.clear()
    if wrote_meanwhile:
        people.add(store, "Zoe")
    loader.apply(store, plan, lambda f, text: seen.append(f))
    assert seen == sorted(seen)
    assert seen[-1] == 1.0
    assert len(seen) > 8


def test_a_report_shows_counts_and_no_name_of_the_file_by_itself(store):
    report = bring(store, ana())
    assert repr(report) == "<1 rows read from a file>"
    assert "a.csv" not in repr(loader.plan(store, parsed(ana())))
    assert report.sentence == "a.csv: 1 row read; 1 new."
    assert json.loads(json.dumps(report.to_json()))["skipped"] == []


NAMES = st.sampled_from(["Ana", "ANA", "Bo", "Cy", " ", "李雷", "=1+1"])
PLACES = st.sampled_from(["Acme", "ACME Inc.", "Birch", ""])
ROLES = st.sampled_from(["", "Cook", "Chef"])
MAIL = ("a@x.org", "b@x.org", "info@x.org", "no")
RECORDS = st.builds(
    Record,
    line=st.integers(1, 99),
    name=NAMES,
    emails=st.lists(st.sampled_from(MAIL), max_size=2).map(tuple),
    urls=st.lists(st.sampled_from([PAGE, PAGE + "2", "acme.example"]), max_size=1).map(tuple),
    posts=st.lists(
        st.builds(Post, PLACES, ROLES, current=st.sampled_from([True, None])), max_size=2
    ).map(tuple),
    phone=st.sampled_from(["", "007"]),
    knows_me=st.booleans(),
)  # fmt: skip
LINKS = st.builds(
    Link, st.integers(1, 99), NAMES, st.one_of(NAMES, st.just("a@x.org")), st.sampled_from(Evidence)
)
FILES = st.lists(st.one_of(RECORDS, LINKS), max_size=6)


@given(FILES, FILES)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_a_file_holds_its_rows_are_counted_it_adds_once_and_is_undone(
    tmp_path_factory, first, second
):
    store = Store.create(tmp_path_factory.mktemp("loader"))
    store._db.execute("PRAGMA synchronous = OFF")
    tables = ("person", "identifier", "organization", "affiliation", "tie", "import")

    def everything():
        return [[tuple(r) for r in store.rows(f"SELECT * FROM {name}")] for name in tables]

    bring(store, *first)
    before = everything()
    report = bring(store, *second)
    assert report.read == report.new + report.merged + report.unchanged + len(report.skipped)
    assert report.read == len(second)
    after = everything()
    again = bring(store, *second)
    assert (again.new, again.merged) == (0, 0)
    assert everything() == after
    if report.change is not None:
        report.undo()
    assert everything() == before
    store.close()


def test_an_edge_list_file_goes_all_the_way(store, tmp_path):
    path = tmp_path / "ties.csv"
    path.write_text("person,knows,evidence,as of\nAna,Bo,told,2026-05-01\nBo,Ana,seen,\n")
    report = loader.apply(store, loader.plan(store, importers.parse(path)))
    assert (report.read, report.new, report.unchanged) == (2, 1, 1)
    a, b = people.find(store, "Ana"), people.find(store, "Bo")
    assert ties.between(store, a, b)["as_of"] == "2026-05-01"
