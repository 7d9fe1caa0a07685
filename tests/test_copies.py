"""The user's copies of the notebooks follow upgrades, and nothing that they wrote is lost."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from olenb import copies

Ship = Callable[..., None]


def _notebook(*sources: str, outputs: bool = False) -> str:
    cells = [
        {"cell_type": "code", "source": source, "outputs": ["seen"] if outputs else []}
        for source in sources
    ]
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


@pytest.fixture
def ship(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ship:
    """Return a function that ships a version of the notebook 02_people."""
    shipped = tmp_path / "shipped"
    monkeypatch.setattr(copies, "notebooks_dir", lambda: shipped)

    def put(*sources: str, name: str = "02_people.ipynb") -> None:
        (shipped / name).parent.mkdir(parents=True, exist_ok=True)
        (shipped / name).write_text(_notebook(*sources))

    put("first version")
    return put


@pytest.fixture
def own(home: Path, ship: Ship) -> Path:
    """Return the user's copy of 02_people, as it was first shipped."""
    home.mkdir()
    copies.refresh(home)
    return home / "02_people.ipynb"


def _beside(own: Path) -> list[Path]:
    return sorted(own.parent.glob("02_people (yours*).ipynb"))


def test_an_upgrade_replaces_what_the_user_left_alone(own: Path, ship: Ship) -> None:
    ship("second version")
    copies.refresh(own.parent)
    assert "second version" in own.read_text()
    assert not _beside(own)


def test_an_upgrade_keeps_what_the_user_changed_beside_the_new_one(own: Path, ship: Ship) -> None:
    own.write_text(_notebook("first version", "and my notes"))
    ship("second version")
    copies.refresh(own.parent)
    assert "second version" in own.read_text()
    assert ["and my notes" in path.read_text() for path in _beside(own)] == [True]


def test_two_changed_versions_on_one_day_are_both_kept(own: Path, ship: Ship) -> None:
    for version in ("second", "third"):
        own.write_text(_notebook(f"mine before the {version}"))
        ship(version)
        copies.refresh(own.parent)
    assert len(_beside(own)) == 2


def test_without_an_upgrade_a_changed_notebook_stays_as_it_is(own: Path) -> None:
    own.write_text(_notebook("mine"))
    copies.refresh(own.parent)
    assert "mine" in own.read_text()
    assert not _beside(own)


def test_a_notebook_that_was_only_run_counts_as_left_alone(own: Path, ship: Ship) -> None:
    own.write_text(_notebook("first version", outputs=True))
    ship("second version")
    copies.refresh(own.parent)
    assert not _beside(own)


def test_a_deleted_notebook_comes_back(own: Path) -> None:
    own.unlink()
    copies.refresh(own.parent)
    assert "first version" in own.read_text()


@pytest.mark.parametrize("with_manifest", [True, False])
def test_a_notebook_that_cannot_be_read_is_replaced_and_kept(
    own: Path, with_manifest: bool
) -> None:
    own.write_text("half a noteb")
    if not with_manifest:
        (own.parent / copies.MANIFEST).unlink()
    copies.refresh(own.parent)
    assert "first version" in own.read_text()
    assert [path.read_text() for path in _beside(own)] == ["half a noteb"]


def test_an_empty_notebook_is_replaced_and_not_kept(own: Path) -> None:
    own.write_text("")
    copies.refresh(own.parent)
    assert "first version" in own.read_text()
    assert not _beside(own)


@pytest.mark.parametrize("manifest", ["", "[]", '{"02_people.ipynb": 3}'])
def test_with_a_broken_memory_a_changed_notebook_is_still_kept(
    own: Path, ship: Ship, manifest: str
) -> None:
    own.write_text(_notebook("mine"))
    (own.parent / copies.MANIFEST).write_text(manifest)
    ship("second version")
    copies.refresh(own.parent)
    assert ["mine" in path.read_text() for path in _beside(own)] == [True]


def test_notebooks_in_folders_come_too_and_checkpoints_do_not(own: Path, ship: Ship) -> None:
    ship("guide", name="counselor/guide.ipynb")
    ship("old", name=".ipynb_checkpoints/02_people-checkpoint.ipynb")
    copies.refresh(own.parent)
    assert "guide" in (own.parent / "counselor" / "guide.ipynb").read_text()
    assert not (own.parent / ".ipynb_checkpoints").exists()


def test_a_crash_while_writing_leaves_the_old_notebook(
    own: Path, ship: Ship, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(_draft: Path, _content: bytes) -> None:
        raise OSError(os.strerror(28))

    ship("second version")
    monkeypatch.setattr(Path, "write_bytes", full_disk)
    with pytest.raises(OSError, match="No space left"):
        copies.refresh(own.parent)
    assert "first version" in own.read_text()
