"""The cards about a time for both: where they are, three times, the form for an agreed one."""

from datetime import date, time
from typing import Any

from olenb.contacts import rows as people
from olenb.core import rules
from olenb.core.terms import Channel
from olenb.method import places, zones
from olenb.method.outreach import meetings
from olenb.method.places import Place
from olenb.method.times import Slot, clock_words
from olenb.network.words import called
from olenb.views.widgets.blocks import (
    Block,
    Button,
    Buttons,
    Card,
    Details,
    Field,
    Form,
    Note,
    Row,
    Text,
)
from olenb.workbook import Workbook

WHY = "So that nobody waits for an hour, and nobody is called at night."
NO_PROPOSAL = "No half hour suits both of your clocks. Ask them to name a time."
_QUARTERS = [time(hour, minute) for hour in range(6, 23) for minute in (0, 15, 30, 45)]


def where(wb: Workbook, person: int, looked_up: list[Place]) -> Card:
    """Ask where somebody is; what was looked up comes before what their city says."""
    found = looked_up or wb.outreach.zones(person)
    options = [(one.zone, f"{one.name} ({zones.label(one.zone)} time)") for one in found]
    blocks: list[Block] = []
    if options:
        only = options[0][0] if len(options) == 1 else ""
        blocks.append(Field("zone", "Is one of these right?", "radio", only, options))
    if options and not wb.is_example:
        blocks.append(Button("zone", "That's right", "primary"))
    city = Field("city", "Their city or ZIP code", help="Duluth, MN, or 55802.")
    look = Button("look up", "Look it up", "plain" if options else "primary")
    other = Form("place", [city, look, Text(places.SOURCE, quiet=True)])
    blocks.append(Details("Somewhere else", [other], open=not options, id="elsewhere"))
    name = called(str(people.person(wb.store, person)["name"]))
    return Card(f"where-{person}", f"Where is {name}?", [WHY], blocks=blocks, level=3)


def proposals(wb: Workbook, person: int, slots: list[Slot], first: date | None) -> Card:
    """Show times on both clocks, ready for a message."""
    hours = [clock_words(time(rule.value)) for rule in (rules.NOT_BEFORE, rules.NOT_AFTER)]
    why = f"Between {hours[0]} and {hours[1]} their time, on days when people work."
    words: list[Block] = [Text(slot.words) for slot in slots] or [Note(NO_PROPOSAL)]
    day = Field("first", "Not before", "date", str(first or ""), action="from")
    buttons = [Button("offer", "Put these into a message", "primary")] if slots else []
    if not wb.is_example:
        zone = zones.label(wb.outreach.zone(person))
        buttons.append(Button("elsewhere", f"They aren't in {zone}"))
    blocks = [*words, day, *([Buttons(buttons)] if buttons else [])]
    return Card(f"times-{person}", "Times for both of you", [why], blocks=blocks, level=3)


def agree(person: int, mine: str) -> Details:
    """Ask which time was agreed on, on my clock."""
    options = [(clock.isoformat("minutes"), clock_words(clock)) for clock in _QUARTERS]
    clock = Field("clock", f"When, on your clock ({mine})?", "select", options=options)
    ways = [each.value for each in meetings.BY]
    how = Field("channel", "How?", "select", Channel.PHONE.value, ways)
    where_ = Field("place", "Where, or which number or link?")
    theirs = Field("theirs", "They named this time themselves", "checkbox")
    save = Button("agreed", "We agreed on this", "primary")
    rows = [Row([Field("day", "Which day?", "date"), clock]), Row([how, where_])]
    return Details(
        "We agreed on a time", [Form(f"agree-{person}", [*rows, theirs, save])], id="agree"
    )


def meeting(row: Any, *, writable: bool) -> Card:
    """Show one time that was agreed on, with what can be done about it."""
    lines = [row.words, ", ".join(filter(None, (row.channel, row.place)))]
    confirm = Button("confirm", "It is confirmed")
    cancel = Button("cancel", "Call it off", "danger", confirm="This calls 1 time off.")
    buttons = [*([] if row.confirmed_on else [confirm]), cancel] if writable else []
    tag = "confirmed" if row.confirmed_on else "agreed"
    title = f"{row.minutes} minutes with {called(row.person)}"
    shown = [line for line in lines if line]
    return Card(str(row.id), title, shown, buttons, tag=tag, level=3)
