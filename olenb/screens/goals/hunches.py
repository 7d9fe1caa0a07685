"""Hunches to check: a claim, who would know, what to ask; then what conversations said (N10)."""

from collections.abc import Mapping
from typing import Any

from olenb.core.goal_terms import HypothesisStatus
from olenb.core.terms import HypothesisAbout, Verdict
from olenb.method import hypotheses
from olenb.screens.goals.exercise import Exercise
from olenb.screens.goals.steps import Answers, Step, Steps
from olenb.screens.goals.talks import talk_field
from olenb.views.widgets.blocks import Block, Choice, Details, Field, Form
from olenb.views.widgets.screen import Action, Event, FieldError
from olenb.workbook import Workbook

ABOUT: list[Choice] = [
    (HypothesisAbout.ROLE.value, "a kind of work"),
    (HypothesisAbout.ORGANIZATION.value, "a place"),
    (HypothesisAbout.MARKET.value, "a field or a region"),
]
VERDICTS: list[Choice] = [
    (Verdict.SUPPORTS.value, "it seems so"),
    (Verdict.CONTRADICTS.value, "it seems not"),
    (Verdict.UNCLEAR.value, "still unclear"),
]
WHO_KNOWS: dict[str, tuple[str, ...]] = {
    HypothesisAbout.ROLE: (
        "somebody who has done it for a year",
        "somebody who left it",
        "somebody who came to it from elsewhere",
        "somebody who works beside them",
    ),
    HypothesisAbout.ORGANIZATION: (
        "somebody hired in the last two years",
        "somebody who left the place",
        "somebody who works with the place from outside",
    ),
    HypothesisAbout.MARKET: (
        "somebody who has been in the field for ten years",
        "somebody who hires in it",
        "somebody who teaches it",
    ),
}
ASK_FOR: dict[str, str] = {
    HypothesisAbout.ROLE: "Ask for the last time: “What did you do yesterday between nine and "
    "eleven?” tells more than “Do you like it?”",
    HypothesisAbout.ORGANIZATION: "Ask for somebody: “Who started here last, and from where?” "
    "tells more than “Do you take beginners?”",
    HypothesisAbout.MARKET: "Ask for a change: “What is different around here since you began?” "
    "tells more than “Are there jobs?”",
}
EITHER_WAY = "Saved. To rule something out counts as success, too."


class Hunches(Exercise):
    """What the user believes so far, and how to find out."""

    key = "hunches"
    title = "Hunches to check"
    gives = (
        "Something that you believe so far, the kind of person who would know, and the question "
        "to ask them. Your questions for a conversation begin here."
    )
    minutes = 20
    example = (
        "Hunch: “A lab scientist hardly talks with anybody all day.” It is about a kind of work.",
        "Who would know: somebody who does it now.",
        "Question: “Whom did you talk with yesterday, and what about?”",
        "What Imani said: twenty calls before noon. So it seems not, and Robin is glad.",
    )

    def __init__(self, wb: Workbook) -> None:
        super().__init__(wb)
        self.steps = Steps(
            self,
            [
                Step(_claim, "claim", "A few words are enough. Or go back to the list."),
                Step(self._about),
                Step(_who),
                Step(_question),
            ],
            self._save,
        )

    def ask(self) -> list[Block]:
        """Ask for a hunch, one question at a time."""
        return self.steps.blocks()

    def kept(self) -> list[Block]:
        """Show the hunches with how they stand, the newest first."""
        rows = list(hypotheses.hypotheses(self.wb.store).itertuples(index=False))[::-1]
        open_ones = [self._hunch(row) for row in rows if not row.closed_on]
        closed = [self._hunch(row) for row in rows if row.closed_on]
        if not closed:
            return [*open_ones]
        return [*open_ones, Details("No longer wondering", closed, id="closed hunches")]

    def actions(self) -> Mapping[str, Action]:
        """Walk through the questions; note a finding; close, open or take away a hunch."""
        return {
            **self.steps.actions(),
            "find": self._find,
            "close": self._close(True),
            "open": self._close(False),
            "remove": self._remove,
        }

    def _about(self, _answers: Answers) -> list[Field]:
        targets = [] if self.wb.is_example else self.wb.targets[["id", "target"]].values.tolist()
        options = [(str(number), label) for number, label in targets]
        about = Field("about", "What is it about?", "radio", options=ABOUT)
        return [about, Field("target", "Which one on your list?", "select", options=options)]

    def _hunch(self, row: Any) -> Block:
        lines = [
            row.target,
            f"Who would know: {row.who_knows}" if row.who_knows else "",
            f"Ask: {row.question}" if row.question else "",
            *self._said(row.id),
        ]
        closing = (
            self.button("open", "I wonder again", describe=f"I wonder again: {row.claim}")
            if row.closed_on
            else self.button("close", "I stopped wondering", describe=f"Enough of: {row.claim}")
        )
        tag = HypothesisStatus(row.status).label
        return self.card(row.id, row.claim, lines, closing, tag=tag, blocks=self._finding(row.id))

    def _said(self, hunch: int) -> list[str]:
        words = dict(VERDICTS)  # type: ignore[arg-type]
        df = hypotheses.findings(self.wb.store)
        return [
            f"{row.person}: {words[row.verdict]}. {row.words}".rstrip()
            for row in df[df["hypothesis_id"] == hunch].itertuples(index=False)
        ]

    def _finding(self, hunch: int) -> list[Block]:
        """Offer to note what a conversation said, where there was one."""
        talks = talk_field(self.wb, "In which conversation?", required=True)
        if not talks:
            return []
        fields = [
            *talks,
            Field("verdict", "What do you think now?", "radio", options=VERDICTS),
            Field("words", "What did they say, in your words?", "textarea"),
        ]
        form = Form(
            f"finding {hunch}", [*fields, self.button("find", "Save", item=f"hunches {hunch}")]
        )
        return [Details("A conversation said something", [form], id=f"finding {hunch}")]

    def _save(self, answers: Answers) -> str:
        target = answers.get("target", "")
        with self.wb.writing() as store:
            hypotheses.add(
                store,
                answers["claim"],
                about=answers.get("about") or None,
                target=int(target) if target else None,
                who_knows=answers.get("who_knows", ""),
                question=answers.get("question", ""),
            )
        return "Saved. A conversation can check it now."

    def _find(self, event: Event) -> str:
        for name, missing in (("talk", "Which one was it?"), ("verdict", "Please choose one.")):
            if not event.text(name):
                raise FieldError(name, missing)
        hypotheses.record_finding(
            self.wb.own(),
            self.row(event),
            int(event.text("talk")),
            event.text("verdict"),
            event.text("words"),
        )
        return EITHER_WAY

    def _close(self, closed: bool) -> Action:
        def run(event: Event) -> str:
            hypotheses.close(self.wb.own(), self.row(event), closed)
            return "Closed." if closed else "Open again."

        return run

    def _remove(self, event: Event) -> str:
        hypotheses.remove(self.wb.own(), self.row(event))
        return "Taken away, with what conversations said about it."


def _claim(_answers: Answers) -> list[Field]:
    hint = "Something that you believe and don't know: about the work, a place, or the field."
    return [Field("claim", "What do you believe so far?", help=hint)]


def _who(answers: Answers) -> list[Field]:
    hints = WHO_KNOWS.get(answers.get("about", ""), WHO_KNOWS[HypothesisAbout.ROLE])
    label = "What kind of person would know?"
    return [Field("who_knows", label, "suggest", options=hints, help=f"Such as {hints[0]}.")]


def _question(answers: Answers) -> list[Field]:
    hint = ASK_FOR.get(answers.get("about", ""), ASK_FOR[HypothesisAbout.ROLE])
    return [Field("question", "What would you ask them?", "textarea", help=hint)]
