"""What a file looks like, so that a wrong one is named for what it is."""

import zipfile
from itertools import islice
from pathlib import Path

from olenb.contacts.importers import google, linkedin, outlook, thunderbird, xlsx
from olenb.contacts.importers.contents import file_bytes, file_head
from olenb.contacts.importers.fields import heads_names
from olenb.contacts.importers.reading import (
    HEADER_WITHIN,
    IsHeader,
    first_rows,
    has,
    looks_like_header,
    read_table,
    read_text,
)
from olenb.contacts.keys import email_key
from olenb.core.errors import WrongFile

_HEAD = 65_536

# Beginnings of files that are no list of contacts, and what to say of them.
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xd0\xcf\x11\xe0", "an old or locked Office document; save it as .xlsx without a password"),
    (b"SQLite format 3\0", "a database"),
    (b"\x1f\x8b", "a packed file; unpack it first"),
    (b"PK\x03\x04", "a damaged archive"),  # whatever is a sound one was seen before
    (b"Rar!", "a packed file; unpack it first"),
    (b"7z\xbc\xaf", "a packed file; unpack it first"),
    (b"{\\rtf", "a text document; save the table as CSV"),
    (b"\x80\x04", "Python data, which can carry programs and is never opened"),
    (b"\x80\x05", "Python data, which can carry programs and is never opened"),
    (b"\x80\x03", "Python data, which can carry programs and is never opened"),
)

_LINKEDIN_HEADERS: tuple[tuple[IsHeader, str], ...] = (
    (has("CONVERSATION ID", "FROM"), "LinkedIn's list of your messages, which olenb never reads"),
    (has("inviterProfileUrl"), "LinkedIn's list of invitations"),
    (has("Endorsement Date"), "LinkedIn's list of endorsements"),
    (has("Company Name", "Title", "Started On"), "LinkedIn's list of your own positions"),
    (has("First Name", "Maiden Name", "Headline"), "your own LinkedIn profile"),
    (has("School Name", "Degree Name"), "LinkedIn's list of your own schools"),
    (has("Organization", "Followed On"), "LinkedIn's list of companies you follow"),
    (has("Creation Date", "Text", "Status"), "LinkedIn's list of recommendations"),
    (has("Application Date", "Job Url"), "LinkedIn's list of your applications"),
    (has("Saved Date", "Job Url"), "LinkedIn's list of jobs that you saved"),
    (has("Confirmed", "Primary", "Updated On"), "LinkedIn's list of your own email addresses"),
)

_TIES = has("person", "knows")

# Kinds of tables, the most particular first.
_TABLE_HEADERS: tuple[tuple[str, IsHeader], ...] = (
    ("linkedin", linkedin.is_header),
    ("google", google.is_header),
    ("thunderbird", thunderbird.is_header),
    ("outlook", outlook.is_header),
    ("graph", _TIES),
    ("graph", has("source", "target")),
)

_KIND_WORDS = {
    "linkedin": "a list of LinkedIn connections",
    "google": "an export of Google Contacts",
    "outlook": "an address book of Outlook",
    "thunderbird": "an address book of Thunderbird",
    "vcard": "contact cards (vCard)",
    "table": "a table",
    "graph": "a file of ties between people",
}


def kind_of(path: Path) -> str:
    """Return which importer a file is for.

    Raises
    ------
    WrongFile
        It is none that olenb reads; the message names what it looks like.

    """
    head = file_head(path, _HEAD)
    if zipfile.is_zipfile(path):
        return _kind_of_archive(path)
    _refuse_magic(head)
    text = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if b"begin:vcard" in text and not text.startswith(b'"'):  # a table may have it in a cell
        return "vcard"
    if text.startswith((b"<?xml", b"<graphml", b"<!--")) and b"<graphml" in text:
        return "graph"
    _refuse_other_text(text)
    return _kind_of_table(path)


def better_error(path: Path, kind: str, error: WrongFile) -> WrongFile:
    """Return the error for a file that `kind` can't read: named for what it looks like.

    Parameters
    ----------
    path
        The file.
    kind
        What it was given as.
    error
        What the importer of that kind said.

    """
    try:
        looks_like = kind_of(path)
    except WrongFile as named:
        return named
    if looks_like == kind:
        return error
    return WrongFile(
        f"This doesn't look like {_KIND_WORDS[kind]} but like {_KIND_WORDS[looks_like]}. "
        "Nothing was changed. Please choose the other kind, or another file."
    )


def _refuse(looks_like: str) -> WrongFile:
    return WrongFile(
        f"This looks like {looks_like}. Nothing was changed. Please choose a list of contacts: "
        "Connections.csv from LinkedIn, a CSV or .vcf from an address book, or a table."
    )


def _refuse_magic(head: bytes) -> None:
    for magic, words in _MAGIC:
        if head.startswith(magic):
            raise _refuse(words)


def _refuse_other_text(text: bytes) -> None:
    if text.startswith((b"<!doctype html", b"<html", b"<head", b"<body")):
        raise _refuse("a web page")
    if text.startswith((b"<?xml", b"<gexf")):
        raise _refuse("an XML file; from Gephi, please export GraphML")
    if text.startswith((b"{", b"[")):
        raise _refuse("a JSON file, as Facebook exports; it holds no employers")
    if text.startswith(b"begin:vcalendar"):
        raise _refuse("a calendar")


def _kind_of_archive(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = [name.casefold() for name in archive.namelist()]
    except zipfile.BadZipFile as error:
        raise _refuse("a damaged archive") from error
    if any(name.startswith("xl/") for name in names):
        return _kind_of_sheets(path)
    if any(name.startswith("word/") for name in names):
        raise _refuse("a Word document; save its table as CSV")
    if any(name.endswith("connections.csv") for name in names) or "profile.csv" in names:
        return "linkedin"
    if any(name.endswith((".vcf", "contacts.csv")) for name in names):
        raise _refuse("an archive with contacts in it; unpack it and choose the file inside")
    raise _refuse("an archive without a list of contacts")


def _refuse_addresses(path: Path) -> None:
    """Name a list that holds nothing but email addresses."""
    lines = [line.strip(" \t,;<>\"'") for line in read_text(path)[0].splitlines()[:HEADER_WITHIN]]
    filled = [line for line in lines if line]
    if any(map(email_key, filled)) and all(map(email_key, filled[1:])):
        raise _refuse("a list of email addresses without names")


def _kind_of_sheets(path: Path) -> str:
    """Tell ties from people by the first rows of the first sheet that has any."""
    book = xlsx.open_book(file_bytes(path))
    firsts = (list(islice(book.rows(name), HEADER_WITHIN)) for name in book.sheets)
    rows = [row.cells for row in next(filter(None, firsts), [])]
    return "graph" if any(map(_TIES, rows)) else "table"


def _kind_of_table(path: Path) -> str:
    rows = first_rows(path)
    for is_header, words in _LINKEDIN_HEADERS:
        if any(map(is_header, rows)):
            raise _refuse(words)
    for kind, is_header in _TABLE_HEADERS:
        if any(map(is_header, rows)):
            return kind
    if not any(map(looks_like_header, rows)) and not read_table(path, heads_names):
        _refuse_addresses(path)
        raise WrongFile(
            "No row of column names was found in this file, so olenb can't tell what stands "
            "where. Nothing was changed. Please give the first row names such as Name, "
            "Organization, Email, and try again."
        )
    return "table"
