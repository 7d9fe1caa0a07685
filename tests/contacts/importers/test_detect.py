"""A file is known by what it holds, and a wrong one is named."""

import pickle
import zipfile

import pytest

from olenb.contacts import importers
from olenb.contacts.importers import detect
from olenb.core.errors import NotAllowed, WrongFile

KNOWN = {
    "linkedin": "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nA,B,,,C,,\n",
    "google": "Name,Given Name,Family Name,E-mail 1 - Value,Organization 1 - Name\nA B,A,B,,C\n",
    "outlook": "First Name,Last Name,Company,Job Title,E-mail Address,Web Page\nA,B,C,,a@x.org,\n",
    "thunderbird": "First Name,Last Name,Display Name,Primary Email,Organization\nA,B,A B,,C\n",
    "vcard": "BEGIN:VCARD\nVERSION:3.0\nFN:A B\nEND:VCARD\n",
    "graph": "person,knows,evidence,as of\nA,B,told,2024\n",
    "table": "Full name,Employer,Class of\nA B,C,1999\n",
}
WRONG = {
    "PDF": b"%PDF-1.7 ...",
    "picture": b"\x89PNG\r\n\x1a\n",
    "old or locked Office": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "web page": b"<!DOCTYPE html><html>",
    "JSON": b'{"friends_v2":[]}',
    "never opened": pickle.dumps({"a": 1}),
    "your messages, which olenb never reads": b"CONVERSATION ID,CONVERSATION TITLE,FROM,TO\n",
    "invitations": b"From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n",
    "jobs that you saved": b"Saved Date,Job Url,Job Title,Company Name\n2024-01-02,x,Clerk,Acme\n",
    "damaged archive": b"PK\x03\x04 cut off",
    "your own positions": b"Company Name,Title,Description,Location,Started On,Finished On\n",
    "export GraphML": b'<?xml version="1.0"?><gexf></gexf>',
    "calendar": b"BEGIN:VCALENDAR\n",
    "empty": b"",
    "No row of column names": b"just a sentence\nand another\n",
    "email addresses without names": b"Email\nana@example.org\nbo@example.org\n",
    "database": b"SQLite format 3\0" + b"\0" * 100,
}


def written(tmp_path, content):
    path = tmp_path / "upload.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize("kind", KNOWN)
def test_a_file_is_known_by_what_it_holds_and_read(tmp_path, kind):
    path = written(tmp_path, KNOWN[kind])
    assert detect.kind_of(path) == kind
    parsed = importers.parse(path)
    assert (parsed.kind, parsed.file, parsed.read) == (kind, "upload.csv", 1)


def test_every_kind_is_detected():
    assert set(KNOWN) == set(importers.KINDS)


@pytest.mark.parametrize("words", WRONG)
@pytest.mark.parametrize("kind", [None, "linkedin"])
def test_a_wrong_file_is_named_for_what_it_looks_like(tmp_path, words, kind):
    with pytest.raises(WrongFile, match=words):
        importers.parse(written(tmp_path, WRONG[words]), kind=kind)


def test_a_file_of_another_kind_is_named(tmp_path):
    with pytest.raises(WrongFile, match=r"doesn't look like contact cards.*LinkedIn"):
        importers.parse(written(tmp_path, KNOWN["linkedin"]), kind="vcard")


def test_a_pickle_is_never_opened(tmp_path):
    class Canary:
        def __reduce__(self):
            return (open, (str(tmp_path / "canary"), "w"))

    with pytest.raises(WrongFile):
        importers.parse(written(tmp_path, pickle.dumps(Canary())))
    assert not (tmp_path / "canary").exists()


@pytest.mark.parametrize(
    ("member", "words"),
    [
        ("word/document.xml", "Word document"),
        ("Takeout/Contacts/All/All.vcf", "unpack it"),
        ("photo.jpg", "without a list of contacts"),
    ],
)
def test_an_archive_is_named_too(tmp_path, member, words):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as out:
        out.writestr(member, "x")
    with pytest.raises(WrongFile, match=words):
        importers.parse(path)


def test_a_kind_that_is_none_is_refused_with_the_choices(tmp_path):
    with pytest.raises(NotAllowed, match="linkedin, google, outlook"):
        importers.parse(written(tmp_path, KNOWN["table"]), kind="myspace")
