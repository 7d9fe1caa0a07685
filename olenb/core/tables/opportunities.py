"""Plans to be useful and to be seen: volunteering, an own internship, an article, shadowing."""

from olenb.core import goal_terms, plan_terms
from olenb.core.tables.table import ID, Column, Table, link, organization, person, when


def _plan() -> Column:
    return link("opportunity", "which plan", required=True)


FIT = tuple(
    Column(name, f"fit, {heading.lower()}: three described levels", "INTEGER", allowed=(1, 3))
    for name, (heading, _) in plan_terms.FIT.items()
)

TABLES = (
    Table(
        "opportunity",
        "A plan: to volunteer, to make an internship, to write an article, to shadow (R41–R48).",
        (
            ID,
            Column("kind", "which of the four", required=True, allowed=plan_terms.PlanKind),
            organization(required=False),
            link("target", "for the sake of which target"),
            person(
                "person",
                "who looks after it there: contact, supervisor, editor, or whom I shadow",
                required=False,
            ),
            when("begun_on", "when I began to plan"),
            when("starts_on", "first day; of shadowing, the day"),
            when("ends_on", "last day; of an article, when I can deliver it"),
            Column("hours", "hours a week; of shadowing, in all", "INTEGER", allowed=(1, 80)),
            Column(
                "at_work",
                "shadowing: 1 with my employer of today, 0 elsewhere (R47)",
                "INTEGER",
                False,
                (0, 1),
            ),
            *FIT,
            Column(
                "confidential", "1: leaves the file by no export (R38)", "INTEGER", True, (0, 1)
            ),
            Column("decision", "what I do with it afterwards", allowed=plan_terms.Decision),
            when("decided_on", "when I decided that"),
            when("put_away_on", "when I put the plan away"),
        ),
    ),
    Table(
        "plan_step",
        "One question of a plan and my answer; without words I passed over it.",
        (
            ID,
            _plan(),
            Column("name", "which question, as `method.opportunities` names it", required=True),
            Column("words", "my answer; empty: I passed over it"),
            when("said_on", "when"),
        ),
        unique=(("opportunity", "name"),),
    ),
    Table(
        "milestone",
        "A day of a plan: a check-in, or something that is to be ready.",
        (
            ID,
            _plan(),
            Column("what", "what is to happen", required=True),
            when("due_on", "on which day"),
            when("done_on", "when it was done"),
        ),
        indexes=(("opportunity",),),
    ),
    Table(
        "plan_person",
        "Somebody whom a plan let me meet; they are in `person`, with a tie to me (R42).",
        (ID, _plan(), person("person", "whom"), when("met_on", "when")),
        indexes=(("opportunity",), ("person",)),
    ),
    Table(
        "plan_skill",
        "A skill that a plan let me use, with what shows it (R42).",
        (
            ID,
            _plan(),
            Column("skill", "which, in my own words", required=True),
            Column("evidence", "what shows it, and that I may show it"),
            Column("seen_by", "who has seen it (R44)"),
            when("shown_on", "when"),
        ),
        indexes=(("opportunity",),),
    ),
    Table(
        "pitch",
        "A piece offered to one outlet; only one is open at a time (R45).",
        (
            ID,
            _plan(),
            organization(required=True),
            person("person", "to which editor", required=False),
            when("sent_on", "when I sent it"),
            Column("reply", "what became of it; empty while I wait", allowed=plan_terms.PitchReply),
            when("replied_on", "when I knew"),
        ),
        indexes=(("opportunity",),),
    ),
    Table(
        "observation",
        "One moment of a day of shadowing (R46); a confidential one never leaves the file (R38).",
        (
            ID,
            _plan(),
            Column("seen_at", "the moment, local time: 2026-11-12T09:30", required=True),
            Column("task", "what was being done"),
            Column("people", "with whom"),
            Column("tools", "with what"),
            Column(
                "energy",
                "what it did to my own energy",
                "INTEGER",
                allowed=(min(goal_terms.Energy), max(goal_terms.Energy)),
            ),
            Column("confidential", "1: between us", "INTEGER", True, (0, 1)),
        ),
        indexes=(("opportunity",),),
    ),
)
