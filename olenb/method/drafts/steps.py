"""Which message comes next with somebody, and by which ways it can go."""

from olenb.core.due_terms import Due
from olenb.core.store import Store
from olenb.core.terms import Channel, DraftKind, Kind, Reply, Stage, TouchKind
from olenb.method.due import due
from olenb.method.outreach.stages import Standing, stages
from olenb.network import routes

_OFTEN = (Channel.EMAIL, Channel.LINKEDIN, Channel.TEXT)
WAYS: dict[DraftKind, tuple[Channel, ...]] = {
    DraftKind.HELLO: (*_OFTEN, Channel.PHONE, Channel.LETTER),
    DraftKind.ASK_AROUND: (*_OFTEN, Channel.PHONE),
    DraftKind.FIRST: (*_OFTEN, Channel.PHONE, Channel.LETTER),
    DraftKind.INTRODUCTION: (*_OFTEN, Channel.PHONE),
    DraftKind.SCHEDULING: _OFTEN,
    DraftKind.CONFIRMATION: _OFTEN,
    DraftKind.NUDGE: _OFTEN,
    DraftKind.ANSWER_TO_NO: _OFTEN,
    DraftKind.THANKS: (Channel.EMAIL, Channel.LETTER),
    DraftKind.THANKS_INTRODUCER: (*_OFTEN, Channel.LETTER),
    DraftKind.OUTCOME: (*_OFTEN, Channel.LETTER),
    DraftKind.UPDATE: (*_OFTEN, Channel.LETTER),
}
"""By which ways each kind usually goes, the most usual first (R12)."""

_DUE: dict[str, DraftKind] = {
    Due.CONFIRM: DraftKind.CONFIRMATION,
    Due.THANK: DraftKind.THANKS,
    Due.CARD: DraftKind.THANKS,
    Due.THANK_INTRODUCER: DraftKind.THANKS_INTRODUCER,
    Due.FOLLOW_REFERRAL: DraftKind.FIRST,
    Due.NUDGE: DraftKind.NUDGE,
    Due.OUTCOME: DraftKind.OUTCOME,
    Due.KEEP_IN_TOUCH: DraftKind.UPDATE,
}
_STAGES = {
    Stage.ASKED: (DraftKind.NUDGE,),
    Stage.SCHEDULED: (DraftKind.CONFIRMATION,),
    Stage.HELD: (DraftKind.THANKS,),
    Stage.THANKED: (DraftKind.OUTCOME, DraftKind.UPDATE),
    Stage.PARKED: (DraftKind.UPDATE,),
}


def next_kinds(store: Store, person: int) -> list[DraftKind]:
    """Return which messages come next with somebody, the likeliest first.

    Parameters
    ----------
    store
        The open workbook.
    person
        Their id.

    """
    pending = due(store)
    actions = pending.loc[pending["person_id"] == person, "action"]
    kinds = [_DUE[action] for action in actions if action in _DUE]
    how = stages(store).get(person, Standing(Stage.TO_ASK))
    kinds += _answering(how) or _STAGES.get(how.stage, ()) or _beginning(store, person)
    return list(dict.fromkeys(kinds))


def _answering(how: Standing) -> tuple[DraftKind, ...]:
    if how.stage != Stage.REPLIED:
        return ()
    if how.reply == Reply.YES:
        to = TouchKind(how.to)
        opened = {
            TouchKind.ASKED_AROUND: (DraftKind.INTRODUCTION, DraftKind.THANKS_INTRODUCER),
            TouchKind.ASKED_INTRODUCTION: (DraftKind.THANKS_INTRODUCER,),
        }
        return opened.get(to, (DraftKind.SCHEDULING,))
    return (DraftKind.NUDGE,) if how.reply == Reply.WILL_ASK else (DraftKind.ANSWER_TO_NO,)


def _beginning(store: Store, person: int) -> tuple[DraftKind, ...]:
    """Return how one begins: somebody new gets a first message, somebody known a question."""
    known = store.one(
        "SELECT 1 FROM tie JOIN person AS e ON e.is_ego = 1 AND e.id IN (a, b) WHERE ? IN (a, b)",
        (person,),
    )
    if not known:
        return (DraftKind.FIRST,)
    ways = routes.ask(store).plain
    mine = ways[(ways["introducer_id"] == person) & (ways["kind"] == Kind.INTRODUCTION)]
    there = ways[(ways["person_id"] == person) & (ways["kind"] == Kind.DIRECT)]
    first = (DraftKind.INTRODUCTION,) if len(mine) else ()
    talk = (DraftKind.FIRST,) if len(there) else ()
    return (*first, *talk, DraftKind.ASK_AROUND, DraftKind.HELLO)
