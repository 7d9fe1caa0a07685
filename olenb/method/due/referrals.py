"""Whom they told the user to talk to: written to on the next business day (R36, R29)."""

from collections.abc import Iterator

from olenb.core.due_terms import Due
from olenb.core.terms import Permission, TouchKind
from olenb.method import deadlines
from olenb.method.due.facts import Facts
from olenb.method.due.item import Item

_BEGUN = (TouchKind.FOLLOWED_REFERRAL, TouchKind.ASKED_CONVERSATION, TouchKind.SAID_HELLO)


def after_referrals(facts: Facts) -> Iterator[Item]:
    """Yield each referral that nothing followed yet."""
    talks = {talk.id: talk for talk in facts.talks}
    for row in facts.referrals:
        person, talk = row["referred"], talks.get(row["conversation"])
        heard = facts.day(row["given_on"]) or (talk.on if talk else None)
        if heard is None or row["touch"] or facts.did(person, _BEGUN, heard):
            continue
        if any(each.person == person and each.on >= heard for each in facts.talks):
            continue
        by = facts.called(row["person"])
        name = {
            Permission.YES: f"You may say that {by} sent you.",
            Permission.NO: f"{by} would rather not be named, so leave the name out.",
            Permission.NOT_ASKED: f"Ask {by} first whether you may say who sent you.",
        }[Permission(row["permission"])]
        yield Item(
            Due.FOLLOW_REFERRAL,
            person,
            deadlines.referral(heard, facts.zone, facts.days),
            f"{by} told you about them{facts.on(heard)}. {name}",
            target=row["target"],
            conversation=row["conversation"],
            referral=row["id"],
        )
