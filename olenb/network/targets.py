"""The places, roles, fields and regions that the user is curious about, and who is there."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from olenb.contacts import organizations
from olenb.contacts.keys import folded
from olenb.contacts.sectors import field_of
from olenb.core.change import Row
from olenb.core.errors import NotFound
from olenb.core.store import Store
from olenb.core.terms import target_label
from olenb.network.arrays import Network
from olenb.network.ragged import Flags, Numbers

_WORD = re.compile(r"[^\W_]+")
_FILLERS = frozenset(
    ("a", "an", "and", "at", "for", "in", "of", "on", "the", "to", "with", "de", "la", "und")
)
_RANKS = frozenset(
    (
        *("senior", "junior", "lead", "head", "chief", "manager", "assistant", "associate"),
        *("director", "officer", "intern", "principal", "staff", "vice", "president", "trainee"),
    )
)


@dataclass(frozen=True)
class Target:
    """One target; `label` is what it is called on the screen."""

    id: int
    label: str
    organization: int | None
    name: str
    role: str
    industry: str
    region: str
    active: bool


@dataclass(frozen=True)
class There:
    """Who has to do with a target.

    Parameters
    ----------
    people
        Positions, ascending: who is there now, or was named when the user asked around.
    left
        Rows of `Network.posts`: who was there and is gone.
    """

    people: Numbers
    left: Numbers


def targets(store: Store) -> list[Target]:
    """Return every target, the active ones first, then in the user's own order."""
    rows = store.rows(
        "SELECT t.id, t.organization, coalesce(o.name, '') AS name, coalesce(role, '') AS role, "
        "coalesce(industry, '') AS industry, coalesce(t.region, '') AS region, active "
        "FROM target AS t LEFT JOIN organization AS o ON o.id = t.organization "
        "ORDER BY active DESC, position, t.id"
    )
    found = [Target(label=_label(row), **dict(row)) for row in rows]
    found = [replace(one, active=bool(one.active)) for one in found]
    twice = Counter(one.label for one in found)
    return [replace(one, label=_longer(one)) if twice[one.label] > 1 else one for one in found]


def chosen(store: Store, wanted: Sequence[int | str] | int | str | None = None) -> list[Target]:
    """Return the targets that are asked for, in the order of `targets`; all of them for None.

    Parameters
    ----------
    store
        The open workbook.
    wanted
        Ids, labels (long ones too, such as "nurse at Mayo Clinic"), or names of organizations in
        any spelling that the workbook knows.

    Raises
    ------
    NotFound
        One of them isn't among the user's targets.

    """
    every = targets(store)
    if wanted is None:
        return every
    names = [wanted] if isinstance(wanted, int | str) else list(wanted)
    ids = {number for name in names for number in _named(store, every, name)}
    return [one for one in every if one.id in ids]


def _named(store: Store, every: list[Target], name: int | str) -> list[int]:
    if isinstance(name, str):
        place = organizations.find(store, name)
        said = folded(name)
        found = [
            one.id
            for one in every
            if said in (folded(one.label), folded(_longer(one)))
            or (place and one.organization == place)
        ]
    else:
        found = [one.id for one in every if one.id == name]
    if not found:
        raise NotFound(
            "That isn't on your list of places and roles. Nothing was changed. "
            "Please add it to the list first, or choose one that is on it."
        )
    return found


def _label(row: Row) -> str:
    return row["name"] or target_label("", row["role"], row["industry"], row["region"])


def _longer(target: Target) -> str:
    """Tell two targets at one organization apart, by what else was said."""
    return target_label(target.name, target.role, target.industry, target.region)


def there(store: Store, network: Network, target: Target) -> There:
    """Return who is at a target now, and who left it.

    With an organization, whoever is there. Without one, by industry and region; the role then
    orders and doesn't filter, so that nobody is lost for a title. With nothing but a role,
    whoever has it. Only a place can be left: without an organization, `left` is empty.
    """
    posts = network.posts
    if target.organization is not None:
        rows = np.arange(len(posts.person))[posts.at(target.organization)]
        here, gone = rows[posts.here[rows]], rows[posts.left[rows]]
        left = gone[~np.isin(posts.person[gone], posts.person[here])]
        return There(_people(store, network, target, here, left), left)
    fits = posts.here.copy()
    if target.industry:
        fits &= np.isin(posts.organization, in_field(store, target.industry))
    if target.region:
        fits &= in_region(store, network, target.region)
    if not (target.industry or target.region):
        fits &= in_role(store, network, target.role)
    nobody = np.zeros(0, dtype=np.int64)
    return There(_people(store, network, target, np.flatnonzero(fits), nobody), nobody)


def _people(
    store: Store, network: Network, target: Target, here: Numbers, left: Numbers
) -> Numbers:
    """Return who is there, and who was named in an answer about the target and hasn't left."""
    rows = store.rows("SELECT about FROM touch WHERE target = ? AND about > 0", (target.id,))
    named = network.positions([row["about"] for row in rows])
    people = np.union1d(network.posts.person[here], named)
    return np.setdiff1d(people, np.append(network.posts.person[left], network.ego))


def in_field(store: Store, industry: str) -> list[int]:
    """Return the organizations of a field; where nobody said it, by a guess from the name."""
    rows = store.rows("SELECT id, name, sector FROM organization")
    return [row["id"] for row in rows if fits_field(row["sector"], row["name"], industry)]


def fits_field(sector: str | None, name: str, field: str) -> bool:
    """Tell whether an organization is of a field, as the user said or else as its name says.

    >>> fits_field(None, "Moss Clinic", "health"), fits_field("law", "Moss Clinic", "health")
    (True, False)
    """
    return says(sector or field_of(name), field)


def in_region(store: Store, network: Network, region: str) -> Flags:
    """Flag the posts at organizations in a region, and those of people who live there."""
    places = store.rows("SELECT id, region FROM organization WHERE region <> ''")
    at = [row["id"] for row in places if says(row["region"], region)]
    posts, people = network.posts, living_in(store, network, region)
    return np.isin(posts.organization, at) | network.mask(people)[posts.person]


def living_in(store: Store, network: Network, region: str) -> Numbers:
    """Return who lives in a region or a city, as far as that is known."""
    rows = store.rows(
        "SELECT id, coalesce(city || ' ', '') || coalesce(region, '') AS place FROM person "
        "WHERE city <> '' OR region <> ''"
    )
    return network.positions([row["id"] for row in rows if says(row["place"], region)])


def in_role(store: Store, network: Network, role: str) -> Flags:
    """Flag the posts whose role shares a telling word with the one that is wanted."""
    rows = store.rows("SELECT person, organization, role FROM affiliation WHERE role <> ''")
    pairs = {(row["person"], row["organization"]) for row in rows if overlap(row["role"], role)}
    posts = network.posts
    who = network.mask(network.positions(sorted({person for person, _ in pairs})))[posts.person]
    for at in np.flatnonzero(who):
        pair = (int(network.ids[posts.person[at]]), int(posts.organization[at]))
        who[at] = pair in pairs
    return who


@lru_cache(maxsize=65536)
def words(text: str | None) -> frozenset[str]:
    """Return the words of a text that tell something, without case, accents and plurals.

    Words of rank ("senior", "manager") count only where there are no others.

    >>> sorted(words("Senior Lab Scientists")), sorted(words("The Manager"))
    (['lab', 'scientist'], ['manager'])
    """
    plain = _WORD.findall(folded(text or ""))
    every = {w.removesuffix("s") if len(w) > 3 else w for w in plain if w not in _FILLERS}
    return frozenset(every - _RANKS or every)


def overlap(text: str | None, wanted: str | None) -> int:
    """Return how many telling words two texts share.

    >>> overlap("Data Analyst II", "senior data analyst")
    2
    """
    return len(words(text) & words(wanted))


def says(text: str | None, wanted: str) -> bool:
    """Tell whether a text holds every telling word of what is wanted.

    >>> says("Rochester, Minnesota", "minnesota"), says(None, "minnesota")
    (True, False)
    """
    asked = words(wanted)
    return bool(asked) and asked <= words(text)


def role_match(roles: Iterable[str | None], wanted: str) -> int:
    """Return the best overlap of somebody's roles with the role that is wanted; 0 without one."""
    return max((overlap(role, wanted) for role in roles), default=0) if wanted else 0
