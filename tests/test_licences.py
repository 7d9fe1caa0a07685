"""The page of licences follows from the lock and from what is installed; no network is asked."""

import re
import sys

import licences
import pytest

OLDEST = (3, 11)  # newer Pythons get other versions of some packages, which say it otherwise


@pytest.mark.skipif(sys.version_info[:2] != OLDEST, reason="written with the oldest Python")
def test_the_page_follows_from_what_is_installed():
    assert licences.PAGE.read_text("utf-8") == licences.page(), "run tools/licences.py"


def test_every_package_says_what_it_is_under():
    said = licences.known()
    assert list(said) == licences.packages()
    assert [name for name, licence in said.items() if licence == licences.NOT_KNOWN] == []


def test_nothing_asks_for_more_than_its_notice():
    said = licences.known()
    assert [name for name, licence in said.items() if re.search(r"\bA?L?GPL", licence)] == []
