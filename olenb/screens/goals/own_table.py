"""Figures of another country: how to bring a table, and which figures are asked (R1)."""

from collections.abc import Callable, Mapping

from olenb.method import market
from olenb.screens.goals.exercise import Exercise
from olenb.views.widgets.blocks import Block, Buttons, Choice, Details, Field, Form, Text, Upload
from olenb.views.widgets.screen import Action, Event

HOW = (
    "Most countries publish such figures: look for “wages by occupation” at your statistics "
    "office. Save them as .csv or .xlsx. The first row names the columns: Occupation and Median "
    "(or Employment) are needed; Area, P10, P25, P75 and P90 are welcome. A row stands for one "
    "occupation in one area; an empty cell means that nothing was published."
)
U_S, MINE = "us", "own"
NAMED = 5


class OwnTable:
    """The table that the user brought, and whether it is the one that is asked.

    Parameters
    ----------
    exercise
        Where it is shown.
    forget
        Forgets what was looked up in other figures.
    """

    def __init__(self, exercise: Exercise, forget: Callable[[], None]) -> None:
        self._exercise = exercise
        self._forget = forget
        self._wants_own = True
        self._read: market.Brought | None = None
        self._name = ""

    def figures(self) -> market.Market:
        """Return the figures that are asked: the user's own where there are any and they want."""
        brought = market.own(self._exercise.wb.store) if self._wants_own else None
        return brought or market.shipped()

    def choice(self) -> list[Block]:
        """Ask which figures, where there are two."""
        brought = market.own(self._exercise.wb.store)
        if brought is None:
            return []
        options: list[Choice] = [(MINE, brought.source), (U_S, "United States, May 2025")]
        value = MINE if self._wants_own else U_S
        action = self._exercise.name("source")
        field = Field(
            "source", "Which figures?", "radio", value, options, action=action, settled=True
        )
        return [Form("market source", [field])]

    def blocks(self) -> list[Block]:
        """Return what is one click away: how to bring a table, and how to be rid of it."""
        if self._read is not None:
            return self._preview(self._read)
        upload = Upload(self._exercise.name("bring"), "Your table", ".csv,.xlsx")
        inside: list[Block] = [Text(HOW), upload, *self._removal()]
        return [Details("Figures of another country", inside, id="own figures")]

    def actions(self) -> Mapping[str, Action]:
        """Choose the figures; read a table, keep it or not; take it out."""
        return {
            "source": self._choose,
            "bring": self._bring,
            "keep": self._keep,
            "leave": self._leave,
            "drop": self._drop,
        }

    def _preview(self, table: market.Brought) -> list[Block]:
        """Show what was read, and ask whose figures they are, before anything is kept."""
        left_out = [f"Line {skip.line}: {skip.reason}." for skip in table.skipped[:NAMED]]
        one = self._exercise
        fields = [
            Field("source", "Whose figures are they, and of when?", value=self._name),
            Field("money", "What stands before an amount?", placeholder="€"),
        ]
        buttons = [
            one.button("keep", "Keep this table", kind="primary"),
            one.button("leave", "Not this one"),
        ]
        words = Text("\n".join([table.sentence, *left_out]))
        return [Form("market keep", [words, *fields, Buttons(buttons)])]

    def _removal(self) -> list[Block]:
        rows = self._exercise.wb.store.rows("SELECT count(*) AS n FROM wage")[0]["n"]
        if not rows or self._exercise.wb.is_example:
            return []
        confirm = f"This takes {rows:,} rows of your table out of the workbook."
        return [self._exercise.button("drop", "Take my table out", kind="danger", confirm=confirm)]

    def _choose(self, event: Event) -> None:
        self._wants_own = event.text("source") != U_S
        self._forget()

    def _bring(self, event: Event) -> str | None:
        if event.upload is None:
            return None
        self._read, self._name = market.read(event.upload.path), event.upload.name
        return self._read.sentence

    def _keep(self, event: Event) -> str | None:
        if self._read is None:
            return None
        with self._exercise.wb.writing() as store:
            market.bring(store, self._read, event.text("source"), event.text("money"))
        self._read, self._wants_own = None, True
        self._forget()
        return "Your table is in. It is asked from now on."

    def _leave(self, _event: Event) -> str:
        self._read = None
        return "Left out. Nothing was changed."

    def _drop(self, _event: Event) -> str:
        count = market.remove(self._exercise.wb.own())
        self._forget()
        return f"{count:,} rows are out."
