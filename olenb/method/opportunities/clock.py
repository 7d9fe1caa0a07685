"""A time of the day as people write it."""

import re

from olenb.core.errors import NotAllowed

_TIME = re.compile(r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2}))?\s*(?P<half>[ap])?\.?m?\.?")


def clock(text: str) -> str:
    """Return a time as it is kept.

    Parameters
    ----------
    text
        As people write it.

    Raises
    ------
    NotAllowed
        It isn't a time of the day.

    >>> clock("9:05"), clock("2 pm"), clock("12.30 a.m."), clock("16")
    ('09:05', '14:00', '00:30', '16:00')
    """
    found = _TIME.fullmatch(text.strip().casefold())
    if found:
        hour, minute = int(found["hour"]), int(found["minute"] or 0)
        if found["half"] and 1 <= hour <= 12:
            hour = hour % 12 + (12 if found["half"] == "p" else 0)
        if hour < 24 and minute < 60:
            return f"{hour:02}:{minute:02}"
    raise NotAllowed("Please write a time such as 9:30 or 2 pm. Nothing was changed.")
