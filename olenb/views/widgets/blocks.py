"""The pieces that a screen is made of: plain values, shown by JavaScript as native controls.

A screen's ``render`` returns a list of these. They hold text, never HTML: whatever a contact is
called, it is shown letter by letter. Text keeps its own direction, so a right-to-left name stays
inside its line.

What belongs to which button
    A `Button` sends the values of the fields in its own *scope*: the nearest `Card` or `Form`
    around it, or the screen itself when there is none. Fields of scopes further in are not sent.
What survives a new rendering
    Blocks are matched by ``id`` (`Card`, `Form`, `Details`), by ``name`` (`Field`), by ``action``
    and ``item`` (`Button`), and everything else by its place among blocks of its type. A matched
    block keeps the focus and the text that somebody typed and didn't send. After an action that
    went well, the fields of its scope show what ``render`` says again.
"""

from __future__ import annotations

import datetime as dt
import posixpath
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Choice = str | tuple[str, str]
"""A choice is a text, or a pair (value, text) when Python wants another value than is shown."""

Value = str | bool | int | float | dt.date | None
"""What a field may start with; `None` and missing dates are empty."""

FieldKind = Literal[
    "text", "email", "textarea", "number", "date", "select", "radio", "checkbox", "suggest"
]
NoteKind = Literal["info", "good", "warning", "error", "empty"]
ButtonKind = Literal["primary", "plain", "danger"]


class Block:
    """A piece of a screen; the classes below are all there are."""


@dataclass(frozen=True)
class Text(Block):
    """A paragraph; line breaks in it are kept.

    Parameters
    ----------
    text : str
        What it says.
    quiet : bool
        Smaller and greyer, for an aside.
    """

    text: str
    quiet: bool = False


@dataclass(frozen=True)
class Heading(Block):
    """A heading; a notebook's own headings are levels 1 and 2, so ours start at 3.

    Parameters
    ----------
    text : str
        What it says.
    level : int
        2 to 5.
    """

    text: str
    level: int = 3


@dataclass(frozen=True)
class Note(Block):
    """A boxed remark with a word for its kind, so that colour is never alone.

    Parameters
    ----------
    text : str
        What it says.
    kind : str
        ``info``, ``good``, ``warning``, ``error``, or ``empty`` (nothing here yet, and what to do).
    """

    text: str
    kind: NoteKind = "info"


@dataclass(frozen=True)
class Say(Block):
    """A sentence to read aloud or send, in a quotation box with a Copy button.

    Parameters
    ----------
    text : str
        The sentence; line breaks are kept.
    label : str
        What stands above it.
    """

    text: str
    label: str = "You could say"


@dataclass(frozen=True)
class Link(Block):
    """A link to another of the workbook's notebooks, opened in the same window.

    Parameters
    ----------
    label : str
        What it says.
    target : str
        The notebook's path, relative to the open one, such as ``02_people.ipynb``.
    kind : str
        ``plain``, or ``primary`` to look like the main button (the next step).

    Raises
    ------
    ValueError
        The target is an address or leads out of the folder.

    Examples
    --------
    >>> Link("Next: your people", "02_people.ipynb").target
    '02_people.ipynb'
    >>> Link("Elsewhere", "https://example.org")
    Traceback (most recent call last):
        ...
    ValueError: A link goes to a notebook beside this one; 'https://example.org' doesn't.
    """

    label: str
    target: str
    kind: ButtonKind = "plain"

    def __post_init__(self) -> None:
        inside = posixpath.normpath(self.target)
        strange = any(mark in self.target for mark in (":", "\\", "//", "?", "#", "%"))
        if strange or not self.target or inside.startswith(("/", "..")):
            msg = f"A link goes to a notebook beside this one; {self.target!r} doesn't."
            raise ValueError(msg)


@dataclass(frozen=True)
class WebPage(Block):
    """A link to a page of the web that we or the user's school chose, never to a contact's.

    Nothing is asked of it before somebody follows the link; it opens beside the workbook.

    Parameters
    ----------
    label : str
        What it says.
    address : str
        Begins with https:// or http://

    Raises
    ------
    ValueError
        The address begins with something else.

    Examples
    --------
    >>> WebPage("The page", "javascript:alert(1)")
    Traceback (most recent call last):
        ...
    ValueError: A page of the web begins with https:// or http://.
    """

    label: str
    address: str

    def __post_init__(self) -> None:
        if not self.address.startswith(("https://", "http://")):
            msg = "A page of the web begins with https:// or http://."
            raise ValueError(msg)


@dataclass(frozen=True)
class Field(Block):
    """One labelled question. Every field can be left empty.

    Parameters
    ----------
    name : str
        Its key in `Event.values`, unique in its scope.
    label : str
        The question, always visible.
    kind : str
        ``text``, ``email``, ``textarea``, ``number``, ``date``, ``select`` (choose one from a
        list), ``radio`` (the same, all visible), ``checkbox`` (yes or no; its value is a bool), or
        ``suggest`` (free text with ``options`` as suggestions).
    value : str or bool or int or float or datetime.date or None
        What it starts with.
    options : sequence of str or of (value, text)
        For ``select``, ``radio`` and ``suggest``. A ``select`` without an option for ``""`` gets
        an empty one first, so that no answer stays possible.
    help : str
        A line below the label.
    placeholder : str
        An example, shown while the field is empty; never the only place of what is needed.
    required : bool
        Says "needed" beside the label. Nothing is blocked: the action decides.
    settled : bool
        For ``radio``: one of the options always holds, so no answer isn't offered.
    error : str
        What is wrong with it, shown below. An action may also raise an error with an attribute
        ``field`` (see `FieldError`); then this needs no keeping.
    action : str
        An action to run as soon as the answer changes, for fields that others depend on.
    copy : bool
        For ``textarea``: a Copy button for what stands in it, saved or not.
    """

    name: str
    label: str
    kind: FieldKind = "text"
    value: Value = ""
    options: Sequence[Choice] = ()
    help: str = ""
    placeholder: str = ""
    required: bool = False
    error: str = ""
    action: str = ""
    copy: bool = False
    settled: bool = False


@dataclass(frozen=True)
class Row(Block):
    """Blocks side by side, below each other where the screen is narrow.

    Parameters
    ----------
    blocks : sequence of blocks
        Usually fields.
    """

    blocks: Sequence[Block]


@dataclass(frozen=True)
class Button(Block):
    """A button that runs an action.

    Parameters
    ----------
    action : str
        A key of the screen's ``actions``.
    label : str
        What it does, as a verb.
    kind : str
        ``primary`` (one to a scope; Enter in a single-line field activates it), ``plain``, or
        ``danger``.
    item : str
        Sent as `Event.item`; the id of the card around it when empty.
    confirm : str
        A sentence that is asked first, with the number it is about ("This removes 12 people.").
    keeps_typing : bool
        The scope's typed text stays as it is afterwards: for "Show more" or "Back".
    describe : str
        A longer name for screen readers where the label alone is ambiguous ("Remove Ana Ruiz").
    """

    action: str
    label: str
    kind: ButtonKind = "plain"
    item: str = ""
    confirm: str = ""
    keeps_typing: bool = False
    describe: str = ""


@dataclass(frozen=True)
class Buttons(Block):
    """Buttons (and links) in one line.

    Parameters
    ----------
    buttons : sequence of Button or Link
        The main one first.
    """

    buttons: Sequence[Button | Link]


@dataclass(frozen=True)
class Form(Block):
    """Fields and the buttons that send them: a scope of its own.

    Parameters
    ----------
    id : str
        Unique in the screen.
    blocks : sequence of blocks
        Fields, rows, buttons, anything.
    again : bool
        After an action that went well the focus goes to the first field, for the next one.
    """

    id: str
    blocks: Sequence[Block]
    again: bool = False


@dataclass(frozen=True)
class Card(Block):
    """One thing with a title, some lines, and what can be done with it: a scope of its own.

    Parameters
    ----------
    id : str
        Unique in the screen, and `Event.item` for the buttons inside.
    title : str
        Its heading.
    lines : sequence of str
        Short lines below the title.
    buttons : sequence of Button or Link
        At the bottom.
    blocks : sequence of blocks
        More, between the lines and the buttons.
    tag : str
        One or two words beside the title, such as how sure we are.
    level : int
        Of its heading: one below the heading before it, a notebook's or a `Heading`.
    """

    id: str
    title: str
    lines: Sequence[str] = ()
    buttons: Sequence[Button | Link] = ()
    blocks: Sequence[Block] = ()
    tag: str = ""
    level: int = 4


@dataclass(frozen=True)
class Details(Block):
    """What is one click away.

    Parameters
    ----------
    summary : str
        The line to click.
    blocks : sequence of blocks
        What it opens.
    open : bool
        Whether it starts open; later it stays as the user left it.
    id : str
        Needed where several are in one place and some may come and go.
    """

    summary: str
    blocks: Sequence[Block]
    open: bool = False
    id: str = ""


@dataclass(frozen=True)
class TableBlock(Block):
    """A table to read, equal in content to a picture or a list.

    Parameters
    ----------
    caption : str
        What it shows; also its name for screen readers.
    columns : sequence of str
        The headings.
    rows : sequence of sequence of str
        The cells; the first of each row is its heading. Every row is as long as ``columns``.
    """

    caption: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in self.rows):
            msg = f"Every row of a table needs its {len(self.columns)} cells."
            raise ValueError(msg)


@dataclass(frozen=True)
class Drawing(Block):
    """A finished picture; `olenb.views.drawn.drawn` makes it from a figure, with its table.

    Parameters
    ----------
    day, night : str
        The picture as SVG for a light page and for a dark one.
    alt : str
        What it shows, in words.
    """

    day: str
    night: str
    alt: str


@dataclass(frozen=True)
class Upload(Block):
    """A box that takes files, chosen or dropped on it; each runs the action once, in turn.

    Parameters
    ----------
    action : str
        A key of the screen's ``actions``; it finds the file in `Event.upload`.
    label : str
        What to bring.
    accept : str
        File endings, such as ``.csv,.zip``; a help for choosing, not a check.
    help : str
        A line below the label.
    item : str
        Sent as `Event.item`.
    """

    action: str
    label: str
    accept: str = ""
    help: str = ""
    item: str = ""


@dataclass(frozen=True)
class Progress(Block):
    """A bar with a sentence.

    Parameters
    ----------
    fraction : float
        How much is done, 0 to 1.
    text : str
        The same in words.
    """

    fraction: float
    text: str
