"""The steps of the debrief with one answer each: its end, what was learned, who talked, goals."""

import re
from datetime import UTC, date, datetime, time

from olenb.contacts import you
from olenb.core.change import Row
from olenb.core.errors import NotFound
from olenb.core.store import Store
from olenb.core.terms import Purpose
from olenb.method import conversations, debrief, goals, times
from olenb.screens.conversation.step import Asked, Step
from olenb.views.widgets.blocks import Block, Button, Field, Form, Note
from olenb.views.widgets.blocks import Row as Beside
from olenb.views.widgets.screen import Event, FieldError
from olenb.workbook import Workbook

SHARES = [
    ("1", "hardly me"),
    ("3", "less me than them"),
    ("5", "about half and half"),
    ("7", "more me than them"),
    ("9", "mostly me"),
]
_CLOCK = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?\s*([ap])?\.?m?\.?", re.IGNORECASE)
GO_ON = "Save and go on"


def time_of_day(text: str) -> time | None:
    """Return a time of day as people write it, or None.

    >>> time_of_day("4:20 pm"), time_of_day("16.20"), time_of_day("12 am"), time_of_day("soon")
    (datetime.time(16, 20), datetime.time(16, 20), datetime.time(0, 0), None)
    """
    found = _CLOCK.fullmatch(text.strip())
    if not found:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").casefold()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _one(form: str, *blocks: Block) -> list[Block]:
    return [Form(form, [*blocks, Button("save", GO_ON, "primary")])]


def _talk(talk: Row | None) -> Row:
    if talk is None:
        raise NotFound("First say when it ended. Nothing was changed.")
    return talk


# When it ended.


def _ended_kept(_wb: Workbook, talk: Row) -> list[Block]:
    ended = datetime.fromisoformat(talk["ended_at"])
    return _said(("It ended", f"{times.day_words(ended.date())}, {times.clock_words(ended)}"))


def _ended_form(_wb: Workbook, talk: Row | None, _zone: str) -> list[Block]:
    ended = datetime.fromisoformat(talk["ended_at"]) if talk and talk["ended_at"] else None
    shown = times.clock_words(ended) if ended else ""
    day = ended.date() if ended else datetime.now().astimezone().date()
    return _one(
        "ended",
        Beside(
            [
                Field("day", "On which day?", "date", day),
                Field("clock", "At what time did it end?", value=shown, placeholder="4:20 pm"),
            ]
        ),
        Field("extended", "They offered more time", "checkbox", bool(talk and talk["extended"])),
    )


def _ended_save(store: Store, talk: Row | None, event: Event, asked: Asked) -> str:
    clock = time_of_day(event.text("clock"))
    if not event.text("day"):
        raise FieldError("day", "Please pick the day.")
    if clock is None:
        raise FieldError("clock", "Please write a time such as 4:20 pm or 16:20.")
    zone = you.facts(store)["time_zone"] or asked.zone or "UTC"
    ended = times.at(date.fromisoformat(event.text("day")), clock, zone)
    if ended > datetime.now(UTC):
        raise FieldError("clock", "That time hasn't come yet. Please look at it again.")
    with store.change("Noted when the conversation ended"):
        if talk is None:
            number = conversations.held(store, asked.person, ended.isoformat())
        else:
            number = talk["id"]
            if not _is_minute(talk["ended_at"], ended):  # the clock knew the second
                conversations.end(store, number, ended.isoformat())
        conversations.say(store, number, extended=event.checked("extended"))
    return "Noted."


def _is_minute(kept: str | None, minute: datetime) -> bool:
    return bool(kept) and datetime.fromisoformat(str(kept)).replace(second=0) == minute


ENDED = Step(
    "When did it end?",
    "The thank-you counts from here.",
    _ended_kept,
    _ended_form,
    _ended_save,
)


# One thing learned, one thing to do: the thank-you needs both (R34).


def _learned_form(_wb: Workbook, talk: Row | None, _zone: str) -> list[Block]:
    row = _talk(talk)
    return _one(
        "learned",
        Field(
            "learned",
            "One thing that you learned",
            "textarea",
            row["learned"] or "",
            placeholder="in a lab one helps people whom one never meets",
        ),
        Field(
            "next_action",
            "What you'll do because of it",
            value=row["next_action"] or "",
            placeholder="write to Marguerite on Friday",
        ),
    )


def _learned_save(store: Store, talk: Row | None, event: Event, _asked: Asked) -> str:
    words = {name: event.text(name) for name in ("learned", "next_action")}
    conversations.say(store, _talk(talk)["id"], **words)
    return "Kept for the thank-you."


LEARNED = Step(
    "What did you learn, and what do you do now?",
    "Both go into the thank-you, in your own words.",
    lambda _wb, talk: _said(("You learned", talk["learned"]), ("Next", talk["next_action"])),
    _learned_form,
    _learned_save,
)


# Who talked how much (R31).


def _talked_form(_wb: Workbook, talk: Row | None, _zone: str) -> list[Block]:
    share = _talk(talk)["i_talked"]
    near = "" if share is None else min(SHARES, key=lambda one: abs(int(one[0]) - share))[0]
    return _one("talked", Field("i_talked", "It was …", "radio", near, SHARES))


def _talked_save(store: Store, talk: Row | None, event: Event, _asked: Asked) -> str:
    conversations.say(store, _talk(talk)["id"], i_talked=event.text("i_talked"))
    return "Noted."


TALKED = Step(
    "Who talked how much?",
    "Only for yourself. One notices it better when one looks back.",
    lambda _wb, talk: _said(("Who talked", _share(talk["i_talked"]))),
    _talked_form,
    _talked_save,
)


# What helped, as it was told them (R30).


def _helped_form(_wb: Workbook, talk: Row | None, _zone: str) -> list[Block]:
    words = _talk(talk)["helped"] or ""
    return _one("helped", Field("helped", "What helped you most?", "textarea", words))


def _helped_save(store: Store, talk: Row | None, event: Event, _asked: Asked) -> str:
    conversations.say(store, _talk(talk)["id"], helped=event.text("helped"))
    return "Kept."


HELPED = Step(
    "What helped you most?",
    "As you told them, or as you'd tell them now.",
    lambda _wb, talk: _said(("What helped", talk["helped"])),
    _helped_form,
    _helped_save,
)


# What changes in the goals (R4).


def _goals_form(wb: Workbook, _talk: Row | None, _zone: str) -> list[Block]:
    purposes = [(each.value, each.label) for each in Purpose]
    return _one(
        "goals",
        Field(
            "curiosity",
            "What are you curious about now?",
            value=goals.said(wb.store, "curiosity"),
        ),
        Field("purpose", "I'd like to …", "select", goals.said(wb.store, "purpose"), purposes),
        Field("because", "Why, in a few words?", help="To rule something out counts as well."),
    )


def _goals_save(store: Store, talk: Row | None, event: Event, _asked: Asked) -> str:
    number, because = _talk(talk)["id"], event.text("because")
    before = {kind: goals.said(store, kind) for kind in ("curiosity", "purpose")}
    with store.change("Changed what you want to find out"):
        for kind, old in before.items():
            new = event.text(kind)
            if new and new != old:
                debrief.revise(store, number, kind, new, because)
    after = {kind: goals.said(store, kind) for kind in before}
    return "Noted, with what changed it." if after != before else "It stays as it is."


def _goals_kept(wb: Workbook, talk: Row) -> list[Block]:
    rows = wb.store.rows(
        "SELECT value, because FROM goal WHERE conversation = ? ORDER BY id", (talk["id"],)
    )
    return [
        Note(f"{row['value']}{': ' + row['because'] if row['because'] else ''}") for row in rows
    ]


GOALS = Step(
    "Does it change what you want to find out?",
    "If it doesn't, leave it as it is.",
    _goals_kept,
    _goals_form,
    _goals_save,
)


def _share(tenths: int | None) -> str:
    if tenths is None:
        return ""
    return min(SHARES, key=lambda one: abs(int(one[0]) - tenths))[1]


def _said(*pairs: tuple[str, str | None]) -> list[Block]:
    """Show what the example says; one's own answers stand in the fields."""
    return [Note(f"{word}: {value}") for word, value in pairs if value]
