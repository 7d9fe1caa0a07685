"""Compare a record with what is known: the same person again, somebody new, or nothing new.

People merge on an email address or a profile page, never on a name alone. A file fills blanks
and adds; it never overwrites what the workbook says.
"""

from enum import StrEnum
from functools import lru_cache

from olenb.contacts.importers.book import TEXTS, Book, Job, Key, Person, Tie
from olenb.contacts.importers.record import Post, Record
from olenb.contacts.keys import email_key, folded, is_personal, url_key, visible, web_address
from olenb.contacts.ties import KNOWN_FIRST_HAND


class Outcome(StrEnum):
    """What became of a row that wasn't left out."""

    NEW = "new"
    MERGED = "merged"
    UNCHANGED = "unchanged"


NOBODY = "no name and no organization in this row"
NO_PLACE = frozenset({"n/a", "none", "null", "nan", "unknown", "-", "--"})
"""What people and programs write where there is no employer: nobody shares it with anybody."""


def take(book: Book, record: Record, source: str) -> Outcome | str:
    """Bring one record into `book`; a string is the reason why it was left out."""
    if not visible(record.name):
        book.rows.append(None)
        return _take_place(book, record)
    keys = identifiers(record)
    known = _somebody_known(book, keys)
    if known is None and not keys:
        known = _said_before(book, record, source)
    person = known or book.add_person(record.name, source)
    book.rows.append(person)
    book.in_file[folded(record.name)][person] = None
    is_news = _add(book, person, record, keys)
    if known is None:
        return Outcome.NEW
    if not is_news:
        return Outcome.UNCHANGED
    book.touched[person] = None
    return Outcome.MERGED


def take_ego(book: Book, record: Record) -> None:
    """Fill in what the user's own export says of them and they didn't say themselves."""
    me = book.ego()
    news = [_fill(me, record), _add_jobs(book, me, record)]
    if visible(record.name) and not me.name:
        me.name = record.name
        me.changed.add("name")
    if me.changed or any(news):
        book.touched[me] = None


def identifiers(record: Record) -> list[Key]:
    """Return what identifies the person of a record, profile pages first."""
    pages = [("url", key) for key in map(url_key, record.urls) if key]
    mail = [("email", key) for key in map(email_key, record.emails) if is_personal(key)]
    return pages + mail


def _posts(record: Record) -> list[Post]:
    """Return the posts that name a place."""
    return [post for post in record.posts if _is_place(post.organization)]


@lru_cache(maxsize=4096)
def _is_place(organization: str) -> bool:
    name = visible(organization).strip().casefold()
    return bool(name) and name not in NO_PLACE


def _take_place(book: Book, record: Record) -> Outcome | str:
    """Add the organization of a company's own card."""
    named = [post.organization for post in _posts(record)]
    if not named:
        return NOBODY
    # A list, for every one of them has to be added.
    is_new = [book.place(name)[1] for name in named]
    return Outcome.NEW if any(is_new) else Outcome.UNCHANGED


def _somebody_known(book: Book, keys: list[Key]) -> Person | None:
    """Return whom the first known identifier belongs to; the user is never somebody else's row."""
    found = (book.by_key.get(key) for key in keys)
    return next((person for person in found if person is not None), None)


def _said_before(book: Book, record: Record, source: str) -> Person | None:
    """Return somebody of that name of whom a row without identifiers says nothing new."""
    namesakes = book.by_name.get(folded(record.name), [])
    return next((p for p in namesakes if _is_repeated(book, p, record, source)), None)


def _is_repeated(book: Book, person: Person, record: Record, source: str) -> bool:
    """Tell whether more than the name agrees, or neither side has more than a name.

    Two rows of one file with nothing but the same name are two people: the first finds the first
    of them again, the second the second.
    """
    told = _told(record)
    if any(folded(str(person.facts.get(name, ""))) != folded(text) for name, text in told.items()):
        return False
    posts = _posts(record)
    if not all(_known_job(book, person, post) for post in posts):
        return False
    if posts or told:
        return True
    is_bare = not person.jobs and not person.keys and person.facts.get("source") == source
    return is_bare and person not in book.in_file[folded(record.name)]


def _told(record: Record) -> dict[str, str]:
    """Return what a record says that could tell two people of one name apart."""
    values = {
        "phone": record.phone,
        "city": record.city,
        "school": record.school,
        "class_year": str(record.class_year or ""),
        "major": record.major,
        "connected_on": record.connected_on,
    }
    return {name: text for name, text in values.items() if text}


def _known_job(book: Book, person: Person, post: Post) -> bool:
    place = book.find_place(post.organization)
    role = folded(post.role)
    return any(job.place is place and folded(job.role or "") == role for job in person.jobs)


def _add(book: Book, person: Person, record: Record, keys: list[Key]) -> bool:
    """Add what a record says to a person; tell whether anything was new."""
    news = [
        book.identify(person, keys),
        _fill(person, record),
        _fill_other(person, record),
        _add_jobs(book, person, record),
        record.knows_me and not person.is_ego and _knows_me(book, person),
    ]
    return any(news)


def _fill(person: Person, record: Record) -> bool:
    """Fill blanks; the workbook's own words stay."""
    values = {name: getattr(record, name, "") for name in TEXTS}
    values["email"] = next(filter(email_key, record.emails), "").strip()
    values["url"] = next(filter(None, map(web_address, record.urls)), "")
    values["class_year"] = record.class_year
    values["circle"] = record.circle and record.circle.value
    new = {name: value for name, value in values.items() if value and name not in person.facts}
    person.facts.update(new)
    person.changed.update(new)
    return bool(new)


def _fill_other(person: Person, record: Record) -> bool:
    """Keep what the parser doesn't know, under the file's own column names."""
    new = {name: text for name, text in record.other.items() if text and name not in person.other}
    if new:
        person.other.update(new)
        person.changed.add("other")
    return bool(new)


def _knows_me(book: Book, person: Person) -> bool:
    pair = frozenset((book.ego(), person))
    if pair in book.ties:
        return False
    book.ties[pair] = Tie(None, KNOWN_FIRST_HAND.value, book.today)
    return True


def _add_jobs(book: Book, person: Person, record: Record) -> bool:
    """Add where somebody is and was; what a new current job replaces becomes past."""
    posts = _posts(record)
    said = {id(job) for post in posts if (job := _job_of(book, person, post))}
    before = [job for job in person.jobs if id(job) not in said]
    news = [_add_job(book, person, post) for post in posts]
    if any(post.current and is_new for post, is_new in zip(posts, news, strict=True)):
        for job in before:
            if job.kind == "job" and job.current != 0:
                job.current = 0
                job.changed.add("current")
    return any(news)


def _add_job(book: Book, person: Person, post: Post) -> bool:
    job = _job_of(book, person, post)
    if job is not None:
        return _fill_job(job, post)
    place, _ = book.place(post.organization)
    person.jobs.append(Job(None, place, post.kind.value))
    _fill_job(person.jobs[-1], post)
    return True


def _job_of(book: Book, person: Person, post: Post) -> Job | None:
    """Return the job that a post speaks of: same place, and the same role as far as both say."""
    if not person.jobs:
        return None
    place, _ = book.place(post.organization)
    role = folded(post.role)
    here = [job for job in person.jobs if job.place is place and job.kind == post.kind.value]
    same = [job for job in here if role and folded(job.role or "") == role]
    open_ended = here if not role else [job for job in here if not job.role]
    return next(iter(same or open_ended), None)


def _fill_job(job: Job, post: Post) -> bool:
    """Fill blanks of a job; one that is past stays past."""
    values = {
        "role": post.role.strip(),
        "department": post.department.strip(),
        "start": post.start,
        "stop": post.stop,
        "current": _current(post),
    }
    new = {
        name: value
        for name, value in values.items()
        if value not in ("", None) and getattr(job, name) is None
    }
    for name, value in new.items():
        setattr(job, name, value)
    job.changed.update(new)
    return bool(new)


def _current(post: Post) -> int | None:
    if post.current is None:
        return 0 if post.stop else None
    return int(post.current)
