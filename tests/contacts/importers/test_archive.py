"""Archives are read without unpacking them."""

import zipfile

import pytest

from olenb.contacts.importers.archive import Archive
from olenb.core.errors import WrongFile


def zipped(path, members, compression=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def test_members_are_found_whatever_their_folder_and_case(tmp_path):
    archive = Archive(zipped(tmp_path / "a.zip", {"Export/Connections.csv": b"x", "Jobs/": b""}))
    assert "connections.CSV" in archive
    assert archive.read("Connections.csv") == b"x"
    assert len(archive) == 1


def test_of_two_members_of_one_name_the_outer_one_is_meant(tmp_path):
    members = {"old/Connections.csv": b"old", "Connections.csv": b"new"}
    assert Archive(zipped(tmp_path / "a.zip", members)).read("connections.csv") == b"new"


@pytest.mark.parametrize(
    "name", ["../evil.csv", "/etc/evil.csv", "a/../../evil", "C:/evil", "..\\e"]
)
def test_names_that_point_outside_are_refused(tmp_path, name):
    path = zipped(tmp_path / "a.zip", {name: b"x", "Connections.csv": b"x"})
    with pytest.raises(WrongFile, match="point outside"):
        Archive(path)


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path):
    path = zipped(tmp_path / "a.zip", {"Connections.csv": b"\0" * 50_000_000})
    with pytest.raises(WrongFile, match="far larger"):
        Archive(path).read("Connections.csv")


@pytest.mark.parametrize("damage", ["cut", "nonsense"])
def test_a_damaged_archive_is_refused_in_words(tmp_path, damage):
    path = zipped(tmp_path / "a.zip", {"Connections.csv": b"x" * 1000})
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2] if damage == "cut" else b"PK\x03\x04nonsense")
    with pytest.raises(WrongFile, match="damaged"):
        Archive(path)


def test_a_member_whose_bytes_were_changed_is_refused(tmp_path):
    path = zipped(tmp_path / "a.zip", {"Connections.csv": b"Name,City"}, zipfile.ZIP_STORED)
    path.write_bytes(path.read_bytes().replace(b"Name,City", b"Name;City"))
    with pytest.raises(WrongFile, match="damaged"):
        Archive(path).read("Connections.csv")
