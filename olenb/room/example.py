"""What the pages of a room show before there is a room: invented questions, invented people."""

from olenb.core.store import Store
from olenb.room.documents import Question
from olenb.room.synthetic import cohort

_CODES = ("K7QM", "R4XB", "W9TD", "H2NP")


def questions(store: Store) -> list[Question]:
    """Return questions as others in a room might ask them, about places that a workbook knows.

    Parameters
    ----------
    store
        The invented example.

    """
    rows = store.rows(
        "SELECT o.name FROM organization AS o JOIN affiliation AS a ON a.organization = o.id "
        "WHERE a.current = 1 GROUP BY o.id ORDER BY count(*) DESC, o.id LIMIT ?",
        (len(_CODES) - 1,),
    )
    asked = [row["name"] for row in rows] + [cohort(1, seed=1).people[0].target]
    return [Question(code, 1, name) for code, name in zip(_CODES, asked, strict=False)]
