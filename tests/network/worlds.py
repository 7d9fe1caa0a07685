"""Small invented networks: typed by hand with `world`, or drawn by hypothesis with `worlds`."""

from typing import Any

from hypothesis import strategies as st

from olenb.core.store import Store
from olenb.core.terms import Evidence, Willingness

EGO = 1
TODAY = "2026-11-23"
Tables = dict[str, list[dict[str, Any]]]


def world(
    mine: dict[str, str | None],
    ties: list[tuple[str, str, str]],
    at: dict[str, str] | None = None,
    targets: list[dict[str, Any]] | None = None,
    **facts: dict[str, Any],
) -> Tables:
    """Return the tables of a network whose people are called by a word each.

    Parameters
    ----------
    mine
        Whom the user knows, and what they said of their willingness.
    ties
        Who knows whom, with the evidence.
    at
        Where people are now; the first organization is number 1.
    targets
        Rows of `target`; None takes the first organization.
    **facts
        More facts about a person, by name.

    """
    at = at or {}
    names = list(dict.fromkeys([*mine, *(n for a, b, _ in ties for n in (a, b)), *at, *facts]))
    ids = {name: number for number, name in enumerate(names, EGO + 1)}
    places = list(dict.fromkeys(at.values()))
    people = [{"id": EGO, "name": "Me", "is_ego": 1, "school": "Lakewood", "class_year": 2027}]
    people += [
        {"id": ids[name], "name": name, "is_ego": 0, **facts.get(name, {})} for name in names
    ]
    pairs = [(EGO, ids[name], "told", said) for name, said in mine.items()]
    pairs += [(*sorted((ids[a], ids[b])), evidence, None) for a, b, evidence in ties]
    keys = ("a", "b", "evidence", "willingness")
    wanted = targets if targets is not None else [{"organization": 1}] if places else []
    return {
        "person": people,
        "organization": [
            {"id": n, "name": name, "key": name.lower()} for n, name in enumerate(places, 1)
        ],
        "tie": [{"id": n, **dict(zip(keys, pair, strict=True))} for n, pair in enumerate(pairs, 1)],
        "affiliation": [
            {
                "id": n,
                "person": ids[name],
                "organization": places.index(place) + 1,
                "current": 1,
                "kind": "job",
            }
            for n, (name, place) in enumerate(at.items(), 1)
        ],
        "target": [{"id": n, "active": 1, "position": n, **row} for n, row in enumerate(wanted, 1)],
    }


def number(tables: Tables, name: str) -> int:
    """Return the id of the person of that name."""
    return next(row["id"] for row in tables["person"] if row["name"] == name)


def opened(tables: Tables) -> Store:
    """Return a store in memory."""
    return Store.example(tables)


@st.composite
def worlds(draw: st.DrawFn) -> Tables:
    """Draw a network of up to nine people at up to three organizations."""
    size = draw(st.integers(2, 9))
    people = [{"id": EGO, "name": "Me", "is_ego": 1, "school": "L", "class_year": 2027}]
    people += [_person(draw, n) for n in range(EGO + 1, EGO + size)]
    pairs = [(a, b) for a in range(1, size + 1) for b in range(a + 1, size + 1)]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=16))
    posts = draw(st.lists(_post(size), max_size=10))
    asks = draw(st.lists(st.integers(2, size), max_size=3)) if size > 1 else []
    return {
        "person": people,
        "organization": [{"id": n, "name": f"O{n}", "key": f"o{n}"} for n in (1, 2, 3)],
        "tie": [_tie(draw, n, *pair) for n, pair in enumerate(chosen, 1)],
        "affiliation": [{"id": n, **post} for n, post in enumerate(posts, 1)],
        "target": [{"id": n, "organization": n, "active": 1, "position": n} for n in (1, 2)],
        "touch": [
            {"id": n, "person": who, "kind": "asked around", "happened_on": TODAY}
            for n, who in enumerate(asks, 1)
        ],
    }


def _person(draw: st.DrawFn, n: int) -> dict[str, Any]:
    return {
        "id": n,
        "name": draw(st.sampled_from(["Ana", "Bo", "Cy", "Di"])) + str(n),
        "is_ego": 0,
        "school": draw(st.sampled_from([None, "L", " l ", "M"])),
        "class_year": draw(st.sampled_from([None, 2020, 2027])),
        "can_hire": draw(st.sampled_from([None, "yes", "no"])),
    }


def _tie(draw: st.DrawFn, n: int, a: int, b: int) -> dict[str, Any]:
    own = a == EGO
    return {
        "id": n,
        "a": a,
        "b": b,
        "evidence": draw(st.sampled_from([e.value for e in Evidence])),
        "willingness": draw(st.sampled_from([None, *Willingness])) if own else None,
        "closeness": draw(st.sampled_from([None, 1, 4])) if own else None,
    }


@st.composite
def _post(draw: st.DrawFn, size: int) -> dict[str, Any]:
    start = draw(st.sampled_from([None, "2015", "2019-05"]))
    stop = draw(st.sampled_from([None, "2017", "2021-02"]))
    return {
        "person": draw(st.integers(1, size)),
        "organization": draw(st.sampled_from([1, 2, 3])),
        "department": draw(st.sampled_from([None, "Lab", "LAB ", "Desk"])),
        "start": start,
        "stop": stop,
        "current": draw(st.sampled_from([None, 0, 1])),
        "kind": draw(st.sampled_from(["job", "job", "study"])),
    }
