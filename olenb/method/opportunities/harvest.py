"""What a plan brings: people, skills, being seen (R42). Each goes where everything goes."""

from dataclasses import dataclass

from olenb.contacts import ties, you
from olenb.contacts.affiliations import begin as begin_at
from olenb.contacts.affiliations import place
from olenb.contacts.keys import visible
from olenb.core.change import Row
from olenb.core.errors import NotAllowed, NotFound
from olenb.core.plan_terms import PlanKind
from olenb.core.store import Store, today
from olenb.method.opportunities.answers import somebody
from olenb.method.opportunities.plans import plan

GONE = "That one is no longer in your plan. Nothing was changed."
HOW_WE_MET: dict[PlanKind, str] = {
    PlanKind.VOLUNTEER: "we met when I volunteered",
    PlanKind.INTERNSHIP: "we met in my internship",
    PlanKind.ARTICLE: "we met over my article",
    PlanKind.SHADOWING: "we met on my day of shadowing",
}


@dataclass(frozen=True)
class Harvest:
    """What a plan brought.

    Parameters
    ----------
    people
        Rows of who was met: id, person, name, confidential, role, organization, met_on.
    skills
        Rows of `plan_skill`.
    """

    people: list[Row]
    skills: list[Row]

    @property
    def seen(self) -> list[Row]:
        """The skills that somebody has seen (R44)."""
        return [row for row in self.skills if row["seen_by"]]


def harvest(store: Store, number: int) -> Harvest:
    """Return what a plan brought, oldest first."""
    met = store.rows(
        "SELECT m.id, m.person, m.met_on, p.name, coalesce(p.confidential, 0) AS confidential, "
        "p.relation FROM plan_person AS m JOIN person AS p ON p.id = m.person "
        "WHERE m.opportunity = ? ORDER BY m.id",
        (int(number),),
    )
    shown = store.rows("SELECT * FROM plan_skill WHERE opportunity = ? ORDER BY id", (int(number),))
    return Harvest(met, shown)


def meet(store: Store, number: int, name: str, role: str = "", met_on: str = "") -> int:
    """Note somebody whom the plan let the user meet, and return the person's id.

    They are in the workbook from now on, at the plan's place, and know the user (R42); whoever
    was there already only gets what was missing.

    Parameters
    ----------
    store
        The open workbook.
    number
        The plan's id.
    name, role
        Who, and what they do there; the role may stay empty.
    met_on
        ISO 8601; empty means today.

    Raises
    ------
    NotAllowed
        The name is empty.
    NotFound
        There is no such plan, or several people have that name.

    """
    one = plan(store, number)
    if not visible(name):
        raise NotAllowed("A first name is enough. Nothing was added yet.")
    with store.change("Noted somebody whom you met") as change:
        me = you.ego(store, change)
        person = somebody(store, name, one.text("place"))
        if role.strip() and not place(store, person)[1] and "place" in one.said:
            begin_at(store, change, person, one.text("place"), role)
        row = store.one("SELECT relation FROM person WHERE id = ?", (person,))
        if row and not row["relation"]:
            change.update("person", person, relation=HOW_WE_MET[one.kind])
        tie = ties.between(store, me, person)
        day = met_on or today()
        newer = tie is None or (tie["last_exchange"] or "") < day
        ties.with_me(store, change, me, person, {"last_exchange": day} if newer else {})
        if not _met(store, one.id, person):
            change.insert("plan_person", opportunity=one.id, person=person, met_on=day)
    return person


def unmeet(store: Store, row: int) -> None:
    """Take somebody off the plan's list; the person stays in the workbook.

    Raises
    ------
    NotFound
        They are off it already.

    """
    _take_away(store, "plan_person", row, "Took somebody off a plan")


def use_skill(store: Store, number: int, skill: str, evidence: str = "", seen_by: str = "") -> int:
    """Note a skill that the plan let the user use, with what shows it; return the row's id.

    Parameters
    ----------
    store
        The open workbook.
    number
        The plan's id.
    skill
        In the user's words.
    evidence
        What shows it, and that it may be shown.
    seen_by
        Who has seen it (R44).

    Raises
    ------
    NotAllowed
        The skill is empty.
    NotFound
        There is no such plan.

    """
    one = plan(store, number)
    if not visible(skill):
        raise NotAllowed("Please name the skill in a few words. Nothing was added yet.")
    with store.change("Noted a skill that you used") as change:
        return change.insert(
            "plan_skill",
            opportunity=one.id,
            skill=skill.strip(),
            evidence=evidence.strip() or None,
            seen_by=seen_by.strip() or None,
            shown_on=today(),
        )


def forget_skill(store: Store, row: int) -> None:
    """Take a skill off the plan's list.

    Raises
    ------
    NotFound
        It is off it already.

    """
    _take_away(store, "plan_skill", row, "Took a skill off a plan")


def _met(store: Store, number: int, person: int) -> bool:
    pair = (number, person)
    sql = "SELECT 1 FROM plan_person WHERE opportunity = ? AND person = ?"
    return store.one(sql, pair) is not None


def _take_away(store: Store, table: str, row: int, label: str) -> None:
    known = f"SELECT 1 FROM {table} WHERE id = ?"  # noqa: S608 - two fixed names
    if store.one(known, (int(row),)) is None:
        raise NotFound(GONE)
    with store.change(label) as change:
        change.delete(table, int(row))
