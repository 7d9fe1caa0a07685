"""What all our widgets share: they talk in messages and keep nothing that could be saved.

A synced trait ends up in a notebook's metadata (JupyterLab's "save widget state", nbconvert) and a
repr in its outputs. So a page asks with ``ready`` and Python answers with a message; no name is
ever in a trait, and the repr is a neutral word.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar

import anywidget

from olenb.core.errors import OlenbError

STATIC = Path(__file__).parent / "static"
SORRY = (
    "Something went wrong here. Nothing was lost. "
    "Try once more; if it happens again, run the page again from the top."
)

# JupyterLab may run our handlers in a thread beside the cells' (comms over subshells), and two
# open pages in two threads: one at a time.
_one_at_a_time = threading.RLock()


class QuietWidget(anywidget.AnyWidget):
    """A widget whose content travels only in messages.

    A subclass gives ``_esm`` and ``_css``, calls `show` whenever there is something new, and
    answers the page's own messages in `handle`. The same document reaches every view of the
    widget, and again each view that comes later (another tab, a reloaded page).

    Attributes
    ----------
    time_zone : str
        The browser's own, an IANA name; "" while nobody looks.
    """

    noun: ClassVar[str] = "form"

    def __init__(self) -> None:
        self._document: dict[str, Any] | None = None
        self._watched = False
        self.time_zone = ""
        super().__init__()
        self.on_msg(self._receive)

    def __repr__(self) -> str:
        return f"<olenb {self.noun}>"

    def show(self, document: Mapping[str, Any]) -> None:
        """Show this document in every view, now and in those that come later.

        Parameters
        ----------
        document : mapping
            JSON-ready data that the widget's own JavaScript understands.
        """
        self._document = dict(document)
        self.tell("show", document=self._document)

    def tell(self, kind: str, /, **content: Any) -> None:
        """Send one message to every view; without a view nothing leaves Python.

        Parameters
        ----------
        kind : str
            The message's ``type`` for the JavaScript side.
        **content
            JSON-ready data.
        """
        if self._watched:
            self.send(_speakable({"type": kind, **content}))

    def progress(self, fraction: float | None, text: str) -> None:
        """Show how far a long job is; it reaches the page at once, while Python goes on working.

        Parameters
        ----------
        fraction : float or None
            0 to 1, or None while nobody can tell.
        text : str
            The same in words: "12,000 of 30,000 people read".
        """
        self.tell("progress", fraction=fraction, text=text)

    def say(self, sentence: str) -> None:
        """Show a short sentence in the status line, announced to screen readers.

        Parameters
        ----------
        sentence : str
            Such as "Saved".
        """
        self.tell("status", text=sentence)

    def first_document(self) -> dict[str, Any] | None:
        """Return what a view that just opened is to show; a subclass may make it only now."""
        return self._document

    def handle(self, message: Mapping[str, Any], buffers: Sequence[memoryview]) -> None:
        """Answer a message of the page; the default knows none.

        Parameters
        ----------
        message : mapping
            What the JavaScript sent, with its ``type``.
        buffers : sequence of memoryview
            Binary parts.
        """

    def trouble(self, error: Exception, message: Mapping[str, Any]) -> None:
        """Say in the widget that the answer to `message` failed; no traceback, no contact data.

        Parameters
        ----------
        error : Exception
            An `OlenbError` speaks for itself; anything else becomes one plain sentence.
        message : mapping
            What the page had sent.
        """
        self.tell(
            "trouble",
            text=explain(error),
            upload=message.get("upload", ""),
            field=getattr(error, "field", ""),
            scope=message.get("scope", ""),
            seq=message.get("seq", 0),
        )

    def _receive(self, _widget: object, message: Any, buffers: Sequence[memoryview]) -> None:
        """Take a message from a page; whatever happens stays inside the widget."""
        if not isinstance(message, dict):
            return
        with _one_at_a_time:
            try:
                self._answer(message, buffers)
            except Exception as error:
                self.trouble(error, message)

    def _answer(self, message: dict[str, Any], buffers: Sequence[memoryview]) -> None:
        """Greet a new view, or pass the message on."""
        if message.get("type") != "ready":
            self.handle(message, buffers)
            return
        self._watched = True
        self.time_zone = str(message.get("time_zone") or "")
        document = self.first_document()
        if document is not None:
            self.show(document)


def explain(error: Exception) -> str:
    """Return what to tell the user about an error.

    Parameters
    ----------
    error : Exception
        Anything; only an `OlenbError` is known to hold no contact data.

    Examples
    --------
    >>> explain(OlenbError("The disk is full. Nothing was lost. Free some space."))
    'The disk is full. Nothing was lost. Free some space.'
    >>> explain(KeyError("Ana Ruiz")) == SORRY
    True
    """
    return str(error) if isinstance(error, OlenbError) else SORRY


def _speakable(value: Any) -> Any:
    """Return the value with half characters replaced: they can't be sent as UTF-8."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, dict):
        return {_speakable(key): _speakable(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_speakable(each) for each in value]
    return value
