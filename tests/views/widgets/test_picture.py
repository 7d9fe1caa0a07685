import json

import pytest
from invented import some_people, some_routes, tied

from olenb.views.pictures import Circle, Contact, Detail, Map, Routes
from olenb.views.widgets.picture import MapPicture, RoutesPicture

SENTINEL = "Zzprobe Sentinel"


def secret_map():
    return Map((Circle("Family", (Contact(7, SENTINEL, "Zzprobe Org", 2, ("Zzprobe flag",)),)),))


def heard(page, kind):
    return [message for message in page.heard if message["type"] == kind]


@pytest.fixture
def chosen():
    return []


@pytest.fixture
def picture(page, chosen):
    picture = MapPicture(secret_map(), on_select=lambda kind, number: chosen.append((kind, number)))
    page.looks(picture)
    return picture


def test_no_name_is_in_the_state_or_the_repr(page, picture):
    page.says(picture, "layout", width=800, view="")
    page.says(picture, "select", mark=["person", 7])
    state = {name: str(value) for name, value in picture.get_state().items() if name != "_esm"}
    assert "Zzprobe" not in json.dumps(state)
    assert "Zzprobe" not in repr(picture)
    assert not any(
        "Zzprobe" in json.dumps(one["state"], default=str)
        for one in page.published
        if "state" in one
    )


def test_nothing_leaves_before_a_page_looks(page):
    MapPicture(secret_map())
    assert page.heard == []


def test_the_first_thing_a_page_hears_is_the_words_around_the_picture(page, picture):
    document = page.last("show")["document"]
    assert document["title"] == "1 person you know"
    assert SENTINEL in document["sentence"]
    assert document["views"] == []


def test_a_layout_comes_for_the_width_that_was_asked(page, picture):
    page.says(picture, "layout", width=460, view="")
    message = page.last("layout")
    assert message["width"] == 460
    assert message["picture"]["width"] == 460


def test_a_very_wide_cell_gets_a_picture_that_can_still_be_read(page, picture):
    page.says(picture, "layout", width=3000, view="")
    assert page.last("layout")["picture"]["width"] <= 1280


def test_choosing_reaches_python_and_is_answered(page, picture, chosen):
    page.says(picture, "select", mark=["person", 7])
    assert chosen == [("person", 7)]
    answer = page.last("detail")
    assert answer["title"] == SENTINEL
    assert answer["lines"] == [
        "Zzprobe Org",
        "Family",
        "could introduce you at 2 places",
        "Zzprobe flag",
    ]
    page.says(picture, "select", mark=None)
    assert chosen[-1] == (None, None)
    assert picture.selected is None


def test_a_callers_own_answer_comes_first(page):
    picture = MapPicture(secret_map(), answer=lambda kind, number: Detail(f"{kind} {number}"))
    page.looks(picture)
    page.says(picture, "select", mark=["person", 7])
    assert page.last("detail")["title"] == "person 7"


def test_somebody_who_is_gone_is_answered_with_nothing(page, picture):
    page.says(picture, "select", mark=["person", 99])
    assert heard(page, "detail") == []


def test_what_was_chosen_comes_back_with_an_update_and_to_a_new_page(page, picture):
    page.says(picture, "select", mark=["person", 7])
    picture.update(secret_map())
    document = page.last("show")["document"]
    assert document["selected"] == ["person", 7]
    assert document["detail"]["title"] == SENTINEL


def test_an_update_forgets_the_old_layout(page, picture):
    page.says(picture, "layout", width=800, view="")
    picture.update(some_people(3, 1))
    page.says(picture, "layout", width=800, view="")
    assert len(page.last("layout")["picture"]["groups"][0]["marks"]) == 3


def test_resting_on_a_mark_reaches_python(page):
    rested = []
    picture = MapPicture(secret_map(), on_hover=lambda *mark: rested.append(mark))
    page.looks(picture)
    page.says(picture, "hover", mark=["person", 7])
    assert rested == [("person", 7)]


def test_the_table_is_sent_when_it_is_opened(page, picture):
    assert heard(page, "table") == []
    page.says(picture, "table")
    assert SENTINEL in page.last("table")["table"]["rows"][0]


def test_who_knows_whom_is_offered_only_where_it_helps(page):
    picture = MapPicture(tied(some_people(12, 2)))
    page.looks(picture)
    assert [key for key, _ in page.last("show")["document"]["views"]] == ["circles", "ties"]
    page.says(picture, "layout", width=800, view="ties")
    assert page.last("layout")["picture"]["ties"]


def test_choosing_a_place_tells_its_ways(page):
    shown = some_routes(4, 3, 1)
    picture = RoutesPicture(shown)
    page.looks(picture)
    page.says(picture, "select", mark=["target", 100])
    lines = page.last("detail")["lines"]
    assert len(lines) == len(shown.targets[0].ways)
    assert all(line.startswith("through ") for line in lines)
    page.says(picture, "select", mark=["target", 102])
    assert page.last("detail")["lines"] == ["No route yet: ask around first."]


def test_choosing_a_person_tells_what_they_open(page):
    picture = RoutesPicture(some_routes(4, 3))
    page.looks(picture)
    page.says(picture, "select", mark=["person", 1])
    lines = page.last("detail")["lines"]
    assert lines[0] == "Family"
    assert lines[1].startswith("asking them: ")
    assert any("you would meet Rosa Diaz" in line for line in lines)


def test_routes_follow_an_update(page):
    picture = RoutesPicture(some_routes(2, 2))
    page.looks(picture)
    picture.update(Routes((), ()))
    assert page.last("show")["document"]["alt"].startswith("An empty picture")


def test_a_broken_message_is_answered_in_words(page, picture):
    page.says(picture, "layout", view="")
    assert "Nothing was lost" in page.last("trouble")["text"]
