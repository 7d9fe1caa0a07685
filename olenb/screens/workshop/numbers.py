"""Whole numbers in a form, refused beside their field."""

from olenb.views.widgets.screen import Event, FieldError


def whole_number(event: Event, name: str, low: int, high: int) -> int:
    """Return the number in a field.

    Parameters
    ----------
    event
        What the user did.
    name
        The field's name.
    low, high
        The smallest and the largest that may stand there.

    Raises
    ------
    FieldError
        It is none of these.

    """
    text = event.text(name)
    if not text.isdecimal() or not low <= int(text) <= high:
        raise FieldError(name, f"A whole number from {low} to {high:,}, please.")
    return int(text)
