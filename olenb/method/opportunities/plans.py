"""Plans as they are kept: what was asked, what was answered, what comes next."""

from collections.abc import Mapping
from dataclasses import dataclass

from olenb.core.change import Row
from olenb.core.errors import NotFound
from olenb.core.plan_terms import Decision, PlanKind
from olenb.core.store import Store
from olenb.method.opportunities import article, internship, shadowing, volunteer
from olenb.method.opportunities.steps import Ask, Step

STEPS: dict[PlanKind, tuple[Step, ...]] = {
    PlanKind.VOLUNTEER: volunteer.STEPS,
    PlanKind.INTERNSHIP: internship.STEPS,
    PlanKind.ARTICLE: article.STEPS,
    PlanKind.SHADOWING: shadowing.STEPS,
}
EXAMPLES: dict[PlanKind, str] = {
    PlanKind.VOLUNTEER: volunteer.EXAMPLE,
    PlanKind.INTERNSHIP: internship.EXAMPLE,
    PlanKind.ARTICLE: article.EXAMPLE,
    PlanKind.SHADOWING: shadowing.EXAMPLE,
}
_SQL = (
    "SELECT o.*, g.name AS place, p.name AS contact, coalesce(p.confidential, 0) AS hidden_contact "
    "FROM opportunity AS o LEFT JOIN organization AS g ON g.id = o.organization "
    "LEFT JOIN person AS p ON p.id = o.person"
)
GONE = "That plan is no longer in your workbook. Nothing was changed."


@dataclass(frozen=True)
class Plan:
    """One plan with everything that was answered.

    Parameters
    ----------
    id, kind
        Which one, and which of the four it is.
    row
        Its row of `opportunity`.
    said
        Answers by the name of the `Ask`, as text; what is empty isn't in it.
    passed
        Names of the steps that the user passed over.
    """

    id: int
    kind: PlanKind
    row: Row
    said: Mapping[str, str]
    passed: frozenset[str]

    @property
    def label(self) -> str:
        """The plan in a few words."""
        doing = self.kind.doing
        if self.kind is PlanKind.ARTICLE:
            return f"{doing}: {self.said['title']}" if "title" in self.said else doing
        return f"{doing} at {self.said['place']}" if "place" in self.said else doing

    @property
    def steps(self) -> tuple[Step, ...]:
        """Its questions, in order."""
        return STEPS[self.kind]

    @property
    def decision(self) -> Decision | None:
        """What the user does with it afterwards, once they know."""
        return Decision(self.row["decision"]) if self.row["decision"] else None

    def text(self, name: str) -> str:
        """Return one answer, "" where there is none."""
        return self.said.get(name, "")

    def answered(self, step: Step) -> bool:
        """Whether something stands there."""
        return any(ask.name in self.said for ask in step.asks)

    def next_step(self) -> Step | None:
        """Return the first question that is neither answered nor passed over."""
        waiting = (s for s in self.steps if not self.answered(s) and s.name not in self.passed)
        return next(waiting, None)

    def step(self, name: str) -> Step:
        """Return a question by its name.

        Raises
        ------
        NotFound
            This plan has no such question.

        """
        found = next((step for step in self.steps if step.name == name), None)
        if found is None:
            raise NotFound("This plan has no such question. Nothing was changed.")
        return found


def plan(store: Store, number: int) -> Plan:
    """Return one plan.

    Raises
    ------
    NotFound
        There is no such plan.

    """
    row = store.one(f"{_SQL} WHERE o.id = ?", (int(number),))
    if row is None:
        raise NotFound(GONE)
    return _plan(store, row)


def plans(store: Store) -> list[Plan]:
    """Return every plan, the newest first."""
    return [_plan(store, row) for row in store.rows(f"{_SQL} ORDER BY o.id DESC")]


def current(store: Store) -> Plan | None:
    """Return the newest plan that isn't put away, or None."""
    row = store.one(f"{_SQL} WHERE o.put_away_on IS NULL ORDER BY o.id DESC LIMIT 1")
    return _plan(store, row) if row else None


def _plan(store: Store, row: Row) -> Plan:
    kind = PlanKind(row["kind"])
    rows = store.rows("SELECT name, words FROM plan_step WHERE opportunity = ?", (row["id"],))
    said = {each["name"]: str(each["words"]) for each in rows if each["words"] is not None}
    for step in STEPS[kind]:
        for ask in step.asks:
            value = _shown(row, ask) if ask.column else None
            if value is not None:
                said[ask.name] = value
    passed = frozenset(each["name"] for each in rows if each["words"] is None)
    return Plan(int(row["id"]), kind, row, said, passed)


def _shown(row: Row, ask: Ask) -> str | None:
    """Return what a column says, a name in place of a number."""
    value = row[{"place": "place", "person": "contact"}.get(ask.kind, ask.column)]
    return None if value is None else str(value)
