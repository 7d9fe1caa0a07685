from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olenb.core.errors import WrongFile
from olenb.views.widgets import uploads
from olenb.views.widgets.uploads import LARGEST, Uploads, safe_name


def begin(size: int, name: str = "people.csv") -> dict[str, object]:
    return {"upload": "1", "step": "begin", "name": name, "size": size}


def test_a_file_above_the_limit_is_refused_before_it_is_sent():
    with pytest.raises(WrongFile, match=r"larger than 200 MB.*Nothing was lost"):
        Uploads().take(begin(LARGEST + 1), [])


def test_a_file_of_exactly_the_limit_may_come():
    assert Uploads().take(begin(LARGEST), []) is None


def test_an_empty_file_is_a_file():
    incoming = Uploads()
    incoming.take(begin(0), [])
    taken = incoming.take({"upload": "1", "step": "end"}, [])
    assert (taken.size, taken.path.read_bytes()) == (0, b"")


def test_a_file_that_is_cancelled_leaves_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr(uploads.tempfile, "tempdir", str(tmp_path))
    incoming = Uploads()
    incoming.take(begin(6), [])
    incoming.take({"upload": "1", "step": "piece"}, [memoryview(b"abc")])
    assert [path.name for path in tmp_path.rglob("*.csv")] == ["people.csv"]
    incoming.take({"upload": "1", "step": "cancel"}, [])
    assert list(tmp_path.rglob("*.csv")) == []


def test_a_piece_of_a_file_that_never_began_is_refused():
    with pytest.raises(WrongFile, match=r"didn't arrive whole"):
        Uploads().take({"upload": "7", "step": "piece"}, [memoryview(b"abc")])


def test_a_full_disk_is_said_in_words(monkeypatch):
    def full(*_args, **_kwargs):
        raise OSError(28, "No space left on device")

    incoming = Uploads()
    incoming.take(begin(3), [])
    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(WrongFile, match=r"enough room on the disk.*Nothing was lost"):
        incoming.take({"upload": "1", "step": "piece"}, [memoryview(b"abc")])


@pytest.mark.parametrize(
    ("name", "harmless"),
    [
        ("Connections.csv", "Connections.csv"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\me\\list.xlsx", "list.xlsx"),
        ("Basic_LinkedInDataExport_11-22-2026.zip", "Basic_LinkedInDataExport_11-22-2026.zip"),
        ("...", "file"),
        ("", "file"),
        ("مريم.vcf", "____.vcf"),
        ("a\x00b.csv", "a_b.csv"),
    ],
)
def test_file_names_are_made_harmless_and_keep_their_ending(name, harmless):
    assert safe_name(name) == harmless


@given(st.text(max_size=300))
def test_no_file_name_leaves_its_folder(name):
    path = Path("/private/folder", safe_name(name))
    assert path.parent == Path("/private/folder")
    assert path.name not in ("", ".", "..")
    assert len(path.name) < 100
