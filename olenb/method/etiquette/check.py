"""The check itself: every rule in turn, and the findings in the order in which they matter."""

from collections.abc import Iterator

from olenb.core.errors import NotAllowed
from olenb.method.etiquette import asking, minutes, names, parts, sending, site, wording, zones
from olenb.method.etiquette.case import Case, Check, Place
from olenb.method.etiquette.facts import Facts
from olenb.method.etiquette.finding import Finding, order
from olenb.method.etiquette.kinds import Kind
from olenb.method.etiquette.message import read
from olenb.method.etiquette.rules import RULES, EtiquetteRule

CHECKS: dict[str, Check] = {
    "asks-for-job": asking.a_job,
    "asks-for-contacts": asking.contacts,
    "more-favors-than-questions": asking.more_favors,
    "over-20-minutes": minutes.too_long,
    "says-networking": wording.networking,
    "negative": wording.negative,
    "too-long": wording.too_long,
    "no-purpose": parts.no_purpose,
    "no-why-you": parts.no_why_you,
    "no-easy-out": parts.no_easy_out,
    "site-answers": site.site_answers,
    "attachment": sending.attachment,
    "drop-in": sending.drop_in,
    "phone-no-good-time": sending.no_good_time,
    "one-zone": zones.one_zone,
    "name-without-permission": names.without_permission,
    "coworker-unchecked": names.coworker,
    "confidential": names.confidential,
}


def check(
    text: str, *, kind: str = Kind.EMAIL, first: bool = False, facts: Facts | None = None
) -> list[Finding]:
    """Return what a careful reader would point at in a message, the most important first.

    Parameters
    ----------
    text
        The message as typed, with or without a subject line.
    kind
        One of `Kind`: "email", "letter", "phone", "message", "thanks", "introduction" or
        "ask-around".
    first
        Whether it is the first message to this person; its parts are looked for only then.
    facts
        What the workbook knows (`facts_for`); without it the rules that need it stay silent.

    Raises
    ------
    NotAllowed
        There is no such kind.

    >>> found = check("Could you spare half an hour on the phone?")
    >>> [(f.rule, f.row) for f in found]
    [('over-20-minutes', 'R13')]
    >>> check("It is a 30-minute walk from campus to your office.")
    []
    """
    if kind not in list(Kind):
        choices = ", ".join(Kind)
        raise NotAllowed(f"Please choose one of these kinds of message: {choices}.")
    case = Case(read(text), Kind(kind), first, facts or Facts())
    return sorted(_findings(case), key=order)


def _findings(case: Case) -> Iterator[Finding]:
    for name, look in CHECKS.items():
        for place in dict.fromkeys(look(case)):
            yield _finding(RULES[name], place)


def _finding(rule: EtiquetteRule, place: Place) -> Finding:
    return Finding(
        rule.name, rule.row, rule.why, rule.help, *place, weight=rule.weight, blocking=rule.blocking
    )
