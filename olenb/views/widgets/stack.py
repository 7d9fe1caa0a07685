"""Widgets below each other, of which some come and go with what the user chose."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import ipywidgets

from olenb.views.widgets.base import QuietWidget


class Stack(ipywidgets.VBox):  # type: ignore[misc]
    """A column of widgets; its traits hold their ids alone, and its repr is a neutral word.

    Parameters
    ----------
    choose : callable
        Returns the widgets to show now, in order; asked again by `refresh`.
    """

    def __init__(self, choose: Callable[[], Sequence[QuietWidget]]) -> None:
        super().__init__()
        self._choose = choose
        self._shown: tuple[QuietWidget, ...] = ()
        self.refresh()

    def __repr__(self) -> str:
        return "<olenb forms>"

    def refresh(self) -> None:
        """Show the widgets that belong there now; those that stay keep what was typed."""
        now = tuple(self._choose())
        if now != self._shown:
            self.children = self._shown = now
