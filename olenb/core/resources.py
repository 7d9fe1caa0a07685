"""Where the notebooks and the invented sample are that ship with olenb.

An installation puts them into `share/olenb` below its prefix, wherever that is: an environment,
the user's own folder, another prefix. A checkout has them where they are written; there the
checkout's own files win, for what an editable installation put into `share` is a copy that ages.
Both are found by looking upwards from this file.
"""

from pathlib import Path

from olenb.core.errors import ResourceMissing

_HERE = Path(__file__).resolve()
_ONLY_IN_A_CHECKOUT = Path("jupyter", "overrides.d", "olenb.json")


def checkout() -> Path | None:
    """Return the root of the checkout that this olenb runs from, or None when it is installed."""
    root = _HERE.parents[2]
    return root if (root / _ONLY_IN_A_CHECKOUT).is_file() else None


def notebooks_dir() -> Path:
    """Return the folder of the notebooks as shipped.

    Raises
    ------
    ResourceMissing
        They are not where the installation should have put them.

    >>> notebooks_dir().name
    'notebooks'
    """
    root = checkout()
    return _existing(root / "notebooks" if root else _shared("notebooks"), "The notebooks")


def sample_file() -> Path:
    """Return the file of invented people.

    Raises
    ------
    ResourceMissing
        It is not where the installation should have put it.

    >>> sample_file().name
    'sample.json'
    """
    root = checkout()
    return _existing(
        root / "data" / "sample.json" if root else _shared("sample.json"), "The sample"
    )


def market_file() -> Path:
    """Return the file of U.S. employment and wages; `data/market.md` says what is in it.

    Raises
    ------
    ResourceMissing
        It is not where the installation should have put it.

    >>> market_file().name
    'market.tar.xz'
    """
    root = checkout()
    return _existing(
        root / "data" / "market.tar.xz" if root else _shared("market.tar.xz"), "The figures"
    )


def school_file() -> Path | None:
    """Return the `school.toml` that was installed for everybody on this machine, if any."""
    return _shared("school.toml")


def own_server_dir() -> Path:
    """Return the folder of Jupyter's settings for the server that `olenb` starts, and no other.

    Raises
    ------
    ResourceMissing
        It is not where the installation should have put it.

    >>> (own_server_dir() / "labconfig" / "page_config.json").is_file()
    True
    """
    root = checkout()
    return _existing(root / "jupyter" / "own" if root else _shared("own"), "The settings")


def _shared(name: str) -> Path | None:
    """Return `share/olenb/NAME` of the nearest folder above this file that has it."""
    places = (folder / "share" / "olenb" / name for folder in _HERE.parents)
    return next((place for place in places if place.exists()), None)


def _existing(path: Path | None, what: str) -> Path:
    if path is not None and path.exists():
        return path
    raise ResourceMissing(
        f"{what} that should have come with olenb can't be found. Your own workbook is not "
        "affected. Please install olenb again: `python3 run.py` in its folder, "
        "or `pip install --force-reinstall --no-deps .`"
    )
