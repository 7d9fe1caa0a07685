"""A time for both: where they are, times on both clocks, what was agreed on (R16)."""

from collections.abc import Sequence
from datetime import date, time

from olenb.core import rules
from olenb.core.errors import NotAllowed
from olenb.core.terms import DraftKind
from olenb.method import places, times, zones
from olenb.method.due.facts import this_moment
from olenb.method.outreach import meetings
from olenb.method.outreach.proposals import both_zones
from olenb.method.times import Slot, clock_words
from olenb.screens.base import catch_up, screen
from olenb.screens.outreach import time_cards
from olenb.screens.outreach.choice import NOBODY, choice
from olenb.screens.undoing import Undoing
from olenb.views.widgets.blocks import Block, Note
from olenb.views.widgets.screen import Action, Event, FieldError, Screen
from olenb.workbook import Workbook

MINE = "First your own time zone: you can choose it in “Start here”."
NOT_FOUND = "No city or ZIP code of that name is known here. Try a larger city nearby."


def a_time(wb: Workbook) -> Screen:
    """Find a time on both clocks, and note the one that was agreed on.

    Parameters
    ----------
    wb
        The workbook.

    """
    one = _Times(wb)
    one.form = form = screen(wb, one.render, one.actions(), says_example=False)
    return form


class _Times:
    """Times for the chosen person."""

    form: Screen

    def __init__(self, wb: Workbook) -> None:
        self.wb = wb
        self.choice = choice(wb)
        self.undoing = Undoing(wb)
        self._first_day: date | None = None
        self._found: tuple[int, list[places.Place]] | None = None

    def actions(self) -> dict[str, Action]:
        return self.undoing.actions(
            {
                "look up": self.look_up,
                "zone": self.zone,
                "elsewhere": self.elsewhere,
                "from": self.begin_on,
                "offer": self.offer,
                "agreed": self.agreed,
                "confirm": self.confirm,
                "cancel": self.cancel,
            }
        )

    def render(self) -> Sequence[Block]:
        person = self.choice.person(self.wb)
        if person is None:
            return [Note(NOBODY, kind="empty")]
        return [*self._agreed(person), *self._finding(person), *self.undoing.line()]

    def _finding(self, person: int) -> list[Block]:
        """Return the one question that comes now."""
        if not self._mine():
            return [Note(MINE, kind="empty")]
        if not self.wb.outreach.zone(person):
            looked_up = self._found[1] if self._found and self._found[0] == person else []
            return [time_cards.where(self.wb, person, looked_up)]
        cards = [time_cards.proposals(self.wb, person, self._slots(person), self._first_day)]
        mine = zones.label(self._mine())
        return [*cards, *([] if self.wb.is_example else [time_cards.agree(person, mine)])]

    def look_up(self, event: Event) -> str:
        """Find the zones of a city or a ZIP code."""
        found = places.find(event.text("city"))
        if not found:
            raise FieldError("city", NOT_FOUND)
        self._found = (self.choice.person(self.wb) or 0, found)
        return "Is one of these right?"

    def zone(self, event: Event) -> str:
        """Keep the zone that the user confirmed."""
        if not event.text("zone"):
            raise FieldError("zone", "Please choose one, or look up another place.")
        self.wb.outreach.confirm_zone(self.choice.person(self.wb) or 0, event.text("zone"))
        self._found = None
        return "Saved."

    def elsewhere(self, _event: Event) -> str:
        """Take the zone back, to say another."""
        self.wb.outreach.confirm_zone(self.choice.person(self.wb) or 0, "")
        return "Taken back."

    def begin_on(self, event: Event) -> None:
        """Propose times from another day on."""
        text = event.text("first")
        self._first_day = date.fromisoformat(text) if text else None

    def offer(self, _event: Event) -> str:
        """Put the times into a message."""
        person = self.choice.person(self.wb) or 0
        slots = tuple(self._slots(person))
        self.choice.begin_again()
        self.choice.kind, self.choice.slots = DraftKind.SCHEDULING, slots
        catch_up(self.wb, but=self.form)
        return "They are in a message now, further up: choose how it goes."

    def agreed(self, event: Event) -> str:
        """Note the time that was agreed on."""
        person = self.choice.person(self.wb) or 0
        slot = self._slot(person, event)
        if not event.checked("theirs") and not times.is_decent(slot.start, slot.theirs, _length()):
            raise FieldError("clock", _indecent(slot))
        self.wb.outreach.schedule(
            person,
            slot.start,
            channel=event.text("channel"),
            place=event.text("place"),
            my_zone=slot.mine,
        )
        return f"Noted: {slot.words}."

    def confirm(self, event: Event) -> str:
        """Note that the time stands."""
        self.wb.outreach.confirm(int(event.item))
        return "Noted."

    def cancel(self, event: Event) -> str:
        """Call the time off."""
        self.wb.outreach.cancel(int(event.item))
        return "Called off."

    def _mine(self) -> str:
        return zones.mine(self.wb.store) or zones.known(self.form.time_zone)

    def _slot(self, person: int, event: Event) -> Slot:
        """Return the moment that was typed, on my clock."""
        mine, theirs = both_zones(self.wb.store, person, self._mine())
        if not event.text("day"):
            raise FieldError("day", "Please choose the day.")
        if not event.text("clock"):
            raise FieldError("clock", "Please choose the time.")
        day, clock = date.fromisoformat(event.text("day")), time.fromisoformat(event.text("clock"))
        try:
            return Slot(times.at(day, clock, mine), mine, theirs)
        except NotAllowed as error:
            raise FieldError("clock", str(error)) from error

    def _slots(self, person: int) -> list[Slot]:
        return self.wb.outreach.propose_times(person, self._first_day, my_zone=self._mine())

    def _agreed(self, person: int) -> list[Block]:
        """Return the times that are still to come."""
        df = self.wb.outreach.meetings(person)
        ahead = [row for row in df[~df["cancelled"]].itertuples() if row.starts_at]
        this = this_moment(self.wb.store).isoformat()
        return [
            time_cards.meeting(row, writable=not self.wb.is_example)
            for row in ahead
            if meetings.is_ahead(row.starts_at, this)
        ]


def _length() -> int:
    return rules.MINUTES_ASKED.value


def _indecent(slot: Slot) -> str:
    there = clock_words(slot.start.astimezone(zones.zone_info(slot.theirs)))
    return f"That is {there} for them. Choose another time, or say that they named it themselves."
