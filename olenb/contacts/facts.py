"""Facts that a user may write about a person: checked against the schema, said in words."""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from olenb.contacts.keys import email_key, visible, web_address
from olenb.core import schema
from olenb.core.errors import NotAllowed

ABOUT_A_PERSON = (
    *("name", "circle", "relation", "email", "url", "phone", "city", "region", "time_zone"),
    *("school", "class_year", "major", "connected_on", "can_hire", "knows_field", "is_connected"),
    *("shared", "found_where", "found_on", "confidential"),
)
"""Columns of `person` that a user may write."""

ABOUT_YOUR_TIE = ("willingness", "closeness", "last_exchange", "setting")
"""Columns of the tie with the user: the tie questions, all optional."""

ABOUT_A_PLACE = ("organization", "role")
"""Where somebody is now; kept as an affiliation."""

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_NOTHING = "Nothing was changed."


def checked(table: str, column: str, value: Any) -> Any:
    """Return a value as the workbook keeps it; None for an empty one.

    Parameters
    ----------
    table, column
        Where it goes.
    value
        Text, a number, whether it is so, or None.

    Raises
    ------
    NotAllowed
        It isn't one of the choices, not in the range, or not an address; the value itself
        is never repeated.

    >>> checked("person", "circle", "family"), checked("person", "class_year", "2027")
    ('family', 2027)
    >>> checked("tie", "willingness", "  ") is None
    True
    """
    if isinstance(value, bool):
        return int(value) or None
    text = "" if value is None else str(value).strip()
    if not visible(text):
        return None
    allowed = next(c.allowed for c in schema.TABLES[table].columns if c.name == column)
    if isinstance(allowed, tuple):
        return _number(text, *allowed)
    if allowed:
        return _choice(text, allowed)
    check = _CHECKS.get(column)
    return check(text) if check else text


def all_checked(table: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return several values of one table as the workbook keeps them; see `checked`."""
    return {column: checked(table, column, value) for column, value in values.items()}


def _number(text: str, low: int, high: int) -> int:
    number = text.removesuffix(".0")
    if not (number.isdecimal() and low <= int(number) <= high):
        raise NotAllowed(f"Please write a whole number from {low} to {high}. {_NOTHING}")
    return int(number)


def _choice(text: str, allowed: type[StrEnum]) -> str:
    """Accept a choice as the code or the screen writes it."""
    for choice in allowed:
        if text.casefold() in (choice.value, getattr(choice, "label", choice.value).casefold()):
            return choice.value
    choices = ", ".join(choice.value for choice in allowed)
    raise NotAllowed(f"Please choose one of: {choices}. {_NOTHING}")


def _date(text: str) -> str:
    if _DATE.fullmatch(text):
        return text
    raise NotAllowed(
        f"Please write a date as 2027-05-31; a month (2027-05) or a year is fine. {_NOTHING}"
    )


def _address(text: str) -> str:
    if email_key(text):
        return text
    raise NotAllowed(f"That doesn't look like an email address. {_NOTHING}")


def _page(text: str) -> str:
    if page := web_address(text):
        return page
    raise NotAllowed(f"Please write a page that begins with https:// or www. {_NOTHING}")


_CHECKS = {
    "email": _address,
    "url": _page,
    "found_on": _date,
    "last_exchange": _date,
    "as_of": _date,
}
