"""What happens between you and the people you ask: touches, drafts, meetings."""

from olenb.core import terms
from olenb.core.tables.table import ID, Column, Table, link, person, when

TABLES = (
    Table(
        "touch",
        "Something that happened with a person: what I sent or asked, and what they said.",
        (
            ID,
            person("person", "with whom"),
            link("target", "about which target"),
            Column("kind", "what it was", required=True, allowed=terms.TouchKind),
            when("happened_on", "when"),
            Column("reply", "what they answered; empty while I wait", allowed=terms.Reply),
            when("replied_on", "when they answered"),
            person("about", "whom they named, or whom it is about", required=False),
            Column("channel", "how it was sent (R12)", allowed=terms.Channel),
            link("conversation", "the conversation that it follows"),
        ),
        indexes=(("person",),),
    ),
    Table(
        "draft",
        "A message that I am writing; nothing is ever sent from here (R12, N12).",
        (
            ID,
            person("person", "to whom"),
            link("target", "about which target"),
            person("via", "who connects us, where somebody does", required=False),
            person("about", "whom it is about: whom I'd like to meet or met", required=False),
            Column("kind", "which step of a contact", required=True, allowed=terms.DraftKind),
            Column("channel", "how it will go (R12)", required=True, allowed=terms.Channel),
            Column("subject", "subject line"),
            Column("body", "the words", required=True),
            when("saved_at", "when I last changed it"),
            link("touch", "what happened with it: the touch that says it was sent"),
        ),
        indexes=(("person",),),
    ),
    Table(
        "meeting",
        "A time that is agreed on; a conversation that was held is in `conversation`.",
        (
            ID,
            person("person", "with whom"),
            link("target", "about which target"),
            when("starts_at", "when, with its offset from UTC"),
            Column("minutes", "how long was asked for (R13)", "INTEGER", True, (1, 240)),
            Column("my_zone", "my time zone, IANA name (R16)", required=True),
            Column("their_zone", "theirs, IANA name (R16)"),
            Column("channel", "phone, video or in person", allowed=terms.Channel),
            Column("place", "where, or the number to call"),
            when("agreed_on", "when we agreed on it"),
            when("confirmed_on", "when it was confirmed"),
            Column("cancelled", "1: it won't happen", "INTEGER", True, (0, 1)),
        ),
        indexes=(("person",),),
    ),
    Table(
        "coworker_check",
        "R7: whether it is appropriate to ask somebody whom I work with now.",
        (
            ID,
            person("person", "the coworker"),
            Column("decision", "what I decided", required=True, allowed=terms.CoworkerDecision),
            Column("why", "in my own words"),
            when("decided_on", "when"),
        ),
        indexes=(("person",),),
    ),
    Table(
        "permission",
        "Whether I may use somebody's name, how far, and since when (R29, N2).",
        (
            ID,
            person("person", "whose name"),
            Column("answer", "what they said", required=True, allowed=terms.Permission),
            person("towards", "towards whom alone; empty: towards anybody", required=False),
            Column("scope", "their limits, in their words"),
            when("given_on", "when they said it"),
            link("conversation", "the conversation in which they said it"),
        ),
        indexes=(("person",),),
    ),
)
