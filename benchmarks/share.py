"""Looking for 30,000 people in 10 MB of text: our index against a loop over the names.

Run as `python benchmarks/share.py [PEOPLE] [MEGABYTES]`. The loop is the one that everybody
writes first, `[name for name in names if name in text]` on text in lower case; it finds names
that are written just so and nothing else. It is timed on a part of the names and multiplied, for
it takes its time. Ours looks for names, addresses, numbers and pages, whatever stands between.
"""

import random
import sys
import time

from olenb.share.sought import Kind, Sought

LETTERS = "abcdefghijklmnopqrstuvwxyz"
PART, ROUNDS, SEED = 300, 3, 7
LINE = "{name},{email},some words about nothing in particular and then some more of them\n"


def made_up(chance: random.Random, shortest: int = 4, longest: int = 9) -> str:
    return "".join(chance.choices(LETTERS, k=chance.randint(shortest, longest)))


def main(people: int = 30_000, megabytes: int = 10) -> None:
    """Print both times and their ratio."""
    chance = random.Random(SEED)
    firsts = [made_up(chance) for _ in range(2_000)]
    lasts = [made_up(chance) for _ in range(8_000)]
    names = [f"{chance.choice(firsts)} {chance.choice(lasts)}" for _ in range(people)]
    strangers = [f"{chance.choice(firsts)} {made_up(chance)}" for _ in range(people)]
    lines: list[str] = []
    while len(lines) * 110 < megabytes * 1_000_000:
        name = chance.choice(names if chance.random() < 0.01 else strangers)
        lines.append(LINE.format(name=name, email=f"{made_up(chance)}@example.org"))
    text = "".join(lines)
    facts = [(number, Kind.NAME, name) for number, name in enumerate(names)]
    facts += [(n, Kind.EMAIL, f"{name.replace(' ', '.')}@x.org") for n, _, name in facts]

    ours, hits = min(timed(lambda: Sought(facts).found_in(text)) for _ in range(ROUNDS))
    once, lower = timed(text.lower)
    part, found = timed(lambda: [name for name in names[:PART] if name in lower])
    loop = once + part * people / PART
    known = {hit[2] for hit in hits}
    assert {names.index(name) for name in found} <= known, "what the loop finds, the index finds"
    print(f"{people:,} people, {len(text) / 1e6:.1f} MB of text, {len(known):,} people in it")
    print(f"index  {ours:8.2f} s")
    print(f"loop   {loop:8.2f} s, from {PART} names")
    print(f"ratio  {loop / ours:8.0f}")


def timed(work):
    """Return how long something took on the processor, and what it returned."""
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
