"""Write `sample.json`: a workbook of invented people, the same bytes every time.

Run it as `python data/make_sample.py`. Only `random()` is drawn from, which Python keeps stable
between versions. Nobody in it exists; the places to work don't either.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any, TypeVar

from olenb.contacts.keys import email_key
from olenb.contacts.organization_keys import organization_key

T = TypeVar("T")

SEED = 20261122
SCHOOL = "Lakewood State College"
REGIONS = {"Minnesota": "Duluth", "Wisconsin": "Eau Claire", "Iowa": "Ames", "Illinois": "Peoria"}
SMALL, MIDDLE, LARGE = "under 50 people", "50 to 500 people", "over 500 people"

GIVEN = (
    *("Adaeze", "Aiko", "Amara", "Anneli", "Arjun", "Ayesha", "Beatriz", "Bjorn", "Carmen"),
    *("Chidi", "Claire", "Dalia", "Daniel", "Dmitri", "Ebony", "Elias", "Emeka", "Esperanza"),
    *("Fatima", "Felix", "Freya", "Gabriel", "Giulia", "Hana", "Hassan", "Ikram", "Ingrid"),
    *("Isaac", "Jamal", "Jasmine", "Joaquin", "Kai", "Keisha", "Kwame", "Lakota", "Leila"),
    *("Linh", "Luca", "Mai", "Malik", "Marisol", "Mateo", "Mei", "Nadia", "Naomi", "Nikolai"),
    *("Noor", "Odalys", "Olga", "Omar", "Paloma", "Pavel", "Priya", "Quentin", "Rafael"),
    *("Ravi", "Rosalind", "Samira", "Santiago", "Selam", "Shira", "Soren", "Tala", "Tariq"),
    *("Thandiwe", "Tomas", "Uma", "Valentina", "Viktor", "Winona", "Xiomara", "Yara", "Yusuf"),
    *("Zainab", "Zofia"),
)
FAMILY = (
    *("Abernathy", "Achterberg", "Adeyemi", "Alvarado", "Andersson", "Bahadur", "Bellweather"),
    *("Birdsong", "Castellanos", "Chaudhry", "Dombrowski", "Eastman", "Engelhart", "Farouk"),
    *("Fernwood", "Gebremariam", "Goldbloom", "Hakimi", "Halvorsen", "Huang", "Ibarra"),
    *("Iyer", "Jaramillo", "Kaleka", "Kimani", "Kowalczyk", "Lindqvist", "Lumumba", "Maalouf"),
    *("Mbeki", "Montoya", "Nakagawa", "Ngo", "Nwosu", "Oyelaran", "Okafor", "Papadakis"),
    *("Pelletier", "Quispe", "Rasmussen", "Redfeather", "Salazar", "Sandoval", "Shevchenko"),
    *("Sithole", "Suarez", "Takahashi", "Tesfaye", "Thao", "Tran", "Umarov", "Vang", "Vasquez"),
    *("Wachowski", "Whitehorse", "Xiong", "Yamada", "Zamora", "Zielinski"),
)

# Name, sector, region, size; the first six are what the targets name.
ORGANIZATIONS = (
    ("Tamarind Valley Clinic", "health", "Minnesota", LARGE),
    ("Kestrelmoor Diagnostics", "health", "Minnesota", MIDDLE),
    ("Ospreyfield Public Health", "government", "Wisconsin", MIDDLE),
    ("Quillhaven Press", "media", "Iowa", SMALL),
    ("Bramblecote Biologics", "biotech and pharma", "Minnesota", MIDDLE),
    ("Larkspoke Museum of Water", "arts", "Wisconsin", SMALL),
    ("Harborwren Hospital", "health", "Wisconsin", LARGE),
    ("Mossgate Family Health", "health", "Iowa", MIDDLE),
    ("Fennimoor Hospice", "health", "Minnesota", SMALL),
    ("Pinnacove Dental", "health", "Illinois", SMALL),
    ("Silverbirk Laboratories", "research", "Minnesota", MIDDLE),
    ("Duneholm Research Station", "research", "Wisconsin", SMALL),
    ("Alderquay Genomics", "biotech and pharma", "Illinois", LARGE),
    ("Tidewick Therapeutics", "biotech and pharma", "Minnesota", MIDDLE),
    ("Copperlark Robotics", "technology", "Minnesota", MIDDLE),
    ("Nimbusfold Software", "technology", "Illinois", LARGE),
    ("Thistledown Data", "technology", "Iowa", SMALL),
    ("Larchmarsh Systems", "technology", "Wisconsin", MIDDLE),
    ("Oxbowline Credit Union", "finance", "Minnesota", MIDDLE),
    ("Greyhollow Mutual", "finance", "Iowa", LARGE),
    ("Wheatmere Savings", "finance", "Illinois", MIDDLE),
    ("Penrook and Vale Law", "law", "Minnesota", SMALL),
    ("Stonecrop Legal Aid", "law", "Wisconsin", SMALL),
    ("Ridgewater Parks Office", "government", "Minnesota", MIDDLE),
    ("Sablecreek Transit", "transport", "Illinois", LARGE),
    ("Northquill Freight", "transport", "Minnesota", MIDDLE),
    ("Emberfield Solar", "energy", "Iowa", MIDDLE),
    ("Galehaven Wind", "energy", "Minnesota", MIDDLE),
    ("Hazelbrook Builders", "construction", "Wisconsin", MIDDLE),
    ("Stillmarsh Architects", "construction", "Minnesota", SMALL),
    ("Plumwell Bakery", "food", "Minnesota", SMALL),
    ("Furrowdale Farms", "food", "Iowa", MIDDLE),
    ("Marlowick Coffee", "food", "Wisconsin", SMALL),
    ("Cobbleton Books", "retail", "Minnesota", SMALL),
    ("Fairlight Outfitters", "retail", "Illinois", LARGE),
    ("Otterbank Market", "retail", "Wisconsin", SMALL),
    ("Kitehill Radio", "media", "Minnesota", SMALL),
    ("Pebblecast Media", "media", "Illinois", MIDDLE),
    ("Wrenford Youth Theater", "arts", "Minnesota", SMALL),
    ("Sunmarsh Orchestra", "arts", "Illinois", MIDDLE),
    ("Lanternway Foundation", "nonprofit", "Minnesota", SMALL),
    ("Hearthbridge Shelter", "nonprofit", "Wisconsin", SMALL),
    ("Meadowlight Schools", "education", "Minnesota", LARGE),
    ("Brightfern Academy", "education", "Iowa", MIDDLE),
    (SCHOOL, "education", "Minnesota", LARGE),
)
ROLES = {
    "health": ("lab scientist", "nurse", "clinic coordinator", "health data analyst"),
    "research": ("research assistant", "field scientist", "lab manager"),
    "biotech and pharma": ("process engineer", "lab scientist", "quality analyst"),
    "technology": ("software developer", "data analyst", "support engineer"),
    "finance": ("loan officer", "actuary", "data analyst"),
    "law": ("paralegal", "attorney"),
    "government": ("epidemiologist", "program planner", "ranger"),
    "transport": ("dispatcher", "route planner"),
    "energy": ("site engineer", "grid analyst"),
    "construction": ("site manager", "architect"),
    "food": ("baker", "buyer", "farm manager"),
    "retail": ("shop manager", "buyer"),
    "media": ("editor", "producer", "reporter"),
    "arts": ("curator", "stage manager", "fundraiser"),
    "nonprofit": ("case worker", "fundraiser"),
    "education": ("teacher", "librarian", "school counselor"),
}
DEPARTMENTS = ("Lab Services", "Outreach", "Data Office", "Front Desk", "Planning", "Programs")
MAJORS = ("Biology", "Chemistry", "Computer Science", "English", "Nursing", "Statistics", "Art")

# Circle, how many, and the words that go with it.
CIRCLES = (
    ("family", 14, ("cousin", "aunt", "uncle", "godmother", "sister-in-law")),
    ("friend", 20, ("friend from home", "roommate", "friend of my sister")),
    ("classmate", 26, ("biology lab", "statistics class", "freshman seminar")),
    ("professor", 10, ("taught me genetics", "taught me statistics", "my writing class")),
    ("campus", 10, ("residence staff", "library supervisor", "scholarship office")),
    ("former coworker", 18, ("summer job at the bakery", "camp counselor with me")),
    ("parents' coworker", 12, ("works with my mother", "works with my father")),
    ("team", 16, ("rowing team", "campus choir", "debate club")),
    ("neighbor", 14, ("lives across the street", "next door to my grandparents")),
)
CLINIC, KESTREL, PUBLIC_HEALTH, PRESS, BIOLOGICS, MUSEUM = range(1, 7)
CONTACTS, ALUMNI = 140, 400


@dataclass
class Sample:
    """The tables as they grow; every random choice comes from one source."""

    rng: Random = field(default_factory=lambda: Random(SEED))
    tables: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)

    def add(self, table: str, **values: Any) -> int:
        """Append a row without its empty fields and return its id."""
        rows = self.tables.setdefault(table, [])
        said = {name: value for name, value in values.items() if value is not None}
        rows.append({"id": len(rows) + 1} | said)
        return len(rows)

    def chance(self, share: float) -> bool:
        """Come out true for about this share of the calls."""
        return self.rng.random() < share

    def pick(self, items: Sequence[T]) -> T:
        """Return one of `items`."""
        return items[int(self.rng.random() * len(items))]

    def some(self, items: Sequence[T], count: int) -> list[T]:
        """Return `count` different ones of `items`."""
        return sorted(items, key=lambda _: self.rng.random())[:count]

    def name(self) -> str:
        """Return a name that nobody in here has yet."""
        while (name := f"{self.pick(GIVEN)} {self.pick(FAMILY)}") in self.names:
            pass
        self.names.add(name)
        return name

    def person(self, **values: Any) -> int:
        """Add a person, with an address that no mail can be sent to."""
        name = values.pop("name", None) or self.name()
        self.names.add(name)
        email = name.lower().replace(" ", ".") + "@people.example"
        person = self.add("person", name=name, is_ego=0, email=email, **values)
        self.add("identifier", person=person, kind="email", key=email_key(email))
        return person

    def job(self, person: int, organization: int, **values: Any) -> None:
        """Put a person somewhere, in a role that fits the place unless one is given."""
        role = values.pop("role", None) or self.pick(ROLES[ORGANIZATIONS[organization - 1][1]])
        row = {"current": 1, "kind": "job"} | values
        self.add("affiliation", person=person, organization=organization, role=role, **row)

    def tie(self, one: int, other: int, evidence: str, **values: Any) -> None:
        """Let two people know each other, unless the sample says so already."""
        a, b = sorted((one, other))
        if a != b and not any(row["a"] == a and row["b"] == b for row in self.tables["tie"]):
            self.add("tie", a=a, b=b, evidence=evidence, **values)


def make() -> dict[str, list[dict[str, Any]]]:
    """Return the whole invented workbook: table -> rows."""
    sample = Sample()
    ego = sample.add(
        "person", name="Robin Ellery", is_ego=1, city="Duluth", region="Minnesota",
        time_zone="America/Chicago", school=SCHOOL, class_year=2027, major="Biology",
    )  # fmt: skip
    for name, sector, region, size in ORGANIZATIONS:
        key = organization_key(name)
        sample.add("organization", name=name, key=key, sector=sector, region=region, size=size)
    sample.tables["tie"] = []
    contacts = _contacts(sample, ego)
    alumni = _alumni(sample)
    _past_of(sample, ego)
    targets = _targets(sample)
    _told_story(sample, ego, targets)
    _ties(sample, contacts, alumni)
    _goals(sample)
    _conversation(sample, ego)
    _exercises(sample, targets)
    _plans(sample, targets)
    _follow_up(sample, targets)
    _asking(sample, targets)
    return sample.tables


def _contacts(sample: Sample, ego: int) -> list[int]:
    contacts = []
    for circle, count, words in CIRCLES:
        for _ in range(count):
            region = sample.pick(tuple(REGIONS))
            person = sample.person(
                circle=circle, relation=sample.pick(words), city=REGIONS[region], region=region,
                **_schooling(sample, circle),
            )  # fmt: skip
            _career(sample, person, circle)
            _my_tie(sample, ego, person)
            contacts.append(person)
    return contacts


def _schooling(sample: Sample, circle: str) -> dict[str, Any]:
    if circle not in ("classmate", "team"):
        return {}
    year = 2027 if circle == "classmate" else 2024 + int(sample.rng.random() * 5)
    return {"school": SCHOOL, "class_year": year, "major": sample.pick(MAJORS)}


def _career(sample: Sample, person: int, circle: str) -> None:
    """Give a contact a job now, and to a third of them one before; the six targets stay apart."""
    if circle in ("professor", "campus"):
        sample.job(person, len(ORGANIZATIONS), role="professor" if circle[0] == "p" else "staff")
        return
    if circle == "classmate" and sample.chance(0.6):
        return
    places = range(MUSEUM + 1, len(ORGANIZATIONS))
    year = 2012 + int(sample.rng.random() * 12)
    team = sample.pick(DEPARTMENTS) if sample.chance(0.3) else None
    sample.job(person, sample.pick(places), start=str(year), department=team)
    if sample.chance(0.35):
        sample.job(
            person, sample.pick(places), start=str(year - 5), stop=str(year),
            current=0, department=sample.pick(DEPARTMENTS),
        )  # fmt: skip


def _my_tie(sample: Sample, ego: int, person: int) -> None:
    roll = sample.rng.random()
    willingness = next(
        (
            word
            for share, word in ((0.1, "sure"), (0.22, "likely"), (0.28, "unsure"))
            if roll < share
        ),
        None,
    )
    close = 1 + int(sample.rng.random() * 5) if sample.chance(0.5) else None
    year = 2021 + int(sample.rng.random() * 6)
    talked = f"{year}-{1 + int(sample.rng.random() * 9):02}" if sample.chance(0.4) else None
    sample.tie(
        ego, person, "told", willingness=willingness, closeness=close, last_exchange=talked
    )  # fmt: skip


def _alumni(sample: Sample) -> list[int]:
    people = []
    for n in range(ALUMNI):
        region = sample.pick(tuple(REGIONS))
        year = 1986 + n % 40
        person = sample.person(
            city=REGIONS[region], region=region, school=SCHOOL, class_year=year,
            major=sample.pick(MAJORS), source="table", found_where="alumni directory",
            found_on="2026-09-14",
        )  # fmt: skip
        # Nobody of the directory is at the press: that target has no route.
        places = [o for o in range(1, len(ORGANIZATIONS) + 1) if o != PRESS]
        team = sample.pick(DEPARTMENTS) if sample.chance(0.3) else None
        since = str(min(2025, year + 1 + int(sample.rng.random() * 12)))
        sample.job(person, sample.pick(places), start=since, department=team)
        people.append(person)
    return people


def _past_of(sample: Sample, ego: int) -> None:
    bakery = _place("Plumwell Bakery")
    sample.job(
        ego, bakery, role="counter help", start="2024-06", stop="2025-08", current=0
    )  # fmt: skip
    sample.job(ego, len(ORGANIZATIONS), role="student", start="2023-09", kind="study")


def _place(name: str) -> int:
    return next(n for n, row in enumerate(ORGANIZATIONS, 1) if row[0] == name)


def _targets(sample: Sample) -> dict[str, int]:
    wanted: tuple[tuple[str, dict[str, Any]], ...] = (
        ("clinic", {"organization": CLINIC, "role": "lab scientist"}),
        ("kestrel", {"organization": KESTREL}),
        ("analyst", {"role": "data analyst", "industry": "health", "region": "Minnesota"}),
        ("public health", {"organization": PUBLIC_HEALTH, "role": "epidemiologist"}),
        ("press", {"organization": PRESS}),
        ("biologics", {"organization": BIOLOGICS}),
        ("museum", {"organization": MUSEUM}),
        ("curator", {"role": "curator"}),
        ("energy", {"industry": "energy"}),
        ("iowa", {"region": "Iowa", "role": "lab manager"}),
        ("hospital", {"organization": _place("Harborwren Hospital"), "role": "nurse"}),
        ("robotics", {"organization": _place("Copperlark Robotics")}),
    )
    return {
        name: sample.add(
            "target", **values, active=int(n < 5), position=n + 1, added_on="2026-10-05"
        )
        for n, (name, values) in enumerate(wanted)
    }


def _told_story(sample: Sample, ego: int, targets: dict[str, int]) -> None:
    """Add the few people with a story, so that every kind of row has one to show."""
    lab: dict[str, Any] = {"role": "lab scientist", "department": "Lab Services"}
    ana = _by_name(sample, ego, "Ana Bellweather", "family", "cousin, knows all at the clinic",
                   willingness="sure", closeness=5)  # fmt: skip
    sample.job(ana, _place("Fennimoor Hospice"), role="nurse", start="2019")
    rosa = sample.person(name="Rosa Whitehorse", can_hire="no", knows_field="yes")
    sample.job(rosa, CLINIC, start="2016", **lab)
    sample.tie(ana, rosa, "told", as_of="2026-10-11", setting="choir")

    joe = _by_name(sample, ego, "Joe Redfeather", "former coworker", "trained me at the bakery",
                   willingness="likely", closeness=3)  # fmt: skip
    sample.job(joe, _place("Plumwell Bakery"), role="baker", start="2022", department="Front Desk")
    sample.tie(joe, rosa, "told", as_of="2026-10-20")
    pat = _by_name(sample, ego, "Pat Iyer", "neighbor", "lives across the street",
                   willingness="likely", closeness=3)  # fmt: skip
    sample.tie(pat, rosa, "told", as_of="2026-10-21")

    dana = sample.person(name="Dana Vasquez", can_hire="yes", knows_field="yes")
    sample.job(dana, KESTREL, role="lab manager", start="2018")
    wen = _by_name(sample, ego, "Wen Sithole", "neighbor", "walks the dog with my father",
                   willingness="likely", closeness=3)  # fmt: skip
    sample.tie(ana, dana, "guess", as_of="2026-10-11")
    sample.tie(pat, dana, "told", as_of="2026-10-21")
    sample.tie(wen, dana, "told", as_of="2026-10-25")
    sample.tie(joe, dana, "seen", as_of="2026-10-02")

    known = _by_name(sample, ego, "Imani Quispe", "campus", "former residence staff",
                     willingness="likely", closeness=4, knows_field="yes")  # fmt: skip
    sample.job(known, CLINIC, role="clinic coordinator", start="2023")
    left = _by_name(sample, ego, "Theo Lindqvist", "campus", "ran the summer program",
                    willingness="sure", closeness=4)  # fmt: skip
    sample.job(left, PUBLIC_HEALTH, role="epidemiologist", start="2014", stop="2021", current=0)
    sample.job(left, _place("Meadowlight Schools"), role="teacher", start="2021")
    shy = _by_name(sample, ego, "Morgan Zamora", "classmate", "biology lab",
                   willingness="rather not ask")  # fmt: skip
    sample.tie(shy, rosa, "told", as_of="2026-10-20")
    teammate = sample.person(name="Lena Papadakis")
    sample.job(teammate, PUBLIC_HEALTH, role="program planner", start="2022")
    sample.job(
        teammate, _place("Plumwell Bakery"), role="baker", start="2020", stop="2022",
        current=0, department="Front Desk",
    )  # fmt: skip
    stranger = sample.person(name="Casimir Huang")
    sample.job(stranger, PUBLIC_HEALTH, role="epidemiologist", start="2021")
    sample.job(
        stranger, _place("Meadowlight Schools"), role="teacher", start="2015", stop="2019",
        current=0,
    )  # fmt: skip
    # Nobody leads to the press: somebody at a bookstore knows its editor, and nobody knows them.
    editor = sample.person(name="Ines Birdsong", found_where="the press's own page")
    sample.job(editor, PRESS, role="editor", start="2020")
    bookseller = sample.person(name="Orla Kimani")
    sample.job(bookseller, _place("Cobbleton Books"), role="buyer", start="2018")
    sample.tie(editor, bookseller, "seen", as_of="2026-11-01")
    _touches(sample, targets, ana=ana, joe=joe, known=known, left=left, rosa=rosa)


def _by_name(sample: Sample, ego: int, name: str, circle: str, relation: str, **values: Any) -> int:
    mine = {k: values.pop(k) for k in ("willingness", "closeness") if k in values}
    person = sample.person(
        name=name, circle=circle, relation=relation, city="Duluth", region="Minnesota", **values
    )
    sample.tie(ego, person, "told", **mine)
    return person


def _touches(sample: Sample, targets: dict[str, int], **people: int) -> None:
    asked, wanted = "asked around", "asked for an introduction"
    rows: tuple[tuple[str, str, str, str, str | None, str | None, int | None], ...] = (
        ("ana", "clinic", asked, "2026-10-10", "yes", "2026-10-11", people["rosa"]),
        ("joe", "kestrel", asked, "2026-11-12", "will ask", "2026-11-13", None),
        ("joe", "clinic", wanted, "2026-11-16", None, None, None),
        ("left", "press", asked, "2026-11-02", "no", "2026-11-03", None),
        ("known", "clinic", asked, "2026-11-18", None, None, None),
    )
    for person, target, kind, on, reply, replied, about in rows:
        sample.add(
            "touch", person=people[person], target=targets[target], kind=kind, happened_on=on,
            reply=reply, replied_on=replied, about=about,
        )  # fmt: skip
    sample.add(
        "conversation", person=people["known"], target=targets["clinic"],
        ended_at="2026-11-05T16:20:00-06:00",
    )  # fmt: skip


def _ties(sample: Sample, contacts: list[int], alumni: list[int]) -> None:
    """Tie contacts among themselves, and some of them to people of the directory."""
    circle = {row["id"]: row.get("circle") for row in sample.tables["person"]}
    months = ("2026-06", "2026-08", "2026-09", "2026-10")
    for person in contacts:
        mates = [other for other in contacts if circle[other] == circle[person] and other != person]
        for other in sample.some(mates, 1 + int(sample.rng.random() * 2)):
            evidence = sample.pick(("told", "told", "seen", "guess"))
            sample.tie(person, other, evidence, as_of=sample.pick(months))
    for person in sample.some(contacts, 36):
        for other in sample.some(alumni, 1 + int(sample.rng.random() * 3)):
            evidence = sample.pick(("told", "seen", "seen", "guess"))
            sample.tie(person, other, evidence, as_of=sample.pick(months))


def _goals(sample: Sample) -> None:
    said = "2026-10-04"
    curiosity = "what people do all day who work in a lab and like it"
    sample.add("goal", kind="curiosity", value=curiosity, said_on=said)
    sample.add("goal", kind="purpose", value="role", said_on=said)


# What Robin wrote down when stuck, and what the first conversation changed.
WHY_NOW = "I choose my courses for the last year in spring, and I'd like to know what for."
THEME = "I take apart what others pass by, and then I show them how it works."
TAKEN_FROM_FIGURES = "Half of them earn enough to live in Duluth, so money needn't decide this."
MOVED = "who plans a clinic's tests, and how they talk with the doctors"
MOVED_BECAUSE = "The planning is the part that nobody sees, and it sounds like what I do anyway."
GRID = {
    "clinic": (3, 2), "kestrel": (2, 2), "analyst": (2, 3), "public health": (2, 1),
    "press": (1, 0), "biologics": (2, 2), "museum": (3, 0), "curator": (1, None),
    "iowa": (None, 1), "hospital": (1, 3),
}  # fmt: skip
ACTIVITIES = (
    ("counted water fleas for the ecology project", "counting", 1, 3, "2026-10-05"),
    ("wrote up the lab report", "writing up", -1, 1, "2026-10-05"),
    ("helped at the open day", "explaining", 2, 3, "2026-10-06"),
    ("filled in the forms for my scholarship", "filling in", -2, 0, "2026-10-07"),
    ("choir rehearsal", "singing together", 2, 3, "2026-10-07"),
    ("showed my neighbor how to read her blood test", "explaining", 1, 2, "2026-10-08"),
    ("sorted the freezer of the biology lab", "putting in order", 1, 2, "2026-10-09"),
    ("called alumni for the yearbook", "selling", -1, 1, "2026-10-10"),
)
STORIES = (
    ("role model", "My grandmother", "She repaired the radios of the whole street."),
    ("story", "A series about a village vet", "She listens first, and then she gets her hands in."),
    ("motto", "Look again", "When the count didn't add up, in the ecology project."),
)
FUTURES = (
    ("going on", "The person who knows where every sample is", (3, 3, 3, 3),
     "I come in at eight and plan the day's tests. At noon I eat with the nurses.",
     ("Who hires for this after a bachelor's?", "What does a night shift do to one's life?")),
    ("otherwise", "A museum where children may touch things", (1, 4, 2, 4),
     "I build a table about water, and stand beside it when the school classes come.",
     ("Can one live on it?", "Whom do they trust with such a table?")),
    ("unbound", "A boat, a microscope, and letters home", (0, 4, 2, 3),
     "We go from lake to lake and count what lives there. I write about it.", ()),
)  # fmt: skip
HUNCHES = (
    ("A lab scientist hardly talks with anybody all day", "role", "clinic",
     "somebody who does it now", "Whom did you talk with yesterday, and what about?",
     "contradicts", "Twenty calls before noon, she said, and most of them from the wards."),
    ("In a clinic lab one needs a doctorate to be listened to", "role", "clinic",
     "somebody who came without one", "Whose word counts when a result looks wrong?",
     "unclear", "For planning no; for a diagnosis she wasn't sure."),
    ("The clinic takes people right after a bachelor's", "organization", "clinic",
     "somebody hired in the last two years", "Who started here in the last two years, from where?",
     "supports", "Two of the five who came last year."),
    ("In Minnesota the small labs are being bought up", "market", "kestrel",
     "somebody who has been in the field for ten years",
     "What has changed around here since you began?", None, None),
)  # fmt: skip


def _exercises(sample: Sample, targets: dict[str, int]) -> None:
    """Add what the exercises left, and what the first conversation said about the hunches."""
    for name, (motivation, posting) in GRID.items():
        row = sample.tables["target"][targets[name] - 1]
        said = {"motivation": motivation, "posting": posting}
        row |= {key: value for key, value in said.items() if value is not None}
    sample.add("goal", kind="why now", value=WHY_NOW, said_on="2026-10-04")
    sample.add(
        "interest", first="I", second="S", third="R",
        first_words="I want to know why the count was off.",
        second_words="At the open day I forgot to have lunch.", source="sorted",
        said_on="2026-10-09",
    )  # fmt: skip
    for what, verb, energy, engagement, day in ACTIVITIES:
        sample.add(
            "activity", what=what, verb=verb, energy=energy, engagement=engagement, done_on=day
        )
    for prompt, words, because in STORIES:
        sample.add("story", prompt=prompt, words=words, because=because, said_on="2026-10-11")
    sample.add("goal", kind="theme", value=THEME, said_on="2026-10-11")
    for kind, title, levels, day, asked in FUTURES:
        gauges = dict(zip(("resources", "liking", "confidence", "coherence"), levels, strict=True))
        questions = {f"question_{n}": words for n, words in enumerate(asked, 1)}
        sample.add(
            "future", kind=kind, title=title, sketch=day, **questions, **gauges,
            said_on="2026-10-12",
        )  # fmt: skip
    sample.add("goal", kind="market", value=TAKEN_FROM_FIGURES, said_on="2026-10-13")
    _hunches(sample, targets)
    sample.add(
        "if_then", wish="Write to Rosa, whom Ana knows from choir",
        outcome="I know by Christmas whether this is a lab for me.",
        obstacle="I think that I'm only a student and she is busy",
        action="I read Ana's note once more and write the first line only",
        by_day="2026-11-30", supporter="the counselor", said_on="2026-11-18",
    )  # fmt: skip
    sample.add(
        "chance", what="The lab's door stood open, and somebody waved me in",
        skill="I asked what the blinking light meant",
        next_step="Ask Imani who plans the night shift", happened_on="2026-11-12",
    )  # fmt: skip


def _hunches(sample: Sample, targets: dict[str, int]) -> None:
    talk, day = 1, "2026-11-05"
    for claim, about, target, who, question, verdict, words in HUNCHES:
        hunch = sample.add(
            "hypothesis", claim=claim, about=about, target=targets[target], who_knows=who,
            question=question, said_on="2026-10-14",
        )  # fmt: skip
        if verdict:
            sample.add(
                "finding", hypothesis=hunch, conversation=talk, verdict=verdict, words=words,
                said_on=day,
            )  # fmt: skip
    sample.add(
        "goal", kind="curiosity", value=MOVED, said_on=day, conversation=talk,
        because=MOVED_BECAUSE,
    )  # fmt: skip


# The conversation that was held, as `olenb/method/rehearsal.toml` tells it, and the next one.

HELD = {
    "started_at": "2026-11-05T16:00:00-06:00",
    "extended": 0,
    "i_talked": 3,
    "helped": "that being useful to people and seeing them are two things",
    "learned": "in a lab one helps people whom one never meets",
    "next_action": "write to Marguerite and ask what a wave of samples is like from inside",
}
ASKED = (
    ("path-02", "How did you get from Birch Hall to the clinic?", "opening", 4, 0),
    ("week-01", "What does a whole day in the lab look like from outside?", "middle", 3, 1),
    ("skills-04", "What do new people in there still have to learn?", "middle", 3, 1),
)
PREPARED = (
    ("path-01", "How did you come to the clinic's lab, and where does that story begin?", 4, "o"),
    (None, "How often do the newest people have the late shift?", 3, "m"),
    ("skills-01", "What does one need to be good at in the lab that no course teaches?", 3, "m"),
    ("best-02", "What is hard about this work that one only learns by doing it?", 3, ""),
    ("culture-02", "What happens when somebody makes a mistake?", 2, ""),
    ("week-06", "How often does a day go as planned, and what gets in the way?", 3, "r"),
    ("next-06", "Who sees this work from another side and might talk with me?", 2, "c"),
)


def _conversation(sample: Sample, ego: int) -> None:
    people = {row["name"]: row["id"] for row in sample.tables["person"]}
    imani, rosa = people["Imani Quispe"], people["Rosa Whitehorse"]
    talk = sample.tables["conversation"][0]
    talk |= HELD
    hunch = sample.add(
        "hypothesis", claim="Whoever is new in a lab works at night", about="role",
        who_knows="somebody who sees their shifts", said_on="2026-10-20",
        question="How often do the newest people have the late shift?",
    )  # fmt: skip
    sample.add(
        "finding", hypothesis=hunch, conversation=talk["id"], verdict="contradicts",
        words="no nights; the newest have the late shift twice a week", said_on="2026-11-05",
    )  # fmt: skip
    for place, (bank, words, part, minutes, must) in enumerate(ASKED, 1):
        sample.add(
            "question", person=imani, bank=bank, words=words, position=place, must=must,
            reserve=0, part=part, minutes=minutes, conversation=talk["id"],
            asked_at=f"2026-11-05T16:{4 * place:02}:00-06:00",
        )  # fmt: skip
    for place, (bank, words, minutes, mark) in enumerate(PREPARED, 1):
        part = {"o": "opening", "c": "closing"}.get(mark, "middle")
        sample.add(
            "question", person=rosa, bank=bank, hypothesis=None if bank else hunch, words=words,
            position=place, must=int(mark == "m"), reserve=int(mark == "r"), part=part,
            minutes=minutes,
        )  # fmt: skip
    _notes(sample, ego, imani, rosa, talk["id"])
    _referral(sample, imani, talk)


def _notes(sample: Sample, ego: int, imani: int, rosa: int, talk: int) -> None:
    introduction = (
        "I'm a junior in biology. Last summer I sold bread, and I liked it more than I expected: "
        "up early, and getting the same thing right every day. In genetics I noticed it again. So "
        "I'm asking what a lab is like when it's your work and not a class."
    )
    day = "2026-11-05"
    sample.add("note", person=ego, kind="introduction", words=introduction, confidential=0,
               written_on="2026-10-25")  # fmt: skip
    for words in (
        "The clinic's page: eleven people in the lab, open until eight in the evening",
        "Rosa has been there since 2016; before that it isn't on the page",
    ):
        sample.add("note", person=rosa, kind="research", words=words, confidential=0,
                   written_on="2026-11-20")  # fmt: skip
    for kind, words, between_us in (
        ("quote", "“Do you like people, or do you like being useful to them?”", 0),
        ("other", "the late shift has been one short since September, people are tired", 1),
    ):
        sample.add("note", person=imani, conversation=talk, kind=kind, words=words,
                   confidential=between_us, written_on=day)  # fmt: skip
    sample.add(
        "note", person=imani, conversation=talk, kind="advice", confidential=0, written_on=day,
        words="find out whether I need to see the people whom I help",
        done="spent a Saturday at the blood drive, at the table where one sees them",
        done_on="2026-11-14",
    )  # fmt: skip


def _referral(sample: Sample, imani: int, talk: dict[str, Any]) -> None:
    marguerite = sample.person(name="Marguerite Thao")
    sample.job(marguerite, CLINIC, role="early shift lead, lab", department="Lab Services")
    on = "2026-11-05"
    sample.tie(imani, marguerite, "told", as_of=on, setting="work")
    sample.add(
        "permission", person=imani, answer="yes", towards=marguerite, given_on=on,
        scope="by email only, as “Imani from scheduling”", conversation=talk["id"],
    )  # fmt: skip
    sample.add(
        "referral", conversation=talk["id"], person=imani, referred=marguerite,
        target=talk["target"], permission="yes", given_on=on,
    )  # fmt: skip


# What is due: the example stands still on one morning, the day after the second conversation.

NOW = "2026-11-25T09:30:00-06:00"
LATEST = {
    "started_at": "2026-11-24T15:00:00-06:00",
    "ended_at": "2026-11-24T15:20:00-06:00",
    "extended": 0,
    "i_talked": 4,
    "learned": "a lab manager spends the morning on people and the afternoon on machines",
    "next_action": "sit in on the quality course of the extension school",
}


def _follow_up(sample: Sample, targets: dict[str, int]) -> None:
    people = {row["name"]: row["id"] for row in sample.tables["person"]}
    imani, dana = people["Imani Quispe"], people["Dana Vasquez"]
    sample.add("setting", name="now", value=json.dumps(NOW))
    sample.tables["person"][dana - 1]["time_zone"] = "America/New_York"
    about = {"person": imani, "target": targets["clinic"], "conversation": 1}
    for kind, on, channel in (
        ("thanked", "2026-11-06", "email"),
        ("sent a card", "2026-11-07", "letter"),
        ("told them what came of it", "2026-11-19", "email"),
    ):
        sample.add("touch", **about, kind=kind, happened_on=on, channel=channel)
    kestrel = {"person": dana, "target": targets["kestrel"]}
    sample.add(
        "touch", person=people["Wen Sithole"], target=targets["kestrel"], channel="in person",
        kind="asked for an introduction", happened_on="2026-11-10", reply="yes",
        replied_on="2026-11-12", about=dana,
    )  # fmt: skip
    meeting = sample.add(
        "meeting", **kestrel, starts_at=LATEST["started_at"], minutes=20, channel="video",
        my_zone="America/Chicago", their_zone="America/New_York", agreed_on="2026-11-16",
        confirmed_on="2026-11-23", cancelled=0,
    )  # fmt: skip
    talk = sample.add("conversation", **kestrel, meeting=meeting, **LATEST)
    sample.add(
        "note", person=dana, conversation=talk, kind="advice", confidential=0,
        words="look at the quality course before any certificate", written_on="2026-11-24",
    )  # fmt: skip
    sample.add(
        "meeting", person=people["Rosa Whitehorse"], target=targets["clinic"], minutes=20,
        starts_at="2026-12-03T10:00:00-06:00", my_zone="America/Chicago", cancelled=0,
        their_zone="America/Chicago", channel="in person", agreed_on="2026-11-20",
        place="the clinic's front desk, second floor",
    )  # fmt: skip


# Asking: a draft that waits for two more lines, a yes that waits for a time, a no that rests.

DRAFT = """\
Dear Marguerite Thao,

Imani Quispe told me about you. I'm Robin Ellery, a student at Lakewood State College.

Imani says that you have the early shift, and that on some mornings the samples come in a wave. \
I'd like to know what such a morning is like from inside.

[your one question, the one that they can answer and no website can]

Could we talk for 20 minutes, by phone, by video or in person? If it isn't a good time, that's \
fine. A line or two in writing would help me, too.

Thank you,
Robin Ellery"""
HELLO = """\
Hi Lena,

you once let me try the dough machine at the bakery, and I have not forgotten the flour. I see \
that you plan programs at Ospreyfield now. How does one get from ovens to plans? If you have 20 \
minutes some day, I'd love to hear it, and if not, that's fine.

All the best,
Robin"""


def _asking(sample: Sample, targets: dict[str, int]) -> None:
    people = {row["name"]: row["id"] for row in sample.tables["person"]}
    imani, marguerite = people["Imani Quispe"], people["Marguerite Thao"]
    lena, theo = people["Lena Papadakis"], people["Theo Lindqvist"]
    sample.tables["person"][lena - 1] |= {"city": "Eau Claire", "region": "Wisconsin"}
    asked = sample.add(
        "touch", person=lena, target=targets["public health"], channel="linkedin",
        kind="asked for a conversation", happened_on="2026-11-17", reply="yes",
        replied_on="2026-11-20",
    )  # fmt: skip
    sample.add(
        "touch", person=theo, target=targets["press"], kind="answered a no", channel="email",
        happened_on="2026-11-04",
    )  # fmt: skip
    first = {"kind": "first message"}
    sample.add(
        "draft", **first, person=lena, target=targets["public health"], channel="linkedin",
        body=HELLO, saved_at="2026-11-17T18:05:00+00:00", touch=asked,
    )  # fmt: skip
    sample.add(
        "draft", **first, person=marguerite, via=imani, target=targets["clinic"], channel="email",
        subject="A question about mornings in the lab", body=DRAFT,
        saved_at="2026-11-24T22:40:00+00:00",
    )  # fmt: skip


# Two plans: one that is to come, and a day that was.
VOLUNTEERING = {
    "aim": "To turn messy tables into one page that people read.",
    "need": "“Nobody has time to see which donations run out first.”",
    "inside": "The donations of each month since January, as one table and three pictures.",
    "outside": "No new software, no calls to donors, nothing with residents' names.",
    "deliverable": "The page, the table behind it, and half a page on how to go on with it.",
    "seen": "I show it at the volunteers' evening in February, and the board gets the page.",
    "checkins": "Every second Monday, fifteen minutes by phone.",
    "access": "The donation lists without names, and a guest login that ends in March.",
    "evidence": "The page itself; they said yes by email.",
}
SHADOWING = {
    "aim": "How much of a coordinator's day is people, and how much is the screen.",
    "watch": "What interrupts. Who decides. When somebody laughs.",
    "asking": "May I see your work for a day, quietly? If that's too much, an hour is fine.",
    "costs": "The bus is mine, lunch is theirs.",
    "access": "Front desk and meeting rooms; not where patients are seen.",
    "between": "Everything about patients, and who said what in the meeting.",
    "may": "Sort the forms for Friday, and answer the phone once.",
    "learned": "A coordinator is asked something every six minutes, and half of it is about data.",
    "surprised": "How much is decided standing in the corridor.",
    "because": "I liked the figures behind the questions more than the questions.",
}
SHADOW_LOG = (
    ("08:30", "reads what the night left", "", "screen, paper list", 0, 0),
    ("09:00", "morning round of the front desk", "four colleagues", "whiteboard", 1, 0),
    ("09:30", "questions at the door and on the phone", "nurses, families", "phone", 1, 0),
    ("10:00", "questions at the door and on the phone", "nurses, families", "phone", -1, 0),
    ("10:30", "counts which appointments were missed, and why", "", "spreadsheet", 2, 0),
    ("11:00", "counts which appointments were missed, and why", "one analyst", "spreadsheet", 2, 0),
    ("11:30", "meeting on next month's plan", "six people", "screen", 0, 1),
    ("12:00", "lunch, everybody at one table", "the whole desk", "", 1, 0),
    ("13:00", "questions at the door and on the phone", "nurses, families", "phone", -1, 0),
    ("13:30", "sorts the forms for Friday, with me", "", "paper", 0, 0),
    ("14:00", "a room is booked twice: finds another", "two doctors", "phone, feet", 1, 0),
    ("14:30", "writes the page for the evening", "", "screen", -1, 0),
    ("15:00", "shows me the figures of the year", "one analyst", "spreadsheet", 2, 0),
)


def _plans(sample: Sample, targets: dict[str, int]) -> None:
    shelter = _place("Hearthbridge Shelter")
    there = (row for row in sample.tables["affiliation"] if row["organization"] == shelter)
    coordinator = next(row["person"] for row in there if row["current"])
    helping = sample.add(
        "opportunity", kind="volunteer", organization=shelter, target=targets["analyst"],
        person=coordinator, begun_on="2026-10-24", starts_on="2027-01-11", ends_on="2027-03-05",
        hours=3, skill_match=3, visibility=2, mission=3, confidential=0,
    )  # fmt: skip
    _steps(sample, helping, VOLUNTEERING, "2026-10-24")
    sample.add("milestone", opportunity=helping, what="First check-in", due_on="2027-01-25")
    sample.add("milestone", opportunity=helping, what="Volunteers' evening", due_on="2027-02-12")

    imani = _named(sample, "Imani Quispe")
    day = sample.add(
        "opportunity", kind="shadowing", organization=CLINIC, target=targets["clinic"],
        person=imani, begun_on="2026-11-06", starts_on="2026-11-12", hours=7, at_work=0,
        confidential=0, decision="test", decided_on="2026-11-14",
    )  # fmt: skip
    _steps(sample, day, SHADOWING, "2026-11-06")
    for time, task, people, tools, energy, confidential in SHADOW_LOG:
        sample.add(
            "observation", opportunity=day, seen_at=f"2026-11-12T{time}", task=task or None,
            people=people or None, tools=tools or None, energy=energy, confidential=confidential,
        )  # fmt: skip
    sample.add("plan_person", opportunity=day, person=imani, met_on="2026-11-12")
    sample.add(
        "plan_skill", opportunity=day, skill="Sorting forms by what is missing",
        evidence="The list I made; Imani said that I may show it.", seen_by="the front desk",
        shown_on="2026-11-12",
    )  # fmt: skip
    thanked = {"kind": "thanked", "happened_on": "2026-11-13", "target": targets["clinic"]}
    sample.add("touch", person=imani, **thanked)
    sample.add(
        "goal", kind="curiosity", value="who works with the figures of a clinic, and how",
        said_on="2026-11-14", opportunity=day, because=SHADOWING["because"],
    )  # fmt: skip
    sample.add(
        "hypothesis", claim="Analysts at a clinic talk with the front desk every week",
        about="role", target=targets["analyst"], said_on="2026-11-14",
        question="Whom in the clinic did you talk with this week?",
    )  # fmt: skip


def _steps(sample: Sample, plan: int, answers: dict[str, str], day: str) -> None:
    for name, words in answers.items():
        sample.add("plan_step", opportunity=plan, name=name, words=words, said_on=day)


def _named(sample: Sample, name: str) -> int:
    return next(row["id"] for row in sample.tables["person"] if row["name"] == name)


def text(tables: dict[str, list[dict[str, Any]]]) -> str:
    """Return the tables as JSON with one row to a line, so that a change shows as one line."""
    parts = []
    for name, rows in tables.items():
        lines = ",\n".join("  " + json.dumps(row, ensure_ascii=False) for row in rows)
        parts.append(f'"{name}": [\n{lines}\n]')
    return "{\n" + ",\n".join(parts) + "\n}\n"


def write(path: Path) -> None:
    """Write the sample."""
    path.write_bytes(text(make()).encode("utf-8"))


if __name__ == "__main__":
    write(Path(__file__).with_name("sample.json"))
