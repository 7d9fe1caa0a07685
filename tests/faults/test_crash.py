"""Case 1: whoever is killed while writing leaves all of a step or nothing of it."""

import os
import random
import signal
import time
from pathlib import Path

import pytest

from olenb.contacts.importers import loader
from olenb.contacts.importers.record import Parsed, Post, Record
from olenb.core import backups, restoring
from olenb.core.store import Store

from .conftest import Child, add, is_whole, names, needs_posix

pytestmark = needs_posix
LONG = pytest.param(200, 1_500, marks=pytest.mark.faults, id="200 times")


def people(count: int) -> Parsed:
    records = [
        Record(n, f"P{n}", emails=(f"p{n}@x.example",), posts=(Post(f"O{n % 50}"),))
        for n in range(count)
    ]
    return Parsed("linkedin", count, "a.csv", records)


def bring_in(folder: Path, count: int) -> None:
    store = Store.open(folder)
    loader.apply(store, loader.plan(store, people(count)))


def moments(times: int, whole: float, seed: int) -> list[float]:
    """Return seconds after which to kill, all over the work and a little beyond."""
    rng = random.Random(seed)
    return [rng.uniform(0, whole * 1.1) for _ in range(times)]


def _seconds(store: Store, count: int) -> float:
    begun = time.monotonic()
    Child(lambda: bring_in(store.folder, count)).begun().result()
    store.undo()
    return time.monotonic() - begun


@pytest.mark.parametrize(("times", "count"), [pytest.param(5, 300, id="5 times"), LONG])
def test_an_import_that_is_killed_brought_in_everybody_or_nobody(
    store: Store, times: int, count: int
) -> None:
    add(store, "Ana")
    whole = min(_seconds(store, count) for _ in range(2))  # the first one warms up
    before, killed = names(store.folder), 0
    for moment in moments(times, whole, seed=times):
        child = Child(lambda: bring_in(store.folder, count)).begun()
        time.sleep(moment)
        killed += child.kill()
        assert is_whole(store.folder)
        found = names(store.folder)
        assert found == before or len(found) == len(before) + count + 1, "the user, and all of them"
        if found != before:
            store.undo()
            assert names(store.folder) == before
    # Five moments may all fall after the work; the test of every step below leaves none to chance.
    assert killed > times // 3 or times < 50, "many were killed at work, and not after it"


def test_an_import_that_dies_at_any_step_of_its_writing_brought_in_everybody_or_nobody(
    store: Store,
) -> None:
    """A kill by the clock seldom meets the short while in which rows are written; this one does."""
    add(store, "Ana")
    steps: list[float] = []
    plan = loader.plan(store, people(300))
    loader.apply(store, plan, lambda fraction, _text: steps.append(fraction))
    store.undo()
    assert len(set(steps)) > 5

    def die_at(step: int) -> None:
        mine, seen = Store.open(store.folder), 0

        def tell(_fraction: float, _text: str) -> None:
            nonlocal seen
            seen += 1
            if seen == step:
                os.kill(os.getpid(), signal.SIGKILL)

        loader.apply(mine, loader.plan(mine, people(300)), tell)

    for step in range(1, len(steps)):  # at the last one all is written
        child = Child(lambda step=step: die_at(step)).begun()
        os.waitpid(child.pid, 0)
        assert names(store.folder) == ["Ana"], f"step {step} of {len(steps)}"
        assert is_whole(store.folder)


@pytest.mark.parametrize("times", [3, pytest.param(60, marks=pytest.mark.faults)])
def test_what_was_acknowledged_is_there_after_a_kill(store: Store, times: int) -> None:
    told = store.folder / "acknowledged"

    def write_on() -> None:
        mine = Store.open(store.folder)
        for n in range(10_000):
            add(mine, f"{n}")
            with told.open("ab") as file:
                file.write(b".")

    for moment in moments(times, 0.15, seed=1):
        last = len(names(store.folder))
        told.write_bytes(b"")
        child = Child(write_on).begun()
        time.sleep(0.02 + moment)
        child.kill()
        promised = told.stat().st_size
        assert len(names(store.folder)) - last in (promised, promised + 1)
        assert is_whole(store.folder)


@pytest.mark.parametrize("times", [4, pytest.param(100, marks=pytest.mark.faults)])
def test_a_backup_that_is_killed_is_whole_or_is_none(store: Store, times: int) -> None:
    add(store, *(f"P{n} {'x' * 500}" for n in range(2_000)))
    for moment in moments(times, 0.08, seed=2):
        child = Child(lambda: backups.make(Store.open(store.folder), "kill") and None).begun()
        time.sleep(moment)
        child.kill()
        for backup in backups.listed(store.folder):
            assert backups.is_sound(backup.path)
            assert backup.people == 2_000
            backups.remove(backup.path)


@pytest.mark.parametrize("times", [4, pytest.param(100, marks=pytest.mark.faults)])
def test_a_restore_that_is_killed_leaves_the_old_or_the_new_one(store: Store, times: int) -> None:
    add(store, *(f"Old {n}" for n in range(300)))
    backup = backups.make(store, "import")
    add(store, "New")
    store.close()
    now = store.path.read_bytes()
    for moment in moments(times, 0.05, seed=3):
        store.path.write_bytes(now)
        child = Child(lambda: restoring.restore(store.folder, backup) and None).begun()
        time.sleep(moment)
        child.kill()
        assert len(names(store.folder)) in (300, 301)
        assert is_whole(store.folder)
        assert backups.is_sound(backup)


def test_a_journal_that_a_crash_left_is_never_played_into_a_backup(store: Store) -> None:
    add(store, *(f"Old {n} {'x' * 900}" for n in range(100)))
    backup = backups.make(store, "import")
    old = names(store.folder)
    add(store, *(f"New {n} {'y' * 900}" for n in range(100)))
    store.close()

    def half_a_step() -> None:
        mine = Store.open(store.folder)
        mine._db.execute("PRAGMA cache_size = 1")  # so that pages reach the file before the end
        with mine.change("Half a step") as change:
            for n in range(1, 150):
                change.update("person", n, name="z" * 950)
            time.sleep(60)

    child = Child(half_a_step).begun()
    journal = Path(f"{store.path}-journal")
    while not journal.exists() or not journal.stat().st_size:
        time.sleep(0.005)
    time.sleep(0.1)
    child.kill()
    assert journal.stat().st_size, "the crash left a hot journal"
    done = restoring.restore(store.folder, backup)
    assert names(store.folder) == old
    assert is_whole(store.folder)
    restoring.restore(store.folder, done.replaced)
    assert len(names(store.folder)) == 200, "half a step is taken back, and nothing else"


def test_what_a_killed_backup_left_is_swept_up(store: Store) -> None:
    draft = store.folder / backups.FOLDER / "2026-11-25 09-00-00 before import.part"
    draft.parent.mkdir()
    draft.write_text("half")
    backups.make(store, "import")
    assert draft.exists(), "another notebook may be at work on it"
    os.utime(draft, (0, 0))
    backups.make(store, "import")
    assert not draft.exists()
