"""The order of the questions for one person: must-asks, reserve, where each belongs (R22, R28)."""

from olenb.core import rules
from olenb.core.change import Row
from olenb.core.errors import NotAllowed
from olenb.core.store import Store
from olenb.core.terms import Part
from olenb.method import prepared

AT_THE_END = (
    "Whom else to talk to is asked in the last five minutes, when they have got to know you. "
    "Nothing was changed."
)


def set_must(store: Store, question: int, must: bool) -> None:
    """Make a question a must-ask, or no longer one (R22).

    Raises
    ------
    NotAllowed
        Three are must-asks already, or it belongs in the last five minutes anyway.
    NotFound
        There is no such question.

    """
    row = prepared.get(store, question)
    if must and row["part"] == Part.CLOSING:
        raise NotAllowed("The last five minutes have their own order. Nothing was changed.")
    others = [r for r in prepared.of(store, row["person"]) if r["must"] and r["id"] != row["id"]]
    if must and len(others) >= rules.MUST_ASKS.value:
        raise NotAllowed(
            f"{rules.MUST_ASKS.value} are must-asks already, and more wouldn't fit for sure. "
            "Let one of them go first; nothing was changed."
        )
    if must and row["reserve"]:
        _refuse_where_full(store, row)
    with store.change("Marked a must-ask" if must else "Unmarked a must-ask") as change:
        reserve = 0 if must else row["reserve"]
        change.update("question", row["id"], must=int(must), reserve=reserve)


def set_reserve(store: Store, question: int, reserve: bool) -> None:
    """Let a question wait in reserve, or take it among the five.

    Raises
    ------
    NotAllowed
        Five are chosen already.
    NotFound
        There is no such question.

    """
    row = prepared.get(store, question)
    if not reserve and row["reserve"]:
        _refuse_where_full(store, row)
    label = "Let a question wait in reserve" if reserve else "Took a question out of reserve"
    with store.change(label) as change:
        must = 0 if reserve else row["must"]
        change.update("question", row["id"], reserve=int(reserve), must=must)


def set_part(store: Store, question: int, part: str) -> None:
    """Say where in the conversation a question belongs (R24, R28).

    Raises
    ------
    NotAllowed
        It isn't a part, or the bank's question asks for further people and is to come early.
    NotFound
        There is no such question.

    """
    row = prepared.get(store, question)
    if part not in list(Part):
        raise NotAllowed("That isn't a part of a conversation. Nothing was changed.")
    if row["bank"] and row["part"] == Part.CLOSING != part:
        raise NotAllowed(AT_THE_END)
    with store.change("Moved a question") as change:
        values = {"must": 0, "reserve": 0} if part == Part.CLOSING else {}
        if row["part"] == Part.CLOSING != part:
            values = {"reserve": int(_is_full(store, row["person"]))}
        change.update("question", row["id"], part=str(part), **values)


def move(store: Store, question: int, places: int) -> bool:
    """Move a question up (negative) or down among those of its kind; tell whether it moved.

    Must-asks stand before the others, so each moves among its own.

    Raises
    ------
    NotFound
        There is no such question.

    """
    row = prepared.get(store, question)
    order = [r["id"] for r in prepared.of(store, row["person"]) if _together(r, row)]
    at = order.index(row["id"])
    to = min(max(at + places, 0), len(order) - 1)
    order.insert(to, order.pop(at))
    positions = sorted(prepared.get(store, each)["position"] for each in order)
    with store.change("Moved a question") as change:
        for each, position in zip(order, positions, strict=True):
            if prepared.get(store, each)["position"] != position:
                change.update("question", each, position=position)
    return to != at


def _is_full(store: Store, person: int) -> bool:
    return len(prepared.chosen(store, person)) >= rules.QUESTIONS.value


def _refuse_where_full(store: Store, row: Row) -> None:
    if _is_full(store, row["person"]):
        raise NotAllowed(
            f"{rules.QUESTIONS.value} are chosen already, and that fills the time. "
            "Let one of them wait first; nothing was changed."
        )


def _together(one: Row, other: Row) -> bool:
    """Tell whether two questions are of one kind: must-asks, others, reserve, the end."""
    return _kind(one) == _kind(other)


def _kind(row: Row) -> tuple[bool, bool, bool]:
    return row["part"] == Part.CLOSING, bool(row["reserve"]), bool(row["must"])
