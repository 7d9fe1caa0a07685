"""Organizations like a target, always beside it: the next door may be open (R9)."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from olenb.contacts.keys import folded
from olenb.core import rules
from olenb.core.change import Row
from olenb.core.store import Store
from olenb.network import facts, reading, words
from olenb.network.arrays import Network
from olenb.network.hints import field_of_target, region_of_target
from olenb.network.targets import Target, chosen, fits_field, says

COLUMNS = ("target", "organization", "why", "you_know", "target_id", "organization_id")


@dataclass(frozen=True)
class _Likeness:
    """What an organization has in common with a target."""

    row: Row
    field: bool
    region: bool
    size: bool
    people: tuple[int, ...]

    @property
    def order(self) -> tuple[Any, ...]:
        """Return what they are sorted by: how much they share, then whom the user knows there."""
        shared = self.field + self.region + self.size
        return -shared, -len(self.people), folded(self.row["name"]), self.row["id"]


def similar_organizations(store: Store, target: int | str | None = None) -> pd.DataFrame:
    """Return organizations like the targets: same field, region, size.

    Parameters
    ----------
    store
        The open workbook.
    target
        Id, label or name of an organization; None takes every target.

    Returns
    -------
    DataFrame
        At most `rules.PEOPLE_TO_ASK` organizations per target, the likest first: target,
        organization, why (in words), you_know (list of names), target_id, organization_id.
        Places that are targets already are left out. Where the field of a target is known, only
        places of that field are like it.

    Raises
    ------
    NotFound
        The target isn't among the user's targets.

    """
    network = reading.read(store)
    rows = store.rows(
        "SELECT id, name, sector, region, size FROM organization "
        "WHERE id NOT IN (SELECT organization FROM target WHERE organization > 0)"
    )
    records: list[dict[str, Any]] = []
    for one in chosen(store, target):
        alike = sorted(_alike(store, network, one, rows), key=lambda like: like.order)
        alike = alike[: rules.PEOPLE_TO_ASK.value]
        known = facts.read(store, {person for like in alike for person in like.people})
        for like in alike:
            names = [known.name(person) for person in sorted(like.people, key=known.by_name)]
            records.append(
                {
                    "target": one.label,
                    "organization": like.row["name"],
                    "why": _why(like, names),
                    "you_know": names,
                    "target_id": one.id,
                    "organization_id": like.row["id"],
                }
            )
    frame = pd.DataFrame(records, columns=list(COLUMNS))
    return frame.astype({"target_id": "int64", "organization_id": "int64"})


def _alike(store: Store, network: Network, target: Target, rows: list[Row]) -> list[_Likeness]:
    field, _ = field_of_target(store, target)
    region = region_of_target(store, target)
    own = store.one("SELECT size FROM organization WHERE id = ?", (target.organization,))
    size = own["size"] if own else None
    found = []
    for row in rows:
        same_field = bool(field) and fits_field(row["sector"], row["name"], field)
        same_region = bool(region) and says(row["region"], region)
        if same_field or (not field and same_region):
            same_size = bool(size) and row["size"] == size
            people = _known_at(network, row["id"])
            found.append(_Likeness(row, same_field, same_region, same_size, people))
    return found


def _known_at(network: Network, organization: int) -> tuple[int, ...]:
    posts = network.posts
    at = posts.at(organization)
    here = posts.person[at][posts.here[at]]
    return tuple(network.ids[np.unique(here[network.helpers[here]])].tolist())


def _why(like: _Likeness, names: list[str]) -> str:
    parts = ["same field"] if like.field else []
    parts += [f"same region ({like.row['region']})"] if like.region else []
    parts += ["about the same size"] if like.size else []
    if names:
        others = f" and {len(names) - 1} more" if len(names) > 1 else ""
        parts.append(f"you know {words.called(names[0])}{others} there")
    return ", ".join(parts)
