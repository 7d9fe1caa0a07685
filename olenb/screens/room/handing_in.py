"""How a file gets from one's own page to the counselor: by the room's folder, or carried."""

from olenb.room.documents import Document
from olenb.room.summary import Summary
from olenb.views.widgets.blocks import Button
from olenb.views.widgets.screen import Screen
from olenb.workbook import Workbook

DROPPED = "It is in the room."
SAVED = "It is in this browser's downloads. Hand the file in: by upload, or on a stick."


def hand_in_button(wb: Workbook, what: str, confirm: str = "") -> Button:
    """Return the button that sends a file on its way.

    Parameters
    ----------
    wb
        The workbook.
    what
        Such as "my question".
    confirm
        What is asked first.

    """
    label = f"Put {what} into the room" if wb.room.shares_a_folder else f"Save {what} as a file"
    return Button("save", label, kind="primary", confirm=confirm)


def hand_in(wb: Workbook, form: Screen, document: Document | Summary, name: str) -> str:
    """Send a file on its way, and say where it is.

    Parameters
    ----------
    wb
        The workbook.
    form
        The form whose action this is.
    document
        What leaves.
    name
        What a saved file is called, without its ending.

    """
    if wb.room.shares_a_folder:
        wb.room.drop(document)
        return DROPPED
    form.download(f"{name}-{document.code}.json", document.to_bytes(), "workshop")
    return SAVED
