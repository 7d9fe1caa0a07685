"""The clock over the workbook: a real run is kept, a practice run isn't."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from olenb.screens.conversation import clock, debrief
from olenb.screens.conversation.whom import whom
from olenb.workbook import Workbook

NOW = datetime.now(UTC).replace(microsecond=0)


class Watch:
    """Somebody who looks at the clock and presses its buttons."""

    def __init__(self, timer: Any) -> None:
        self.timer, self.heard = timer, []
        timer.send = lambda message, _buffers=None: self.heard.append(message)
        timer._receive(timer, {"type": "ready", "time_zone": "America/Chicago"}, [])

    def press(self, action: str, minute: float = 0, **more: Any) -> str:
        at = (NOW + timedelta(minutes=minute)).timestamp() * 1000
        message = {"type": "act", "action": action, "at": at, **more}
        self.timer._receive(self.timer, message, [])
        last = self.heard[-1]
        return str(last["text"]) if last["type"] == "trouble" else ""

    @property
    def shown(self) -> dict[str, Any]:
        return [m["document"] for m in self.heard if m["type"] == "show"][-1]

    @property
    def state(self) -> dict[str, Any]:
        return self.shown["state"]


@pytest.fixture
def questions(wb: Workbook, maya: int) -> list[int]:
    return [wb.conversations.ask(maya, f"Question {n}?") for n in (1, 2, 3)]


def test_a_run_is_kept_step_by_step_and_found_again(
    wb: Workbook, maya: int, questions: list[int]
) -> None:
    watch = Watch(clock(wb))
    assert watch.shown["about"] == "With Maya Okafor"
    watch.press("start", 0)
    watch.press("asked", 3, question=questions[0])
    watch.press("asked", 6, question=questions[1])
    watch.press("back", 6.5, question=questions[1])
    again = Watch(clock(wb))
    start = NOW.timestamp() * 1000
    assert again.state["started"] == start
    assert again.state["asked"] == [[questions[0], start + 180_000]]
    again.press("extended", 19, value=True)
    again.press("end", 26)
    (row,) = wb.conversations.held.to_dict("records")
    assert row["extended"]
    assert datetime.fromisoformat(row["ended_at"]) == NOW + timedelta(minutes=26)
    assert row["ended_at"].endswith("-06:00")
    assert Watch(clock(wb)).state["ended"] == start + 26 * 60_000


def test_ended_by_mistake_it_goes_on(wb: Workbook, maya: int, questions: list[int]) -> None:
    watch = Watch(clock(wb))
    watch.press("start")
    watch.press("end", 2)
    assert wb.conversations.held.shape[0] == 1
    watch.press("reopen", 2.1)
    assert wb.conversations.held.empty
    assert watch.state["started"]


def test_begun_by_mistake_it_is_taken_back(wb: Workbook, maya: int, questions: list[int]) -> None:
    watch = Watch(clock(wb))
    watch.press("start")
    watch.press("cancel", 0.2)
    assert watch.state["started"] is None
    assert wb.store.rows("SELECT 1 FROM conversation") == []
    watch.press("practice")
    watch.press("cancel", 0.2)
    assert not watch.shown["practice"]


def test_of_a_practice_run_nothing_is_kept(wb: Workbook, maya: int, questions: list[int]) -> None:
    before = wb.store.last_change()["id"]
    watch = Watch(clock(wb))
    watch.press("practice")
    watch.press("asked", 3, question=questions[0])
    watch.press("asked", 6, question=questions[1])
    watch.press("back", 6, question=questions[1])
    watch.press("extended", 16, value=True)
    assert watch.shown["practice"]
    assert [number for number, _ in watch.state["asked"]] == [questions[0]]
    assert watch.state["extended"]
    watch.press("end", 20)
    assert watch.state["ended"]
    watch.press("reopen", 21)
    assert (watch.state["started"], watch.shown["practice"]) == (None, False)
    assert wb.store.last_change()["id"] == before


def test_the_example_can_be_practiced_with_and_stays_an_example(wb: Workbook) -> None:
    watch = Watch(clock(wb))
    assert watch.shown["only_practice"]
    assert len(watch.shown["questions"]) == 6
    watch.press("practice")
    watch.press("asked", 2, question=watch.shown["questions"][0]["id"])
    watch.press("end", 3)
    assert wb.is_example


def test_a_run_takes_the_meeting_that_was_agreed_on(wb: Workbook, maya: int) -> None:
    target = wb.add_target("Tamarind Valley Clinic")
    with wb.store.change("test") as change:
        meeting = change.insert(
            "meeting", person=maya, target=target, minutes=20, my_zone="America/Chicago",
            cancelled=0, starts_at=NOW.isoformat(),
        )  # fmt: skip
    watch = Watch(clock(wb))
    watch.press("start")
    watch.press("end", 20)
    row = wb.store.one("SELECT meeting, target FROM conversation")
    assert tuple(row) == (meeting, target)


def test_the_other_forms_catch_up(wb: Workbook, maya: int, visit: Callable) -> None:
    after, watch = visit(debrief(wb)), Watch(clock(wb))
    watch.press("start", -30)
    assert "The clock is still running" in after.text
    watch.press("end", -10)
    assert "The clock is still running" not in after.text


def test_nobody_chosen_is_no_trouble(wb: Workbook) -> None:
    wb.add_target("Moss Clinic")
    assert whom(wb).person(wb) is None
    watch = Watch(clock(wb))
    assert watch.shown["about"] == "Nobody is chosen yet"
    assert len(watch.shown["steps"]) == 5


def test_a_button_pressed_too_late_says_so(wb: Workbook, maya: int) -> None:
    watch = Watch(clock(wb))
    assert "no longer in your workbook" in watch.press("end", 5)
    assert wb.conversations.held.empty
