"""The etiquette rules, once: name, row, why, what would help, source, and how much it matters.

The numbers in the sentences are the method's (`core.rules`), which a school may replace.
"""

from dataclasses import dataclass

from olenb.core import rules

_PAGE = "the career center's page, Get Connected"


@dataclass(frozen=True)
class EtiquetteRule:
    """One rule of the check."""

    name: str
    row: str
    reason: str
    suggestion: str
    source: str
    weight: int
    blocking: bool = False

    @property
    def why(self) -> str:
        """Why, with the method's numbers in it."""
        return _filled(self.reason)

    @property
    def help(self) -> str:
        """What would help, with the method's numbers in it."""
        return _filled(self.suggestion)


def _filled(words: str) -> str:
    return words.format(minutes=rules.MINUTES_ASKED.value, words=rules.WORDS_WARN.value)


RULES: dict[str, EtiquetteRule] = {
    rule.name: rule
    for rule in (
        EtiquetteRule(
            "name-without-permission",
            "R37",
            "This uses somebody's name, and your workbook doesn't say that they agreed to it for "
            "this person.",
            "Ask them first and note their answer, or leave the name out.",
            f"{_PAGE}: get permission before using a name",
            100,
            blocking=True,
        ),
        EtiquetteRule(
            "confidential",
            "R38",
            "Your workbook holds this, or this person, as confidential.",
            "Leave it out, or ask whoever told you whether you may pass it on.",
            f"{_PAGE}: honor requests for confidentiality",
            95,
        ),
        EtiquetteRule(
            "asks-for-job",
            "R2",
            "It asks for work. People can nearly always share what they know, and seldom a job, "
            "so this makes it hard to say yes.",
            "Ask for what they know: how they got there, what the work is really like.",
            f"{_PAGE}: gather information, not a job interview",
            90,
        ),
        EtiquetteRule(
            "coworker-unchecked",
            "R7",
            "You work with this person now, and it isn't noted yet that asking them is all right.",
            "Think it through first: who may hear of it, and would you mind? Then note it.",
            f"{_PAGE}: coworkers, if appropriate",
            85,
        ),
        EtiquetteRule(
            "asks-for-contacts",
            "R33",
            "It asks for other people before the two of you have talked.",
            "Keep that for the last five minutes of the conversation.",
            f"{_PAGE}: no requests for contacts at the beginning",
            80,
        ),
        EtiquetteRule(
            "negative",
            "R32",
            "It complains or passes on talk about others, and that is what people remember.",
            "Say what you are looking for instead of what was bad.",
            f"{_PAGE}: keep it positive",
            75,
        ),
        EtiquetteRule(
            "over-20-minutes",
            "R13",
            "It asks for more than {minutes} minutes. Most people find {minutes} easily; a longer "
            "time feels much longer.",
            "Ask for {minutes} minutes at most. If they offer more, that is theirs to give.",
            f"{_PAGE}: no more than 20 minutes",
            70,
        ),
        EtiquetteRule(
            "drop-in",
            "R14",
            "It announces a visit that they haven't agreed to.",
            "Ask when it would suit them, and go only when they have said so.",
            f"{_PAGE}: do not drop in uninvited",
            65,
        ),
        EtiquetteRule(
            "no-purpose",
            "R18",
            "It doesn't say what you would like to find out.",
            "Add one sentence: what are you trying to understand or decide?",
            f"{_PAGE}: know your purpose",
            60,
        ),
        EtiquetteRule(
            "no-why-you",
            "R18",
            "It could have gone to anybody: nothing says why you ask this person.",
            "Name the one thing about their way or their work that made you write.",
            f"{_PAGE}: do your homework; establish a connection first",
            55,
        ),
        EtiquetteRule(
            "phone-no-good-time",
            "R15",
            "On the phone you can't see what they are in the middle of.",
            "Say who you are, then ask at once: “Is this a good time?”",
            f"{_PAGE}: ask whether it is a good time to talk",
            54,
        ),
        EtiquetteRule(
            "attachment",
            "R19",
            "It comes with a file. That reads like an application, and some will not open it.",
            "Have it ready, and send it when they ask for it.",
            f"{_PAGE}: prepared as for an interview; our judgement: ready, not attached",
            50,
        ),
        EtiquetteRule(
            "more-favors-than-questions",
            "R33",
            "It asks for more favors than it asks questions.",
            "Keep one favor at most, and ask about them or their work.",
            f"{_PAGE}: ask more questions than favors",
            48,
        ),
        EtiquetteRule(
            "site-answers",
            "R18",
            "A public page, or your own notes, answers this already.",
            "Look it up, and ask what only this person can tell you.",
            f"{_PAGE}: basic research first",
            45,
        ),
        EtiquetteRule(
            "one-zone",
            "R16",
            "It names a time without saying what that is on both your clocks.",
            "Write both, such as “3 pm Central / 4 pm Eastern”.",
            f"{_PAGE}: be aware of time zones",
            40,
        ),
        EtiquetteRule(
            "says-networking",
            "R17",
            "Many people hear “networking” as being used.",
            "Say what it is: getting to know people, making connections, asking for advice.",
            f"{_PAGE}: careful with the word",
            35,
        ),
        EtiquetteRule(
            "no-easy-out",
            "R33",
            "There is no easy way to say no, and an easy no makes a yes more likely to be meant.",
            "Add a short line, such as “If this isn't a good time, I understand.”",
            f"{_PAGE}: help in small doses; our judgement: an easy way out",
            30,
        ),
        EtiquetteRule(
            "too-long",
            "R18",
            "It is longer than {words} words, and busy people read the short ones first.",
            "Keep how you are connected, why them, and one question; save the rest for the talk.",
            "a vendor's study: 50 to 125 words are answered most",
            20,
        ),
    )
}
