"""Help in small doses: how many answers are awaited from one person, and who else could help.

Nothing here says what somebody lacks. What is counted, the user asks to see (R33, N3).
"""

import json

import pandas as pd

from olenb.core import rules
from olenb.core.store import Store
from olenb.core.terms import ASKS, WILLINGNESS_RANK, Kind, Reply, TouchKind, Willingness
from olenb.method.frames import frame
from olenb.network import routes
from olenb.network.words import called, listed

OPEN = {"person": "str", "open_asks": "int64", "since": "str", "person_id": "int64"}
BALANCE = {"month": "str", "questions": "int64", "favors": "int64"}
_NUMBERS = {1: "one answer", 2: "two answers", 3: "three answers"}
_WAITING = (
    f"kind IN ({', '.join(repr(each.value) for each in ASKS)}) "
    f"AND (reply IS NULL OR reply = '{Reply.WILL_ASK}')"
)


def open_asks(store: Store) -> pd.DataFrame:
    """Return whom the user waits to hear from about a favor, the longest wait first (R33).

    Returns
    -------
    DataFrame
        person, open_asks (1 or more), since (the day of the oldest), person_id.

    """
    found = store.rows(
        "SELECT p.name, count(*), min(t.happened_on), p.id FROM touch AS t "  # noqa: S608 - words of our own
        f"JOIN person AS p ON p.id = t.person WHERE {_WAITING} "
        "GROUP BY p.id ORDER BY min(t.happened_on), p.id"
    )
    return frame([tuple(row) for row in found], OPEN)


def is_spent(store: Store, person: int) -> bool:
    """Tell whether as many answers are awaited from somebody as one should ask for at a time."""
    row = store.one(f"SELECT count(*) AS n FROM touch WHERE person = ? AND {_WAITING}", (person,))  # noqa: S608 - words of our own
    return row is not None and int(row["n"]) >= rules.OPEN_ASKS.value


def say_if_spent(store: Store, person: int, target: int | None = None) -> str:
    """Say that somebody has enough to answer for now, and who else could help (N3).

    Parameters
    ----------
    store
        The open workbook.
    person
        Who would be asked: their id.
    target
        What it is about: an id; None looks at the active ones.

    Returns
    -------
    str
        A sentence or two, "" where there is room to ask.

    """
    if not is_spent(store, person):
        return ""
    row = store.one("SELECT name FROM person WHERE id = ?", (person,))
    name = called(str(row["name"])) if row else ""
    count = rules.OPEN_ASKS.value
    answers = _NUMBERS.get(count, f"{count} answers")
    said = f"You're waiting for {answers} from {name}. Give them time before you ask for more."
    others = [called(other) for other in spread(store, person, target)]
    return f"{said} {listed(others)} could help here, too." if others else said


def spread(store: Store, person: int, target: int | None = None) -> list[str]:
    """Return the names of others who could help and have less to answer, the most willing first.

    Parameters
    ----------
    store, person, target
        As for `say_if_spent`.

    """
    ways = routes.ask(store, None if target is None else [target]).plain
    reached = ways[ways["kind"] == Kind.INTRODUCTION]["person_id"].unique().tolist()
    found = store.rows(_HELPERS, (person, json.dumps(reached)))
    free = [row for row in found if row["asks"] < rules.OPEN_ASKS.value]
    free.sort(
        key=lambda row: (row["asks"], -WILLINGNESS_RANK.get(row["willingness"], 0), row["id"])
    )
    return [str(row["name"]) for row in free[: rules.SHOWN_FIRST.value]]


# Who knows both the user and somebody: h helps, k is whom they know.
_HELPERS = f"""
SELECT h.id, h.name, mine.willingness,
  (SELECT count(*) FROM touch WHERE person = h.id AND {_WAITING}) AS asks
FROM person AS h JOIN person AS e ON e.is_ego = 1
JOIN tie AS mine ON mine.a = min(h.id, e.id) AND mine.b = max(h.id, e.id)
JOIN (SELECT a AS helper, b AS person FROM tie UNION ALL SELECT b, a FROM tie) AS k
  ON k.helper = h.id
WHERE mine.willingness IS NOT '{Willingness.RATHER_NOT}' AND h.id NOT IN (e.id, ?1)
AND k.person IN (SELECT value FROM json_each(?2)) GROUP BY h.id
"""  # noqa: S608 - words of our own


def balance(store: Store, person: int | None = None) -> pd.DataFrame:
    """Return questions beside favors, month by month; only shown to whoever asks for it (N3).

    Parameters
    ----------
    store
        The open workbook.
    person
        Only with one person: their id.

    Returns
    -------
    DataFrame
        month (such as "2026-11"), in order; questions: asked in a conversation, and requests to
        talk about somebody's work; favors: asking around, and requests for an introduction.

    """
    favors = ", ".join(repr(each.value) for each in ASKS)
    talking = ", ".join(
        repr(each.value) for each in (TouchKind.ASKED_CONVERSATION, TouchKind.FOLLOWED_REFERRAL)
    )
    found = store.rows(
        "SELECT month, sum(question), sum(favor) FROM ("  # noqa: S608 - words of our own
        "  SELECT substr(happened_on, 1, 7) AS month, person, "
        f"  kind IN ({talking}) AS question, kind IN ({favors}) AS favor FROM touch "
        "  UNION ALL SELECT substr(c.ended_at, 1, 7), q.person, 1, 0 FROM question AS q "
        "  JOIN conversation AS c ON c.id = q.conversation WHERE c.ended_at IS NOT NULL"
        ") WHERE month <> '' AND (question OR favor) AND (?1 IS NULL OR person = ?1) "
        "GROUP BY month ORDER BY month",
        (person,),
    )
    return frame([tuple(row) for row in found], BALANCE)
