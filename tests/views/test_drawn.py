"""A figure on a page: drawn for day and night, with its words beside it."""

from xml.etree import ElementTree

from olenb.views.drawn import drawn
from olenb.views.figures import map_figure
from olenb.views.pictures import Circle, Contact, Map
from olenb.views.widgets.blocks import Details, Drawing, TableBlock, Text

HOSTILE = '<img src=x onerror="window.hacked=1"> $$x$$ {braces}'
SHOWN = Map((Circle("Family", (Contact(1, HOSTILE, reach=1), Contact(2, "Bo"))),))


def test_a_figure_comes_with_its_sentence_and_the_same_as_a_table():
    text, drawing, details = drawn(
        lambda dark: map_figure(SHOWN, dark=dark), caption="Your people", id="map"
    )
    assert isinstance(text, Text)
    assert text.text.startswith("1 person could introduce you")
    assert isinstance(drawing, Drawing)
    assert drawing.day != drawing.night
    assert isinstance(details, Details)
    assert details.id == "table map"
    table = details.blocks[0]
    assert isinstance(table, TableBlock)
    assert [row[1] for row in table.rows] == [HOSTILE, "Bo"]


def test_whatever_a_name_is_made_of_stays_text_in_the_drawing():
    _, drawing, _ = drawn(lambda dark: map_figure(SHOWN, dark=dark), caption="Your people")
    for source in (drawing.day, drawing.night):
        tags = {node.tag.split("}")[1] for node in ElementTree.fromstring(source).iter()}
        assert not tags & {"img", "script", "a", "foreignObject"}
