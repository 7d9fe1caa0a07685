"""An internship of one's own: the questions, the one page, and three things to find out (R43)."""

from dataclasses import dataclass

from olenb.method.opportunities.steps import Ask, Step, step

EXAMPLE = (
    "Robin would like to be in the lab of Kestrelmoor Diagnostics for a summer. They have no "
    "program for interns, so Robin brings them one page."
)
GOALS = 4
_NTH = ("first", "second", "third", "fourth")
_GOAL_EXAMPLES = (
    ("Read a test report and say what is unusual in it.", "Sort last year's reruns by cause."),
    ("Write steps that others can follow.", "Bring two bench cards up to date, with photos."),
    ("Show figures to people who have no time.", "A monthly half page on turnaround times."),
    ("", "Three goals are plenty; this one stayed empty."),
)
PAY = (
    ("hourly", "paid by the hour"),
    ("stipend", "a fixed sum"),
    ("unpaid", "unpaid"),
    ("open", "not talked about yet"),
)
CREDIT = (
    ("yes", "yes, my school agreed"),
    ("no", "no credit"),
    ("asking", "I'm asking"),
)


def _goal(number: int) -> Step:
    goal, tasks = _GOAL_EXAMPLES[number - 1]
    nth = _NTH[number - 1]
    example = f"{goal} Tasks: {tasks}" if goal else tasks
    return step(
        f"goal_{number}",
        f"{nth.capitalize()} goal",
        f"What is your {nth} learning goal, and which tasks lead there?",
        help="Three or four are enough. A goal is what you can do afterwards.",
        example=example,
        asks=(
            Ask(f"goal_{number}", "Afterwards I can …", "line"),
            Ask(f"tasks_{number}", "Tasks that lead there"),
        ),
    )


STEPS: tuple[Step, ...] = (
    step(
        "place",
        "The place",
        "Which organization would it be?",
        help="A small one may never have had an intern, and be glad of a page that is ready.",
        example="Kestrelmoor Diagnostics",
        asks=(Ask("place", "Which organization?", "place", "organization"),),
    ),
    step(
        "gain",
        "What they gain",
        "What would they gain?",
        help="Begin with them: work that matters to them and that nobody has time for.",
        example="Reruns sorted by cause, so that the lab knows which two to work on first.",
    ),
    step(
        "why",
        "Why this place",
        "Why there, of all places?",
        example="Two people told me how carefully they work there, and I have seen their reports.",
    ),
    *(_goal(number) for number in range(1, GOALS + 1)),
    step(
        "seen",
        "Who sees it",
        "Who will see your work?",
        help="An internship should show you, too: a talk at the end, a page with your name.",
        example="Ten minutes in the last team meeting, and the half page goes to the clinics.",
    ),
    step(
        "when",
        "Hours and weeks",
        "When, and how many hours a week?",
        example="20 hours a week, from June 7 to August 13",
        asks=(
            Ask("hours", "Hours a week", "number", "hours", most=60),
            Ask("starts_on", "First day", "day", "starts_on"),
            Ask("ends_on", "Last day", "day", "ends_on"),
        ),
    ),
    step(
        "supervisor",
        "Supervisor",
        "Who there would be your supervisor?",
        example="Dana Vasquez, lab manager",
        asks=(Ask("contact", "Their name", "person", "person"),),
    ),
    step(
        "pay",
        "Compensation",
        "What about pay?",
        help="It is a normal question. They expect it, and so may you.",
        example="Paid by the hour; the same as student workers in the city's labs.",
        asks=(
            Ask("pay", "So far it is", "choice", choices=PAY),
            Ask("pay_words", "In more words", "line"),
        ),
    ),
    step(
        "credit",
        "Credit",
        "Should it count for your studies?",
        help="Schools agree before it begins, hardly ever afterwards.",
        example="I'm asking; my adviser needs the page by April.",
        asks=(
            Ask("credit", "Credit", "choice", choices=CREDIT),
            Ask("credit_words", "In more words", "line"),
        ),
    ),
    step(
        "evaluation",
        "Evaluation",
        "How will you both know that it went well?",
        example="We look at the three goals in week 3, week 6 and at the end, half an hour each.",
    ),
)


@dataclass(frozen=True)
class Check:
    """One thing to find out before it begins: orientation, and no advice.

    Parameters
    ----------
    title
        What it is about.
    words
        What is known in general.
    ask
        Who knows it for this case.
    """

    title: str
    words: str
    ask: str


PAY_CHECK = Check(
    "Pay",
    "In the United States a business may leave an intern unpaid only where the internship is "
    "mainly for the intern's benefit: teaching, fitting the school year, not replacing paid "
    "staff, no promise of a job. Many who do real work are owed the minimum wage. For public "
    "offices and charities other rules hold, and each state may ask for more.",
    "Your career office; the Department of Labor calls its page Fact Sheet #71.",
)
VISA_CHECK = Check(
    "A student visa",
    "With a student visa, work off campus needs a permission first, often also when it is unpaid; "
    "it can't be given afterwards. Schools differ in how they see unpaid work. What would "
    "normally be paid isn't volunteering.",
    "Your international student office, before you say yes to a date. "
    "Nothing about a visa is kept in this workbook.",
)
CREDIT_CHECK = Check(
    "Credit",
    "A school that gives credit usually wants its own form, with goals, hours and a supervisor, "
    "signed before the first day. Credits may cost tuition, in summer too.",
    "Your adviser or the registrar, with this page in your hand.",
)
CHECKS = (PAY_CHECK, VISA_CHECK, CREDIT_CHECK)
