"""A visitor who looks at a screen and presses its buttons, as the page does."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import olenb
from olenb.views.widgets.screen import Screen
from olenb.workbook import Workbook


class Visitor:
    """What somebody sees and does on one screen."""

    def __init__(self, form: Screen, time_zone: str = "Europe/Oslo") -> None:
        self.form = form
        self.document: dict[str, Any] = {}
        self.heard: list[str] = []
        self.trouble: dict[str, Any] = {}
        self.downloads: dict[str, bytes] = {}
        self.progress: list[tuple[float, str]] = []
        form.send = self._take
        self._tell({"type": "ready", "time_zone": time_zone})

    def _tell(self, message: dict[str, Any], buffers: list[bytes] | None = None) -> None:
        self.form._receive(self.form, message, [memoryview(b) for b in buffers or []])

    def _take(self, message: dict[str, Any], buffers: list[bytes] | None = None) -> None:
        kind = message["type"]
        if kind == "show":
            self.document = message["document"]
        elif kind == "status":
            self.heard.append(message["text"])
        elif kind == "trouble":
            self.trouble = message
        elif kind == "progress":
            self.progress.append((message["fraction"], message["text"]))
        elif kind == "download" and buffers:
            self.downloads[message["name"]] = bytes(buffers[0])

    def press(self, action: str, item: str = "", **values: str | bool) -> str:
        """Press a button that is really there, and return what was said."""
        found = self.buttons(action, item) or self.fields_with(action)
        assert found, f"no button {action} {item}; {self.trouble.get('text', '')}"
        self.trouble, before = {}, len(self.heard)
        self._tell({"type": "action", "action": action, "item": item, "values": values})
        return " ".join([*self.heard[before:], self.trouble.get("text", "")]).strip()

    def bring(self, action: str, path: Path) -> str:
        """Bring a file into the box of `action`."""
        self.trouble, before = {}, len(self.heard)
        content = path.read_bytes()
        step: dict[str, Any] = {"type": "upload", "upload": "1", "action": action}
        self._tell({**step, "step": "begin", "name": path.name, "size": len(content)})
        self._tell({**step, "step": "piece"}, [content])
        self._tell({**step, "step": "end"})
        return " ".join([*self.heard[before:], self.trouble.get("text", "")]).strip()

    def blocks(self, kind: str = "") -> Iterator[dict[str, Any]]:
        """Yield every block on the screen, those in cards and rows too."""
        yield from (b for b in walk(self.document) if b.get("type") and kind in ("", b["type"]))

    def buttons(self, action: str = "", item: str = "") -> list[dict[str, Any]]:
        """Return the buttons, or those of one action and item."""
        found = [b for b in walk(self.document) if b.get("type") == "button"]
        return [b for b in found if action in ("", b["action"]) and item in ("", b["item"])]

    def fields_with(self, action: str) -> list[dict[str, Any]]:
        """Return the fields that run an action by themselves."""
        return [b for b in self.blocks("field") if b.get("action") == action]

    def field(self, name: str) -> dict[str, Any]:
        """Return one field."""
        return next(b for b in self.blocks("field") if b["name"] == name)

    @property
    def text(self) -> str:
        """Everything that can be read on the screen."""
        shown = ("text", "title", "label", "help", "summary", "tag", "caption", "placeholder")
        words: list[str] = []
        for block in self.blocks():
            words += [str(block[key]) for key in shown if block.get(key)]
            words += [str(line) for line in block.get("lines", [])]
            words += [str(cell) for row in block.get("rows", []) for cell in row]
        return "\n".join(words)


def walk(value: Any, card: str = "") -> Iterator[dict[str, Any]]:
    """Yield every block; a button without an item has that of the card around it."""
    if isinstance(value, dict):
        yield {"item": card, **value}
        inside = value["id"] if value.get("type") == "card" else card
        for each in value.values():
            yield from walk(each, inside)
    elif isinstance(value, list):
        for each in value:
            yield from walk(each, card)


@pytest.fixture
def wb(home: Path) -> Workbook:
    """The workbook of somebody who just opened it for the first time."""
    return olenb.open_workbook(home)


@pytest.fixture
def visit() -> Callable[..., Visitor]:
    """Look at a screen."""
    return Visitor
