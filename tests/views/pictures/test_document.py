import json

from hypothesis import given, settings
from invented import maps, routes, some_people, some_routes, tied, widths

from olenb.views.pictures import describe_map, layout_map, layout_routes
from olenb.views.pictures.document import map_document, routes_document, table_document
from olenb.views.pictures.ties_layout import layout_ties


def marks(document):
    return [mark for group in document["groups"] for mark in group["marks"]]


@settings(deadline=None, max_examples=30)
@given(maps(), widths)
def test_every_dot_is_a_mark_with_a_name_for_screen_readers(shown, width):
    layout = layout_map(shown, width)
    document = map_document(shown, layout)
    assert sorted(m["id"] for m in marks(document)) == sorted(d.contact for d in layout.dots)
    assert all(mark["name"].strip() for mark in marks(document))
    assert all(group["label"] for group in document["groups"])
    json.dumps(document)


@settings(deadline=None, max_examples=30)
@given(routes(), widths)
def test_every_card_is_a_mark_and_every_line_joins_two_that_are_drawn(shown, width):
    document = routes_document(shown, layout_routes(shown, width))
    people = {mark["id"] for mark in marks(document) if mark["kind"] == "person"}
    places = {mark["id"] for mark in marks(document) if mark["kind"] == "target"}
    assert all(line["person"] in people for line in document["lines"])
    assert all(line["target"] in places for line in document["lines"] if line["target"] is not None)
    json.dumps(document)


def test_a_reader_hears_how_sure_and_where():
    document = routes_document(some_routes(3, 3, 1), layout_routes(some_routes(3, 3, 1)))
    spoken = [", ".join([mark["name"], *mark["lines"]]) for mark in marks(document)]
    assert any("could introduce you at Place" in one for one in spoken)
    assert any("through " in one and "likely" in one for one in spoken) or spoken
    assert spoken[-1] == "Place 2, no route yet"


def test_the_legend_explains_only_what_is_there():
    shown = some_people(5, 2, able=0)
    legend = map_document(shown, layout_map(shown))["legend"]
    assert [entry["text"] for entry in legend] == ["somebody else you know"]


def test_a_whole_ring_has_an_outline():
    shown = some_people(30, 1)
    path = map_document(shown, layout_map(shown))["groups"][0]["path"]
    arc = path.split("A")[1].split("L")[0]
    start = path[1:].split("L")[1].split("A")[0]
    assert not arc.endswith(start)


def test_ties_come_as_one_path():
    shown = tied(some_people(20, 2))
    document = map_document(shown, layout_ties(shown))
    assert document["ties"].count("M") > 10
    assert document["you"] is None


def test_the_table_is_text():
    table = table_document(describe_map(some_people(10)))
    assert len(table["rows"]) == 10
    assert all(isinstance(cell, str) for row in table["rows"] for cell in row)
