"""The steps of the debrief with many answers: people, places, hunches."""

from typing import Any

from olenb.core.change import Row
from olenb.core.errors import NotFound
from olenb.core.store import Store
from olenb.core.terms import Permission, Verdict
from olenb.method import debrief, hypotheses, referrals
from olenb.method.referrals import Referred
from olenb.screens.conversation.step import Asked, Step
from olenb.views.widgets.blocks import Block, Button, Card, Details, Field, Form, Text
from olenb.views.widgets.blocks import Row as Beside
from olenb.views.widgets.screen import Event, FieldError
from olenb.workbook import Workbook

ANSWERS = [
    (Permission.YES.value, "yes"),
    (Permission.NO.value, "no"),
    (Permission.NOT_ASKED.value, "I didn't ask"),
]
MAY = {
    Permission.YES: "You may say who sent you",
    Permission.NO: "You may not say who sent you",
    Permission.NOT_ASKED: "You didn't ask whether you may say who sent you",
}
VERDICTS = [
    (Verdict.SUPPORTS.value, "it seems so"),
    (Verdict.CONTRADICTS.value, "it seems not"),
    (Verdict.UNCLEAR.value, "still unclear"),
]


def number_of(talk: Row | None) -> int:
    """Return the conversation's id, which is noted first."""
    if talk is None:
        raise NotFound("First say when it ended. Nothing was changed.")
    return int(talk["id"])


def many(form: str, label: str, *blocks: Block) -> list[Block]:
    """Return a form for one more answer."""
    return [Form(form, [*blocks, Button("save", label, "primary")], again=True)]


# Whom they named: a person, a tie, a permission and a thing to do (R28, R29, R36).


def _referrals_kept(wb: Workbook, talk: Row) -> list[Block]:
    rows = referrals.referrals(wb.store, talk["id"])
    return [_referral(row, own=not wb.is_example) for row in rows.itertuples()]


def _referral(row: Any, *, own: bool) -> Card:
    limits = f": {row.scope}" if row.scope else ""
    form = Form(
        f"permit-{row.id}",
        [
            Field("permission", "May you say who sent you?", "radio", row.permission, ANSWERS),
            Field("scope", "How far?", value=row.scope),
            Button("permit", "Save", "primary", item=f"{row.id}"),
        ],
    )
    return Card(
        f"referral-{row.id}",
        row.referred,
        [f"{MAY[Permission(row.permission)]}{limits}."],
        blocks=[Details("They answered later", [form], id=f"later-{row.id}")] if own else [],
        tag="written to" if row.followed else "write to them on the next working day",
    )


def _referrals_form(_wb: Workbook, _talk: Row | None, _zone: str) -> list[Block]:
    return many(
        "referral",
        "Keep them",
        Beside([Field("name", "Whom did they name?"), Field("role", "What does that person do?")]),
        Beside(
            [Field("organization", "Where?"), Field("email", "Email, if they gave it", "email")]
        ),
        Field("permission", "May you say who sent you?", "radio", "not asked", ANSWERS),
        Field("scope", "How far?", help="In their words, such as: by email only."),
    )


def _referrals_save(store: Store, talk: Row | None, event: Event, _asked: Asked) -> str:
    if not event.text("name"):
        raise FieldError("name", "Who is it? A first name is enough, or go on.")
    facts = {name: event.text(name) for name in ("name", "role", "organization", "email")}
    permission = event.text("permission") or Permission.NOT_ASKED
    referrals.refer(store, number_of(talk), Referred(**facts), permission, event.text("scope"))
    return "Kept: they are among your people now, and to write to them is on your list."


def _permit(store: Store, event: Event) -> str:
    permission = event.text("permission") or Permission.NOT_ASKED
    referrals.permit(store, int(event.item), permission, event.text("scope"))
    return "Noted."


REFERRALS = Step(
    "Whom did they tell you to talk to?",
    "One after another. Writing to them soon shows that you meant it.",
    _referrals_kept,
    _referrals_form,
    _referrals_save,
    many=True,
    actions={"permit": _permit},
)


# Places and kinds of work that they suggested.


def _places_kept(wb: Workbook, talk: Row) -> list[Block]:
    here = {
        row["id"]
        for row in wb.store.rows("SELECT id FROM target WHERE conversation = ?", (talk["id"],))
    }
    df = wb.targets
    return [Text(f"On your list: {label}") for label in df[df["id"].isin(here)]["target"]]


def _places_form(_wb: Workbook, _talk: Row | None, _zone: str) -> list[Block]:
    fields = [Field("organization", "A place"), Field("role", "A kind of work")]
    return many("place", "Put it on my list", Beside(fields))


def _places_save(store: Store, talk: Row | None, event: Event, _asked: Asked) -> str:
    place, role = event.text("organization"), event.text("role")
    if not place and not role:
        raise FieldError("organization", "One of the two is enough, or go on.")
    debrief.suggest(store, number_of(talk), place, role=role)
    return "On your list now."


PLACES = Step(
    "Which places or kinds of work did they suggest?",
    "They go onto the list of what you're curious about.",
    _places_kept,
    _places_form,
    _places_save,
    many=True,
)


# What it says about the user's hunches (N10).


def _hunches_kept(wb: Workbook, talk: Row) -> list[Block]:
    df = hypotheses.findings(wb.store)
    mine = df[df["conversation_id"] == talk["id"]]
    words = dict(VERDICTS)
    return [
        Text(" · ".join(filter(None, (row.claim, words[row.verdict], row.words))))
        for row in mine.itertuples()
    ]


def _hunches_form(wb: Workbook, talk: Row | None, _zone: str) -> list[Block]:
    said = hypotheses.findings(wb.store)
    done = set(said[said["conversation_id"] == number_of(talk)]["hypothesis_id"])
    df = hypotheses.open_ones(wb.store)
    cards: list[Block] = [
        Card(
            f"hunch-{row.id}",
            row.claim,
            blocks=[
                Field("verdict", "After this conversation?", "radio", options=VERDICTS),
                Field("words", "What did they say about it?"),
            ],
            buttons=[Button("save", "Save", item=f"{row.id}", describe=f"Save: {row.claim}")],
        )
        for row in df[~df["id"].isin(done)].itertuples()
    ]
    none = "Nothing left to say here. Hunches are written down on the page of your goals."
    return cards or [Text(none, quiet=True)]


def _hunches_save(store: Store, talk: Row | None, event: Event, _asked: Asked) -> str:
    if not event.text("verdict"):
        raise FieldError("verdict", "Please choose one of the three, or go on.")
    verdict, words = event.text("verdict"), event.text("words")
    hypotheses.record_finding(store, int(event.item), number_of(talk), verdict, words)
    return "Noted. To find out that it isn't so is worth as much."


HUNCHES = Step(
    "What does it say about your hunches?",
    "",
    _hunches_kept,
    _hunches_form,
    _hunches_save,
    many=True,
)
