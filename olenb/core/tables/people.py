"""Who you know: people, organizations, who is where, who knows whom."""

from olenb.core import terms
from olenb.core.tables.table import ID, Column, Table, organization, person, when

CRITERIA = tuple(
    Column(name, f"R5: {words}, as the user said", allowed=terms.Known)
    for name, words in terms.CRITERIA.items()
)

TABLES = (
    Table(
        "person",
        "Somebody, the user included (is_ego = 1).",
        (
            ID,
            Column("name", "the name as it was given", required=True),
            Column("is_ego", "1 for the user", "INTEGER", required=True, allowed=(0, 1)),
            Column("circle", "how I know them (R6)", allowed=terms.Circle),
            Column("relation", "how I know them, in my own words"),
            Column("email", "first email address"),
            Column("url", "profile page, http(s) only"),
            Column("phone", "as it was given"),
            Column("city", "where they live or work"),
            Column("region", "state, province or country"),
            Column("time_zone", "IANA name"),
            Column("school", "where they studied, if it is one I care about"),
            Column("class_year", "year of graduation", "INTEGER", allowed=(1900, 2100)),
            Column("major", "what they studied"),
            Column("connected_on", "when we got connected, as the export says"),
            *CRITERIA,
            Column("shared", "what we share, in my own words (R10)"),
            Column("found_where", "where I found them (R10)"),
            when("found_on", "when I found them"),
            Column(
                "confidential", "1: leaves the file by no export (R38)", "INTEGER", False, (0, 1)
            ),
            Column("source", "what brought them in: by hand, or the kind of file"),
            Column("other", "columns that we don't know, kept as JSON"),
        ),
        indexes=(("name",),),
    ),
    Table(
        "identifier",
        "An email address or a profile page, in the form that is compared; people merge on it.",
        (
            ID,
            person("person", "whose"),
            Column("kind", "email or url", required=True),
            Column("key", "the cleaned form", required=True),
        ),
        unique=(("kind", "key"),),
        indexes=(("person",),),
    ),
    Table(
        "organization",
        "A place to work, study or serve.",
        (
            ID,
            Column("name", "the name as it was given first", required=True),
            Column("key", "the cleaned name that links silently", required=True),
            Column("sector", "field of work"),
            Column("region", "where it is"),
            Column("size", "how big it is, in words"),
        ),
        unique=(("key",),),
    ),
    Table(
        "alias",
        "Another spelling: linked where the user said so, kept apart where they refused.",
        (
            ID,
            organization(required=True),
            Column("name", "the other spelling", required=True),
            Column("key", "its cleaned form", required=True),
            Column("same", "1: the same; 0: the user said it isn't", "INTEGER", True, (0, 1)),
        ),
        unique=(("key", "organization"),),
    ),
    Table(
        "namesake",
        "Two people of one name whom the user called different; never offered again.",
        (ID, person("a", "the lower number"), person("b", "the higher number")),
        unique=(("a", "b"),),
        checks=("a < b",),
    ),
    Table(
        "affiliation",
        "A person at an organization, with years where they are known.",
        (
            ID,
            person("person", "who"),
            organization(required=True),
            Column("role", "title or role"),
            Column("department", "department, team or program"),
            when("start", "since when"),
            when("stop", "until when; empty with current = 1 means today"),
            Column(
                "current", "1: still there; 0: left; empty: not known", "INTEGER", False, (0, 1)
            ),
            Column("kind", "what they do there", required=True, allowed=terms.AffiliationKind),
        ),
        indexes=(("organization",), ("person",)),
    ),
    Table(
        "tie",
        "Two people who know each other, with how I know that and since when.",
        (
            ID,
            person("a", "the lower number"),
            person("b", "the higher number"),
            Column("evidence", "how I know (N7)", required=True, allowed=terms.Evidence),
            Column(
                "willingness",
                "ties with me: would they give me 20 minutes",
                allowed=terms.Willingness,
            ),
            Column("closeness", "ties with me: five described levels", "INTEGER", allowed=(1, 5)),
            when("last_exchange", "ties with me: when we last really talked"),
            Column("setting", "where they know each other from"),
            when("as_of", "when I learned of it"),
        ),
        unique=(("a", "b"),),
        indexes=(("b",),),
        checks=("a < b",),
    ),
)
