"""What happens when a notebook is saved: one of ours goes to the disk without names.

Jupyter saves what a page shows, and logs and forgets the error of a hook. So this one fails
closed: what it can't look through is not saved, and the user reads what to do.
"""

import base64
import json
import logging
from http import HTTPStatus
from pathlib import Path
from typing import Any

from tornado import web

from olenb.core.files import write
from olenb.server.scrub import is_ours, scrub

Model = dict[str, Any]
"""A file as Jupyter hands it to a hook: its `type`, its `format`, its `content`."""

NOT_SAVED = (
    "This notebook was not saved: olenb could not take out the names that it shows. "
    "What was saved before is still there, and so is what you see. Clear all outputs "
    "(Edit, Clear Outputs of All Cells) and save again."
)
NOT_TAKEN = (
    "This file was not taken in: it is called a notebook, and olenb could not read it to take "
    "out the names in it. You still have it where it came from."
)
_ENDING = ".ipynb"
_NAME = "olenb"


class Saving:
    """The hooks before and after a save; one object for each server.

    Parameters
    ----------
    log
        The server's own.
    """

    def __init__(self, log: logging.Logger | logging.LoggerAdapter[Any]) -> None:
        self._log = log
        self._ours: set[str] = set()
        self._arriving: set[str] = set()

    def before(self, model: Model, path: str, contents_manager: Any, **_: Any) -> None:
        """Clean what is about to be written, and the copy that is kept of what was before.

        Parameters
        ----------
        model
            What is saved; its content is changed in place.
        path
            Where to, as Jupyter names it.
        contents_manager
            What saves it.

        Raises
        ------
        tornado.web.HTTPError
            It could not be looked through, and is not saved.
        """
        path = path.strip("/")
        try:
            if self._clean(model, path, contents_manager):
                self._ours.add(path)
                self._clean_checkpoint(path, contents_manager)
        except Exception:  # it may tell what was in the notebook, so it isn't passed on
            raise web.HTTPError(HTTPStatus.INTERNAL_SERVER_ERROR, NOT_SAVED) from None

    def after(self, model: Model, os_path: str, **_: Any) -> None:
        """Clean a large upload, which comes in pieces and is whole only now.

        Parameters
        ----------
        model
            What was saved.
        os_path
            Where it lies.

        Raises
        ------
        tornado.web.HTTPError
            It could not be looked through, and was taken away again.
        """
        path, place = str(model["path"]).strip("/"), Path(os_path)
        if path not in self._arriving:
            return
        self._arriving.remove(path)
        try:
            _clean_file(place)
        except Exception:
            place.unlink(missing_ok=True)
            raise web.HTTPError(HTTPStatus.UNPROCESSABLE_ENTITY, NOT_TAKEN) from None

    async def moved(self, logger: Any, schema_id: str, data: Model) -> None:
        """Remember under its new name a notebook that was renamed while its page is open.

        Parameters
        ----------
        logger, schema_id
            Who tells, and about what.
        data
            What happened to a file.
        """
        if str(data.get("source_path", "")).strip("/") in self._ours:
            self._ours.add(str(data["path"]).strip("/"))

    def _clean(self, model: Model, path: str, contents_manager: Any) -> bool:
        """Clean what is saved, and tell whether it is a notebook of ours."""
        content = model.get("content")
        if content is None or model.get("type") == "directory":
            return False
        if model.get("type") == "notebook":
            ours = is_ours(content) or self._was_ours(path, contents_manager)
            if ours:
                scrub(content)
            return ours
        if not path.lower().endswith(_ENDING):
            return False
        if "chunk" in model:
            self._arriving.add(path)
            return False
        return _clean_text(model)

    def _was_ours(self, path: str, contents_manager: Any) -> bool:
        """Tell whether this was a notebook of ours before its code was changed."""
        if path in self._ours:
            return True
        place = _on_disk(path, contents_manager)
        if place is None or not place.is_file():
            return False
        raw = place.read_bytes()
        return _NAME.encode() in raw and is_ours(json.loads(raw))

    def _clean_checkpoint(self, path: str, contents_manager: Any) -> None:
        """Clean the copy that Jupyter made of a version from before, or from another program."""
        find = getattr(contents_manager.checkpoints, "checkpoint_path", None)
        if find is None:
            return
        place = Path(find("checkpoint", path))
        try:
            _clean_file(place)
        except Exception:
            # A copy that can't be read can't be gone back to either.
            self._log.warning("olenb removed a checkpoint that it could not read")
            place.unlink(missing_ok=True)


def _on_disk(path: str, contents_manager: Any) -> Path | None:
    """Return where a notebook lies, where the server keeps its notebooks as files."""
    find = getattr(contents_manager, "_get_os_path", None)
    return Path(find(path)) if find else None


def _clean_text(model: Model) -> bool:
    """Clean a notebook that is saved as a mere file, such as an upload or from a text editor."""
    content, packed = str(model["content"]), model.get("format") == "base64"
    raw = base64.b64decode(content) if packed else content.encode("utf-8", "surrogatepass")
    clean = _cleaned(raw)
    if clean is not None:
        model["content"] = (base64.b64encode(clean) if packed else clean).decode()
    return clean is not None


def _clean_file(place: Path) -> None:
    """Clean a file in place, where it is a notebook of ours that holds more than it should."""
    raw = place.read_bytes() if place.is_file() else b""
    clean = _cleaned(raw)
    if clean is not None and clean != raw:
        write(clean, place)


def _cleaned(raw: bytes) -> bytes | None:
    """Return a notebook of ours without what it showed, None for somebody else's file.

    Raises
    ------
    ValueError, TypeError, AttributeError
        It may be ours and can't be read.
    """
    try:
        notebook = json.loads(raw)
    except ValueError:
        if _NAME.encode() in raw:
            raise
        return None
    if not isinstance(notebook, dict) or not is_ours(notebook):
        return None
    changed = scrub(notebook)
    return json.dumps(notebook, ensure_ascii=False, indent=1).encode() if changed else raw
