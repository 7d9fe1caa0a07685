"""A piece offered to editors: one outlet at a time, and the words of the offer (R45)."""

from dataclasses import dataclass

from olenb.contacts import organizations
from olenb.contacts.keys import visible
from olenb.core.change import Row
from olenb.core.errors import NotAllowed, NotFound
from olenb.core.plan_terms import PitchReply, PlanKind
from olenb.core.spoken import spoken
from olenb.core.store import Store, today
from olenb.method.discretion import Discretion
from olenb.method.opportunities.answers import somebody
from olenb.method.opportunities.plans import Plan, plan

ONE_AT_A_TIME = (
    "This piece is with one publication already, and editors ask to be the only one for a while. "
    "Wait for their answer, or note that you took it back; then the next one is free. "
    "Nothing was changed."
)
TAKEN = (
    "This piece found its place already. For another publication, begin another piece. "
    "Nothing was changed."
)


@dataclass(frozen=True)
class Pitch:
    """The words of an offer.

    Parameters
    ----------
    subject
        What stands in the subject line.
    body
        The message; parts that aren't written yet are left out.
    """

    subject: str
    body: str


def send(store: Store, number: int, outlet: str, editor: str = "", sent_on: str = "") -> int:
    """Note that the piece was offered to a publication, and return the note's id.

    Parameters
    ----------
    store
        The open workbook.
    number
        The plan's id.
    outlet, editor
        In the user's words; the editor may stay empty.
    sent_on
        ISO 8601; empty means today.

    Raises
    ------
    NotAllowed
        The plan isn't an article, no publication is named, or the piece is with another one.
    NotFound
        There is no such plan.

    """
    one = plan(store, number)
    if one.kind is not PlanKind.ARTICLE:
        raise NotAllowed("Only an article is offered to publications. Nothing was changed.")
    if not visible(outlet):
        raise NotAllowed("Please say which publication it went to. Nothing was changed.")
    with store.change("Noted that a piece was offered") as change:
        _refuse_a_second(store, one)
        return change.insert(
            "pitch",
            opportunity=one.id,
            organization=organizations.ensure(store, change, outlet),
            person=somebody(store, editor, outlet) if visible(editor) else None,
            sent_on=sent_on or today(),
        )


def answer(store: Store, pitch: int, reply: str) -> None:
    """Note what became of an offer; an empty reply means that the user still waits.

    Raises
    ------
    NotAllowed
        The reply is none of "yes", "no" and "taken back", or another offer is open meanwhile.
    NotFound
        There is no such offer.

    """
    row = store.one("SELECT * FROM pitch WHERE id = ?", (int(pitch),))
    if row is None:
        raise NotFound("That one is no longer in your plan. Nothing was changed.")
    if reply and reply not in list(PitchReply):
        raise NotAllowed("Please choose one of the answers shown. Nothing was changed.")
    if reply in ("", PitchReply.YES):
        _refuse_a_second(store, plan(store, row["opportunity"]), but=row["id"])
    with store.change("Noted what became of a piece") as change:
        when = today() if reply else None
        change.update("pitch", row["id"], reply=reply or None, replied_on=when)


def of(store: Store, number: int) -> list[Row]:
    """Return the offers of a piece, the newest first: outlet, editor, sent_on, reply, ..."""
    return store.rows(
        "SELECT t.*, o.name AS outlet, p.name AS editor FROM pitch AS t "
        "JOIN organization AS o ON o.id = t.organization LEFT JOIN person AS p ON p.id = t.person "
        "WHERE t.opportunity = ? ORDER BY t.id DESC",
        (int(number),),
    )


def words(one: Plan, me: str, to: Discretion) -> Pitch:
    """Return the offer, put together from what the plan says; nothing is added to it.

    Parameters
    ----------
    one
        The plan.
    me
        The user's name, "" where it isn't known.
    to
        What may be said, and with whose names (R37, R38).

    """
    said = {name: to.of(text) for name, text in one.said.items()}
    size = f"About {said['words']} words" if said.get("words") else ""
    by = f"by {spoken(said['ends_on'])}" if said.get("ends_on") else ""
    parts = (
        f"Dear {said.get('contact') or 'editor'},",
        said.get("reader"),
        said.get("outline"),
        _line("Sources: ", said.get("sources")),
        _sentence(", ".join(filter(None, (size, by)))),
        _line("You should know: ", said.get("disclosure")),
        said.get("bio"),
        "If it isn't for you, a short no helps me, too.",
        me,
    )
    return Pitch(f"Pitch: {said.get('title', '')}", "\n\n".join(filter(None, parts)))


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}." if text else ""


def _line(before: str, text: str | None) -> str:
    return f"{before}{text}" if text else ""


def _refuse_a_second(store: Store, one: Plan, but: int = 0) -> None:
    others = [row for row in of(store, one.id) if row["id"] != but]
    if any(row["reply"] == PitchReply.YES for row in others):
        raise NotAllowed(TAKEN)
    if any(row["reply"] is None for row in others):
        raise NotAllowed(ONE_AT_A_TIME)
