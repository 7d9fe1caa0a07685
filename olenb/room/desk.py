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

from olenb.core import rules, settings
from olenb.core.errors import NotAllowed
from olenb.core.store import Store
from olenb.method.discretion import Discretion
from olenb.network.targets import chosen
from olenb.room.documents import Answer, Document, Question, end_of_session, new_code, session_code
from olenb.room.folder import new_token
from olenb.room.matches import matches

_SETTING = "room"
_TOO_MANY = (
    "Somebody asked more than five things in this session, so their further questions are left "
    "out. That protects your people: nobody may try out one name after the other."
)


@dataclass
class Session:
    """What the workbook remembers of one session, and forgets when another one begins.

    The token is a part of the names of the user's files in a room's shared folder.
    """

    session: str
    code: str
    token: str
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
        As of `olenb.room.matches.matches`. `attrs["left_out"]` says in a sentence what was left
        out, "" for nothing.

    """
    mine = _session(store, questions.session)
    allowed, too_many = _allowed(mine, questions.questions)
    _remember(store, mine)
    found = matches(store, allowed)
    found.attrs["left_out"] = _TOO_MANY if too_many else ""
    return found


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


def token(store: Store, session: str) -> str:
    """Return what the names of the user's files in a room's folder hold."""
    return _session(store, session).token


def last(store: Store) -> tuple[str, str]:
    """Return the session that is remembered and the user's code in it, "" where none is."""
    kept = settings.read(store, _SETTING)
    return (kept["session"], kept["code"]) if isinstance(kept, dict) else ("", "")


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
    fresh = Session(wanted, new_code(), new_token(), [], {})
    _remember(store, fresh)
    return fresh


def _remember(store: Store, session: Session) -> None:
    settings.write(store, _SETTING, asdict(session), "Took part in a workshop")
