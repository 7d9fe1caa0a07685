"""Who the user is: all of it can be left out."""

from collections.abc import Sequence
from typing import Any
from zoneinfo import available_timezones

from olenb.contacts import you as ego
from olenb.core.errors import NotAllowed
from olenb.screens.base import screen
from olenb.screens.undoing import Undoing
from olenb.views.widgets.blocks import Block, Button, Card, Details, Field, Form, Row
from olenb.views.widgets.screen import Action, Event, FieldError, Screen
from olenb.workbook import Workbook

_NOT_PLACES = ("Etc/", "SystemV/", "US/", "posix/", "right/")


def you(wb: Workbook) -> Screen:
    """Ask who the user is, and where they were before.

    Parameters
    ----------
    wb
        The workbook.

    """
    about = _You(wb)
    about.form = screen(wb, about.render, about.actions(), says_example=False)
    return about.form


class _You:
    """The user's own page."""

    form: Screen

    def __init__(self, wb: Workbook) -> None:
        self.wb = wb
        self.undoing = Undoing(wb)

    def render(self) -> Sequence[Block]:
        blank = dict.fromkeys(ego.FACTS, "")
        said = blank if self.wb.is_example else ego.facts(self.wb.store)
        return [self._facts(said), self._past(), *self.undoing.line()]

    def actions(self) -> dict[str, Action]:
        actions: dict[str, Action] = {
            "save": self.save,
            "add": self.add,
            "remove": self.remove,
        }
        return self.undoing.actions(actions)

    def save(self, event: Event) -> str:
        words = {name: event.text(name) for name in ego.FACTS}
        if self.wb.is_example and not any(words.values()):
            raise FieldError("name", "Nothing to save yet. Fill in one, or go on below.")
        with self.wb.writing() as store:
            ego.say(store, **words)
        return "Saved."

    def add(self, event: Event) -> str:
        try:
            with self.wb.writing() as store:
                ego.add_past(store, *(event.text(n) for n in ("place", "role", "start", "stop")))
        except NotAllowed as error:
            raise FieldError("start" if event.text("place") else "place", str(error)) from error
        return "Added."

    def remove(self, event: Event) -> str:
        with self.wb.writing() as store:
            ego.remove_past(store, int(event.item))
        return "Taken away."

    def _facts(self, said: dict[str, str]) -> Form:
        zone = said["time_zone"] or self.form.time_zone
        proposed = bool(zone) and not said["time_zone"]
        fields = [
            Field("name", "Your name", value=said["name"]),
            Field("city", "Your city", value=said["city"]),
            Field("school", "Your school", value=said["school"]),
            Field("class_year", "Class of", value=said["class_year"], placeholder="2027"),
        ]
        time_zone = Field(
            "time_zone",
            "Your time zone",
            kind="suggest",
            value=zone,
            options=_zones(),
            help="This is what your browser says. Save to confirm." if proposed else "",
        )
        save = Button("save", "Save", kind="primary")
        return Form("you", [Row(fields[:2]), Row(fields[2:]), time_zone, save])

    def _past(self) -> Details:
        places = [] if self.wb.is_example else ego.past(self.wb.store)
        fields = [
            Field("place", "Place"),
            Field("role", "What you did there"),
            Field("start", "From", placeholder="2024"),
            Field("stop", "Until", placeholder="2025", help="Empty: you're still there."),
        ]
        add = Button("add", "Add this place", kind="primary")
        form = Form("past", [Row(fields[:2]), Row(fields[2:]), add], again=True)
        cards = [_card(place) for place in places]
        summary = "Where you worked or volunteered" + (f" ({len(cards)})" if cards else "")
        return Details(summary, [*cards, form], id="past")


def _card(place: Any) -> Card:
    start, stop = place["start"], place["stop"]
    years = f"{start} – {stop or 'today'}" if start else f"until {stop}" if stop else ""
    lines = [" · ".join(filter(None, (place["role"], years)))]
    remove = Button("remove", "Take it away", describe=f"Take {place['organization']} away")
    return Card(str(place["id"]), place["organization"], lines, [remove], level=3)


def _zones() -> list[str]:
    """Return the names that stand for a place, such as Europe/Oslo."""
    names = available_timezones()
    return sorted(name for name in names if "/" in name and not name.startswith(_NOT_PLACES))
