"""Volunteering with a skill: the questions, and how well a place fits (R41, R42, R44).

Scope, deliverable and end follow what organizers of skilled volunteering ask for before a
project begins: what it will do, what it won't, and how both know that it is done.
"""

from olenb.method.opportunities.steps import Ask, Step, step

EXAMPLE = (
    "Robin wants to learn what data analysts in health do, and gives three hours a week to "
    "Hearthbridge Shelter."
)

WHEN = (
    Ask("hours", "Hours a week", "number", "hours", most=40),
    Ask("starts_on", "First day", "day", "starts_on"),
    Ask("ends_on", "Last day", "day", "ends_on"),
)

STEPS: tuple[Step, ...] = (
    step(
        "place",
        "The place",
        "Where could you help?",
        help="A place whose work you know or would like to know. One is enough.",
        example="Hearthbridge Shelter",
        asks=(Ask("place", "Where could you help?", "place", "organization"),),
    ),
    step(
        "aim",
        "Aim and skill",
        "Which skill would you like to build there?",
        help="One that the work you're curious about asks for.",
        example="To turn messy tables into one page that people read. Analysts in health do that.",
    ),
    step(
        "need",
        "Their need",
        "What do they need?",
        help="In their words. If you don't know yet, ask: “What is always left undone?”",
        example="“Nobody has time to see which donations run out first”, said their coordinator.",
    ),
    step(
        "inside",
        "Part of it",
        "What is your part?",
        example="The donations of each month since January, as one table and three pictures.",
    ),
    step(
        "outside",
        "Not part of it",
        "What is not your part?",
        help="Said early, it keeps a small thing small.",
        example="No new software, no calls to donors, nothing with residents' names.",
    ),
    step(
        "deliverable",
        "What they get",
        "What will they have in hand at the end?",
        example="The page, the table behind it, and half a page on how to go on with it.",
    ),
    step(
        "seen",
        "Who sees it",
        "Who will see what you did?",
        help="A short talk, a page with your name on it, a meeting that you may join.",
        example="I show it at the volunteers' evening in February, and the board gets the page.",
    ),
    step(
        "when",
        "Hours and dates",
        "When, and how much of your time?",
        help="A little that you can keep up is worth more than a lot for two weeks.",
        example="3 hours a week, from January 11 to March 5",
        asks=WHEN,
    ),
    step(
        "contact",
        "Contact",
        "Who there looks after it with you?",
        example="Selam Appiah, who coordinates the volunteers",
        asks=(Ask("contact", "Their name", "person", "person"),),
    ),
    step(
        "checkins",
        "Check-ins",
        "When do the two of you look at it together?",
        example="Every second Monday, fifteen minutes by phone.",
    ),
    step(
        "access",
        "What I may use",
        "What may you see and use?",
        help="Rooms, keys, files, people's details. Ask first; in writing, if it is about people.",
        example="The donation lists without names, and a guest login that ends in March.",
    ),
    step(
        "evidence",
        "What I may keep",
        "What may you keep, to show it later?",
        example="The page itself; they said yes by email. None of the lists.",
    ),
    step(
        "exit",
        "How it ends",
        "How does it end, and how if it ends early?",
        example="An hour to hand it over on March 5. If exams come up, I say so two weeks before.",
    ),
)
