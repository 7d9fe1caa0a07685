"""What the steps and the rules are called on the screen."""

from olenb.core.terms import Channel, DraftKind, Reply

KINDS: dict[DraftKind, str] = {
    DraftKind.HELLO: "Say hello, and ask for nothing",
    DraftKind.ASK_AROUND: "Ask whether they know somebody",
    DraftKind.FIRST: "Ask for twenty minutes",
    DraftKind.INTRODUCTION: "Ask them to introduce me",
    DraftKind.SCHEDULING: "Offer times",
    DraftKind.CONFIRMATION: "Confirm the time",
    DraftKind.NUDGE: "Remind them once",
    DraftKind.ANSWER_TO_NO: "Answer a no",
    DraftKind.THANKS: "Thank them",
    DraftKind.THANKS_INTRODUCER: "Thank them for the introduction",
    DraftKind.OUTCOME: "Tell them what came of it",
    DraftKind.UPDATE: "Stay in touch",
}
WAYS: dict[Channel, str] = {
    Channel.EMAIL: "By email",
    Channel.LETTER: "By letter",
    Channel.PHONE: "By phone",
    Channel.LINKEDIN: "On LinkedIn",
    Channel.TEXT: "By text message",
}
CARD = "On a card, by hand"
REPLIES: dict[Reply, str] = {
    Reply.YES: "They said yes",
    Reply.WILL_ASK: "They will ask",
    Reply.NO: "They said no",
}
RULES = {
    "name-without-permission": "A name that isn't free yet",
    "confidential": "Something between you and somebody",
    "asks-for-job": "It asks for work",
    "coworker-unchecked": "You work together",
    "asks-for-contacts": "It asks for other people",
    "negative": "It sounds like a complaint",
    "over-20-minutes": "It asks for a long time",
    "drop-in": "A visit without a yes",
    "no-purpose": "What would you like to know?",
    "no-why-you": "Why just them?",
    "phone-no-good-time": "Is it a good time?",
    "attachment": "It comes with a file",
    "more-favors-than-questions": "More favors than questions",
    "site-answers": "Their page answers this",
    "one-zone": "A time on one clock only",
    "says-networking": "One word",
    "no-easy-out": "An easy way to say no",
    "too-long": "It is long",
}
