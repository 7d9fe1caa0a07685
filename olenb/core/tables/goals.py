"""What you want to find out: targets, dated goals, hunches to check."""

from olenb.core import goal_terms, terms
from olenb.core.tables.table import ID, Column, Table, link, organization, when

TABLES = (
    Table(
        "target",
        "A place, role, industry or region that I'm curious about; one of them is enough (R3).",
        (
            ID,
            organization(required=False),
            Column("role", "the kind of work"),
            Column("industry", "the field"),
            Column("region", "where"),
            Column("active", "1: among my active few (R3)", "INTEGER", True, (0, 1)),
            Column("position", "my own order", "INTEGER", True),
            when("added_on", "when it came onto the list"),
            Column("motivation", "how much I'd like it, 0 to 3", "INTEGER", allowed=(0, 3)),
            Column("posting", "how often I saw it posted, 0 to 3", "INTEGER", allowed=(0, 3)),
            link("conversation", "the conversation in which it was suggested (R4)"),
        ),
        checks=("coalesce(organization, role, industry, region) IS NOT NULL",),
    ),
    Table(
        "goal",
        "One dated line about what I want to find out (R1, R4).",
        (
            ID,
            Column("kind", "what it is", required=True, allowed=goal_terms.GoalKind),
            Column("value", "the words, or a purpose's name", required=True),
            when("said_on", "when"),
            link("conversation", "the conversation that changed it (R4)"),
            link("opportunity", "the plan that changed it (R46)"),
            Column("because", "why it changed, in my own words"),
        ),
    ),
    Table(
        "hypothesis",
        "A hunch about a role, a place or a market that a conversation can check (N10).",
        (
            ID,
            Column("claim", "what I believe so far", required=True),
            Column("about", "what it is about", allowed=terms.HypothesisAbout),
            link("target", "which target it belongs to"),
            Column("who_knows", "the kind of person who would know"),
            Column("question", "what to ask them"),
            when("said_on", "when"),
            when("closed_on", "when I stopped wondering"),
        ),
    ),
    Table(
        "finding",
        "What one conversation says about one hunch (N10).",
        (
            ID,
            link("hypothesis", "which hunch", required=True),
            link("conversation", "which conversation", required=True),
            Column(
                "verdict", "for it, against it, or unclear", required=True, allowed=terms.Verdict
            ),
            Column("words", "what was said, in my own words"),
            when("said_on", "when I noted it"),
        ),
        unique=(("hypothesis", "conversation"),),
    ),
)
