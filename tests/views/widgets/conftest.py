"""The other end of the wire: what a page sends to a widget, and what it hears."""

from dataclasses import dataclass, field
from typing import Any

import comm
import pytest
from comm.base_comm import BaseComm

from olenb.views.widgets.base import QuietWidget


@dataclass
class Page:
    """A page that shows widgets: it hears everything that leaves Python."""

    published: list[dict[str, Any]] = field(default_factory=list)

    @property
    def heard(self) -> list[dict[str, Any]]:
        """The messages for the widgets' own JavaScript."""
        return [one["content"] for one in self.published if one.get("method") == "custom"]

    def last(self, kind: str) -> dict[str, Any]:
        """Return the newest message of this type."""
        return [one for one in self.heard if one["type"] == kind][-1]

    def says(self, widget: QuietWidget, kind: str, *buffers: bytes, **content: Any) -> None:
        """Send a message as the page's JavaScript does."""
        data = {"method": "custom", "content": {"type": kind, **content}}
        pieces = [memoryview(each) for each in buffers]
        widget._handle_msg({"content": {"data": data}, "buffers": pieces})

    def looks(self, widget: QuietWidget) -> None:
        """Open a view."""
        self.says(widget, "ready", time_zone="America/Chicago")


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> Page:
    """A page that is connected to every widget made in the test."""
    page = Page()

    class Wire(BaseComm):
        def publish_msg(self, msg_type: str, data: Any = None, **_: Any) -> None:
            page.published.append({"msg_type": msg_type, **(data or {})})

    monkeypatch.setattr(comm, "create_comm", Wire)
    return page
