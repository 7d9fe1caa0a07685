"""`wb.workshop`: the counselor's table; gathers and pairs what a room hands in (N1, N11)."""

import secrets
from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from olenb.core.errors import NotAllowed
from olenb.core.measure_terms import Occasion
from olenb.room import cohort, folder, rounds, summary, table
from olenb.room.binder import Binder, Settings
from olenb.room.cohort import Figures
from olenb.room.documents import ALPHABET, Answer, Document, Question, end_of_session
from olenb.room.reading import parse, stated_kind, stated_session
from olenb.room.rounds import Plan
from olenb.room.shape import fields_of
from olenb.room.summary import Summary
from olenb.room.synthetic import Cohort
from olenb.room.synthetic import cohort as invented
from olenb.room.synthetic_summaries import summaries as invented_summaries
from olenb.room.table import Gathered, Handed, LeftOut, Room

REHEARSAL = "REHEARSAL"
_WORDS = ("ACORN", "BIRCH", "CEDAR", "HAZEL", "LINDEN", "MAPLE", "ROWAN", "WILLOW")
_RECORD = "shown.json"


class Workshop:
    """One counselor's sessions; an invented cohort stands in until real files come."""

    def __init__(self, home: Path):
        self.binder = Binder(home)
        self._rehearsed = Settings()

    def __repr__(self) -> str:
        return "<the counselor's table>"

    @property
    def session(self) -> str:
        """The code of the session that is open, "" where none is."""
        return self.binder.session

    def suggest(self) -> str:
        """Return a code for a new session, easy to say and to write."""
        return f"{secrets.choice(_WORDS)}-{secrets.choice(ALPHABET[-8:])}{secrets.choice(ALPHABET)}"

    def begin(self, session: str) -> str:
        """Open a session, and make the room's folder ready where there is one."""
        if shared := folder.shared():
            folder.make(shared)
        return self.binder.begin(session)

    # What is handed in.

    def bring(self, name: str, content: bytes) -> str:
        """Take a file of the session, and return its kind; a bad one isn't kept.

        Raises
        ------
        RoomFileRefused
            It is no file of this session; the others go on.
        NotAllowed
            No session is open.

        """
        if not self.session:
            raise NotAllowed("Please choose the session's code first, in “Prepare”.")
        if fields_of(content).get("kind") == summary.KIND:
            summary.parse(content, self.session, _now())
            self.binder.take(name, content, summary=True)
            return summary.KIND
        document = parse(content, self.session, _now(), table.KINDS)
        self.binder.take(name, content)
        return document.kind

    def type_question(self, code: str, **parts: str) -> None:
        """Take a question from paper: organization, role, industry or region."""
        asked = Question(code.strip().upper(), 1, **parts)
        self._type(Document("question", self.session, asked.code, _ends(), (asked,)))

    def type_answers(self, code: str, yes: Collection[tuple[str, int]]) -> None:
        """Take ticks from paper, as many times as it takes; what was typed before stays.

        Parameters
        ----------
        code
            Of whoever gave them.
        yes
            Ids of questions, and how sure each is, 1 to 3.

        """
        code = code.strip().upper()
        before = self._typed_before(code)
        known = {one.question: one.strength for path in before for one in _answers_in(path)}
        known |= {question.strip().upper(): sure for question, sure in yes}
        answers = tuple(Answer(question, sure) for question, sure in known.items())
        self._type(Document("answers", self.session, code, _ends(), answers=answers))
        for path in set(before) & set(self._typed_before(code)[:-1]):
            path.unlink()

    def _typed_before(self, code: str) -> list[Path]:
        """Return what was typed for a code, the newest at the end."""
        typed = [
            one for one in self.binder.files() if one.name.startswith(f"paper-answers-{code}-")
        ]
        return sorted(typed, key=lambda path: path.stat().st_mtime_ns)

    def _type(self, document: Document) -> None:
        self.bring(f"paper-{document.kind}-{document.code}", document.to_bytes())

    @property
    def is_rehearsal(self) -> bool:
        """Whether invented people are shown, for nothing has been handed in."""
        return not self._files()

    def cohort(self) -> Cohort:
        """Return the invented cohort."""
        return invented(*self.binder.rehearsal)

    def gathered(self) -> Gathered:
        """Return the list that goes back to all, and what was left out of it."""
        if self.is_rehearsal:
            asked = tuple(one.question for one in self.cohort().people)
            return Gathered(Document("questions", REHEARSAL, "", _ends(), asked))
        return table.gathered(*self._handed(), self.session, _now())

    def publish(self) -> None:
        """Put the list into the room's folder."""
        if shared := folder.shared():
            folder.publish(shared, self.gathered().questions.to_bytes())

    def room(self) -> Room:
        """Return who is there, and who would introduce whom."""
        if self.is_rehearsal:
            everybody = tuple(sorted(one.code for one in self.cohort().people))
            return Room(everybody, self.cohort().answers(), (), everybody)
        return table.counted(*self._handed())

    def _files(self, *, summaries: bool = False) -> list[Path]:
        files = self.binder.files()
        return [path for path in files if (stated_kind(path) == summary.KIND) is summaries]

    def _handed(self) -> tuple[list[Handed], list[LeftOut]]:
        return table.read_all(self._files(), self.session, _now())

    # Rounds.

    @property
    def settings(self) -> Settings:
        """What was chosen for the rounds; a rehearsal's is forgotten with the page."""
        return self.binder.settings if self.session else self._rehearsed

    def choose(self, **changes: Any) -> None:
        """Change what was chosen for the rounds; see `olenb.room.binder.Settings`."""
        if self.session:
            self.binder.choose(**changes)
        else:
            self._rehearsed = replace(self._rehearsed, **changes)

    def plan(self) -> Plan:
        """Return who talks with whom in which round.

        Raises
        ------
        NotAllowed
            Fewer than two people are there.

        """
        room, chosen = self.room(), self.settings
        return rounds.plan(
            room.people,
            room.answers,
            rounds=chosen.rounds,
            minutes=chosen.minutes,
            apart=chosen.apart,
        )

    def called(self, code: str) -> str:
        """Return what somebody is called on the wall: their name where that was chosen."""
        chosen = self.settings
        if not chosen.with_names:
            return code
        if self.is_rehearsal:
            return next((p.name for p in self.cohort().people if p.code == code), code)
        return chosen.names.get(code, code)

    # The cohort.

    @property
    def has_summaries(self) -> bool:
        """Whether summaries were handed in; else invented ones are shown."""
        return bool(self._summary_files())

    def summaries(self) -> tuple[list[Summary], list[LeftOut]]:
        """Return the summaries that were handed in; invented ones where there are none."""
        if files := self._summary_files():
            return cohort.read_all(files, self.session, _now())
        made = [
            invented_summaries(self.cohort(), REHEARSAL, occasion, _now())
            for occasion in (Occasion.AFTER, Occasion.LATER)
        ]
        return [one for each in made for one in each], []

    def figures(self, occasion: str = "after") -> Figures:
        """Return what may be seen of the cohort now, and remember it; see `olenb.room.cohort`."""
        real, when = self.has_summaries, Occasion(occasion)
        room = None if real and self.is_rehearsal else self.room()
        record = self.binder.read(_RECORD) if real else {}
        found, record = cohort.figures(self.summaries()[0], room, when, record)
        if real:
            self.binder.keep(_RECORD, record)
        return found

    def _summary_files(self) -> list[Path]:
        return [*self.binder.summaries(), *self._files(summaries=True)]

    def close(self, *, summaries: bool = False) -> int:
        """Delete what was handed in, and return how many files went; see `Binder.close`."""
        for path in [] if summaries else self._files(summaries=True):
            self.binder.take(path.name, path.read_bytes(), summary=True)
        return self.binder.close(summaries=summaries)


def _answers_in(path: Path) -> tuple[Answer, ...]:
    return parse(path.read_bytes(), stated_session(path), _now(), ("answers",)).answers


def _ends() -> datetime:
    return end_of_session(_now())


def _now() -> datetime:
    return datetime.now(UTC)
