"""A form of olenb: blocks in, events out, redrawn after every action.

def render():
return [Form("add", [Field("name", "Who?"), Button("add", "Add", kind="primary")])]

def add(event):
workbook.add(event.text("name"))
return "Saved"

Screen(render, {"add": add})
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from olenb.core.errors import OlenbError
from olenb.core.progress import Tell, silent
from olenb.views.widgets.base import STATIC, QuietWidget
from olenb.views.widgets.blocks import Block
from olenb.views.widgets.documents import to_document
from olenb.views.widgets.uploads import UploadedFile, Uploads


class FieldError(OlenbError):
    """An answer that can't be taken: raised by an action, shown beside its field.

    Parameters
    ----------
    name : str
        The field's name.
    sentence : str
        What is wrong with it and what would do.
    """

    def __init__(self, name: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = name


@dataclass(frozen=True)
class Event:
    """What the user did.

    Parameters
    ----------
    action : str
        The button's, field's or upload's action.
    item : str
        The button's own item, or the id of the card around it, or "".
    values : mapping of str to str or bool
        The fields of the button's scope; texts are trimmed and in Unicode's composed form (NFC),
        an empty answer is "", dates are "2026-03-01".
    upload : UploadedFile or None
        The file that was brought, gone after the action unless it is kept.
    progress : callable
        Shows in the form how far a long action is: a fraction from 0 to 1, and a few words.
    """

    action: str
    item: str = ""
    values: Mapping[str, str | bool] = field(default_factory=dict)
    upload: UploadedFile | None = None
    progress: Tell = silent

    def text(self, name: str) -> str:
        """Return the text of a field, "" when it was left empty or isn't on the screen.

        Parameters
        ----------
        name : str
            The field's name.

        Examples
        --------
        >>> Event("add", values={"name": "Ana"}).text("name")
        'Ana'
        """
        value = self.values.get(name, "")
        return value if isinstance(value, str) else ""

    def checked(self, name: str) -> bool:
        """Return whether a checkbox is ticked.

        Parameters
        ----------
        name : str
            The field's name.

        Examples
        --------
        >>> Event("add", values={"sure": True}).checked("sure")
        True
        """
        return self.values.get(name) is True


Action = Callable[[Event], str | None]
"""What an action is: it may return a short sentence for the status line, such as "Saved"."""


class Screen(QuietWidget):
    """A form made of blocks.

    After every action `render` is called again and the page is brought in line with it: the focus
    stays, and so does typed text that wasn't part of the action. An exception in an action is
    shown as one sentence where it happened; an `OlenbError` in its own words, a `FieldError`
    beside its field, and the typed text stays.

    Parameters
    ----------
    render : callable
        Returns the list of blocks to show; it is called when the screen is first looked at.
    actions : mapping of str to callable
        What each ``action`` does with an `Event`; a returned sentence is shown as the status.
    on_download : callable
        Called with the name and the kind of each file that leaves through the browser.
    """

    _esm = STATIC / "screen.js"
    _css = STATIC / "screen.css"

    def __init__(
        self,
        render: Callable[[], Sequence[Block]],
        actions: Mapping[str, Action] | None = None,
        on_download: Callable[[str, str], None] | None = None,
    ) -> None:
        super().__init__()
        self._render = render
        self._actions = dict(actions or {})
        self._on_download = on_download
        self._uploads = Uploads()

    def refresh(self) -> None:
        """Render again, for a change that came from elsewhere (another cell, another screen)."""
        if self._watched:
            self.show(self.first_document())

    def download(self, name: str, content: bytes, kind: str) -> None:
        """Save a file through the browser that asked for it, while its action runs.

        Parameters
        ----------
        name : str
            What the file is called; the browser numbers it where there is one already.
        content : bytes
            What is in it.
        kind : str
            What it is, in a word or two.
        """
        if self._watched:
            self.send({"type": "download", "name": name}, [content])
            if self._on_download:
                self._on_download(name, kind)

    def first_document(self) -> dict[str, Any]:
        """Return the blocks as they are now."""
        return {"blocks": [to_document(block) for block in self._render()]}

    def handle(self, message: Mapping[str, Any], buffers: Sequence[memoryview]) -> None:
        """Run the action that the page asks for, or take the next piece of a file."""
        if message.get("type") == "action":
            self._act(_event(message), message)
        elif message.get("type") == "upload":
            self._take(message, buffers)

    def _act(self, event: Event, message: Mapping[str, Any]) -> None:
        """Run an action, then show the screen again, whatever came of it."""
        try:
            sentence = self._actions[event.action](replace(event, progress=self.progress))
        except Exception:
            self.refresh()
            raise
        self.show(self.first_document())
        self.tell("done", scope=message.get("scope", ""), seq=message.get("seq", 0))
        if sentence:
            self.say(sentence)

    def _take(self, message: Mapping[str, Any], buffers: Sequence[memoryview]) -> None:
        """Gather a file; when the last piece is there, run its action and delete the file."""
        upload = self._uploads.take(message, buffers)
        if upload is None:
            self.tell("more", upload=message.get("upload"))
            return
        event = Event(str(message.get("action")), str(message.get("item", "")), upload=upload)
        try:
            self._act(event, message)
        finally:
            self._uploads.drop(upload)
        self.tell("taken", upload=message.get("upload"))


def _event(message: Mapping[str, Any]) -> Event:
    """Return the page's message as an event with clean texts."""
    values = message.get("values")
    clean = {str(name): _clean(value) for name, value in dict(values or {}).items()}
    return Event(str(message.get("action", "")), str(message.get("item", "")), clean)


def _clean(value: object) -> str | bool:
    """Return a text trimmed and composed, a tick as it is."""
    return value if isinstance(value, bool) else unicodedata.normalize("NFC", str(value)).strip()
