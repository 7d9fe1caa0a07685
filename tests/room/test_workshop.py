"""A simulated workshop: twelve homes, real processes, bad files, one late, one who leaves."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from olenb.core.measure_terms import Item
from olenb.workbook import open_workbook

SENTINEL = "Zzprobe"
HOMES = 12
LEAVES, LATE = 3, HOMES - 1
AT_ONCE = 2
BAD = {"bad-x": b"{}", "bad-y": b"\xff\x00", "bad-z": b'{"olenb-room": 9}'}


class Workshop:
    """A folder with twelve homes, and the command as each of them runs it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, name: str) -> str:
        return str(self.folder / f"{name}.json")

    def run(self, home: int | None, *arguments: str) -> str:
        """Run the real command in a process of its own, with a home of its own."""
        place = self.folder / (f"home{home}" if home is not None else "counselor")
        done = subprocess.run(
            [sys.executable, "-m", "olenb", "--home", str(place), "room", *arguments],
            env={**os.environ, "OLENB_HOME": str(place)},
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
        self.said = done.stderr
        return done.stdout

    def each(self, homes: list[int], command) -> list[str]:
        """Let several homes do the same, two at a time."""
        with ThreadPoolExecutor(AT_ONCE) as pool:
            return list(pool.map(command, homes))


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
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
    return Workshop(tmp_path)


def test_twelve_people_ask_answer_meet_and_are_counted(workshop: Workshop) -> None:
    path, everybody = workshop.path, list(range(HOMES))
    asks = {home: path(f"ask{home}") for home in everybody}
    session = ("--session", "spring-7")
    workshop.each(everybody, lambda home: workshop.run(home, "ask", *session, "--out", asks[home]))
    early = [asks[home] for home in everybody if home != LATE]
    first = workshop.run(None, "gather", *map(path, BAD), *early, "--out", path("list1"))
    assert first == "11 questions, 3 left out.\n"
    assert workshop.said.count("the others go on") == len(BAD)

    gone = path("gone")
    workshop.run(LEAVES, "withdraw", *session, "--out", gone)
    again = workshop.run(None, "gather", path("list1"), asks[LATE], gone, "--out", path("list2"))
    assert again == "11 questions, 0 left out.\n"

    there = [home for home in everybody if home != LEAVES]
    seen = workshop.each(there, lambda home: workshop.run(home, "answer", path("list2"), "--json"))
    for home, shown in zip(there, seen, strict=True):
        rows = json.loads(shown)
        assert [row["person"] for row in rows] == [f"{SENTINEL} {home}"] * len(rows)

    answers = {home: path(f"answer{home}") for home in there}
    workshop.each(
        there,
        lambda home: workshop.run(
            home, "answer", path("list2"), "--tick", "all", "--out", answers[home]
        ),
    )
    plan = json.loads(
        workshop.run(
            None, "rounds", *answers.values(), gone, "--rounds", "3", "--minutes", "5", "--json"
        )
    )
    assert [one["round"] for one in plan["rounds"]] == [1, 2, 3]
    # Eleven in a row, each knowing the firm of the one before: ten ways, all of them talked about.
    assert (plan["possible"], plan["covered"]) == (10, 10)
    for one in plan["rounds"]:
        codes = [code for pair in one["pairs"] for code in pair] + one["resting"]
        assert len(codes) == len(set(codes)) == len(there)

    sums = {home: path(f"summary{home}") for home in there}
    workshop.each(there, lambda home: workshop.run(home, "summary", *session, "--out", sums[home]))
    figures = workshop.run(None, "cohort", *sums.values(), path("bad-x"), *session)
    assert "Of 11 people" not in figures  # all in one field: nobody is told that it is everybody
    assert "11 people. How they divide is not shown" in figures
    assert "among at least 10 people" in figures
    leaving = [*asks.values(), path("list1"), path("list2"), *answers.values(), *sums.values()]
    assert not any(SENTINEL in Path(one).read_text("utf-8") for one in leaving)
