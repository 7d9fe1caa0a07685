"""The draft in the user's hands: words on the left, what to mind on the right, then sent."""

import re
from typing import Any

from olenb.core.terms import Channel, DraftKind
from olenb.method.drafts import phone, prompts
from olenb.method.drafts.scaffold import BY_HAND, Scaffold
from olenb.screens.outreach import about, beside
from olenb.screens.outreach.choice import Choice
from olenb.screens.outreach.words import CARD, KINDS, WAYS
from olenb.views.widgets.blocks import (
    Block,
    Button,
    Buttons,
    Details,
    Field,
    Form,
    Heading,
    Note,
    Row,
    Text,
)
from olenb.views.widgets.screen import Action, Event, FieldError, Screen
from olenb.workbook import Workbook

NOTHING = "There is nothing here yet. Write a line, or begin again."
NOT_SENT = "Nothing is sent from here. Copy your words, and send them yourself."
SENT = "Noted as sent. How far it is with them changed further up."
_UNSAFE = re.compile(r"[^a-z0-9]+")


class Editor:
    """A draft that is being written; it is kept in the workbook when it is looked over."""

    form: Screen

    def __init__(self, wb: Workbook, choice: Choice) -> None:
        self.wb = wb
        self.choice = choice
        self._news: tuple[int, str, tuple[int, int]] | None = None
        self.begin_again()

    def begin_again(self) -> None:
        """Forget the words on the screen."""
        self._typed: tuple[str, str] | None = None
        self._asks = False

    def actions(self) -> dict[str, Action]:
        """Return what the buttons beside the words do."""
        return {
            "look": self.look,
            "sent": self.sent,
            "sent as it is": lambda event: self.sent(event, as_it_is=True),
            "afresh": self.afresh,
            "page": self.page,
            "target": self.pick,
            "about": self.pick,
            "may name": lambda event: self.named(event, "yes"),
            "may not name": lambda event: self.named(event, "no"),
        }

    def news_for(self, person: int) -> list[Block]:
        """Return what was just done with this person, until something else is done."""
        if self._news and (self._news[0], self._news[2]) == (person, self.wb.store.version):
            return [Note(self._news[1], kind="good")]
        return []

    def blocks(self, person: int) -> list[Block]:
        """Return the words with what stands beside them."""
        if self.choice.draft is not None and self._saved() is None:
            self.choice.draft = None  # taken back, here or in another notebook
        draft = self._begun(person)
        subject, body = self._words(draft)
        kind, way = self._step()
        by_hand = way == Channel.LETTER and kind in BY_HAND
        how = CARD if by_hand else WAYS[way]
        title = f"{KINDS[kind]}, {how[:1].lower()}{how[1:]}"
        found = self.wb.outreach.check(
            person,
            kind,
            way,
            body,
            subject=subject,
            via=_id(draft.facts.via),
            about=_id(draft.facts.about),
        )
        count = len(prompts.left(f"{subject}\n{body}", draft.facts.names))
        right = [
            *beside.names(
                draft, about.referrer(self.wb.store, person), writable=not self.wb.is_example
            ),
            *beside.left(count),
            *beside.findings(body, found, is_whole=not count),
        ]
        return [
            Heading(title),
            *([] if self._is_kept() else about.questions(self.wb.store, draft)),
            Row([self._form(person, subject, body, count), Form("beside", right)]),
            *self._after(),
        ]

    def look(self, event: Event) -> str:
        """Keep the words, and look them over again."""
        self._asks = False
        return self._keep(event)

    def sent(self, event: Event, *, as_it_is: bool = False) -> str:
        """Note that it was sent; places without own words are asked about first."""
        self._keep(event)
        person = self._person()
        row = self._saved()
        if row.left and not as_it_is:
            self._asks = True
            return "Please look at what is still missing."
        self.wb.outreach.mark_sent(row.id, event.text("when"), as_it_is=as_it_is)
        self.choice.begin_again()
        self.begin_again()
        self._news = (person, SENT, self.wb.store.version)
        return SENT

    def afresh(self, _event: Event) -> str:
        """Begin the words again."""
        if self.choice.draft is not None:
            self.wb.outreach.remove_draft(self.choice.draft)
        self.choice.draft = None
        self.begin_again()
        return "Begun again."

    def page(self, event: Event) -> str:
        """Save the draft as a page to print, copy or open in a mail program."""
        self._keep(event)
        content = self.wb.outreach.page(self._saved().id)
        kind, way = self._step()
        name = _UNSAFE.sub("-", f"{kind.value} {way.value}".casefold()).strip("-")
        self.form.download(f"{name}.html", content, "draft")
        return "Saved as a page. Open it to print or to copy."

    def pick(self, event: Event) -> None:
        """Take another target, or another person to be introduced to."""
        field = event.action
        chosen = int(event.text(field) or 0) or None
        setattr(self.choice, field, chosen)
        self.begin_again()

    def named(self, event: Event, answer: str) -> str:
        """Note whether a name may be used towards this reader; the words begin again with it."""
        self.wb.outreach.permission(int(event.item), answer, towards=self._person())
        if self.choice.draft is None:
            self.begin_again()
        return "Noted."

    def _begun(self, person: int) -> Scaffold:
        kind, way = self._step()
        choice = self.choice
        more: dict[str, Any] = {"target": choice.target, "about": choice.about}
        return self.wb.outreach.draft(person, kind, way, slots=choice.slots, **more)

    def _words(self, draft: Scaffold) -> tuple[str, str]:
        """Return the words on the screen: as typed, as kept, or as begun."""
        if self._typed is not None:
            return self._typed
        if self.choice.draft is not None:
            row = self._saved()
            return row.subject, row.body
        return draft.subject, draft.body

    def _keep(self, event: Event) -> str:
        """Keep what was typed: in the workbook, or on this page alone for invented people."""
        subject, body = event.text("subject"), event.text("body")
        if not body:
            raise FieldError("body", NOTHING)
        self._typed = (subject, body)
        if self.wb.is_example:
            return "Looked over. With your own people it is kept, too."
        person, (kind, way) = self._person(), self._step()
        draft = self._begun(person)
        target = draft.facts.target
        self.choice.draft = self.wb.outreach.save_draft(
            person,
            kind,
            way,
            body,
            subject=subject,
            via=_id(draft.facts.via),
            about=_id(draft.facts.about),
            target=target.id if target else None,
            draft=self.choice.draft,
        )
        return "Saved, and looked over."

    def _form(self, person: int, subject: str, body: str, count: int) -> Form:
        """Return the words with their buttons."""
        _, way = self._step()
        fields: list[Block] = []
        if way == Channel.EMAIL:
            fields.append(Field("subject", "Subject", value=subject))
        label = "What you'll say" if way == Channel.PHONE else "Your words"
        help_ = "Change all of it until it sounds like you." + self._length(way, body)
        fields.append(Field("body", label, "textarea", body, help=help_, copy=True))
        back = Button("back", "Back")
        if self.wb.is_example:
            buttons = [Button("look", "Look it over", "primary"), back]
        else:
            day = Field("when", "When?", "date")
            fields.append(Details("It was on another day", [day], id="another day"))
            look = Button("look", "Save and look it over", "primary")
            sent = Button("sent", "I called" if way == Channel.PHONE else "I sent it")
            buttons = [look, sent, Button("page", "Save it as a page"), back]
        ask = self._still_missing(count) if self._asks and count else []
        return Form(f"words-{person}", [*fields, *ask, Buttons(buttons)])

    def _length(self, way: Channel, body: str) -> str:
        if way == Channel.PHONE:
            return f" Read aloud it takes about {phone.seconds(body)} seconds."
        return f" {len(body.split()):,} words."

    def _still_missing(self, count: int) -> list[Block]:
        places = "one place" if count == 1 else f"{count} places"
        note = Note(f"In {places} your own words are still missing.", kind="warning")
        return [note, Button("sent as it is", "I sent it as it is")]

    def _after(self) -> list[Block]:
        """Say that nothing is sent, and offer the way back to the beginning."""
        afresh = Button("afresh", "Begin again", confirm="This throws 1 draft away.")
        again = [Buttons([afresh])] if self.choice.draft is not None else []
        return [Text(NOT_SENT, quiet=True), *again]

    def _is_kept(self) -> bool:
        """Tell whether the user changed the words already, so that they aren't begun again."""
        return self.choice.draft is not None or self._typed is not None

    def _saved(self) -> Any:
        """Return the row of the draft that is being written, or None."""
        df = self.wb.outreach.drafts()
        return next(df[df["id"] == self.choice.draft].itertuples(), None)

    def _person(self) -> int:
        return self.choice.person(self.wb) or 0

    def _step(self) -> tuple[DraftKind, Channel]:
        return self.choice.kind or DraftKind.FIRST, self.choice.channel or Channel.EMAIL


def _id(person: Any) -> int | None:
    return person.id if person else None
