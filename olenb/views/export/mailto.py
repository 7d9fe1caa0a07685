"""Links that open the user's own mail program, with one recipient and nothing hidden."""

from urllib.parse import quote

from olenb.contacts.keys import email_key
from olenb.core.errors import NotAllowed
from olenb.views.export.legible import legible, one_line

LONGEST = 1_900
"""Characters of a link that every mail program takes; some cut a longer one without a word."""


def mailto(address: str, subject: str = "", body: str = "") -> str:
    r"""Return a link that begins a message; nothing is sent by it.

    Parameters
    ----------
    address
        Of one person.
    subject
        One line; line ends in it become blanks, so that it can't begin another header.
    body
        The words. Where they make the link longer than `LONGEST` they are left out, and have to
        be copied and pasted: accented letters take six signs each.

    Raises
    ------
    NotAllowed
        That isn't one email address.

    >>> mailto("ana@example.org", "Hello\nBcc: x@y.z", "Dear Ana,\nhow are you?")
    'mailto:ana@example.org?subject=Hello%20Bcc%3A%20x%40y.z&body=Dear%20Ana%2C%0D%0Ahow%20are%20you%3F'
    >>> mailto("ana@example.org?bcc=spy")
    'mailto:ana@example.org%3Fbcc%3Dspy'
    """
    one = one_line(address).strip()
    if not one or email_key(one) != one.casefold():
        raise NotAllowed(
            "That isn't one email address, so no message was begun. Nothing was changed. "
            "Correct it in the table of your people."
        )
    name, _, host = one.rpartition("@")
    link = f"mailto:{quote(name, safe='')}@{quote(host, safe='.')}"
    said = {"subject": one_line(subject), "body": _lines(body)}
    parts = [f"{key}={quote(text, safe='')}" for key, text in said.items() if text]
    whole = "?".join([link, "&".join(parts)] if parts else [link])
    return whole if len(whole) <= LONGEST or not body else mailto(address, subject)


def _lines(text: str) -> str:
    """Return text with the line ends of mail."""
    whole = legible(text).replace("\r\n", "\n").replace("\r", "\n")
    return whole.replace("\n", "\r\n")
