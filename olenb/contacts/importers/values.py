"""What cells of address books mean: addresses, profile pages, names, circles."""

import re
import unicodedata
from collections.abc import Iterable

from olenb.contacts.formulas import unguarded
from olenb.contacts.importers.reading import Table
from olenb.contacts.keys import email_key, folded, url_key, visible, web_address
from olenb.core.terms import Circle, Evidence, circle_of

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_NAMED = 12
_EVIDENCE = {
    word: evidence
    for evidence, words in {
        Evidence.TOLD: ("told", "they told me", "told me", "said so", "3", "3.0"),
        Evidence.SEEN: ("seen", "saw", "profile", "seen on a profile", "2", "2.0"),
        Evidence.SHARED_TEAM: ("shared team", "same team", "team", "shared class", "same class"),
        Evidence.GUESS: ("guess", "my guess", "guessed", "1", "1.0"),
    }.items()
    for word in (*words, folded(evidence.label))
}
DATES_UNKNOWN = (
    "Some dates could be read in two ways or not at all (03/04 may be March or April); "
    "they were left empty."
)
_EAST_ASIAN = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]+")
_ADDRESS = re.compile(r"[^\s<>,;:\"()\[\]]+@[^\s<>,;:\"()\[\]]+")


def tidy(text: str) -> str:
    r"""Return a text in composed form (NFC) without control characters or outer spaces.

    Line breaks and tabs stay; everything else is shown as it was written.

    >>> tidy(" Ana\x00 Ru\u0301iz\r\n")
    'Ana Rúiz'
    """
    if text.isascii() and text.isprintable():
        return text.strip()
    text = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return unicodedata.normalize("NFC", text).strip()


def tidied(table: Table) -> Table:
    """Tidy every cell of a table in place, and note it where control characters were in them."""
    found = False
    for row in table.rows:
        for place, text in enumerate(row.cells):
            said = unguarded(text)
            if not (said.isascii() and said.isprintable()):
                found = found or has_controls(said)
                said = tidy(said)
            row.cells[place] = said
    table.header = [tidy(name) for name in table.header]
    if found:
        table.notes.append(CONTROLS_TAKEN_OUT)
    return table


CONTROLS_TAKEN_OUT = "Some cells held invisible control characters; they were taken out."


def has_controls(text: str) -> bool:
    r"""Say whether `tidy` takes more than line ends out of a text.

    >>> has_controls("Ana\x00"), has_controls("Ana\r\n")
    (True, False)
    """
    return _CONTROL.search(text.replace("\r", "")) is not None


def emails(texts: Iterable[str]) -> tuple[str, ...]:
    """Return every email address in these cells, once each, in order, as it was written.

    >>> emails(["mailto:w@x.org", '"Frost, Wanda" <Wanda@x.org> ::: w@x.org', "none"])
    ('w@x.org', 'Wanda@x.org')
    """
    hits = (hit for text in texts if "@" in text for hit in _ADDRESS.findall(visible(text)))
    return tuple({key: hit for hit in hits if (key := email_key(hit))}.values())


def pages(texts: Iterable[str]) -> tuple[tuple[str, ...], str]:
    """Return the pages that belong to one person, and the other web addresses as one text.

    A company's home page is on the cards of many people, and people are merged on their
    page; so only pages of known profile sites count (`keys.url_key`).

    >>> pages(["www.linkedin.com/in/ana", "http://acme.com", "javascript:alert(1)"])
    (('https://www.linkedin.com/in/ana',), 'http://acme.com')
    """
    found = dict.fromkeys(filter(None, (web_address(text) for text in texts if text)))
    personal = tuple(page for page in found if url_key(page))
    return personal, "\n".join(page for page in found if page not in personal)


def full_name(*parts: str) -> str:
    """Return the parts of a name that are there, joined by single spaces.

    >>> full_name("Ana", "", " Ruiz ")
    'Ana Ruiz'
    """
    return " ".join(" ".join(parts).split())


def person_name(given: str, middle: str, family: str, suffix: str = "") -> str:
    """Return a name from its parts, in the order in which its script is written.

    >>> person_name("Ana", "M.", "Ruiz", "PhD"), person_name("小明", "", "王")
    ('Ana M. Ruiz PhD', '王小明')
    """
    if given and family and _EAST_ASIAN.fullmatch(given + family):
        return family + given
    return full_name(given, middle, family, suffix)


def circle_from(labels: Iterable[str]) -> Circle | None:
    """Return the circle of the first label that plainly names one (R6).

    >>> circle_from(["* myContacts", "Friends"]), circle_from(["Team building prospects 2020"])
    (<Circle.FRIEND: 'friend'>, None)
    """
    short = (label.removeprefix("* ").strip() for label in labels)
    circles = (circle_of(label) for label in short if len(label.split()) <= 2)
    return next((circle for circle in circles if circle), None)


def evidence_from(text: str) -> Evidence | None:
    """Return how somebody knows of a tie, from the words or the rank that a file has for it.

    None where nothing is said or the word isn't plain; that counts as a guess.

    >>> evidence_from("Shared team"), evidence_from("3"), evidence_from("perhaps")
    (<Evidence.SHARED_TEAM: 'shared_team'>, <Evidence.TOLD: 'told'>, None)
    """
    return _EVIDENCE.get(folded(text).replace("_", " "))


def kept_note(names: Iterable[str]) -> list[str]:
    """Return a note about the columns that we don't know and keep, or none.

    >>> kept_note(["Hobby", "Birthday", "Hobby"])
    ['Kept as they are: Birthday, Hobby.']
    """
    known = sorted(set(names))
    if not known:
        return []
    more = f" and {len(known) - _NAMED} more" if len(known) > _NAMED else ""
    return [f"Kept as they are: {', '.join(known[:_NAMED])}{more}."]
