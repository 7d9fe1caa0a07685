"""Why somebody may know somebody at a target: what speaks for asking them (R8)."""

from collections.abc import Iterator
from enum import IntEnum

import numpy as np

from olenb.contacts.sectors import field_of
from olenb.core.store import Store
from olenb.core.terms import CRITERIA
from olenb.network.arrays import Network
from olenb.network.paths import Paths
from olenb.network.ragged import Flags, Numbers
from olenb.network.targets import Target, in_field, in_region, in_role, living_in, there, words

_CONNECTED = list(CRITERIA).index("is_connected")
_KNOWS_FIELD = list(CRITERIA).index("knows_field")


class Hint(IntEnum):
    """What speaks for asking somebody; the order is the strength."""

    HERE = 0
    KNOWS_SOMEBODY = 1
    WAS_HERE = 2
    SAID = 3
    SAME_WORK = 4
    KNOWS_FIELD = 5
    SAME_FIELD = 6
    CONNECTED = 7
    SAME_REGION = 8
    SAME_SCHOOL = 9
    GENERAL = 10


def hints(store: Store, paths: Paths, target: Target) -> Numbers:
    """Return the strongest hint for each person; meaningful for those whom the user knows.

    Parameters
    ----------
    store
        The open workbook.
    paths
        Its network.
    target
        What is asked about.

    """
    found = np.full(paths.network.size, int(Hint.GENERAL))
    for hint, people in _all(store, paths, target):
        at = np.flatnonzero(people) if people.dtype == np.bool_ else people
        found[at] = np.minimum(found[at], int(hint))
    return found


def field_of_target(store: Store, target: Target) -> tuple[str, bool]:
    """Return the field of a target and whether it is only a guess from its words; "" if unknown."""
    if target.industry:
        return target.industry, False
    row = store.one("SELECT sector FROM organization WHERE id = ?", (target.organization,))
    if row and row["sector"]:
        return str(row["sector"]), False
    return field_of(target.name) or field_of(target.role) or "", True


def region_of_target(store: Store, target: Target) -> str:
    """Return the region of a target, or of its organization; "" if unknown."""
    row = store.one("SELECT region FROM organization WHERE id = ?", (target.organization,))
    return target.region or str((row and row["region"]) or "")


def _all(store: Store, paths: Paths, target: Target) -> Iterator[tuple[Hint, Numbers | Flags]]:
    network, posts = paths.network, paths.network.posts
    at = there(store, network, target)
    if target.organization is not None:
        yield Hint.HERE, at.people
        yield Hint.WAS_HERE, posts.person[at.left]
    strangers = at.people[network.strangers[at.people]]
    links = paths.links(strangers, network.helpers)
    yield Hint.KNOWS_SOMEBODY, links.neighbor[~links.derived]
    yield Hint.SAID, _mentioning(store, network, target)
    yield Hint.CONNECTED, network.criteria[:, _CONNECTED] == 1
    yield Hint.KNOWS_FIELD, network.criteria[:, _KNOWS_FIELD] == 1
    if target.role:
        yield Hint.SAME_WORK, posts.person[in_role(store, network, target.role)]
    field, _ = field_of_target(store, target)
    if field:
        yield Hint.SAME_FIELD, _in_field(store, network, field)
    region = region_of_target(store, target)
    if region:
        yield Hint.SAME_REGION, posts.person[in_region(store, network, region)]
        yield Hint.SAME_REGION, living_in(store, network, region)
    if network.ego >= 0 and network.school[network.ego]:
        yield Hint.SAME_SCHOOL, network.school == network.school[network.ego]


def _in_field(store: Store, network: Network, field: str) -> Numbers:
    """Return who works in a field, by the organization or, failing that, by their title."""
    posts = network.posts
    at = np.isin(posts.organization, in_field(store, field))
    rows = store.rows("SELECT DISTINCT person, role FROM affiliation WHERE role <> ''")
    titled = [row["person"] for row in rows if field_of(row["role"]) == field]
    return np.union1d(posts.person[at & posts.works], network.positions(titled))


def _mentioning(store: Store, network: Network, target: Target) -> Numbers:
    """Return those of whom the user's own words speak of the target ("all at the clinic")."""
    wanted = words(f"{target.name} {target.industry} {target.region}")
    rows = store.rows(
        "SELECT id, relation, shared FROM person WHERE relation <> '' OR shared <> ''"
    )
    return network.positions(
        [r["id"] for r in rows if wanted & words(f"{r['relation'] or ''} {r['shared'] or ''}")]
    )
