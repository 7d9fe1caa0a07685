"""How long the pictures take, how large they are, and whether labels lie on each other.

    python benchmarks/pictures.py [ROUNDS] [--keep FOLDER]

The first picture is timed in a process of its own, imports included; the others in this one: the
layout, the drawing and the file. A map holds everybody; the routes are those to ten places, where
one person in ten could introduce the user to somebody. Pairs of labels that overlap are counted
from what matplotlib has really drawn. The named alternative is what networkx draws by default
(spring layout, every name). `--keep` leaves the pictures in a folder, to be looked at.
"""

import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

import networkx as nx
from harness import Line, argument, number, tell, within
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from olenb.core import terms
from olenb.views import export, figures
from olenb.views.pictures import (
    Circle,
    Contact,
    Introducer,
    Map,
    Routes,
    Target,
    Way,
    layout_map,
    layout_routes,
)

PLACES = 10
SIZES = (100, 300, 2_000, 10_000, 30_000)
NETWORKX_UP_TO = 300
ROUNDS = 3
FIRST = """
import sys
from olenb.views import export, figures
from olenb.views.pictures import Circle, Contact, Map
def circle(c):
    people = (Contact(50 * c + n, f"Somebody {n}", reach=int(n < 5)) for n in range(50))
    return Circle(f"Circle {c}", tuple(people))
export.save(figures.map_figure(Map(tuple(circle(c) for c in range(6)))), sys.argv[1])
"""


def invented(size: int) -> Map:
    """Return so many people in nine circles, one in ten able to introduce."""
    chance = random.Random(size)
    circles: dict[str, list[Contact]] = {circle.label: [] for circle in list(terms.Circle)[:9]}
    for n in range(size):
        reach = chance.randrange(1, 4) if chance.random() < 0.1 else 0
        circles[chance.choice(list(circles))].append(Contact(n, f"Person Number{n}", reach=reach))
    return Map(tuple(Circle(name, tuple(who)) for name, who in circles.items()))


def invented_routes(size: int) -> Routes:
    """Return the ways of somebody with so many people to ten places, two for each who knows one."""
    chance = random.Random(size)
    bands = list(terms.Band)
    helpers = [
        Introducer(n, f"Person Number{n}", "friend", chance.choice(bands))
        for n in range(max(1, size // 10))
    ]
    ways: dict[int, list[Way]] = {place: [] for place in range(PLACES)}
    for helper in helpers:
        for _ in range(2):
            name = f"Somebody There{chance.randrange(size)}"
            way = Way(helper.id, name, "They told you so.", chance.choice(bands))
            ways[chance.randrange(PLACES)].append(way)
    places = (Target(n, f"Place Number {n}", tuple(some)) for n, some in ways.items())
    return Routes(tuple(helpers), tuple(places))


def draw(figure: Figure, path: Path) -> None:
    """Write a figure that was laid out and drawn."""
    export.save(figure, path)


def by_networkx(people: Map) -> Figure:
    """Draw the same people the way networkx does when nobody says otherwise."""
    G = nx.star_graph([0, *(contact.id + 1 for contact in people.contacts)])
    names = {contact.id + 1: contact.name for contact in people.contacts}
    figure = Figure(figsize=(11, 6))
    nx.draw_networkx(G, nx.spring_layout(G, seed=1), labels=names, ax=figure.subplots())
    return figure


def overlapping(figure: Figure) -> int:
    """Return how many pairs of texts in a figure share some place."""
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    texts = [text for text in figure.findobj(lambda one: hasattr(one, "get_text")) if _shows(text)]
    boxes = sorted(
        (text.get_window_extent().extents.tolist() for text in texts), key=lambda box: box[0]
    )
    return sum(
        one[2] > other[0] and one[1] < other[3] and other[1] < one[3]
        for n, one in enumerate(boxes)
        for other in boxes[n + 1 :]
    )


def _shows(text: Any) -> bool:
    return bool(text.get_visible() and text.get_text().strip())


def seconds(rounds: int, act: Callable[[], object]) -> float:
    """Return the median time of an act."""
    times = [time.perf_counter()]
    for _ in range(rounds):
        act()
        times.append(time.perf_counter())
    return median(after - before for before, after in pairwise(times))


def routes_of(size: int, folder: Path, rounds: int) -> Iterator[Line]:
    shown = invented_routes(size)
    path = folder / f"routes-{size}.svg"
    took = seconds(rounds, lambda: draw(figures.routes_figure(shown), path))
    layout = seconds(rounds, lambda: layout_routes(shown))
    ways = sum(len(target.ways) for target in shown.targets)
    what = f"routes of {size:,}: {ways:,} ways through {len(shown.introducers):,}"
    yield within(what, took, "s", 2, f"of that the layout: {number(layout)} s")
    yield within("… SVG", path.stat().st_size / 1e6, "MB", 1)
    found = overlapping(figures.routes_figure(shown))
    yield Line("… labels that overlap", f"{found} pairs", "", "", "none", found == 0)
    draw(figures.routes_figure(shown), folder / f"routes-{size}.png")


def map_of(size: int, folder: Path, rounds: int) -> Iterator[Line]:
    people = invented(size)
    path = folder / f"map-{size}.svg"
    took = seconds(rounds, lambda: draw(figures.map_figure(people), path))
    layout = seconds(rounds, lambda: layout_map(people))
    yield within(f"map of {size:,}", took, "s", 2, f"of that the layout: {number(layout)} s")
    yield within("… SVG", path.stat().st_size / 1e6, "MB", 1)
    found = overlapping(figures.map_figure(people))
    beside = ""
    if size <= NETWORKX_UP_TO:
        alone = seconds(1, lambda: by_networkx(people).savefig(folder / f"networkx-{size}.png"))
        pairs = overlapping(by_networkx(people))
        beside = f"networkx's own: {pairs:,} pairs, {number(alone)} s"
    yield Line("… labels that overlap", f"{found} pairs", beside, "", "none", found == 0)
    draw(figures.map_figure(people), folder / f"map-{size}.png")


def lines(rounds: int, folder: Path) -> Iterator[Line]:
    """Yield the results."""
    first = [sys.executable, "-c", FIRST, str(folder / "first.svg")]
    took = seconds(rounds, lambda: subprocess.run(first, check=True))
    yield within("first picture of 300, a whole process", took, "s")
    for of in (map_of, routes_of):
        for size in SIZES:
            yield from of(size, folder, rounds)


if __name__ == "__main__":
    if "--keep" in sys.argv:
        kept = Path(sys.argv[sys.argv.index("--keep") + 1])
        kept.mkdir(parents=True, exist_ok=True)
        tell(lines(argument(ROUNDS), kept))
    else:
        with tempfile.TemporaryDirectory() as name:
            tell(lines(argument(ROUNDS), Path(name)))
