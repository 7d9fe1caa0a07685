"""The pitch of an article, from what the plan says; one publication at a time (R45)."""

from olenb.contacts import you
from olenb.core.change import Row
from olenb.core.errors import NotAllowed
from olenb.core.plan_terms import PitchReply
from olenb.core.spoken import spoken
from olenb.core.store import today
from olenb.method.discretion import Discretion
from olenb.method.opportunities import pitches
from olenb.method.opportunities.plans import Plan
from olenb.screens.by_hand import places
from olenb.screens.opportunities.chosen import chosen
from olenb.views.widgets.blocks import (
    Block,
    Button,
    Card,
    Details,
    Field,
    Form,
    Heading,
    Note,
    Say,
    Text,
)
from olenb.views.widgets.blocks import (
    Row as SideBySide,
)
from olenb.views.widgets.screen import Action, Event, FieldError
from olenb.workbook import Workbook

YOURS = "Put together from your answers above. Change it until it sounds like you."
READ_FIRST = "Read their page for writers first: it says who, how long, and how."
KEPT = "You keep this plan to yourself, so there is no pitch to copy."
EMPTY = "Answer a question or two above, and your pitch can be read here."


class Pitching:
    """The offer, and where it went."""

    def __init__(self, wb: Workbook) -> None:
        self.wb = wb

    def actions(self) -> dict[str, Action]:
        """Return what its buttons do."""
        return {"sent": self.sent, "reply": self.reply}

    def sent(self, event: Event) -> str:
        """Note that it was sent; a second open offer is refused beside its field."""
        outlet, editor, day = (event.text(name) for name in ("outlet", "editor", "sent_on"))
        if not outlet:
            raise FieldError("outlet", "Which publication did it go to?")
        try:
            self.wb.opportunities.pitch(chosen(self.wb).mine().id, outlet, editor, day)
        except NotAllowed as error:
            raise FieldError("outlet", str(error)) from error
        return "Noted. Now it is their turn."

    def reply(self, event: Event) -> str:
        """Note what a publication answered."""
        number, _, reply = event.item.partition(" ")
        self.wb.opportunities.answer_pitch(int(number), reply)
        return "Noted."

    def blocks(self, one: Plan) -> list[Block]:
        """Return what it shows of a plan."""
        title = Heading("Your pitch")
        if not one.said:
            return [title, Note(EMPTY, kind="empty")]
        if one.row["confidential"]:
            return [title, Note(KEPT)]
        to = Discretion(self.wb.store, with_names=True, towards=one.row["person"])
        offer = pitches.words(one, you.facts(self.wb.store)["name"], to)
        read = [] if "guidelines" in one.said else [Note(READ_FIRST)]
        says = [Say(offer.subject, "Subject"), Say(offer.body, "What you could write")]
        sent = [_card(row) for row in pitches.of(self.wb.store, one.id)]
        asked = [] if self.wb.is_example else [self._sent(one)]
        return [title, Text(YOURS, quiet=True), *read, *says, *sent, *asked]

    def _sent(self, one: Plan) -> Details:
        fields = [
            Field("outlet", "To which publication?", "suggest", one.text("place"), places(self.wb)),
            Field("editor", "To which editor?", value=one.text("contact")),
            Field("sent_on", "When?", "date", today()),
        ]
        note = Button("sent", "Note that I sent it", kind="primary")
        return Details("I have sent it", [Form("sent", [SideBySide(fields), note])], id="sent")


def _card(row: Row) -> Card:
    """Return one publication, and what it answered."""
    reply = PitchReply(row["reply"]) if row["reply"] else None
    to = f"to {row['editor']}, " if row["editor"] else ""
    lines = [f"Sent {to}{spoken(row['sent_on'])}."]
    buttons = [
        Button("reply", each.label, item=f"{row['id']} {each.value}", describe=_about(each, row))
        for each in PitchReply
        if reply is None
    ]
    tag = reply.label.lower() if reply else "waiting to hear"
    return Card(f"pitch {row['id']}", row["outlet"], lines, buttons, tag=tag, level=4)


def _about(reply: PitchReply, row: Row) -> str:
    return f"{reply.label}: {row['outlet']}"
