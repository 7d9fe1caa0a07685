"""The map and the routes in a notebook: looked at, walked through by keys, asked for more."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, ClassVar

from olenb.views.pictures.describe import Description, describe_map, describe_routes
from olenb.views.pictures.details import Detail, map_detail, routes_detail
from olenb.views.pictures.document import (
    Document,
    map_document,
    routes_document,
    table_document,
)
from olenb.views.pictures.map_layout import layout_map
from olenb.views.pictures.model import Map, Routes
from olenb.views.pictures.routes_layout import layout_routes
from olenb.views.pictures.ties_layout import can_show_ties, layout_ties
from olenb.views.pictures.words import ROUTES_TITLE, VIEWS, map_title
from olenb.views.widgets.base import STATIC, QuietWidget

OnSelect = Callable[[str | None, int | None], object]
OnHover = Callable[[str, int], object]
Answer = Callable[[str, int], Detail | None]

WIDEST = 1280


class PictureWidget(QuietWidget):
    """What the two interactive pictures share; use `MapPicture` or `RoutesPicture`.

    The page asks for a layout that fits its real width, so that words keep their size. Choosing
    a mark reaches Python, which answers with a few lines for the panel below.

    Parameters
    ----------
    on_select : callable, optional
        ``on_select(kind, id)`` with kind ``"person"`` or ``"target"``; both None when nothing is
        chosen any more.
    on_hover : callable, optional
        ``on_hover(kind, id)`` when the pointer or the focus rests on a mark.
    answer : callable, optional
        ``answer(kind, id)`` returns the `Detail` for the panel; by default what the picture
        itself knows.
    """

    _esm = STATIC / "picture.js"
    _css = STATIC / "picture.css"
    noun: ClassVar[str] = "picture"

    def __init__(
        self,
        *,
        on_select: OnSelect | None = None,
        on_hover: OnHover | None = None,
        answer: Answer | None = None,
    ) -> None:
        super().__init__()
        self.selected: tuple[str, int] | None = None
        self._on_select = on_select
        self._on_hover = on_hover
        self._answer_with = answer

    def first_document(self) -> Document:
        """Return the words around the picture; the picture itself follows for a width."""
        description = self.describe()
        return {
            "kind": self.noun,
            "title": self.title(),
            "sentence": description.sentence,
            "alt": description.alt,
            "views": self.views(),
            "selected": self.selected,
            "detail": self._detail_document(),
        }

    def handle(self, message: Mapping[str, Any], buffers: Sequence[memoryview]) -> None:
        """Answer the page: a layout, the table, or what is known of a mark."""
        kind = message.get("type")
        if kind == "layout":
            asked, view = int(message["width"]), str(message.get("view", ""))
            self.tell("layout", width=asked, view=view, picture=self.picture(asked, view))
        elif kind == "table":
            self.tell("table", table=table_document(self.describe()))
        elif kind == "select":
            self._select(message)
        elif kind == "hover" and self._on_hover is not None:
            self._on_hover(*_mark(message["mark"]))

    def title(self) -> str:
        """Return what stands above the picture."""
        raise NotImplementedError

    def describe(self) -> Description:
        """Return the picture in words."""
        raise NotImplementedError

    def views(self) -> list[tuple[str, str]]:
        """Return the ways to look at it, if there are more than one: key and words."""
        return []

    def picture(self, width: int, view: str) -> Document:
        """Return the picture laid out for a width."""
        raise NotImplementedError

    def detail(self, kind: str, number: int) -> Detail | None:
        """Return what the picture itself knows of a mark."""
        raise NotImplementedError

    def _select(self, message: Mapping[str, Any]) -> None:
        """Remember what is chosen, tell whoever wants to know, answer for the panel."""
        if message.get("mark") is None:
            self.selected = None
            if self._on_select is not None:
                self._on_select(None, None)
            return
        self.selected = _mark(message["mark"])
        if self._on_select is not None:
            self._on_select(*self.selected)
        document = self._detail_document()
        if document is not None:
            self.tell("detail", **document)

    def _detail_document(self) -> Document | None:
        """Return what the panel says of whoever is chosen."""
        if self.selected is None:
            return None
        detail = (self._answer_with or self.detail)(*self.selected)
        if detail is None:
            return None
        return {"about": self.selected, "title": detail.title, "lines": list(detail.lines)}


class MapPicture(PictureWidget):
    """The map of everybody whom the user knows.

    Parameters
    ----------
    shown : Map
        The circles with their contacts.
    on_select, on_hover, answer : callable, optional
        As for `PictureWidget`.
    """

    noun = "map"

    def __init__(self, shown: Map, **listeners: Any) -> None:
        self._show_map(shown)
        super().__init__(**listeners)

    def update(self, shown: Map) -> None:
        """Show this map from now on; what was chosen stays chosen if it is still there."""
        self._show_map(shown)
        self.show(self.first_document())

    def _show_map(self, shown: Map) -> None:
        self._shown = shown
        self._laid_out = lru_cache(maxsize=8)(self._lay_out)

    def title(self) -> str:
        """Return how many people there are."""
        return map_title(self._shown.size)

    def describe(self) -> Description:
        """Return the map in words."""
        return describe_map(self._shown)

    def views(self) -> list[tuple[str, str]]:
        """Return both views where contacts know each other."""
        return list(VIEWS.items()) if can_show_ties(self._shown) else []

    def picture(self, width: int, view: str) -> Document:
        """Return the map laid out for a width, by circle or by who knows whom."""
        return self._laid_out(min(width, WIDEST), view)

    def _lay_out(self, width: int, view: str) -> Document:
        ties = view == "ties" and can_show_ties(self._shown)
        layout = layout_ties(self._shown, width) if ties else layout_map(self._shown, width)
        return map_document(self._shown, layout)

    def detail(self, kind: str, number: int) -> Detail | None:
        """Return who a contact is."""
        return map_detail(self._shown, number)


class RoutesPicture(PictureWidget):
    """Who could introduce the user where.

    Parameters
    ----------
    shown : Routes
        The introducers and the targets with their ways.
    on_select, on_hover, answer : callable, optional
        As for `PictureWidget`.
    """

    noun = "routes"

    def __init__(self, shown: Routes, **listeners: Any) -> None:
        self._shown = shown
        super().__init__(**listeners)

    def update(self, shown: Routes) -> None:
        """Show these routes from now on; what was chosen stays chosen if it is still there."""
        self._shown = shown
        self.show(self.first_document())

    def title(self) -> str:
        """Return what stands above the routes."""
        return ROUTES_TITLE

    def describe(self) -> Description:
        """Return the routes in words."""
        return describe_routes(self._shown)

    def picture(self, width: int, view: str) -> Document:
        """Return the routes laid out for a width."""
        return routes_document(self._shown, layout_routes(self._shown, min(width, WIDEST)))

    def detail(self, kind: str, number: int) -> Detail | None:
        """Return what a person opens, or the ways to a target."""
        return routes_detail(self._shown, kind, number)


def _mark(pair: Sequence[Any]) -> tuple[str, int]:
    """Return a mark as the page names it: its kind and its id."""
    kind, number = pair
    return str(kind), int(number)
