"""Invented people and routes for the pictures, some with names that are out to break them."""

import random

from hypothesis import strategies as st

from olenb.core.terms import Band
from olenb.views.pictures import Circle, Contact, Introducer, Map, Routes, Target, Way

FIRST = [
    *("Ada", "Ben", "Chloe", "Diego", "Elena", "Farid", "Grace", "Hiro", "Ines", "Jamal"),
    *("Kira", "Liam", "Mina", "Noah", "Olga", "Zoe"),
]
LAST = [
    *("Abbott", "Castillo", "Diaz", "Fischer", "Garcia", "Ivanov", "Kim", "Müller", "Nguyen"),
    *("Okafor", "Patel", "Rossi"),
]
CIRCLES = [
    *("Coworkers", "Classmates", "Professors", "Former coworkers", "Family", "Friends"),
    *("Teams and clubs", "Online", "Family's coworkers", "Neighbors", "Alumni", "Others"),
]
HOSTILE = [
    *("$$x_1$$", "_under", "=1+1", "{braces}", "a & b < c", "]]>", "http://example.org/x"),
    *('<img src=x onerror="hacked=1">', "عبد الله محمد", "שלום עליכם", "田中 さくら", "김민준"),
    *(
        "👩‍👩‍👧 Ana 🇫🇷",
        "Z̷̢̛͓̠a̴̡͝l̷g̸o̵",
        "x" * 300,
        "W" * 300,
        "田" * 300,
        "\u202eevil\u202c",
        "a\x00b\x0b\ud800",
    ),
    *("", "   ", "﷽﷽﷽", "Ana\nRuiz", "ﬃ Ŵ Ж", "J.-P. d’Arc"),
]


def some_people(n: int, circles: int = 9, *, able: float = 0.12, seed: int = 1) -> Map:
    """Return a map of n contacts in circles of falling size."""
    rng = random.Random(seed)
    weights = [1 / (k + 1.5) for k in range(circles)]
    sizes = [int(n * weight / sum(weights)) for weight in weights]
    sizes[0] += n - sum(sizes)
    ids = iter(range(1, n + 1))
    return Map(
        tuple(
            Circle(
                CIRCLES[k % len(CIRCLES)],
                tuple(_contact(next(ids), rng, able) for _ in range(size)),
            )
            for k, size in enumerate(sizes)
        )
    )


def _contact(number: int, rng: random.Random, able: float) -> Contact:
    reach = rng.choice([1, 1, 2, 3]) if rng.random() < able else 0
    name = f"{rng.choice(FIRST)} {rng.choice(LAST)}"
    return Contact(number, name, rng.choice(["Mayo Clinic", "", "Halden Energy"]), reach)


def tied(shown: Map, *, seed: int = 1, each: int = 2) -> Map:
    """Return the map with invented ties within its circles and a few across."""
    rng = random.Random(seed)
    ties = []
    for circle in shown.circles:
        ids = [contact.id for contact in circle.contacts]
        ties += [(a, b) for a in ids for b in rng.sample(ids, min(each, len(ids))) if a != b]
    everybody = [contact.id for contact in shown.contacts]
    ties += [tuple(rng.sample(everybody, 2)) for _ in range(len(everybody) // 3)]
    return Map(shown.circles, tuple(ties))


def some_routes(people: int, places: int, closed: int = 0, *, seed: int = 1) -> Routes:
    """Return routes through invented people; the last `closed` places have none."""
    rng = random.Random(seed)
    bands = list(Band)
    introducers = tuple(
        Introducer(k, f"{rng.choice(FIRST)} {rng.choice(LAST)}", "Family", rng.choice(bands))
        for k in range(1, people + 1)
    )
    ways: list[list[Way]] = [[] for _ in range(places)]
    for one in introducers:
        for k in rng.sample(range(places - closed), min(places - closed, rng.choice([1, 1, 2]))):
            ways[k].append(Way(one.id, "Rosa Diaz", "they told you", rng.choice(bands)))
    targets = (Target(100 + k, f"Place {k}", tuple(own)) for k, own in enumerate(ways))
    return Routes(introducers, tuple(targets))


names = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=40), st.sampled_from(FIRST))
widths = st.sampled_from([200, 320, 430, 479, 480, 699, 700, 860, 1100, 1280])


@st.composite
def maps(draw: st.DrawFn, most: int = 60) -> Map:
    """Any map: up to twelve circles, some of them empty, names of every kind."""
    sizes = draw(st.lists(st.integers(0, most), max_size=12))
    pool = draw(st.lists(names, min_size=1, max_size=12))
    reaches = draw(st.lists(st.sampled_from([0, 0, 0, 1, 2, 12]), min_size=1, max_size=9))
    ids = iter(range(10_000))
    return Map(
        tuple(
            Circle(
                draw(names),
                tuple(
                    Contact(i := next(ids), pool[i % len(pool)], "", reaches[i % len(reaches)])
                    for _ in range(size)
                ),
            )
            for size in sizes
        )
    )


@st.composite
def routes(draw: st.DrawFn) -> Routes:
    """Any routes: people and places of any number within reason, names of every kind."""
    bands = st.sampled_from(list(Band))
    introducers = tuple(
        Introducer(k, draw(names), draw(names), draw(bands))
        for k in range(draw(st.integers(0, 18)))
    )
    ids = [one.id for one in introducers]
    ways = st.builds(Way, st.sampled_from(ids), names, names, bands) if ids else st.nothing()
    targets = tuple(
        Target(100 + k, draw(names), tuple(draw(st.lists(ways, max_size=4 if ids else 0))))
        for k in range(draw(st.integers(0, 15)))
    )
    return Routes(introducers, targets)
