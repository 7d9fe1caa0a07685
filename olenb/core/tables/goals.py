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
    Table(
        "interest",
        "How the six themes sort for me, or a code that I brought from a test.",
        (
            ID,
            *(
                Column(name, f"the {words} theme", required=first, allowed=goal_terms.Interest)
                for name, words, first in (
                    ("first", "strongest", True),
                    ("second", "next", False),
                    ("third", "third", False),
                )
            ),
            Column("first_words", "where that shows, in one sentence"),
            Column("second_words", "where that shows, in one sentence"),
            Column("third_words", "where that shows, in one sentence"),
            Column("source", "sorted or typed", required=True, allowed=goal_terms.InterestSource),
            when("said_on", "when"),
        ),
    ),
    Table(
        "activity",
        "Something that I did, and what it did to my energy.",
        (
            ID,
            Column("what", "what I did", required=True),
            Column("verb", "what I was really doing, in one word that ends in -ing"),
            Column("energy", "from -2 (drained) to 2 (much more)", "INTEGER", True, (-2, 2)),
            Column("engagement", "from 0 (elsewhere) to 3 (lost in it)", "INTEGER", True, (0, 3)),
            when("done_on", "when I did it"),
        ),
    ),
    Table(
        "story",
        "A role model, a story or a motto, and what I see in it.",
        (
            ID,
            Column("prompt", "which", required=True, allowed=goal_terms.StoryPrompt),
            Column("words", "who or what it is", required=True),
            Column("because", "what I see in it"),
            when("said_on", "when"),
        ),
    ),
    Table(
        "future",
        "One of three futures, five years ahead; a newer sketch of its kind replaces it.",
        (
            ID,
            Column("kind", "which of the three", required=True, allowed=goal_terms.FutureKind),
            Column("title", "its title", required=True),
            Column("sketch", "a day in it"),
            Column("question_1", "what I would have to find out"),
            Column("question_2", "what I would have to find out"),
            Column("question_3", "what I would have to find out"),
            *(
                Column(name, f"{words} 0 (empty) to 4 (full)", "INTEGER", allowed=(0, 4))
                for name, words in goal_terms.GAUGES.items()
            ),
            when("said_on", "when"),
        ),
    ),
    Table(
        "if_then",
        "One thing that I want to dare, what may stop me, and what I do then.",
        (
            ID,
            Column("wish", "what I want to do", required=True),
            Column("outcome", "the best that may come of it"),
            Column("obstacle", "what in me may stop me", required=True),
            Column("action", "what I do then", required=True),
            when("by_day", "by when I want to have done it"),
            Column("supporter", "who asks me how it went"),
            when("said_on", "when I said so"),
            when("done_on", "when I did it"),
        ),
    ),
    Table(
        "chance",
        "Something unplanned that helped, and what I make of it.",
        (
            ID,
            Column("what", "what happened", required=True),
            Column("skill", "what I did that let it happen"),
            Column("next_step", "what I do next because of it"),
            when("happened_on", "when"),
            when("done_on", "when I took the next step"),
        ),
    ),
    Table(
        "wage",
        "What people earn in an occupation and an area, from a table that I brought (R1).",
        (
            ID,
            Column("occupation", "its title, as the table says", required=True),
            Column("area", "where, as the table says", required=True),
            Column("employment", "people counted", "INTEGER"),
            *(
                Column(name, f"yearly wage, {words}", "INTEGER")
                for name, words in (
                    ("p10", "below which a tenth earns"),
                    ("p25", "below which a quarter earns"),
                    ("median", "below which half earn"),
                    ("p75", "below which three quarters earn"),
                    ("p90", "below which nine tenths earn"),
                )
            ),
            Column("money", "what stands before an amount"),
            Column("source", "whose figures they are, and of when"),
            when("brought_on", "when I brought them"),
        ),
        unique=(("occupation", "area"),),
    ),
)
