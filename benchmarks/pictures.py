"""How long the pictures take and how large they are, at growing numbers of contacts.

    python benchmarks/pictures.py [ROUNDS]

The first picture is timed in a process of its own, imports included; the others in this one.
The named alternative is what networkx draws by default (spring layout, every name).
"""

import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import networkx as nx
from matplotlib.figure import Figure

from olenb.core import terms
from olenb.views import export, figures
from olenb.views.pictures import Circle, Contact, Map

SIZES = (300, 2_000, 30_000)
NETWORKX_UP_TO = 300
ROUNDS = 5
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


def draw(people: Map, path: Path) -> None:
    """Lay the map out, draw it and write it."""
    export.save(figures.map_figure(people), path)


def by_networkx(people: Map, path: Path) -> None:
    """Draw the same people the way networkx does when nobody says otherwise."""
    G = nx.star_graph([0, *(contact.id + 1 for contact in people.contacts)])
    names = {contact.id + 1: contact.name for contact in people.contacts}
    figure = Figure(figsize=(11, 6))
    nx.draw_networkx(G, nx.spring_layout(G, seed=1), labels=names, ax=figure.subplots())
    figure.savefig(path)


def seconds(rounds: int, act: Callable[[], object]) -> float:
    """Return the median time of an act."""
    taken = []
    for _ in range(rounds):
        began = time.perf_counter()
        act()
        taken.append(time.perf_counter() - began)
    return median(taken)


def main(rounds: int) -> None:
    """Print medians and sizes."""
    with tempfile.TemporaryDirectory() as folder:
        first = [sys.executable, "-c", FIRST, str(Path(folder) / "first.svg")]
        took = seconds(rounds, lambda: subprocess.run(first, check=True))
        print(f"first picture, 300 people, a whole process: {took:.2f} s")
        for size in SIZES:
            people = invented(size)
            for suffix in (".svg", ".png"):
                path = Path(folder) / f"map{suffix}"
                took = seconds(rounds, lambda: draw(people, path))  # noqa: B023 - called at once
                print(
                    f"{size:6,} people {suffix}: {took:.2f} s, {path.stat().st_size / 1e3:,.0f} kB"
                )
            if size <= NETWORKX_UP_TO:
                path = Path(folder) / "hairball.png"
                took = seconds(rounds, lambda: by_networkx(people, path))  # noqa: B023
                print(f"{size:6,} people, networkx's own: {took:.2f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
