import os
import stat
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from invented import HOSTILE, some_people, some_routes
from PIL import Image

from olenb.core.errors import NotAllowed, NotWritten
from olenb.views.export import save, write
from olenb.views.figures import map_figure, routes_figure
from olenb.views.pictures import Circle, Contact, Map
from olenb.views.pictures.text import ELLIPSIS, clean, shown_name

SVG = "{http://www.w3.org/2000/svg}"
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such file modes")


@pytest.fixture
def hostile():
    people = tuple(Contact(k, name) for k, name in enumerate(HOSTILE))
    return map_figure(Map((Circle("Family", people),)))


def test_an_svg_keeps_hostile_names_as_text(tmp_path, hostile):
    root = ET.parse(save(hostile, tmp_path / "map.svg")).getroot()
    words = [node.text for node in root.iter(f"{SVG}text")]
    for name in map(shown_name, HOSTILE):
        assert any(
            word == name or (word and name.startswith(word.removesuffix(ELLIPSIS)))
            for word in words
        )
    assert "$$x_1$$" in words
    tags = {node.tag for node in root.iter()}
    assert not tags & {f"{SVG}a", f"{SVG}script", f"{SVG}image", f"{SVG}foreignObject"}


def test_an_svg_names_and_describes_itself_for_screen_readers(tmp_path):
    figure = map_figure(some_people(40))
    root = ET.parse(save(figure, tmp_path / "map.svg")).getroot()
    assert root.get("role") == "img"
    told = {node.get("id"): node.text for node in root[:2]}
    assert told == {
        "olenb-title": clean(figure.description.sentence),
        "olenb-desc": clean(figure.description.alt),
    }
    assert root.get("aria-labelledby").split() == list(told)


def test_a_png_carries_its_text_alternative(tmp_path):
    figure = routes_figure(some_routes(5, 3))
    with Image.open(save(figure, tmp_path / "routes.PNG")) as image:
        assert image.info["Description"] == figure.description.alt
        assert image.info["Title"] == figure.description.sentence


def test_an_svg_of_two_thousand_people_stays_below_a_megabyte(tmp_path):
    assert save(map_figure(some_people(2000)), tmp_path / "map.svg").stat().st_size < 1_000_000


def test_the_same_picture_makes_the_same_file(tmp_path):
    files = [save(map_figure(some_people(40)), tmp_path / f"{k}.svg") for k in "ab"]
    assert files[0].read_bytes() == files[1].read_bytes()


def test_another_ending_is_refused_with_the_two_that_work(tmp_path):
    with pytest.raises(NotAllowed, match=r"saved as \.svg or \.png\. Nothing was written"):
        save(map_figure(some_people(2, 1)), tmp_path / "map.pdf")
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_said_in_words_without_its_name(tmp_path):
    with pytest.raises(NotWritten, match=r"Nothing was changed\. Choose a folder") as caught:
        write(b"x", tmp_path / "secret" / "map.svg")
    assert "secret" not in str(caught.value)


@POSIX
def test_files_are_for_their_owner_only(tmp_path):
    os.umask(0o022)
    place = write(b"x", tmp_path / "map.svg")
    assert stat.S_IMODE(place.stat().st_mode) == 0o600


def test_what_stood_there_survives_a_failure(tmp_path, monkeypatch):
    place = tmp_path / "map.svg"
    place.write_bytes(b"old")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NotWritten, match="No space left on device"):
        write(b"new", place)
    assert place.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["map.svg"]


def test_a_file_of_that_name_is_replaced(tmp_path):
    place = tmp_path / "map.svg"
    place.write_bytes(b"old")
    assert write(b"new", Path(place)).read_bytes() == b"new"
