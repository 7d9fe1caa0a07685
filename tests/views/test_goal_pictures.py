"""The pictures of the goals: described, clean of markup, and whole in every look."""

import subprocess
import sys
from xml.etree import ElementTree

import pandas as pd
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from olenb.method.exercises.energy import ACTIVITIES
from olenb.method.frames import frame
from olenb.method.goal_history import COLUMNS
from olenb.method.market import shipped
from olenb.views import export, on_demand
from olenb.views.timeline_words import entries
from olenb.views.wages_words import Wages

HOSTILE = (
    '<img src=x onerror="window.hacked=1">',
    "$$x^2$$ _under {braces} =1+1",
    "\u202eمريم الخطيب",
    "N" * 300,
    "🎓 日本語",
)


def log(*rows: tuple[object, ...]) -> pd.DataFrame:
    return frame([(n, *row) for n, row in enumerate(rows)], ACTIVITIES)


def change(on: str, kind: str, what: str, **more: object) -> tuple[object, ...]:
    row = dict.fromkeys(COLUMNS, "") | {"conversation_id": None, "plan_id": None}
    row |= {"confidential": False, "on": on, "kind": kind, "what": what} | more
    return tuple(row[name] for name in COLUMNS)


ENERGY = log(*((words, words, n % 5 - 2, n % 4, "2026-10-01") for n, words in enumerate(HOSTILE)))
HISTORY = frame(
    [
        change("2026-10-04", "curiosity", "labs"),
        change("", "market", "it pays enough"),
        *(change("2026-10-05", "target", words) for words in HOSTILE),
        change(
            "2026-11-05",
            "curiosity",
            HOSTILE[0],
            before="labs",
            because=HOSTILE[1],
            person=HOSTILE[2],
            held_on="2026-11-05",
            conversation_id=1,
        ),
        change("2026-11-05", "finding", "It seems not: labs are quiet", conversation_id=1),
        change("2026-11-06", "finding", "It seems so: labs are quiet", before="it seems not"),
    ],
    COLUMNS,
)
NURSES = Wages(
    shipped(),
    "Registered Nurses",
    shipped().figures("291141", ["0000000", "2700000", "0033460", "7800000"]),
)
DRAWN = {
    "energy": lambda **look: on_demand.energy_figure(ENERGY, **look),
    "timeline": lambda **look: on_demand.timeline_figure(HISTORY, "It moved.", **look),
    "wages": lambda **look: on_demand.wages_figure(NURSES, **look),
}


@pytest.mark.parametrize("name", DRAWN)
@pytest.mark.parametrize("look", [{}, {"dark": True}, {"grey": True}], ids=["day", "night", "grey"])
def test_a_picture_is_drawn_inside_its_edges(name, look):
    figure = DRAWN[name](**look)
    FigureCanvasAgg(figure).draw()
    whole = figure.bbox
    for text in figure.axes[0].texts:
        box = text.get_window_extent()
        assert box.x0 >= -1, text.get_text()
        assert box.x1 <= whole.x1 + 1, text.get_text()
        assert box.y0 >= -1, text.get_text()


@pytest.mark.parametrize("name", DRAWN)
def test_nothing_in_a_picture_is_markup_or_mathematics(name):
    tags = {
        node.tag.split("}")[1] for node in ElementTree.fromstring(export.svg(DRAWN[name]())).iter()
    }
    assert not tags & {"img", "script", "a", "foreignObject"}


@pytest.mark.parametrize("name", DRAWN)
def test_a_picture_says_in_words_and_as_a_table_what_it_shows(name):
    described = DRAWN[name]().description
    assert described.alt.endswith(".")
    assert described.sentence.endswith(".")
    assert len(described.table) >= len(HOSTILE) - 1
    assert all(str(kind) == "str" for kind in described.table.dtypes)


def test_the_energy_log_names_the_verbs_to_look_for():
    df = log(
        ("open day", "explaining", 2, 3, ""),
        ("forms", "copying", -2, 0, ""),
        ("shop", "selling", 2, 0, ""),
    )
    said = on_demand.energy_figure(df).description.sentence
    assert said == "More of this: explaining. Less of this: copying."
    mixed = log(("shop", "selling", 2, 0, ""))
    assert "will show a direction" in on_demand.energy_figure(mixed).description.sentence


def test_a_square_with_many_activities_says_how_many_more():
    df = log(*((f"day {n}", "", 1, 2, "") for n in range(7)))
    words = [text.get_text() for text in on_demand.energy_figure(df).axes[0].texts]
    assert "and 3 more" in words


def test_a_days_new_places_are_one_entry_and_a_changed_curiosity_says_why():
    shown = entries(HISTORY)
    places = [entry for entry in shown if entry.kind == "target"]
    assert len(places) == 1
    assert places[0].what.endswith("and 1 more")
    moved = [entry for entry in shown if entry.kind == "curiosity"][1]
    assert moved.aside.startswith("before: labs; after a conversation with ")
    assert "on November 5, 2026" in moved.aside


def test_without_names_no_name_is_in_the_picture_nor_in_its_table():
    history = HISTORY.assign(person="Rosa Vik", because="")
    figure = on_demand.timeline_figure(history, names=False)
    assert b"Rosa" not in export.svg(figure)
    assert "Rosa" not in figure.description.table.to_csv()
    assert b"Rosa" in export.svg(on_demand.timeline_figure(history))


def test_a_long_history_shows_its_newest_part():
    rows = [change(f"2026-{1 + n // 28:02}-{1 + n % 28:02}", "why now", f"n{n}") for n in range(60)]
    figure = on_demand.timeline_figure(frame(rows, COLUMNS))
    words = [text.get_text() for text in figure.axes[0].texts]
    assert "36 earlier changes stand in the table." in words
    assert "n59" in words
    assert "n0" not in words


def test_of_an_area_without_figures_the_picture_says_so():
    words = [text.get_text() for text in DRAWN["wages"]().axes[0].texts]
    assert "about 3,380,000 people" in words
    assert "$97,550" in words
    actors = Wages(shipped(), "Actors", shipped().figures("272011", ["0000000"]))
    words = [text.get_text() for text in on_demand.wages_figure(actors).axes[0].texts]
    assert any("no yearly wage is published" in text for text in words)


def test_matplotlib_waits_until_something_is_drawn():
    code = "import sys; from olenb.views import on_demand; print('matplotlib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
