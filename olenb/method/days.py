"""Days on which something happened: a day that there is, and that isn't still to come."""

from datetime import date

from olenb.core.errors import NotAllowed
from olenb.core.store import today


def past(text: str) -> str:
    """Return a day that has come, ISO 8601; an empty text means today.

    Parameters
    ----------
    text
        Such as "2026-11-03"; a moment is taken for its day.

    Raises
    ------
    NotAllowed
        It isn't a day, or it hasn't come yet.

    >>> past("2026-11-03T16:20:00-06:00")
    '2026-11-03'

    """
    if not text.strip():
        return today()
    try:
        day = date.fromisoformat(text.strip()[:10]).isoformat()
    except ValueError:
        raise NotAllowed("Please write a day as 2026-11-03. Nothing was changed.") from None
    if day > today():
        raise NotAllowed("That day hasn't come yet. Nothing was changed. Please look at the date.")
    return day
