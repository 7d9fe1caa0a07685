"""The user's own summary for the cohort's figures, made from their workbook and looked at first."""

from datetime import datetime

from olenb.contacts.sectors import field_of
from olenb.core.measure_terms import Occasion
from olenb.core.store import Store
from olenb.method import measure
from olenb.method.tally import Tally, tally
from olenb.network.targets import targets
from olenb.room.documents import session_code
from olenb.room.summary import SECTORS, Summary, end_of_summary


def own_summary(
    store: Store,
    session: str,
    code: str,
    *,
    occasion: str,
    now: datetime,
    sector: str | None = None,
    with_counts: bool = True,
    with_answers: bool = True,
) -> Summary:
    """Return what would leave; nothing is written.

    Parameters
    ----------
    store
        The user's own workbook.
    session, code
        The session's code, and the user's in it.
    occasion
        "after" the workshop or six weeks "later".
    now
        This moment, with its offset.
    sector
        One of `summary.SECTORS`, "" for none; None guesses it from the first target.
    with_counts, with_answers
        Whether what was done, and how sure the user feels, goes along.

    """
    chosen = guess(store) if sector is None else sector
    when = Occasion(occasion)
    said = measure.answers(store) if with_answers else {}
    told = {one: said[one] for one in (Occasion.BEFORE, when) if one in said}
    return Summary(
        session=session_code(session),
        code=code,
        occasion=when,
        expires=end_of_summary(now),
        sector=chosen if chosen in SECTORS else "",
        tally=tally(store, now) if with_counts else Tally(),
        answers=told,
    )


def guess(store: Store) -> str:
    """Return the field of the first target, "" where nothing says it."""
    mine = targets(store)
    if not mine:
        return ""
    row = store.one("SELECT sector FROM organization WHERE id = ?", (mine[0].organization,))
    said = row["sector"] if row else None
    words = (mine[0].name, mine[0].industry, mine[0].role)
    found = said if said in SECTORS else next(filter(None, map(field_of, words)), "")
    return str(found)
