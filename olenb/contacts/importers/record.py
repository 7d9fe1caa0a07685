"""What every importer hands over: records, rows left out, and ties between people."""

from dataclasses import dataclass, field

from olenb.core.terms import AffiliationKind, Circle, Evidence

READING = "Reading the file"
"""What a parser tells while it works."""


@dataclass(frozen=True, slots=True)
class Post:
    """A place that somebody works, studies or serves at, now or before.

    `start` and `stop` are ISO dates, a year or a month alone included; empty means not known.
    `current` is None where the file doesn't say.
    """

    organization: str
    role: str = ""
    department: str = ""
    start: str = ""
    stop: str = ""
    current: bool | None = None
    kind: AffiliationKind = AffiliationKind.JOB


@dataclass(frozen=True, slots=True)
class Record:
    """One person (or, without a name, one organization) as one row of a file gives them."""

    line: int
    name: str
    emails: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    phone: str = ""
    posts: tuple[Post, ...] = ()
    circle: Circle | None = None
    relation: str = ""
    city: str = ""
    region: str = ""
    school: str = ""
    class_year: int | None = None
    major: str = ""
    connected_on: str = ""
    knows_me: bool = True
    other: dict[str, str] = field(default_factory=dict)


EGO = -1
"""In `Link.rows`, the user."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two people who know each other, each by a name, an email address or a profile page.

    A file that numbers its people says with `rows` which two of `Parsed.records` are meant,
    `EGO` for the user: two people of one name stay two.
    """

    line: int
    person: str
    knows: str
    evidence: Evidence
    as_of: str = ""
    rows: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Skip:
    """A row that was left out, and why; never what stood in it."""

    line: int
    reason: str


@dataclass(slots=True)
class Parsed:
    """A whole file, read; `read` counts every row that could have been a person or a tie.

    `file` is the file's own name, without its folder.
    """

    kind: str
    read: int = 0
    file: str = ""
    records: list[Record] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    skipped: list[Skip] = field(default_factory=list)
    also: dict[str, int] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    ego: Record | None = None
