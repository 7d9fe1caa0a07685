"""A simulated workshop: twelve homes, real processes, bad files, one late, one who leaves."""

import json
import multiprocessing
import sys
import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import forkserver
from pathlib import Path

import pytest

from olenb.core.measure_terms import Item
from olenb.workbook import open_workbook
from room.in_a_process import HEAVY, command

SENTINEL = "Zzprobe"
HOMES = 12
LEAVES, LATE = 3, HOMES - 1
AT_ONCE = 2
BAD = {"bad-x": b"{}", "bad-y": b"\xff\x00", "bad-z": b'{"olenb-room": 9}'}


class Workshop:
    """A folder with twelve homes; whatever anybody does is done in a process of its own."""

    def __init__(self, folder: Path, pool: ProcessPoolExecutor) -> None:
        self.folder, self.pool, self.said = folder, pool, ""

    def path(self, name: str) -> str:
        return str(self.folder / f"{name}.json")

    def run(self, home: int | None, *arguments: str) -> str:
        return self.each({home: arguments})[0]

    def each(self, what: dict[int | None, Iterable[str]]) -> list[str]:
        """Let several homes do something, two at a time, and return what was printed."""
        lines = [["--home", self._home(home), "room", *args] for home, args in what.items()]
        done = list(self.pool.map(command, lines))
        assert [code for code, _, _ in done] == [0] * len(done), done
        self.said = "".join(said for _, _, said in done)
        return [printed for _, printed, _ in done]

    def _home(self, home: int | None) -> str:
        return str(self.folder / ("counselor" if home is None else f"home{home}"))


@pytest.fixture
def pool(monkeypatch: pytest.MonkeyPatch) -> Iterator[ProcessPoolExecutor]:
    """Processes that each do one thing and end."""
    if sys.platform == "win32":
        with ProcessPoolExecutor(AT_ONCE, max_tasks_per_child=1) as pool:
            yield pool
        return
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(HEAVY)
    # Its socket lies in a folder that goes with the test; by itself it would outlive the run's.
    with tempfile.TemporaryDirectory() as folder:
        config = multiprocessing.current_process()._config
        monkeypatch.setitem(config, "tempdir", folder)
        with ProcessPoolExecutor(AT_ONCE, context, max_tasks_per_child=1) as pool:
            yield pool
        forkserver._forkserver._stop()


@pytest.fixture
def workshop(tmp_path: Path, pool: ProcessPoolExecutor) -> Workshop:
    """Everybody knows one person at the firm that the one before is curious about."""
    for home in range(HOMES):
        wb = open_workbook(tmp_path / f"home{home}")
        wb.add_people([f"{SENTINEL} {home}, Firm {home} Clinic, friend"])
        wb.add_target(f"Firm {(home + 1) % HOMES} Clinic")
        for occasion, more in (("before", 0), ("after", 20 + home)):
            wb.room.say(occasion, dict.fromkeys(map(str, Item), 40 + more))
        wb.close()
    for name, content in BAD.items():
        (tmp_path / f"{name}.json").write_bytes(content)
    return Workshop(tmp_path, pool)


def test_twelve_people_ask_answer_meet_and_are_counted(workshop: Workshop) -> None:
    path, everybody = workshop.path, list(range(HOMES))
    session = ("--session", "spring-7")
    asks = {home: path(f"ask{home}") for home in everybody}
    workshop.each({home: ("ask", *session, "--out", out) for home, out in asks.items()})
    early = [asks[home] for home in everybody if home != LATE]
    first = workshop.run(None, "gather", *map(path, BAD), *early, "--out", path("list1"))
    assert first == "11 questions, 3 left out.\n"
    assert workshop.said.count("the others go on") == len(BAD)

    gone = path("gone")
    workshop.run(LEAVES, "withdraw", *session, "--out", gone)
    again = workshop.run(None, "gather", path("list1"), asks[LATE], gone, "--out", path("list2"))
    assert again == "11 questions, 0 left out.\n"

    there = [home for home in everybody if home != LEAVES]
    some = there[:2]
    seen = workshop.each({home: ("answer", path("list2"), "--json") for home in some})
    for home, shown in zip(some, seen, strict=True):
        rows = json.loads(shown)
        assert [row["person"] for row in rows] == [f"{SENTINEL} {home}"] * len(rows)

    answers = {home: path(f"answer{home}") for home in there}
    tick = ("answer", path("list2"), "--tick", "all", "--out")
    workshop.each({home: (*tick, out) for home, out in answers.items()})
    how = ("--rounds", "3", "--minutes", "5", "--json")
    plan = json.loads(workshop.run(None, "rounds", *answers.values(), gone, *how))
    assert [one["round"] for one in plan["rounds"]] == [1, 2, 3]
    # Eleven in a row, each knowing the firm of the one before: ten ways, all of them talked about.
    assert (plan["possible"], plan["covered"]) == (10, 10)
    for one in plan["rounds"]:
        codes = [code for pair in one["pairs"] for code in pair] + one["resting"]
        assert len(codes) == len(set(codes)) == len(there)

    sums = {home: path(f"summary{home}") for home in there}
    workshop.each({home: ("summary", *session, "--out", out) for home, out in sums.items()})
    figures = workshop.run(None, "cohort", *sums.values(), path("bad-x"), *session)
    assert workshop.said.count("the others go on") == 1
    # All are in one field, and nobody is told that it is everybody.
    assert "11 people. How they divide is not shown" in figures
    assert "among at least 10 people" in figures
    leaving = [*asks.values(), path("list1"), path("list2"), *answers.values(), *sums.values()]
    assert not any(SENTINEL in Path(one).read_text("utf-8") for one in leaving)
