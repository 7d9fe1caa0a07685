"""Several questions, one at a time, saved together at the end."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from olenb.screens.goals.exercise import Exercise
from olenb.views.widgets.blocks import Block, Buttons, Field, Form, Text
from olenb.views.widgets.screen import Action, Event, FieldError

Answers = dict[str, str]


@dataclass(frozen=True)
class Step:
    """One question of several.

    Parameters
    ----------
    fields
        Returns its fields; it is given the answers so far.
    needed
        The field without which it makes no sense to go on; empty: it can be left out.
    missing
        What to say beside it when it is empty.
    """

    fields: Callable[[Answers], Sequence[Field]]
    needed: str = ""
    missing: str = "A few words are enough."


class Steps:
    """The questions of an exercise; the answers wait in Python until they are saved.

    Parameters
    ----------
    exercise
        Whose questions they are.
    steps
        In their order.
    save
        Is given all answers at the end, and says what happened.
    """

    def __init__(
        self, exercise: Exercise, steps: Sequence[Step], save: Callable[[Answers], str]
    ) -> None:
        self._exercise, self._steps, self._save = exercise, steps, save
        self.answers: Answers = {}
        self.place = 0

    def blocks(self) -> list[Block]:
        """Return the question whose turn it is."""
        one, many = self._exercise, len(self._steps)
        last = self.place == many - 1
        buttons = [one.button("next", "Save" if last else "Next", kind="primary")]
        if self.place:
            buttons.append(one.button("back", "Back", keeps_typing=True))
        fields = [
            _with(field, self.answers) for field in self._steps[self.place].fields(self.answers)
        ]
        count = Text(f"Question {self.place + 1} of {many}", quiet=True)
        return [Form(f"{one.key} step {self.place}", [count, *fields, Buttons(buttons)])]

    def actions(self) -> Mapping[str, Action]:
        """Return what its two buttons do."""
        return {"next": self._next, "back": self._back}

    def begin(self, **answers: str) -> None:
        """Begin again, with some answers known already."""
        self.answers, self.place = dict(answers), 0

    def _next(self, event: Event) -> str | None:
        step = self._steps[self.place]
        if step.needed and not event.text(step.needed):
            raise FieldError(step.needed, step.missing)
        self.answers |= {name: event.text(name) for name in event.values}
        if self.place < len(self._steps) - 1:
            self.place += 1
            return None
        said = self._save(self.answers)
        self.begin()
        return said

    def _back(self, _event: Event) -> None:
        self.place -= 1


def _with(field: Field, answers: Answers) -> Field:
    """Return a field with what was answered before, if anything was."""
    known = answers.get(field.name)
    return field if known is None else replace(field, value=known)
