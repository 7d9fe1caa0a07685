"""Ties that a file brings: both ends found by name, address or page, or added as new people."""

from olenb.contacts.importers.book import Book, Person, Tie
from olenb.contacts.importers.compare import Outcome, identifiers
from olenb.contacts.importers.record import EGO, Link, Record
from olenb.contacts.keys import email_key, folded, is_personal, url_key, visible
from olenb.contacts.ties import STRENGTH

TWO_OF_THAT_NAME = "more than one person has a name that stands here; an email address tells which"
ONE_PERSON = "a person and themselves"
EMPTY = "one of the two people isn't named"


def take(book: Book, link: Link, source: str, ego: Record | None) -> Outcome | str:
    """Bring one tie into `book`; a string is the reason why it was left out.

    Somebody who isn't known yet becomes somebody whom the user only heard of.
    """
    if link.rows:
        return _between_rows(book, link)
    ends = [_candidates(book, text, ego) for text in (link.person, link.knows)]
    if not all(map(visible, (link.person, link.knows))):
        return EMPTY
    if any(len(end) > 1 for end in ends):
        return TWO_OF_THAT_NAME
    if folded(link.person) == folded(link.knows) or (ends[0] and ends[0] == ends[1]):
        return ONE_PERSON
    a, b = (
        next(iter(end), None) or _stranger(book, text, source)
        for end, text in zip(ends, (link.person, link.knows), strict=True)
    )
    return _tie(book, frozenset((a, b)), link)


def _between_rows(book: Book, link: Link) -> Outcome | str:
    """Bring in a tie between two records of the same file."""
    ends = [book.ego() if row == EGO else book.rows[row] for row in link.rows or ()]
    a, b = (person for person in ends if person is not None)
    return ONE_PERSON if a is b else _tie(book, frozenset((a, b)), link)


def _candidates(book: Book, text: str, ego: Record | None) -> list[Person]:
    """Return who may be meant: those of the same file, of the workbook, or the user by name."""
    name = folded(text)
    keys = [("url", url_key(text)), ("email", email_key(text))]
    if ego and (name == folded(ego.name) or any(key in identifiers(ego) for key in keys)):
        return [book.ego()]
    for key in keys:
        if key[1] and key in book.by_key:
            return [book.by_key[key]]
    found = list(book.in_file.get(name, ())) or book.by_name.get(name, [])
    return found or ([book.me] if book.me and name and name == folded(book.me.name) else [])


def _stranger(book: Book, text: str, source: str) -> Person:
    """Add somebody of whom only a name, an address or a page is known."""
    person = book.add_person(text.strip(), source)
    page, mail = url_key(text), email_key(text)
    if page:
        person.facts["url"] = text.strip()
        book.identify(person, [("url", page)])
    elif mail:
        person.facts["email"] = text.strip()
        book.identify(person, [("email", mail)] if is_personal(mail) else [])
    return person


def _tie(book: Book, pair: frozenset[Person], link: Link) -> Outcome:
    """Add a tie, or strengthen the one that is there; the date goes with the evidence."""
    known = book.ties.get(pair)
    if known is None:
        book.ties[pair] = Tie(None, link.evidence.value, link.as_of or book.today)
        return Outcome.NEW
    if STRENGTH[link.evidence] <= STRENGTH[known.evidence]:
        return Outcome.UNCHANGED
    known.evidence, known.as_of = link.evidence.value, link.as_of or book.today
    known.changed = True
    return Outcome.MERGED
