"""The board: everybody by how far it is, in words, in a table and drawn."""

import pandas as pd
import pytest
from invented import HOSTILE
from matplotlib.backends.backend_agg import RendererAgg

from olenb.core.terms import Stage
from olenb.views.board import EMPTY, Board, Card, board_of, describe_board
from olenb.views.board_figure import MOST, board_figure
from olenb.views.canvas import DPI
from olenb.views.export import svg
from olenb.views.pictures.text import whole

NOBODY = dict.fromkeys(Stage, ())


def tracked(*rows: tuple[str, str, str | None, str, bool]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["person", "stage", "due_at", "next", "overdue"])
    return frame.assign(due_at=pd.to_datetime(frame["due_at"], utc=True))


def test_everybody_stands_in_one_column_what_is_due_first_on_top() -> None:
    board = board_of(
        tracked(
            ("Ana", "asked", "2026-11-20", "write to Ana once more today", True),
            ("Bo", "asked", "2026-11-27", "write to Bo on Friday", False),
            ("Cem", "replied", None, "find a time", False),
        )
    )
    assert board.size == 3
    assert board.columns[Stage.ASKED] == (
        Card("Ana", "today", "write to Ana once more today"),
        Card("Bo", "Fri 27 Nov", "write to Bo on Friday"),
    )
    described = describe_board(board)
    assert described.sentence == "First of all: write to Ana once more today."
    assert described.alt == "A board of 3 people in columns by how far it is: asked 2, replied 1."
    assert described.table["Who"].tolist() == ["Ana", "Bo", "Cem"]


def test_an_empty_board_says_what_to_do_and_counts_nothing() -> None:
    described = describe_board(Board(NOBODY))
    assert described.sentence == EMPTY
    assert "0" not in described.alt
    assert len(described.table) == 0


@pytest.mark.parametrize("dark", [False, True])
def test_hostile_names_are_drawn_as_text(dark: bool) -> None:
    cards = tuple(Card(name, "Fri 27 Nov") for name in HOSTILE)
    picture = board_figure(Board({**NOBODY, Stage.ASKED: cards}), dark=dark)
    drawn = svg(picture).decode()
    assert "<img" not in drawn
    assert f"and {len(HOSTILE) - MOST} more" in drawn
    assert picture.description.table["Who"].tolist() == list(map(whole, HOSTILE))


def test_every_word_stays_inside_its_card() -> None:
    cards = tuple(Card(name, "Wed 25 Nov") for name in ("W" * 300, "Ana Ruiz"))
    picture = board_figure(Board(dict.fromkeys(Stage, cards)))
    (ax,) = picture.axes
    boxes = [text.get_window_extent(RendererAgg(1, 1, DPI)) for text in ax.texts]
    assert max(box.x1 for box in boxes) <= picture.bbox.x1
    assert min(box.x0 for box in boxes) >= 0
