"""If-then plans: a wish, the best that may come, what may stop me, what I do then, by when."""

from collections.abc import Mapping
from datetime import date, timedelta

from olenb.core.spoken import spoken
from olenb.method.exercises import if_then
from olenb.screens.goals.exercise import Exercise
from olenb.screens.goals.steps import Answers, Step, Steps
from olenb.views.widgets.blocks import Block, Field
from olenb.views.widgets.screen import Action, Event
from olenb.workbook import Workbook

WITH_SOMEBODY = "It works better with somebody: a friend, your counselor."


class IfThen(Exercise):
    """One thing that the user wants to dare, and a sentence for when it gets hard."""

    key = "if_then"
    title = "If it gets hard"
    gives = "One sentence, “if this, then that”, for one thing that you want to dare, with a day."
    minutes = 15
    example = (
        "I want to write to Rosa, whom Ana knows from choir.",
        "The best that may come: I know by Christmas whether this is a lab for me.",
        "What may stop me: I think that I'm only a student and she is busy.",
        "“If I think that I'm only a student, then I read Ana's note once more and write the "
        "first line only.” By November 30. My counselor asks me how it went.",
    )

    def __init__(self, wb: Workbook) -> None:
        super().__init__(wb)
        self.steps = Steps(
            self,
            [
                Step(_wish, "wish", "A few words are enough. Or go back to the list."),
                Step(_outcome),
                Step(_obstacle, "obstacle", "Whatever comes to mind first."),
                Step(_then, "then", "Something small that you can do at once."),
                Step(_day),
            ],
            self._save,
        )

    def ask(self) -> list[Block]:
        """Ask one question at a time."""
        return self.steps.blocks()

    def kept(self) -> list[Block]:
        """Show the plans, the newest first."""
        rows = list(if_then.plans(self.wb.store).itertuples(index=False))[::-1]
        return [
            self.card(
                row.id,
                row.wish,
                [
                    row.sentence,
                    f"By {spoken(row.by_day)}" if row.by_day else "",
                    f"{row.supporter} asks me how it went" if row.supporter else "",
                ],
                *([] if row.done_on else [self.button("done", "I did it", kind="primary")]),
                tag="done" if row.done_on else "",
            )
            for row in rows
        ]

    def actions(self) -> Mapping[str, Action]:
        """Walk through the questions; tick a plan; take one away."""
        return {**self.steps.actions(), "done": self._done, "remove": self.remover("if_then")}

    def _save(self, answers: Answers) -> str:
        with self.wb.writing() as store:
            if_then.plan(
                store,
                answers["wish"],
                answers["obstacle"],
                answers["then"],
                outcome=answers["outcome"],
                by_day=answers["by_day"],
                supporter=answers["supporter"],
            )
        return if_then.sentence(answers["obstacle"], answers["then"])

    def _done(self, event: Event) -> str:
        if_then.done(self.wb.own(), self.row(event))
        return "Good. That was a whole step."


def _wish(_answers: Answers) -> list[Field]:
    hint = "One thing with one person, that you could do this week."
    return [Field("wish", "What do you want to dare?", help=hint)]


def _outcome(_answers: Answers) -> list[Field]:
    hint = "Picture it for a moment before you write."
    return [Field("outcome", "What is the best that may come of it?", "textarea", help=hint)]


def _obstacle(_answers: Answers) -> list[Field]:
    hint = "Something in you: a thought, a habit, a feeling."
    return [Field("obstacle", "What in you may stop you?", help=hint, placeholder="I think that …")]


def _then(answers: Answers) -> list[Field]:
    label = f"If that happens ({answers.get('obstacle', '')}), what do you do then?"
    return [Field("then", label, placeholder="I write the first line only")]


def _day(_answers: Answers) -> list[Field]:
    return [
        Field("by_day", "By which day?", "date", date.today() + timedelta(days=7)),
        Field("supporter", "Who could ask you how it went?", help=WITH_SOMEBODY),
    ]
