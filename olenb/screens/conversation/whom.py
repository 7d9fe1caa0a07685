"""With whom the page is about to talk: one choice that all its forms share."""

from collections.abc import Sequence
from weakref import WeakKeyDictionary

from olenb.contacts import affiliations, people, rows
from olenb.contacts.keys import folded
from olenb.core.terms import Reply, TouchKind
from olenb.method import sheet
from olenb.method.discretion import Own
from olenb.screens.base import screen
from olenb.views.widgets.blocks import Block, Button, Details, Field, Form, Note, Text
from olenb.views.widgets.screen import Event, FieldError, Screen
from olenb.workbook import Workbook

NOBODY = "First somebody to talk with. Write their name here; a first name is enough."
TWO = "More than one person has that name. Please choose from the list, or write more of the name."
INVENTED = (
    "These are invented people: look around as you like. Choose somebody of your own further up, "
    "and this is about them."
)
_MOST = 40

# People with whom a conversation is near or was held, the nearest first.
_NEAR = f"""
SELECT person, min(rank) AS near, max(latest) AS latest FROM (
  SELECT person, 0 AS rank, started_at AS latest FROM conversation
    WHERE started_at IS NOT NULL AND ended_at IS NULL
  UNION ALL SELECT person, 1, starts_at FROM meeting WHERE cancelled = 0
  UNION ALL SELECT person, 2, '' FROM question WHERE conversation IS NULL
  UNION ALL SELECT person, 3, replied_on FROM touch
    WHERE kind = '{TouchKind.ASKED_CONVERSATION.value}' AND reply = '{Reply.YES.value}'
  UNION ALL SELECT referred, 4, given_on FROM referral WHERE touch IS NULL
  UNION ALL SELECT person, 5, ended_at FROM conversation WHERE ended_at IS NOT NULL
) GROUP BY person ORDER BY near, latest DESC, person LIMIT {_MOST}
"""  # noqa: S608 - two fixed words


class Whom:
    """The person whom the forms of the page are about."""

    def __init__(self) -> None:
        self._chosen: int | None = None

    def person(self, wb: Workbook) -> int | None:
        """Return the chosen person, else the nearest; None where there is nobody."""
        near = self.near(wb)
        there = self._chosen and wb.store.one("SELECT 1 FROM person WHERE id = ?", (self._chosen,))
        return self._chosen if there else next(iter(near), None)

    def name(self, wb: Workbook) -> str:
        """Return their name, or an empty string."""
        person = self.person(wb)
        return str(rows.person(wb.store, person)["name"]) if person else ""

    def near(self, wb: Workbook) -> list[int]:
        """Return whom to choose from."""
        return [int(row["person"]) for row in wb.store.rows(_NEAR)]

    def choose(self, person: int) -> None:
        """Take this person."""
        self._chosen = person


_CHOICES: WeakKeyDictionary[Workbook, Whom] = WeakKeyDictionary()


def whom(wb: Workbook) -> Whom:
    """Return the choice that all forms over `wb` share."""
    return _CHOICES.setdefault(wb, Whom())


def nobody_yet() -> list[Block]:
    """Say what to do while nobody is chosen."""
    return [Note("First choose whom you'll talk with, further up on this page.", kind="empty")]


def with_whom(wb: Workbook) -> Screen:
    """Ask whom the user is going to talk with.

    Parameters
    ----------
    wb
        The workbook.

    """
    choice = whom(wb)

    def render() -> Sequence[Block]:
        person = choice.person(wb)
        if person is None:
            return [Note(NOBODY, kind="empty"), _somebody()]
        known = list(dict.fromkeys([person, *choice.near(wb)]))
        options = [(str(one), _label(wb, one)) for one in known]
        question = Field("person", "Whom?", "select", str(person), options, action="choose")
        when = sheet.sheet(wb.store, person, Own(wb.store)).when
        return [
            question,
            *([Text(f"You are meeting {when}.")] if when else []),
            Details("Somebody else", [_somebody()], id="else"),
        ]

    def choose(event: Event) -> None:
        if event.text("person"):
            choice.choose(int(event.text("person")))

    def take(event: Event) -> str:
        name = event.text("name")
        if not name:
            raise FieldError("name", "Please write a name here first. A first name is enough.")
        choice.choose(_named(wb, name))
        return f"This page is about {name} now."

    return screen(wb, render, {"choose": choose, "take": take})


def _somebody() -> Form:
    name = Field("name", "Their name", help="Somebody of your people, or somebody new.")
    return Form("somebody", [name, Button("take", "Prepare for them", "primary")])


def _named(wb: Workbook, name: str) -> int:
    """Return somebody of that name, added now where there is nobody."""
    found = [
        int(row["id"])
        for row in wb.store.rows("SELECT id, name FROM person WHERE is_ego = 0")
        if folded(row["name"]) == folded(name)
    ]
    if len(found) > 1:
        raise FieldError("name", TWO)
    if found:
        return found[0]
    with wb.writing() as store:
        return people.add(store, name, knows_me=False)


def _label(wb: Workbook, person: int) -> str:
    name = str(rows.person(wb.store, person)["name"])
    return ", ".join(filter(None, (name, affiliations.place(wb.store, person)[0])))
