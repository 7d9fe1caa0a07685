from hypothesis import given, settings
from invented import maps, routes, some_people, some_routes, tied

from olenb.core.terms import Band
from olenb.views.pictures import (
    Circle,
    Contact,
    Introducer,
    Map,
    Routes,
    Target,
    Way,
    describe_map,
    describe_routes,
    layout_map,
    layout_routes,
)
from olenb.views.pictures.text import whole
from olenb.views.pictures.words import NO_ROUTE, NOBODY_YET, NOWHERE_YET


@settings(deadline=None, max_examples=40)
@given(maps())
def test_the_maps_table_holds_everybody_whom_the_picture_shows(shown):
    description = describe_map(shown)
    everybody = [
        (whole(circle.name), whole(c.name)) for circle in shown.circles for c in circle.contacts
    ]
    table = description.table
    assert list(zip(table["Circle"], table["Name"], strict=True)) == everybody
    able = {c.id for c in shown.contacts if c.reach}
    numbered = {dot.contact for dot in layout_map(shown).dots if dot.kind != "plain"}
    assert numbered == able
    assert (table["Could introduce you at"] != "").sum() == len(able)
    if everybody:
        assert f"{shown.size:,} p" in description.alt


@settings(deadline=None, max_examples=40)
@given(routes())
def test_the_routes_table_holds_every_way_and_every_place_without_one(shown):
    table = describe_routes(shown).table
    ways = [(target, way) for target in shown.targets for way in target.ways]
    closed = [target for target in shown.targets if not target.ways]
    assert len(table) == len(ways) + len(closed)
    sure = list(table["How sure"])
    assert sure.count(NO_ROUTE) == len(closed)
    assert sorted(s for s in sure if s != NO_ROUTE) == sorted(
        shown.band(way).label for _, way in ways
    )
    drawn = {card.id for card in layout_routes(shown).cards if card.kind == "target"}
    assert drawn <= {target.id for target in shown.targets}


def test_the_sentence_names_a_good_start():
    ana = Introducer(1, "Ana Ruiz", "cousin", Band.STRONG)
    bo = Introducer(2, "Bo Li", "friend", Band.STRONG)
    clinic = Target(
        9,
        "Mayo Clinic",
        (Way(2, "", "works there", Band.LIKELY), Way(1, "Rosa Diaz", "told you", Band.STRONG)),
    )
    assert describe_routes(Routes((ana, bo), (clinic,))).sentence == (
        "A good start: Ana Ruiz could introduce you to Rosa Diaz at Mayo Clinic (strong)."
    )


def test_people_who_are_there_themselves_are_whom_you_would_meet():
    bo = Introducer(2, "Bo Li", "friend", Band.LIKELY)
    table = describe_routes(
        Routes((bo,), (Target(9, "Zoo", (Way(2, "", "", Band.STRONG),)),))
    ).table
    assert table.loc[0, "Whom you would meet"] == "Bo Li"
    assert table.loc[0, "How sure"] == "Likely"


def test_equals_are_said_to_be_equal():
    equal = tuple(Contact(i, f"P{i}", reach=2) for i in range(3))
    assert describe_map(Map((Circle("Family", equal),))).sentence == (
        "3 people could introduce you; P0 and 2 others could at 2 places each."
    )


def test_nothing_yet_is_friendly():
    assert describe_map(Map(())).sentence == NOBODY_YET
    assert describe_routes(Routes((), ())).sentence == NOWHERE_YET


def test_no_routes_yet_says_what_to_do():
    assert describe_routes(some_routes(0, 3, 3)).sentence == (
        "There are no routes yet: ask around first."
    )


def test_who_knows_whom_is_in_the_table_too():
    shown = tied(some_people(12, 2))
    table = describe_map(shown).table
    ids = [contact.id for contact in shown.contacts]
    names = {contact.id: contact.name for contact in shown.contacts}
    for a, b in shown.ties:
        assert names[b] in table.loc[ids.index(a), "Knows"].split("; ")
        assert names[a] in table.loc[ids.index(b), "Knows"].split("; ")


def test_the_words_on_the_screen_are_the_users():
    for description in (describe_map(some_people(40)), describe_routes(some_routes(5, 4, 1))):
        words = " ".join(
            [description.alt, description.sentence, *description.table.columns]
        ).lower()
        assert not any(
            word in words for word in ("introducer", "target", "network", "contact", "band")
        )
