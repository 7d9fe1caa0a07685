"""Text in the form that is compared."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olenb.contacts import keys


@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert keys.folded(keys.folded(text)) == keys.folded(text)


@given(st.text())
def test_one_text_in_two_unicode_forms_folds_to_the_same(text):
    composed, apart = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
    assert keys.folded(composed) == keys.folded(apart)


@pytest.mark.parametrize("text", ["", " ", "\u200b\u202e", "\u2066\u2069\ufeff", "\t\n"])
def test_what_cannot_be_seen_is_nothing(text):
    assert keys.visible(text) == ""
    assert keys.folded(text) == ""


@pytest.mark.parametrize("name", ["李雷", "😀", "אבי", "=1+1", "$x_$"])
def test_what_can_be_seen_stays(name):
    assert keys.visible(name) == name


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Ana@Example.ORG", "ana@example.org"),
        ("mailto:ana@example.org", "ana@example.org"),
        ("Ana Ruiz <ana@example.org>", "ana@example.org"),
        ("\u202aana@example.org\u202c", "ana@example.org"),
        ("ana at example", ""),
        ("", ""),
    ],
)
def test_an_address_is_compared_in_lower_case_and_alone(text, key):
    assert keys.email_key(text) == key


@pytest.mark.parametrize(
    "text",
    [
        "https://www.linkedin.com/in/ana-ruiz",
        "http://linkedin.com/in/ana-ruiz/",
        "https://de.linkedin.com/in/Ana-Ruiz?trk=contact&x=1",
        "www.linkedin.com/in/ana-ruiz#top",
        "HTTPS://WWW.LINKEDIN.COM/IN/ANA-RUIZ",
        " linkedin.com/in/ana%2Druiz ",
    ],
)
def test_a_profile_page_is_one_however_it_is_written(text):
    assert keys.url_key(text) == "linkedin.com/in/ana-ruiz"


@pytest.mark.parametrize(
    "text",
    [
        "https://acme.example",
        "https://acme.example/about",
        "https://www.linkedin.com/company/acme",
        "https://www.linkedin.com",
        "javascript:alert(1)",
        "https://linkedin.com.evil.example/in/ana",
        "not a page",
        "",
    ],
)
def test_a_page_that_may_be_several_peoples_identifies_nobody(text):
    assert keys.url_key(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "data:text/html,<b>",
        "file:///etc/passwd",
        "https://a.org/<script>",
        "https://a.org/ x",
        "mailto:a@b.org",
        "localhost/x",
    ],
)
def test_only_plain_web_addresses_are_kept(text):
    assert keys.web_address(text) == ""


@given(st.text())
def test_no_text_breaks_the_address_readers(text):
    assert keys.web_address(text) == "" or keys.web_address(text).lower().startswith("http")
    assert keys.url_key(text) == keys.url_key(f"https://{keys.url_key(text)}")


def test_an_offices_mailbox_is_nobodys_own():
    assert not keys.is_personal("info@acme.example")
    assert not keys.is_personal("")
    assert keys.is_personal("ana.info@acme.example")
