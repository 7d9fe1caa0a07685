"""Which files were written for others: kept so that they are found when somebody is forgotten."""

from pathlib import Path

from olenb.core.store import Store, now


def note(store: Store, path: Path | str, kind: str) -> None:
    """Remember that a file was written for others; the example's and a sealed file's aren't.

    Parameters
    ----------
    store
        The workbook that it came from.
    path
        Where it was written; a mere name of one that the browser saved, wherever it does that.
    kind
        What it is, in a word or two, such as "picture" or "calendar".

    """
    if store.is_example or store.sealed:
        return
    file = str(path.absolute()) if isinstance(path, Path) else path
    with store.unrecorded() as change:
        if known := store.one("SELECT id FROM exported WHERE file = ?", (file,)):
            change.update("exported", known["id"], kind=kind, at=now())
        else:
            change.insert("exported", file=file, kind=kind, at=now())


def listed(store: Store) -> list[tuple[str, str, str]]:
    """Return every file that was written for others, the newest first: its own name, kind, when."""
    rows = store.rows("SELECT file, kind, at FROM exported ORDER BY at DESC, id DESC")
    return [(Path(r["file"]).name, r["kind"], r["at"]) for r in rows]


def downloaded(store: Store) -> list[str]:
    """Return the names of the files that left through a browser, wherever that put them."""
    names = (row["file"] for row in store.rows("SELECT file FROM exported ORDER BY id"))
    return [name for name in names if not Path(name).is_absolute()]


def still_there(store: Store) -> list[tuple[Path, str, str]]:
    """Return the files written for others that are still where they were put: path, kind, when."""
    rows = store.rows("SELECT file, kind, at FROM exported ORDER BY id")
    found = [(Path(r["file"]), r["kind"], r["at"]) for r in rows]
    return [each for each in found if each[0].is_absolute() and each[0].is_file()]
