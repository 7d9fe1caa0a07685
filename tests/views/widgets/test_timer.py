"""The clock of a conversation: what it sends, what it takes, and that it keeps the same law."""

import json
import random
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from olenb.core.errors import NotAllowed
from olenb.core.terms import Part
from olenb.method import runsheet
from olenb.method.runsheet import Clock, Item
from olenb.views.widgets.timer import ACTIONS, Act, Question, Sheet, State, Step, Timer, moment

LAW = Path(__file__).parents[3] / "js" / "src" / "timer" / "law.js"
NAME = "Zzprobe Sentinel"
AT = 1_764_021_600_000  # 2025-11-24, 22:00 UTC


class Desk:
    """What is done with the clock's buttons."""

    def __init__(self) -> None:
        self.done: list[tuple[str, Act]] = []
        self.state = State()
        self.fails = False

    def sheet(self) -> Sheet:
        questions = [Question(7, f"{NAME}?", 180, must=True)]
        steps = [Step("time", "Name the time", ("…",))]
        return Sheet(f"With {NAME}", questions, steps, 900, 300, 60, self.state)

    def act(self, name: str) -> Any:
        def run(act: Act) -> None:
            if self.fails:
                raise NotAllowed("Not now. Nothing was changed.")
            self.done.append((name, act))

        return run


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def timer(desk: Desk, page: Any) -> Timer:
    return Timer(desk.sheet, {name: desk.act(name) for name in ACTIONS})


def test_a_page_that_looks_is_shown_the_sheet_in_milliseconds(
    timer: Timer, desk: Desk, page: Any
) -> None:
    desk.state = State("2025-11-24T16:00:00-06:00", "", [(7, "2025-11-24T16:03:00-06:00")])
    page.looks(timer)
    document = page.last("show")["document"]
    assert document["state"] == {
        "started": AT, "ended": None, "asked": [[7, AT + 180_000]], "extended": False,
    }  # fmt: skip
    assert (document["first"], document["last"], document["least"]) == (900, 300, 60)
    assert document["questions"][0]["words"] == f"{NAME}?"
    json.dumps(document)


def test_an_action_comes_with_its_moment_in_the_users_own_zone(
    timer: Timer, desk: Desk, page: Any
) -> None:
    page.looks(timer)
    page.says(timer, "act", action="asked", at=AT + 400, question=7, value=None)
    assert desk.done == [("asked", Act("2025-11-24T16:00:00-06:00", 7, False))]
    kinds = [message["type"] for message in page.heard]
    assert kinds[-2:] == ["answered", "show"]


def test_what_fails_is_said_and_the_page_shows_what_is_true(
    timer: Timer, desk: Desk, page: Any
) -> None:
    page.looks(timer)
    desk.fails = True
    page.says(timer, "act", action="end", at=AT)
    assert [m["type"] for m in page.heard][-3:] == ["answered", "show", "trouble"]
    assert page.last("trouble")["text"] == "Not now. Nothing was changed."


@pytest.mark.parametrize("at", [None, "soon", 1e300, "nan"])
def test_a_clock_that_makes_no_sense_is_refused(
    timer: Timer, desk: Desk, page: Any, at: Any
) -> None:
    page.looks(timer)
    page.says(timer, "act", action="start", at=at)
    assert desk.done == []
    assert "clock" in page.last("trouble")["text"]


def test_an_unknown_action_does_nothing(timer: Timer, desk: Desk, page: Any) -> None:
    page.looks(timer)
    page.says(timer, "act", action="explode", at=AT)
    page.says(timer, "other", action="start", at=AT)
    assert desk.done == []


def test_no_name_is_in_a_trait_or_the_repr(timer: Timer, page: Any) -> None:
    page.looks(timer)
    assert NAME not in repr(timer)
    traits = {name: getattr(timer, name) for name in timer.traits(sync=True)}
    assert NAME not in repr(traits)
    assert NAME in repr(page.heard)


def test_a_zone_that_nobody_knows_is_utc() -> None:
    assert moment(AT, "Mars/Olympus") == "2025-11-24T22:00:00+00:00"
    assert moment(AT, "") == datetime.fromtimestamp(AT / 1000, UTC).isoformat()


def _case(rng: random.Random) -> dict[str, Any]:
    clock = Clock(rng.randint(2, 20), rng.randint(2, 8))
    kinds = [rng.choice(["must", "reserve", ""]) for _ in range(rng.randint(0, 8))]
    items = [
        Item(n, rng.randint(1, 9), rng.randint(1, 9), k == "must", k == "reserve",
             rng.choice(list(Part)))
        for n, k in enumerate(kinds)
    ]  # fmt: skip
    order = runsheet.ordered(items)
    asked = [item.id for item in order[: rng.randint(0, len(order))]]
    since = rng.choice([0.0, rng.uniform(0, clock.whole * 60)])
    seconds = rng.choice([since, rng.uniform(-9, clock.whole * 70), clock.questions * 60.0])
    extended = rng.random() < 0.3
    now = runsheet.at(items, clock, seconds, asked=asked, since=since, extended=extended)
    return {
        "sheet": {
            "questions": [{"id": i.id, "seconds": i.minutes * 60} for i in order],
            "first": clock.questions * 60, "last": clock.closing * 60, "least": runsheet.LEAST,
        },
        "seconds": seconds,
        "state": {"asked": asked, "since": since, "extended": extended},
        "now": [
            now.phase.value, now.current.id if now.current else None,
            [i.id for i in now.next], [i.id for i in now.dropped],
        ],
        "left": now.left,
    }  # fmt: skip


@pytest.mark.skipif(shutil.which("node") is None, reason="no node: the two laws weren't compared")
def test_the_page_keeps_the_same_law_as_python() -> None:
    rng = random.Random(20261125)
    cases = [_case(rng) for _ in range(3000)]
    script = (
        f"import {{ at }} from {json.dumps(LAW.as_uri())};"
        "let text = ''; for await (const piece of process.stdin) text += piece;"
        "const found = JSON.parse(text).map(({ sheet, seconds, state }) => {"
        "  const now = at(sheet, seconds, state); const ids = (some) => some.map((one) => one.id);"
        "  const current = now.current?.id ?? null;"
        "  return [[now.phase, current, ids(now.next), ids(now.dropped)], now.left];"
        "}); console.log(JSON.stringify(found));"
    )
    done = subprocess.run(
        ["node", "--input-type=module", "-e", script],
        input=json.dumps(cases), capture_output=True, text=True, check=True,
    )  # fmt: skip
    for case, (now, left) in zip(cases, json.loads(done.stdout), strict=True):
        assert now == case["now"], case
        assert left == pytest.approx(case["left"])
    assert len({case["now"][0] for case in cases}) == 4
