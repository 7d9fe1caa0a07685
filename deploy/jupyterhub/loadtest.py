"""How many participants one machine holds: memory, waiting, and whether anybody fails.

    sudo /opt/olenb-hub/env/bin/python loadtest.py --people 10 30 60 [--prefix /opt/olenb-hub]

Each participant is a system user of their own. Their servers are started ahead as
`olenb_hub.prestart` does it; then all sign in at once, open the first page, run its cells in
their own Python, write three people and a goal, ask the room a question, and answer all of the
others'. Beside them, in the same run and counted in the same way, stand as many usual JupyterLab
servers with pandas, networkx and matplotlib.pyplot imported, and nothing else.

Memory is PSS: what a process has of its own, and its share of what it shares with others.
No browsers take part: they run on the participants' computers.
"""

import argparse
import json
import os
import re
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from pwd import getpwnam

sys.path.insert(0, str(Path(__file__).resolve().parent))

from olenb_hub import delete, prestart
from olenb_hub.trial import PLAIN, SHARES, Trial
from olenb_hub.visitor import Trouble, Visitor

USUAL = "import pandas, networkx, matplotlib.pyplot"
SESSION = "LOAD-1"
WRITES = """
import olenb
wb = olenb.open_workbook()
lines = ["Ana Ruiz, Place {next}, cousin", "Bo Lind, Lakeview, coach", "Cy Moss, Mill, friend"]
wb.add_people(lines)
wb.add_target("Place {number}")
"""
ASKS = f"""
{SHARES}
put(wb.room.ask("{SESSION}"), inbox / f"question-{{token}}.json")
"""
ANSWERS = """
questions = table.read_questions(room / "questions.json", datetime.now(UTC))
yes = wb.room.could_introduce(questions)
put(wb.room.answer(questions, list(yes["question"])), inbox / f"answers-{token}.json")
"""
GATHERS = f"""
{SHARES}
gathered = table.gather(sorted(inbox.glob("question-*")), "{SESSION}", datetime.now(UTC))
put(gathered.questions, room / "questions.json")
print(len(gathered.questions.questions))
"""
COUNTS = f"""
files = sorted(inbox.glob("answers-*"))
counted = table.count(files, "{SESSION}", datetime.now(UTC))
print(len(files), len(counted.answers))
"""


def together(work: Callable[[Visitor], object], people: Iterable[Visitor]) -> list[float]:
    """Let all do the same at the same time; return how long each took, in seconds."""

    def one(visitor: Visitor) -> float:
        began = time.monotonic()
        work(visitor)
        return time.monotonic() - began

    everybody = list(people)
    with ThreadPoolExecutor(len(everybody)) as pool:
        return list(pool.map(one, everybody))


def memory(names: Iterable[str]) -> dict[str, list[float]]:
    """Return the PSS in MB of each one's server and of their kernels."""
    found: dict[str, list[float]] = {"server": [], "kernel": []}
    for name in names:
        sums = dict.fromkeys(found, 0.0)
        for pid in delete.programs(getpwnam(name).pw_uid):
            command = Path(f"/proc/{pid}/cmdline").read_bytes()
            pss = re.search(r"Pss:\s+(\d+)", Path(f"/proc/{pid}/smaps_rollup").read_text())
            part = "kernel" if b"ipykernel" in command else "server"
            sums[part] += int(pss[1]) / 1024 if pss else 0.0
        for part, size in sums.items():
            found[part].append(size)
    return found


def start(trial: Trial, names: list[str]) -> dict[str, float]:
    """Start the servers ahead; return how long all took, and how long one did."""
    began = time.monotonic()
    failed = prestart.start(trial.hub, names)
    if failed:
        raise Trouble(f"{len(failed)} of {len(names)} servers didn't start")
    return {"all servers up, s": time.monotonic() - began}


def ours(trial: Trial, names: list[str], counselor: str) -> dict[str, float]:
    """Let everybody work as in a workshop; return what was measured."""
    told = start(trial, [*names, counselor])
    people = [Visitor(trial.hub.address, name, trial.passwords[name]) for name in names]
    lead = Visitor(trial.hub.address, counselor, trial.passwords[counselor])
    told |= times("signed in", together(Visitor.sign_in, people))
    told |= times("page opened", together(Visitor.open, people))
    told |= times("page run", together(run_page, people))
    told |= {"memory free then, GB": free()}
    told |= sizes(memory(names))
    order = {visitor.name: number for number, visitor in enumerate(people)}

    def write(visitor: Visitor) -> None:
        number = order[visitor.name]
        visitor.run(WRITES.format(number=number, next=(number + 1) % len(people)))
        visitor.run(ASKS)

    told |= times("asked", together(write, people))
    lead.sign_in()
    lead.open()
    lead.start_kernel()
    told["questions gathered"] = float(lead.run(GATHERS))
    told |= times("answered", together(lambda visitor: visitor.run(ANSWERS), people))
    files, answers = lead.run(COUNTS).split()
    told |= {"answer files": float(files), "introductions offered": float(answers)}
    told |= {f"{name} at the end": size for name, size in sizes(memory(names)).items()}
    for visitor in [*people, lead]:
        visitor.leave()
    if not told["questions gathered"] == told["answer files"] == len(names):
        raise Trouble(f"somebody's question or answers are missing: {told}")
    return told


def usual(trial: Trial, names: list[str]) -> dict[str, float]:
    """Let as many usual servers import what a data scientist does; return what was measured."""
    told = start(trial, names)
    people = [Visitor(trial.hub.address, name, trial.passwords[name]) for name in names]

    def work(visitor: Visitor) -> None:
        visitor.sign_in()
        visitor.look("lab")
        visitor.start_kernel("Untitled.ipynb")
        visitor.run(USUAL)

    told |= times("imported", together(work, people))
    told |= sizes(memory(names))
    for visitor in people:
        visitor.leave()
    return told


def run_page(visitor: Visitor) -> None:
    """Run the first page as the browser does when it is opened."""
    cells = visitor.notebook()
    visitor.start_kernel()
    for code in cells:
        visitor.run(code)


def times(what: str, taken: list[float]) -> dict[str, float]:
    """Return the middle and the longest of some times."""
    return {f"{what}, median s": statistics.median(taken), f"{what}, longest s": max(taken)}


def sizes(found: dict[str, list[float]]) -> dict[str, float]:
    """Return the mean of each part and of a participant, in MB."""
    each = [sum(pair) for pair in zip(*found.values(), strict=True)]
    parts = {f"{part}, MB": statistics.mean(found[part]) for part in found}
    return parts | {"each, MB": statistics.mean(each)}


def free() -> float:
    """Return how much memory is free, in GB."""
    said = Path("/proc/meminfo").read_text()
    found = re.search(r"MemAvailable:\s+(\d+)", said)
    return int(found[1]) / 1e6 if found else 0.0


def one_size(prefix: Path, count: int, *, compare: bool) -> dict[str, dict[str, float]]:
    """Measure `count` participants, and as many usual servers beside them."""
    results = {}
    with Trial(prefix) as trial:
        names = [trial.add(f"p{number:02d}") for number in range(count)]
        results["olenb"] = ours(trial, names, trial.add("lead", counselor=True))
        for name in [*names]:
            delete.delete(trial.hub, name)
            del trial.passwords[name]
        if compare:
            plain = [trial.add(f"{PLAIN}{number:02d}") for number in range(count)]
            results["usual"] = usual(trial, plain)
    return results


def main() -> int:
    """Measure each size, and print the figures with the machine and its load."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--people", nargs="+", type=int, default=[10])
    parser.add_argument("--prefix", type=Path, default=Path("/opt/olenb-hub"))
    parser.add_argument("--alone", action="store_true", help="without the usual servers beside")
    parser.add_argument("--json", type=Path, help="write the figures there, too")
    said = parser.parse_args()
    results = {}
    for count in said.people:
        load, now = os.getloadavg()[0], datetime.now().astimezone()
        head = (
            f"{count} participants, {now:%Y-%m-%d %H:%M}, {os.cpu_count()} cores, load {load:.1f}"
        )
        print(f"\n{head}, {free():.1f} GB free", flush=True)
        results[head] = one_size(said.prefix, count, compare=not said.alone)
        for who, told in results[head].items():
            for what, value in told.items():
                print(f"{who:6} {what:32} {value:8.1f}", flush=True)
    if said.json:
        said.json.write_text(json.dumps(results, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
