"""A day of shadowing in five phases of our own: aim, ask, agree, observe, look back (R46, R47)."""

from olenb.method.opportunities.steps import Ask, Step, step

EXAMPLE = (
    "Robin spends a day beside Imani at Tamarind Valley Clinic, to see what coordinating a "
    "clinic is like from eight to four."
)
AIM, ASK, AGREE, OBSERVE, LOOK_BACK = PHASES = (
    "Aim",
    "Find and ask",
    "Agree",
    "Observe",
    "Look back",
)
ARTICLE = "Job Shadowing for Professionals: The 5-Steps You Need"
ARTICLE_SITE = "Project Management Hacks"
"""The article that the center's page points to (R48); the phases here are our own."""

AT_WORK = (("0", "somewhere new"), ("1", "where I work now"))

STEPS: tuple[Step, ...] = (
    step(
        "aim",
        "Aim",
        "What do you want to see with your own eyes?",
        help="Something that nobody can tell you in twenty minutes.",
        example="How much of a coordinator's day is people, and how much is the screen.",
        phase=AIM,
    ),
    step(
        "watch",
        "What I watch for",
        "Which three things will you watch for?",
        example="What interrupts. Who decides. When somebody laughs.",
        phase=AIM,
    ),
    step(
        "where",
        "Where it is",
        "Is it where you work now, or somewhere new?",
        help="Where you work now, your own boss hears of it from you first.",
        example="somewhere new",
        phase=AIM,
        asks=(Ask("at_work", "It is", "choice", "at_work", choices=AT_WORK),),
    ),
    step(
        "host",
        "Whom I'd shadow",
        "Whom would you like to be beside, and where?",
        help="Somebody whom you have talked with already says yes most easily.",
        example="Imani Quispe, Tamarind Valley Clinic",
        phase=ASK,
        asks=(
            Ask("contact", "Whom", "person", "person"),
            Ask("place", "Where", "place", "organization"),
        ),
    ),
    step(
        "asking",
        "How I ask",
        "What will you say when you ask?",
        help="What you want to see, half a day or a day, that you'll be quiet, an easy way out.",
        example="May I see your work for a day, quietly? If that's too much, an hour is fine.",
        phase=ASK,
    ),
    step(
        "when",
        "Day and hours",
        "Which day, and from when to when?",
        example="November 12, 7 hours",
        phase=AGREE,
        asks=(
            Ask("starts_on", "The day", "day", "starts_on"),
            Ask("hours", "Hours", "number", "hours", most=80),
        ),
    ),
    step(
        "costs",
        "Costs",
        "What does it cost, and who pays?",
        help="Travel, lunch, a checked background. Better talked about before.",
        example="The bus is mine, lunch is theirs.",
        phase=AGREE,
    ),
    step(
        "access",
        "Where I may be",
        "Where may you be, and where not?",
        example="Front desk and meeting rooms; not where patients are seen.",
        phase=AGREE,
    ),
    step(
        "between",
        "What stays there",
        "What stays between you?",
        help="Agree on it before. Moments marked “between us” leave this workbook by no way.",
        example="Everything about patients, and who said what in the meeting.",
        phase=AGREE,
    ),
    step(
        "may",
        "What I may do",
        "What may you do yourself?",
        help="A little real work shows more than watching.",
        example="Sort the forms for Friday, and answer the phone once, with Imani beside me.",
        phase=AGREE,
    ),
)
