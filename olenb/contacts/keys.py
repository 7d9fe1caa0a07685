"""Text in the form that is compared; what was typed is kept as it is for the screen."""

import re
import unicodedata
from functools import lru_cache
from urllib.parse import unquote

_EMAIL = re.compile(r"[^\s@<>,;:\"()\[\]\\]+@[^\s@<>,;:\"()\[\]\\]+\.[^\s@<>,;:\"()\[\]\\.]{2,}")
_SHARED_MAILBOXES = (
    *("admin", "booking", "careers", "contact", "enquiries", "hello", "hr", "info", "jobs"),
    *("mail", "no-reply", "noreply", "office", "reception", "recruiting", "sales", "service"),
    *("support", "team", "webmaster"),
)
_NOT_IN_ADDRESSES = re.compile(r"[\s<>\"'`{}\\]")
_WEB = re.compile(
    r"https?://(?P<host>[^/?#@:]+\.[^/?#@:]+)(?::\d*)?(?P<path>/[^?#]*)?(?:\?(?P<query>[^#]*))?",
    re.IGNORECASE,
)
# A website may be a whole company's; on these hosts a page of this shape is one person's.
_PROFILE_PAGES = {
    "linkedin.com": re.compile(r"/(in|pub|profile)/.+"),
    "xing.com": re.compile(r"/profile/.+"),
    "orcid.org": re.compile(r"/\d{4}-.+"),
    "researchgate.net": re.compile(r"/profile/.+"),
    "github.com": re.compile(r"/[^/]+$"),
    "facebook.com": re.compile(r"/(?!pages/|groups/).+"),
    "instagram.com": re.compile(r"/[^/]+$"),
    "twitter.com": re.compile(r"/[^/]+$"),
    "x.com": re.compile(r"/[^/]+$"),
}


def visible(text: str) -> str:
    r"""Return `text` without what can't be seen: direction marks, joiners, control characters.

    >>> visible("\u202eAna\u200b Ruiz\x00 ")
    'Ana Ruiz'
    """
    if text.isascii() and text.isprintable():
        return text.strip()
    shown = (" " if c in "\t\r\n" else c for c in text if c in "\t\r\n" or _shows(c))
    return " ".join("".join(shown).split())


def _shows(char: str) -> bool:
    return unicodedata.category(char) not in ("Cc", "Cf", "Cs")


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    r"""Return `text` for comparing: no case, no accents, no invisible characters, single blanks.

    >>> folded("  José\u200d  MÜLLER ")
    'jose muller'
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.casefold().split())
    for _ in range(4):  # one round may uncover what the next one folds
        parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
        plain = "".join(c for c in parts if not unicodedata.combining(c))
        next_text = visible(unicodedata.normalize("NFC", plain)).casefold()
        if next_text == text:
            break
        text = next_text
    return text


def email_key(text: str) -> str:
    """Return the address in `text` in lower case, or "" where there is none.

    >>> email_key('"Frost, Wanda" <Wanda@Example.org>')
    'wanda@example.org'
    """
    found = _EMAIL.search(visible(text))
    return found.group().casefold().removeprefix("mailto:") if found else ""


def is_personal(email: str) -> bool:
    """Tell whether an address, as `email_key` gives it, names one person and not an office.

    >>> is_personal("ana@example.org"), is_personal("info@example.org")
    (True, False)
    """
    return bool(email) and email.partition("@")[0] not in _SHARED_MAILBOXES


@lru_cache(maxsize=1024)
def web_address(text: str) -> str:
    """Return `text` as an http(s) address, or "" where it is anything else.

    >>> web_address("www.linkedin.com/in/ana"), web_address("javascript:alert(1)")
    ('https://www.linkedin.com/in/ana', '')
    """
    address = visible(text)
    if not address or _NOT_IN_ADDRESSES.search(address):
        return ""
    if "://" not in address:
        host = address.partition("/")[0]
        if ":" in host or "@" in host or "." not in host:
            return ""
        address = f"https://{address}"
    return address if _WEB.match(address) else ""


@lru_cache(maxsize=1024)
def url_key(text: str) -> str:
    """Return a profile page in the form that is compared, or "" where it isn't one person's.

    >>> url_key("HTTP://de.LinkedIn.com/in/Ana-Ruiz/?trk=x")
    'linkedin.com/in/ana-ruiz'
    >>> url_key("https://example.com/") == url_key("https://example.com/about") == ""
    True
    """
    found = _WEB.match(web_address(text))
    if found is None:
        return ""
    site = _site(found["host"])
    path = visible(unquote(found["path"] or "")).rstrip("/").casefold()
    shape = _PROFILE_PAGES.get(site)
    if shape is None or not shape.match(path):
        return ""
    if path == "/profile.php":  # Facebook pages without a name of their own
        return f"{site}{path}?{(found['query'] or '').partition('&')[0]}"
    return f"{site}{path}"


def _site(host: str) -> str:
    """Return the host without "www." and country prefixes, where the site is one that we know."""
    host = host.lower().removeprefix("www.")
    return next((s for s in _PROFILE_PAGES if host == s or host.endswith(f".{s}")), host)
