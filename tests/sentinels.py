"""A workbook in which every text is a trap: what is confidential, told again in many ways."""

import json
from collections.abc import Iterator
from typing import Any

from olenb.core import erasing, schema
from olenb.core.plan_terms import PlanKind
from olenb.core.tables.table import Column
from olenb.core.terms import Part
from olenb.method.opportunities.plans import STEPS
from olenb.workbook import Workbook

SECRET, MAIL = "Zzyzx Qvarn", "zzyzx@example.org"
NOTE = "Vexil closes the laboratory"
ANSWER = "Jorvik would never hire again"
MOMENT = "Quibble over the night shift"
PLAN = "Plumb the depths of it"
CONFIDENTIAL = ("zzyzx", "qvarn", "vexil", "jorvik", "quibble", "plumb")
"""A telling word of each."""

NO, NOT_ASKED, TAKEN_BACK, LIMITED = "Nolan Brisk", "Petra Unask", "Ondra Lapsed", "Limma Solely"
REFERRERS = (NO, NOT_ASKED, TAKEN_BACK, LIMITED)
UNPERMITTED = tuple(name.casefold() for each in REFERRERS for name in each.split())
FRIEND = "Rosa Vik"
"""The one person towards whom `LIMITED` may be named."""

CLEAN = "plain sailing"
SAYS = (
    CLEAN,
    f"{SECRET} says so",
    "so does Qvarn",
    f"write to {MAIL}",
    f"I heard: {NOTE}",
    f"one of them said {ANSWER}",
    f"I saw the {MOMENT}",
    f"What I want: {PLAN}",
    f"{NO}, {NOT_ASKED}, {TAKEN_BACK} and {LIMITED} told me",
)
READERS = ("Kim Aster", "Lou Birch", "Max Cedar", "Ned Dahl", "Oda Elm", "Pia Fern", "Quy Gale",
           "Ria Holm", "Sam Iver")  # fmt: skip
"""Somebody for each of the texts: to them it was said, and drafts go to them."""

CODES = frozenset(
    {
        *(("person", name) for name in ("time_zone", "connected_on", "source")),
        *(("meeting", name) for name in ("my_zone", "their_zone")),
        *(("question", "bank"), ("plan_step", "name"), ("observation", "seen_at")),
        *(("identifier", "kind"), ("target", "industry"), ("target", "region")),
    }
)
"""Columns of text in which nobody writes a sentence."""

_AFAR = "2099-12-01T15:00:00-06:00"
_EVERYWHERE = (
    *("hypothesis", "activity", "story", "future", "if_then", "chance", "question", "milestone"),
    *("plan_skill", "observation", "coworker_check", "permission"),
)
"""Tables in which a row for each text needs nothing but the text."""


class World:
    """The workbook and the numbers of what is in it.

    Parameters
    ----------
    wb
        A workbook that hasn't begun.
    """

    def __init__(self, wb: Workbook) -> None:
        self.wb = wb
        with wb.writing() as store, store.change("A world of traps") as change:
            self.change = change
            self._people()
            self._told_by_secret()
            self._confidential()
            self._goals()
            self._readers()
            self._plans()
            for table in _EVERYWHERE:
                for n, text in enumerate(SAYS):
                    self._insert(table, n, text)
        del self.change

    def _add(self, name: str, **facts: Any) -> int:
        person = self.change.insert("person", name=name, is_ego=0, **facts)
        self.change.insert(
            "tie", a=self.me, b=person, evidence="told", willingness="sure", closeness=3
        )
        return person

    def _people(self) -> None:
        change = self.change
        self.me = change.insert("person", name="Robin Ellery", is_ego=1, school="Lakewood")
        self.mayo = change.insert("organization", name="Mayo Clinic", key="mayo clinic")
        practice = change.insert(
            "organization", name=f"{SECRET} Practice", key="zzyzx qvarn practice"
        )
        self.secret = self._add(SECRET, confidential=1, email=MAIL, phone="+1 507 555 0199")
        change.insert("identifier", person=self.secret, kind="email", key=MAIL)
        self.friend = self._add(FRIEND, email="rosa@example.org")
        self.referrers = [self._add(name) for name in REFERRERS]
        for n, text in enumerate(SAYS):
            words = {"sector": text, "region": text, "size": text}
            change.insert("organization", name=f"House {n}", key=f"house {n}", **words)
        self.targets = [
            change.insert("target", role=text, active=1, position=n) for n, text in enumerate(SAYS)
        ]
        for place in (self.mayo, practice):
            self.targets.append(change.insert("target", organization=place, active=1, position=0))
        self.readers = [self._reader(n, text) for n, text in enumerate(SAYS)]
        for person in (self.secret, self.readers[0]):
            job = {"kind": "job", "current": 1}
            change.insert("affiliation", person=person, organization=practice, **job)
        change.insert("tie", a=self.secret, b=self.readers[0], evidence="told", setting="choir")

    def _reader(self, n: int, text: str) -> int:
        names = ("relation", "city", "region", "school", "major", "shared", "found_where")
        more = {"email": f"reader{n}@example.org", "other": json.dumps({"Motto": text})}
        person = self._add(READERS[n], **more, **dict.fromkeys(names, text))
        at = {"organization": self.mayo, "role": text, "department": text, "current": 1}
        self.change.insert("affiliation", person=person, kind="job", **at)
        a, b = sorted((person, self.friend))
        self.change.insert("tie", a=a, b=b, evidence="told", setting=text)
        return person

    def _told_by_secret(self) -> None:
        talk = self._talk(self.secret, ANSWER)
        self.change.insert(
            "goal", kind="theme", value="a theme", said_on="2026-11-01", conversation=talk
        )
        for person, said in zip(self.referrers, ("no", "not asked", "yes", "yes"), strict=True):
            towards = self.friend if person == self.referrers[-1] else None
            row = {"person": person, "towards": towards}
            self.change.insert("permission", answer=said, given_on="2026-10-01", **row)
        taken_back = self.referrers[2]
        self.change.insert("permission", person=taken_back, answer="no", given_on="2026-10-09")

    def _talk(self, person: int, text: str) -> int:
        said = dict.fromkeys(("helped", "learned", "next_action"), text)
        ended = "2026-11-24T16:20:00-06:00"
        return self.change.insert("conversation", person=person, ended_at=ended, **said)

    def _confidential(self) -> None:
        note = {"person": self.readers[0], "kind": "advice", "written_on": "2026-11-24"}
        self.change.insert("note", words=NOTE, done=NOTE, confidential=1, **note)
        plan = self.change.insert(
            "opportunity", kind="volunteer", begun_on="2026-11-02", confidential=1
        )
        self.change.insert("plan_step", opportunity=plan, name="aim", words=PLAN)
        self.change.insert(
            "goal", kind="curiosity", value="a plan", said_on="2026-11-01", opportunity=plan
        )

    def _goals(self) -> None:
        for n, text in enumerate(SAYS):
            for kind in ("why now", "theme", "market", "curiosity"):
                about = {"kind": kind, "said_on": f"2026-11-{n + 3:02}"}
                self.change.insert("goal", value=text, because=text, **about)
        for text in (*SAYS[1:], SAYS[0]):
            words = dict.fromkeys(("first_words", "second_words", "third_words"), text)
            how = {"source": "sorted", "said_on": "2026-11-02"}
            self.change.insert("interest", first="R", second="I", third="A", **how, **words)

    def _readers(self) -> None:
        self.talks = []
        for n, (person, text) in enumerate(zip(self.readers, SAYS, strict=True)):
            talk = self._talk(person, text)
            self.talks.append(talk)
            note = {"person": person, "conversation": talk, "confidential": 0}
            for kind in ("advice", "quote", "learned", "research", "introduction"):
                who = {"person": self.me, "conversation": None} if kind == "introduction" else {}
                words = {"words": text, "done": text, "written_on": f"2026-11-{n + 10}"}
                self.change.insert("note", kind=kind, **{**note, **words, **who})
            clocks = {"my_zone": "America/Chicago", "their_zone": "Europe/Oslo", "minutes": 20}
            self.change.insert(
                "meeting", person=person, starts_at=_AFAR, place=text, cancelled=0, **clocks
            )
            answers = ("no", "not asked", "yes", "not asked", "yes")
            for referrer, said in zip((*self.referrers, self.secret), answers, strict=True):
                who = {"person": referrer, "referred": person, "permission": said}
                self.change.insert("referral", given_on="2026-10-01", conversation=talk, **who)
            draft = {"person": person, "kind": "first message", "channel": "email"}
            self.change.insert("draft", subject=text, body=f"{CLEAN}\n{text}", **draft)
            for part in (Part.MIDDLE, Part.CLOSING):
                ask = {"position": n, "must": 0, "reserve": 0, "minutes": 3, "part": part.value}
                self.change.insert("question", person=self.readers[0], words=text, **ask)
            about = {"target": self.targets[0], "about": self.secret, "reply": "yes"}
            asked = {"kind": "asked around", "happened_on": "2026-11-01"}
            self.change.insert("touch", person=person, **asked, **about)

    def _plans(self) -> None:
        self.day = self.change.insert(
            "opportunity", kind="shadowing", begun_on="2026-11-03", starts_on="2026-11-12",
            organization=self.mayo, person=self.readers[0], confidential=0, decision="test",
        )  # fmt: skip
        self.plans = [self.day, *(self._internship(text) for text in SAYS)]
        seen = {"opportunity": self.day, "seen_at": "2026-11-12T08:00", "task": MOMENT}
        self.change.insert("observation", confidential=1, **seen)

    def _internship(self, text: str) -> int:
        about = {"begun_on": "2026-11-03", "confidential": 0, "person": self.readers[0]}
        kind = PlanKind.INTERNSHIP
        plan = self.change.insert("opportunity", kind=kind.value, **about)
        for ask in (ask for step in STEPS[kind] for ask in step.asks if not ask.column):
            self.change.insert("plan_step", opportunity=plan, name=ask.name, words=text)
        return plan

    def _insert(self, table: str, n: int, text: str) -> None:
        """Insert a row with the text wherever a text may stand."""
        values = {
            column.name: self._value(table, column, n, text)
            for column in schema.TABLES[table].columns
            if column.name != "id"
        }
        if table == "finding":
            values["hypothesis"] = n + 1
        row = self.change.insert(table, **values)
        if table == "hypothesis":
            self._insert_finding(row, n, text)

    def _insert_finding(self, hypothesis: int, n: int, text: str) -> None:
        words = {"hypothesis": hypothesis, "conversation": self.talks[n], "verdict": "supports"}
        self.change.insert("finding", words=text, said_on=f"2026-11-{n + 10}", **words)

    def _value(self, table: str, column: Column, n: int, text: str) -> Any:
        if column.references:
            known = {"person": self.readers[0], "opportunity": self.day}
            return known.get(column.references)
        plain: dict[str, Any] = {
            "seen_at": f"2026-11-12T{9 + n:02}:30",
            "bank": None,
            **({column.name: f"2026-11-{n + 10}"} if column.dated else {}),
        }
        if column.name in plain:
            return plain[column.name]
        if isinstance(column.allowed, tuple):
            return max(column.allowed[0], 0)
        if column.allowed:
            return list(column.allowed)[n % len(column.allowed)].value
        return n if column.sql_type == "INTEGER" else text


def untold(wb: Workbook) -> Iterator[str]:
    """Yield the columns of words in which the confidential name doesn't stand yet."""
    for table in schema.TABLES.values():
        if not table.recorded or table.name in ("setting", "import", "wage", "organization"):
            continue
        for name in erasing.prose(table.name):
            rows = wb.store.rows(f"SELECT {name} FROM {table.name}")
            if (table.name, name) not in CODES and not any(SECRET in str(r[0]) for r in rows):
                yield f"{table.name}.{name}"
