"""One participant's desk: their code, their question, whom they could introduce to whom.

Everything is answered in the participant's own workbook. Who stands behind an answer is shown to
them alone; what leaves is a `Document`, which has no place for a name.
"""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

import pandas as pd

from olenb.contacts import organizations
from olenb.core import rules, settings
from olenb.core.errors import NotAllowed
from olenb.core.store import Store
from olenb.core.terms import Band, Kind
from olenb.method.discretion import Discretion, for_others
from olenb.network import reading
from olenb.network.arrays import Network
from olenb.network.kinds import Draft, drafts
from olenb.network.paths import Paths
from olenb.network.targets import Target, chosen, there
from olenb.room.documents import Answer, Document, Question, end_of_session, new_code, session_code

COLUMNS = ("question", "asker", "asks", "strength", "how_sure", "person", "through")
_SETTING = "room"
_TOO_MANY = (
    "Somebody asked more than five things in this session, so their further questions are left "
    "out. That protects your people: nobody may try out one name after the other."
)


@dataclass
class Session:
    """What the workbook remembers of one session, and forgets when another one begins."""

    session: str
    code: str
    asked: list[dict[str, Any]]
    seen: dict[str, list[str]]


def ask(store: Store, session: str, target: int | str, now: datetime) -> Document:
    """Return the user's question to the room, made of one of their targets.

    Parameters
    ----------
    store
        The user's own workbook.
    session
        The session's code.
    target
        A target's id or name; only what it says leaves.
    now
        This moment, with its zone.

    Raises
    ------
    NotAllowed
        Five questions were asked in this session already, or it names somebody.
    NotFound
        There is no such target.
    RoomFileRefused
        The session's code isn't one.

    """
    one = chosen(store, target)[0]
    if Discretion(store, with_names=True).of(one.label) != one.label:
        raise NotAllowed(
            "This names somebody who is between you and them, or who gave no yes to be named, so "
            "it stays here. Nothing was written. Please ask about something else on your list."
        )
    mine = _session(store, session)
    asked = Question(mine.code, 1, one.name, one.role, one.industry, one.region)
    before = [replace(Question(**row), number=1) for row in mine.asked]
    if asked in before:
        asked = Question(**mine.asked[before.index(asked)])
    elif len(before) == rules.ROOM_ASKS.value:
        raise NotAllowed(
            f"You have asked {len(before)} things in this session, and that is the most. "
            "Nothing was written. Listen to what comes back first."
        )
    else:
        asked = replace(asked, number=len(before) + 1)
        mine.asked.append(asdict(asked))
        _remember(store, mine)
    return Document("question", mine.session, mine.code, end_of_session(now), (asked,))


def could_introduce(store: Store, questions: Document) -> pd.DataFrame:
    """Return whom the user could bring together with whom, for their eyes alone.

    Parameters
    ----------
    store
        The user's own workbook.
    questions
        The list that came back from the counselor.

    Returns
    -------
    DataFrame
        One row per question with a yes, the surest first: question, asker (codes), asks (what is
        asked for), strength (1 to 3), how_sure (in words), person (somebody the user knows
        there, or could reach), through (who would introduce them; "" where the user knows the
        person). Nobody confidential is among them (R38). `attrs["left_out"]` says in a sentence
        what was left out, "" for nothing.

    """
    mine = _session(store, questions.session)
    allowed, too_many = _allowed(mine, questions.questions)
    _remember(store, mine)
    seen, _ = for_others(store)
    paths = Paths(reading.read(seen))
    found = [_row(seen, paths, one) for one in allowed]
    frame = pd.DataFrame([row for row in found if row], columns=list(COLUMNS))
    frame = frame.sort_values(["strength", "question"], ascending=[False, True], ignore_index=True)
    frame.attrs["left_out"] = _TOO_MANY if too_many else ""
    return frame


def answer(store: Store, questions: Document, ticked: Collection[str]) -> Document:
    """Return what leaves: the ticked answers and nothing else.

    A question that the user can't help with and one that they didn't tick leave the same bytes.

    Parameters
    ----------
    store
        The user's own workbook.
    questions
        The list that came back from the counselor.
    ticked
        Ids of questions.

    Raises
    ------
    NotAllowed
        One of them isn't among the questions that the user could say yes to.

    """
    yes = could_introduce(store, questions)
    unknown = set(ticked) - set(yes["question"])
    if unknown:
        raise NotAllowed(
            f"{len(unknown)} of the ticks belong to no question that you could help with. "
            "Nothing was written. Please tick from the list that is shown."
        )
    rows = yes[yes["question"].isin(list(ticked))]
    answers = tuple(Answer(row.question, int(row.strength)) for row in rows.itertuples(index=False))
    mine = _session(store, questions.session)
    return Document("answers", mine.session, mine.code, questions.expires, answers=answers)


def withdraw(store: Store, session: str, now: datetime) -> Document:
    """Return the file that takes the user's question and answers out of the room."""
    mine = _session(store, session)
    return Document("withdrawal", mine.session, mine.code, end_of_session(now))


def code(store: Store, session: str) -> str:
    """Return the user's code in a session."""
    return _session(store, session).code


def _row(store: Store, paths: Paths, question: Question) -> tuple[Any, ...] | None:
    best = _best(store, paths, question)
    if best is None:
        return None
    strength, draft = best
    names = _names(store, [draft.person, *(one for one, _ in draft.through[:1])])
    through = names[draft.through[0][0]] if draft.kind is Kind.INTRODUCTION else ""
    words = Band(strength).label
    person = names[draft.person]
    return question.id, question.code, question.place, strength, words, person, through


def _best(store: Store, paths: Paths, question: Question) -> tuple[int, Draft] | None:
    """Return the surest way of the user's to somebody there: known, or introduced."""
    network = paths.network
    target = _target(store, question)
    if network.ego < 0 or target is None:
        return None
    place = there(store, network, target)
    rows = drafts(network, place, paths.best(place.people))
    ways = [(_strength(network, draft), draft) for draft in rows]
    ways = [way for way in ways if way[0]]
    return max(
        ways, key=lambda way: (way[0], way[1].kind is Kind.DIRECT, -way[1].person), default=None
    )


def _strength(network: Network, draft: Draft) -> int:
    """Return how sure it is, 0 where there is no way."""
    if draft.kind is Kind.DIRECT:
        return int(network.leg1[network.positions([draft.person])[0]])
    return draft.band if draft.kind is Kind.INTRODUCTION else 0


def _target(store: Store, question: Question) -> Target | None:
    """Return a question as a target of the user's own workbook; None where nobody is there."""
    place = organizations.find(store, question.organization) if question.organization else None
    if question.organization and place is None:
        return None
    return Target(
        0,
        question.place,
        place,
        question.organization,
        question.role,
        question.industry,
        question.region,
        True,
    )


def _names(store: Store, ids: Sequence[int]) -> dict[int, str]:
    marks = ", ".join("?" * len(ids))
    rows = store.rows(f"SELECT id, name FROM person WHERE id IN ({marks})", tuple(ids))  # noqa: S608 - marks only
    return {row["id"]: row["name"] for row in rows}


def _allowed(mine: Session, questions: Sequence[Question]) -> tuple[list[Question], bool]:
    """Return the first five different questions of each code, over all lists of the session."""
    allowed, too_many = [], False
    for one in questions:
        if one.code == mine.code:
            continue
        seen = mine.seen.setdefault(one.code, [])
        digest = hashlib.sha256(repr(one).encode("utf-8", "surrogatepass")).hexdigest()[:16]
        if digest not in seen and len(seen) < rules.ROOM_ASKS.value:
            seen.append(digest)
        if digest in seen:
            allowed.append(one)
        else:
            too_many = True
    return allowed, too_many


def _session(store: Store, session: str) -> Session:
    """Return what is remembered of a session; another session begins anew, with a new code."""
    wanted = session_code(session)
    kept = settings.read(store, _SETTING)
    if isinstance(kept, dict) and kept.get("session") == wanted:
        return Session(**kept)
    fresh = Session(wanted, new_code(), [], {})
    _remember(store, fresh)
    return fresh


def _remember(store: Store, session: Session) -> None:
    settings.write(store, _SETTING, asdict(session), "Took part in a workshop")
