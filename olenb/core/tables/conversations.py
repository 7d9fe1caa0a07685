"""The twenty minutes: what was prepared, what was said, and what follows from it."""

from olenb.core import terms
from olenb.core.tables.table import ID, Column, Table, link, person, when

TABLES = (
    Table(
        "conversation",
        "A conversation: one that runs has begun and not ended, one that was held has ended.",
        (
            ID,
            person("person", "with whom"),
            link("target", "about which target"),
            link("meeting", "the meeting that it was"),
            when("started_at", "when it began, with its offset from UTC"),
            when("ended_at", "when it ended, with its offset from UTC"),
            Column("extended", "1: they offered more time (R27)", "INTEGER", False, (0, 1)),
            Column(
                "i_talked", "my share of the talking, in tenths (R31)", "INTEGER", False, (0, 10)
            ),
            Column("helped", "what helped most, as I told them (R30)"),
            Column("learned", "one thing that I learned, for the thank-you (R34)"),
            Column("next_action", "what I do next because of it"),
        ),
        indexes=(("person",),),
    ),
    Table(
        "question",
        "A question prepared for one person, in my order (R21, R22).",
        (
            ID,
            person("person", "for whom"),
            Column("bank", "its id in the question bank; empty for my own"),
            link("hypothesis", "the hunch that it checks"),
            Column("words", "the question", required=True),
            Column("position", "my order", "INTEGER", True),
            Column("must", "1: one of the must-asks", "INTEGER", True, (0, 1)),
            Column("reserve", "1: only if there is time", "INTEGER", True, (0, 1)),
            Column("part", "where in the conversation", required=True, allowed=terms.Part),
            Column("minutes", "how long an answer usually takes", "INTEGER", True, (1, 15)),
            link("conversation", "the conversation in which it was asked"),
            when("asked_at", "the moment when the next one's turn came"),
        ),
        indexes=(("person",),),
    ),
    Table(
        "note",
        "Something that was said or found out; a confidential one never leaves the file (R38).",
        (
            ID,
            person("person", "about whom or from whom"),
            link("conversation", "in which conversation"),
            Column("kind", "what it is", required=True, allowed=terms.NoteKind),
            Column("words", "in my own words, or as a quotation", required=True),
            Column("confidential", "1: between us", "INTEGER", True, (0, 1)),
            when("written_on", "when"),
            Column("done", "advice: what I did with it"),
            when("done_on", "advice: when"),
        ),
        indexes=(("person",),),
    ),
    Table(
        "referral",
        "Somebody whom a person told me to talk to; following it up is due (R28, R36).",
        (
            ID,
            link("conversation", "in which conversation"),
            person("person", "who referred me"),
            person("referred", "to whom"),
            link("target", "about which target"),
            Column(
                "permission", "may I say who sent me (R29)", required=True, allowed=terms.Permission
            ),
            when("given_on", "when"),
            link("touch", "the touch that followed it up"),
        ),
        indexes=(("person",), ("referred",)),
    ),
)
