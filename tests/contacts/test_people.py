"""People added by hand, looked up, found again, changed."""

import pytest

from olenb.contacts import affiliations, frames, people, ties
from olenb.core.errors import NotAllowed, NotFound

HOSTILE = [
    "NA",
    "None",
    "007",
    "$$ Ke$ha $x_$",
    "_x",
    "=1+1",
    "@cmd",
    "<img src=x onerror=alert(1)>",
    "{braces} {0}",
    "Robert'); DROP TABLE person;--",
    "李雷 😀",
    "\u202eradar\u202c",
    "Jose\u0301",
    "a\rb",
    "x" * 300,
    "../../etc",
    "CON",
]
SENTINEL = "Zzw Sentinel"


def one(store, person):
    return frames.people(store).set_index("id").loc[person]


def test_a_line_gives_a_person_a_place_and_a_circle(store):
    ana = one(store, people.add_line(store, "Ana Ruiz, Mayo Clinic, cousin"))
    assert (ana["name"], ana["organization"], ana["circle"]) == (
        "Ana Ruiz",
        "Mayo Clinic",
        "family",
    )
    assert ana["relation"] == "cousin"
    assert ana["knows_me"]
    assert ana["source"] == "by hand"


def test_a_word_without_a_plain_meaning_is_kept_as_it_is(store):
    bo = one(store, people.add_line(store, "Bo, Acme, met on a train"))
    assert (bo["relation"], bo["circle"]) == ("met on a train", "")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_goes_through_store_and_table_unchanged(store, name):
    person = people.add(store, name, organization=name, relation=name)
    assert one(store, person)[["name", "organization", "relation"]].tolist() == [name] * 3
    assert people.find(store, name) == person


def test_somebody_looked_up_does_not_know_you(store):
    cy = people.look_up(
        store, "Cy", "alumni page", organization="Acme", role="chemist", shared="choir"
    )
    row = one(store, cy)
    assert not row["knows_me"]
    assert (row["found_where"], row["shared"], row["role"]) == ("alumni page", "choir", "chemist")
    assert len(row["found_on"]) == 10
    assert row["source"] == "looked up"


def test_somebody_looked_up_whom_you_know_after_all_knows_you(store):
    assert one(store, people.look_up(store, "Cy", "alumni page", knows_me=True))["knows_me"]


def test_adding_is_one_change(store):
    people.add(store, "Ana", organization="Acme", email="a@x.org", willingness="sure")
    assert store.undo() == "Added a person"
    assert store.rows("SELECT 1 FROM person UNION ALL SELECT 1 FROM organization") == []


def test_a_refused_fact_adds_nobody(store):
    with pytest.raises(NotAllowed):
        people.add(store, "Ana", circle="enemy")
    assert store.last_change() is None


def test_an_address_belongs_to_one_person(store):
    people.add(store, "Ana", email="ana@x.org")
    bo = people.add(store, "Bo", email="bo@x.org")
    with pytest.raises(NotAllowed, match="Somebody else") as caught:
        people.edit(store, bo, "email", "ANA@X.org")
    assert "x.org" not in str(caught.value).lower()
    assert one(store, bo)["email"] == "bo@x.org"


def test_a_corrected_address_lets_the_old_one_go(store):
    ana = people.add(store, "Ana", email="wrong@x.org")
    people.edit(store, ana, "email", "right@x.org")
    assert people.find(store, "right@x.org") == ana
    with pytest.raises(NotFound):
        people.find(store, "wrong@x.org")
    people.add(store, "Bo", email="wrong@x.org")


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("circle", "friend"),
        ("phone", "007"),
        ("class_year", 2027),
        ("can_hire", "no"),
        ("willingness", "likely"),
        ("closeness", 4),
        ("last_exchange", "2025"),
        ("setting", "choir"),
    ],
)
def test_a_fact_is_set_and_taken_away_again(store, column, value):
    ana = people.add(store, "Ana")
    people.edit(store, ana, column, value)
    assert one(store, ana)[column] == value
    before = one(store, people.add(store, "Bo"))
    people.edit(store, ana, column, "")
    assert one(store, ana)[[column]].equals(before[[column]])


@pytest.mark.parametrize("column", ["id", "is_ego", "source", "other", "nonsense", "name; DROP"])
def test_other_columns_cannot_be_changed(store, column):
    ana = people.add(store, "Ana")
    with pytest.raises(NotAllowed, match="can't be changed here"):
        people.edit(store, ana, column, 1)


def test_a_name_cannot_be_taken_away(store):
    ana = people.add(store, "Ana")
    with pytest.raises(NotAllowed, match="needs a name"):
        people.edit(store, ana, "name", " ")


def test_correcting_a_place_leaves_no_place_where_nobody_ever_was(store):
    ana = people.add(store, "Ana", organization="Mayo Clinc", role="nurse")
    people.edit(store, ana, "organization", "Mayo Clinic")
    assert frames.organizations(store)["name"].tolist() == ["Mayo Clinic"]
    assert frames.affiliations(store)["current"].tolist() == [True]
    assert one(store, ana)["role"] == "nurse"


def test_a_place_can_be_taken_away(store):
    ana = people.add(store, "Ana", organization="Acme")
    people.edit(store, ana, "organization", "")
    assert one(store, ana)["organization"] == ""
    assert frames.affiliations(store).empty


def test_a_role_needs_a_place(store):
    ana = people.add(store, "Ana")
    with pytest.raises(NotAllowed, match="organization first"):
        people.edit(store, ana, "role", "nurse")


def test_moving_on_keeps_the_place_before(store):
    ana = people.add(store, "Ana", organization="Acme", role="chemist")
    affiliations.move_on(store, ana, "Mayo Clinic", "nurse")
    assert (one(store, ana)["organization"], one(store, ana)["role"]) == ("Mayo Clinic", "nurse")
    places = frames.affiliations(store).set_index("organization")["current"]
    assert places.to_dict() == {"Acme": False, "Mayo Clinic": True}


def test_leaving_without_a_new_place_leaves_only_the_past(store):
    ana = people.add(store, "Ana", organization="Acme")
    affiliations.move_on(store, ana, "")
    assert one(store, ana)["organization"] == ""
    assert frames.organizations(store)[["people", "past_people"]].values.tolist() == [[0, 1]]


def test_people_are_found_by_name_address_page_and_id(store):
    ana = people.add(
        store, "José Ruiz", email="ana@x.org", url="https://www.linkedin.com/in/ana/?trk=1"
    )
    for text in ("jose ruiz", "ANA@x.org", "linkedin.com/in/ana", ana):
        assert people.find(store, text) == ana


def test_two_people_of_one_name_are_not_guessed_between(store):
    people.add(store, SENTINEL)
    people.add(store, SENTINEL.upper())
    with pytest.raises(NotFound, match=r"2 people.*email address") as caught:
        people.find(store, SENTINEL)
    assert SENTINEL.lower() not in str(caught.value).lower()


@pytest.mark.parametrize("who", [SENTINEL, "", "zzw@sentinel.org", 99])
def test_nobody_of_that_name_is_said_without_the_name(store, who):
    with pytest.raises(NotFound, match="Nothing was changed") as caught:
        people.find(store, who)
    assert "sentinel" not in str(caught.value).lower()


@pytest.mark.parametrize(
    "step",
    [
        lambda s: people.edit(s, 99, "city", "x"),
        lambda s: affiliations.move_on(s, 99, "Acme"),
        lambda s: ties.answer(s, 99, willingness="sure"),
    ],
)
def test_somebody_who_is_gone_is_said_to_be_gone(store, step):
    with pytest.raises(NotFound, match="no longer in your workbook"):
        step(store)
    assert store.last_change() is None


def test_no_label_of_a_change_holds_a_name(store):
    ana = people.add_line(store, f"{SENTINEL}, {SENTINEL} Inc., cousin")
    people.edit(store, ana, "city", SENTINEL)
    affiliations.move_on(store, ana, SENTINEL)
    ties.answer(store, ana, setting=SENTINEL)
    labels = " ".join(row["label"] for row in store.rows("SELECT label FROM change"))
    assert SENTINEL not in labels
