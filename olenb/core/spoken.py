"""Dates as one says them, in English whatever the computer's language is."""

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)


def spoken(day: str, *, short: bool = False) -> str:
    """Return a day, a month or a year in words; what isn't one comes back as it is.

    Parameters
    ----------
    day
        ISO 8601; a moment is said as its day.
    short
        Whether three letters of the month are enough, as in a narrow column.

    >>> spoken("2027-02-01"), spoken("2027-02"), spoken("2027"), spoken("soon")
    ('February 1, 2027', 'February 2027', '2027', 'soon')
    >>> spoken("2027-02-01", short=True)
    'Feb 1, 2027'
    """
    parts = day[:10].split("-")
    numbers = [int(part) for part in parts if part.isascii() and part.isdecimal()]
    if len(numbers) != len(parts) or len(numbers) == 1 or not 1 <= numbers[1] <= 12:
        return day
    month = _MONTHS[numbers[1] - 1][: 3 if short else None]
    return f"{month} {numbers[0]}" if len(numbers) == 2 else f"{month} {numbers[2]}, {numbers[0]}"
