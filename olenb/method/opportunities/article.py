"""A piece for a trade publication: the questions, and one outlet at a time (R45)."""

from olenb.method.opportunities.steps import Ask, Step, step

EXAMPLE = (
    "Robin shows the shelter's page to others, and writes nine hundred words on it for the "
    "newsletter that people who count donations read."
)
READ = (("yes", "I have read them"), ("none", "they have none"))

STEPS: tuple[Step, ...] = (
    step(
        "title",
        "Title",
        "What is it called?",
        help="Short enough for the subject line of an email.",
        example="One page a month: what a shelter learned from its own donation lists",
        asks=(Ask("title", "What is it called?", "line"),),
    ),
    step(
        "reader",
        "Reader, and why now",
        "Who will read it, and why now?",
        example="People who run small charities. Winter is coming, and shelves are empty first.",
    ),
    step(
        "outline",
        "Outline",
        "What are its parts?",
        help="Three to five lines are an outline.",
        example="1. The shelf that was always empty. 2. What the lists showed. 3. One page a "
        "month. 4. What we would do differently.",
    ),
    step(
        "sources",
        "Sources",
        "Where do you know it from?",
        help="Your own work, people who may be quoted, figures with their place.",
        example="My own tables; the coordinator, who agreed to be quoted; the county's figures.",
    ),
    step(
        "size",
        "Length and date",
        "How long is it, and when can they have it?",
        example="900 words, by February 1",
        asks=(
            Ask("words", "How many words", "number", most=20000),
            Ask("ends_on", "They can have it by", "day", "ends_on"),
        ),
    ),
    step(
        "bio",
        "About me",
        "Who are you, in two sentences?",
        example="Robin Ellery studies biology in Duluth and helps at a shelter with its figures.",
    ),
    step(
        "disclosure",
        "What to disclose",
        "What should the editor know before saying yes?",
        help="Your ties to what you write about, money, help that you had, earlier versions.",
        example="I volunteer there. Nobody paid for it. A shorter form hung on our notice board.",
    ),
    step(
        "outlet",
        "Outlet and editor",
        "Which publication, and who there chooses such pieces?",
        help="Their page for writers says who, how long, and how. Reading it is half the pitch.",
        example="The newsletter of Lanternway Foundation. I read their page for writers.",
        asks=(
            Ask("place", "Publication", "place", "organization"),
            Ask("contact", "Editor", "person", "person"),
            Ask("guidelines", "Their guidelines for writers", "choice", choices=READ),
        ),
    ),
)
