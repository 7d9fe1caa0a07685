import datetime as dt
import json

import numpy as np
import pandas as pd
import pytest

from olenb.views.widgets import blocks
from olenb.views.widgets.base import STATIC
from olenb.views.widgets.blocks import Button, Card, Field, Link, Row, TableBlock
from olenb.views.widgets.documents import plain, to_document


@pytest.mark.parametrize(
    "missing", [None, float("nan"), np.nan, pd.NaT, pd.NA], ids=["None", "nan", "np", "NaT", "NA"]
)
def test_whatever_is_missing_is_empty(missing):
    assert plain(missing) == ""


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (pd.Timestamp("2026-03-01 10:00"), "2026-03-01"),
        (dt.date(2026, 3, 1), "2026-03-01"),
        (np.int64(3), 3),
        (np.bool_(True), True),
        (np.str_("Ana"), "Ana"),
        ("nan", "nan"),
    ],
)
def test_values_of_a_frame_become_json(value, shown):
    assert plain(value) == shown
    json.dumps(plain(value))


def test_blocks_inside_blocks_become_documents():
    card = Card("p1", "Ana", ["nurse"], [Button("drop", "Remove")], [Row([Field("n", "Name")])])
    assert to_document(card) == {
        "type": "card",
        "id": "p1",
        "title": "Ana",
        "lines": ["nurse"],
        "buttons": [{"type": "button", "action": "drop", "label": "Remove"}],
        "blocks": [
            {"type": "row", "blocks": [{"type": "field", "name": "n", "label": "Name"}]},
        ],
    }


@pytest.mark.parametrize(
    "target",
    [
        "https://x.org",
        "//x.org",
        "../secret.ipynb",
        "/etc/x",
        "javascript:1",
        "",
        "a/../../b",
        "a\\b",
    ],
)
def test_a_link_never_leaves_the_folder(target):
    with pytest.raises(ValueError, match="A link goes to a notebook beside this one"):
        Link("Next", target)


def test_a_table_with_a_short_row_is_a_mistake():
    with pytest.raises(ValueError, match="Every row of a table needs its 2 cells"):
        TableBlock("People", ["Name", "Where"], [["Ana"]])


def test_every_block_has_a_maker_in_javascript():
    bundle = (STATIC / "screen.js").read_text("utf-8")
    kinds = [
        name.lower() for name, one in vars(blocks).items() if hasattr(one, "__dataclass_fields__")
    ]
    assert len(kinds) > 10
    assert [kind for kind in kinds if f"{kind}:" not in bundle] == []
