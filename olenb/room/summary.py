"""One participant's summary for the cohort's figures: choices and numbers, and no free text.

It has a field of a list, a step of three, six counts that stop at five, and answers from 0 to
100. No field takes words, so no name can be in it. Its owner sees all of it before it leaves.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from olenb.contacts.sectors import FIELDS
from olenb.core import rules
from olenb.core.measure_terms import Item, Occasion
from olenb.method.measure import Answers
from olenb.method.tally import Tally
from olenb.room.documents import VERSION, RoomFileRefused, session_code
from olenb.room.shape import a_code, a_line, content_of, fields_of, refusal, require

KIND = "summary"
OTHER = "another field"
SECTORS = (*FIELDS, OTHER)
"""What a target's field may be in a summary."""

MOST = 5
"""A count in a summary stops here and means "so many or more": nobody stands out by a lot."""


@dataclass(frozen=True)
class Summary:
    """What leaves.

    Parameters
    ----------
    session, code
        The session's code, and the participant's in it.
    occasion
        When it was made: at the workshop's end or six weeks later.
    expires
        When it is worth nothing any more.
    sector
        The field of what they are curious about, one of `SECTORS`; "" where they don't say.
    tally
        What they did so far; each count stops at five.
    answers
        How sure they feel, by occasion and question.
    """

    session: str
    code: str
    occasion: Occasion
    expires: datetime
    sector: str = ""
    tally: Tally = field(default_factory=Tally)
    answers: Answers = field(default_factory=dict)

    def to_bytes(self) -> bytes:
        """Return the file: the same content is always the same bytes."""
        counts = {name: min(count, MOST) for name, count in asdict(self.tally).items()}
        answers = {
            when.value: {item.value: said[item] for item in Item if item in said}
            for when in Occasion
            if (said := self.answers.get(when))
        }
        content = {
            "olenb-room": VERSION,
            "kind": KIND,
            "session": self.session,
            "code": self.code,
            "occasion": self.occasion.value,
            "expires": self.expires.astimezone(UTC).isoformat(timespec="seconds"),
            "sector": self.sector,
            "counts": counts,
            "answers": answers,
        }
        return (json.dumps(content, indent=1) + "\n").encode("utf-8")

    def lines(self) -> list[tuple[str, str]]:
        """Return all that is in the file in words, for its owner to look at."""
        said = [(_COUNTED[name], _number(n)) for name, n in asdict(self.tally).items()]
        answers = [
            (f"{item.words} ({when.label})", f"{value} of 100")
            for when in Occasion
            for item, value in self.answers.get(when, {}).items()
        ]
        first = [
            ("The session", self.session),
            ("Your code in it", self.code),
            ("The field of what you are curious about", self.sector or "not said"),
        ]
        return [*first, *said, *answers]


_COUNTED = {
    "asked": "Times that you asked somebody",
    "replied": "Answers that you got",
    "held": "Conversations that you held",
    "thanked": "Of these, thanked within 48 hours",
    "introductions": "Introductions that somebody agreed to make",
    "changed": "Decisions that changed",
}


def end_of_summary(now: datetime) -> datetime:
    """Return until when a summary that is made now is taken."""
    return now.astimezone(UTC).replace(microsecond=0) + timedelta(days=rules.SUMMARY_DAYS.value)


def read(path: Path, session: str, now: datetime) -> Summary:
    """Read one summary.

    Parameters
    ----------
    path
        The file.
    session
        The code of the session that it must be of.
    now
        This moment, with its zone.

    Raises
    ------
    RoomFileRefused
        It is none, of another session, expired, or altered in shape.

    """
    return parse(content_of(path), session, now)


def parse(content: bytes, session: str, now: datetime) -> Summary:
    """Read the bytes of one summary; as `read`."""
    found = fields_of(content)
    if found.get("kind") != KIND:
        raise RoomFileRefused(refusal("is another kind of file; wanted: summary"))
    try:
        summary = _shaped(found)
    except (KeyError, TypeError, ValueError, OverflowError, AttributeError, RoomFileRefused):
        raise RoomFileRefused(refusal("was changed since it was made, or is damaged")) from None
    if summary.session != session_code(session):
        raise RoomFileRefused(refusal("belongs to another session"))
    if not now < summary.expires <= end_of_summary(now) + timedelta(hours=1):
        raise RoomFileRefused(refusal("has expired"))
    return summary


def _shaped(found: Mapping[str, Any]) -> Summary:
    """Return the summary, if it has the declared shape to the last field."""
    names = {"olenb-room", "kind", "session", "code", "occasion", "expires"}
    require(set(found) == names | {"sector", "counts", "answers"})
    expires = datetime.fromisoformat(a_line(found["expires"], 40))
    require(expires.tzinfo is not None)
    require(found["sector"] in ("", *SECTORS))
    counts = found["counts"]
    require(set(counts) == set(_COUNTED) and all(map(_is_count, counts.values())))
    occasion = Occasion(found["occasion"])
    require(occasion is not Occasion.BEFORE)
    return Summary(
        session=session_code(a_line(found["session"], 40)),
        code=a_code(found["code"]),
        occasion=occasion,
        expires=expires.astimezone(UTC),
        sector=found["sector"],
        tally=Tally(**counts),
        answers={Occasion(when): _answers(said) for when, said in found["answers"].items()},
    )


def _answers(said: Mapping[str, Any]) -> dict[Item, int]:
    require(all(type(value) is int and value in range(101) for value in said.values()))
    return {Item(item): value for item, value in said.items()}


def _is_count(value: Any) -> bool:
    return type(value) is int and 0 <= value <= MOST


def _number(count: int) -> str:
    return f"{MOST} or more" if count >= MOST else str(count)
