"""What ships with olenb is found in a checkout, below any prefix, or missed in plain words."""

from pathlib import Path

import pytest

from olenb.core import resources
from olenb.core.errors import ResourceMissing

ROOT = Path(__file__).parents[2]


def _install(prefix: Path, monkeypatch: pytest.MonkeyPatch, packages: str) -> None:
    """Pretend that olenb runs from an installation below `prefix`."""
    module = prefix / packages / "olenb" / "core" / "resources.py"
    monkeypatch.setattr(resources, "_HERE", module)
    for folder in ("notebooks", "own"):
        (prefix / "share" / "olenb" / folder).mkdir(parents=True)
    (prefix / "share" / "olenb" / "sample.json").write_text("{}")
    (prefix / "share" / "olenb" / "market.tar.xz").write_bytes(b"")


def test_a_checkout_uses_its_own_files() -> None:
    assert resources.checkout() == ROOT
    assert resources.notebooks_dir() == ROOT / "notebooks"
    assert resources.sample_file() == ROOT / "data" / "sample.json"
    assert resources.market_file() == ROOT / "data" / "market.tar.xz"
    assert resources.own_server_dir() == ROOT / "jupyter" / "own"


@pytest.mark.parametrize(
    "packages",
    [
        "lib/python3.11/site-packages",
        "local/lib/python3.11/dist-packages",
        "Lib/site-packages",
        ".",
    ],
)
def test_an_installation_finds_them_below_its_prefix(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, packages: str
) -> None:
    _install(tmp_path, monkeypatch, packages)
    assert resources.checkout() is None
    assert resources.notebooks_dir() == tmp_path / "share" / "olenb" / "notebooks"
    assert resources.sample_file() == tmp_path / "share" / "olenb" / "sample.json"
    assert resources.market_file() == tmp_path / "share" / "olenb" / "market.tar.xz"
    assert resources.own_server_dir() == tmp_path / "share" / "olenb" / "own"


def test_what_is_missing_is_said_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _install(tmp_path, monkeypatch, "lib/python3.11/site-packages")
    (tmp_path / "share" / "olenb" / "sample.json").unlink()
    with pytest.raises(ResourceMissing, match=r"sample .* can't be found.*not affected.*run\.py"):
        resources.sample_file()
