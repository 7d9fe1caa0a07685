"""A link that opens a message in the user's own mail program: one recipient, nothing sent."""

import re
from urllib.parse import quote

from olenb.contacts.keys import email_key
from olenb.core.errors import NotAllowed
from olenb.views.export.legible import legible, one_line
from olenb.views.export.markup import Element

LONGEST = 1_900
"""In characters; programs cut longer links without a word."""

_HOST = re.compile(r"[\w-]+(\.[\w-]+)+")


def mailto(address: str, subject: str = "", body: str = "") -> str:
    r"""Return a `mailto:` link with exactly one recipient; a body that is too long is left out.

    Parameters
    ----------
    address
        One email address; whatever else is in it becomes part of nothing.
    subject
        On one line.
    body
        The words; line ends are kept.

    Raises
    ------
    NotAllowed
        There is no address in it, or one that is none.

    >>> mailto("ana&co@example.org", "Labs & you", "Hi,\nAna")
    'mailto:ana%26co@example.org?subject=Labs%20%26%20you&body=Hi%2C%0D%0AAna'

    """
    found = email_key(one_line(address))
    if not _HOST.fullmatch(found.rpartition("@")[2]):
        raise NotAllowed(
            "There is no email address for this person yet. Nothing was written. "
            "Add it in your people, or copy the words."
        )
    local, _, host = found.rpartition("@")
    link = f"mailto:{quote(local, safe='')}@{quote(host, safe='')}"
    fields = [f"subject={quote(one_line(subject).strip(), safe='')}"] if subject.strip() else []
    lines = "\r\n".join(legible(body).splitlines())
    whole = [*fields, *([f"body={quote(lines, safe='')}"] if lines else [])]
    long = f"{link}?{'&'.join(whole)}" if whole else link
    if len(long) <= LONGEST:
        return long
    return f"{link}?{fields[0]}" if fields else link


def mail_link(text: str, address: str, subject: str = "", body: str = "") -> Element:
    """Return such a link for a page.

    Parameters
    ----------
    text
        What it says.
    address, subject, body
        As for `mailto`.

    Raises
    ------
    NotAllowed
        As for `mailto`.
    """
    return Element("a", [text], [("href", mailto(address, subject, body))])
