"""How well the etiquette check does on the labelled messages: precision and recall per rule.

    python benchmarks/etiquette.py [--misses] [FILE]

A rule is right about a message when it finds something in it and a reader does too. Messages
that the code was written for ("seen") and those that it wasn't are counted apart. `--misses`
shows every message about which the two differ.
"""

import json
import sys
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from olenb.method import etiquette

DATA = Path(__file__).parents[1] / "data" / "etiquette" / "messages.jsonl"
Counts = dict[str, Counter[str]]


def load(path: Path = DATA) -> list[dict[str, Any]]:
    """Return the labelled messages."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def facts_of(plain: dict[str, Any]) -> etiquette.Facts:
    """Return facts as the labels write them."""
    to, via, confidential = (plain.get(name, {}) for name in ("to", "via", "confidential"))
    names = dict(plain.get("names", {}))
    if via:
        names[via["name"]] = via["permitted"]
    coworker = to.get("coworker")
    return etiquette.Facts(
        to=to.get("name", ""),
        organization=to.get("organization", ""),
        role=to.get("role", ""),
        via=via.get("name", ""),
        coworker="" if coworker == "unchecked" else coworker,
        my_zone=plain.get("my_zone", ""),
        their_zone=to.get("zone", ""),
        names={name.casefold(): allowed for name, allowed in names.items()},
        confidential_names=tuple(confidential.get("names", ())),
        confidential_notes=tuple(confidential.get("notes", ())),
        research=tuple(plain.get("research", ())),
    )


def found_in(message: dict[str, Any]) -> list[etiquette.Finding]:
    """Return what the check finds in a labelled message."""
    return etiquette.check(
        message["text"],
        kind=message["kind"],
        first=message["first"],
        facts=facts_of(message["facts"]),
    )


def count(messages: Iterable[dict[str, Any]]) -> Counts:
    """Count, per rule, what was found rightly, wrongly, and missed."""
    counts: Counts = {name: Counter() for name in etiquette.RULES}
    for message in messages:
        found, wanted = {f.rule for f in found_in(message)}, set(message["rules"])
        for rule in found | wanted:
            key = "right" if rule in found & wanted else "wrong" if rule in found else "missed"
            counts[rule][key] += 1
    return counts


def precision(count: Counter[str]) -> float:
    """Return the share of findings that are right; 1 where there are none."""
    total = count["right"] + count["wrong"]
    return count["right"] / total if total else 1.0


def recall(count: Counter[str]) -> float:
    """Return the share of faults that are found; 1 where there are none."""
    total = count["right"] + count["missed"]
    return count["right"] / total if total else 1.0


def show(title: str, messages: list[dict[str, Any]]) -> None:
    """Print one table."""
    counts = count(messages)
    clean = [m for m in messages if not m["rules"]]
    quiet = sum(not found_in(m) for m in clean)
    print(f"{title}: {len(messages)} messages, {len(clean)} of them clean, {quiet} left alone")
    print(f"  {'rule':<28}{'precision':>10}{'recall':>9}{'right':>7}{'wrong':>7}{'missed':>8}")
    for rule, c in [*counts.items(), ("all", sum(counts.values(), Counter()))]:
        numbers = f"{c['right']:>7}{c['wrong']:>7}{c['missed']:>8}"
        print(f"  {rule:<28}{precision(c):>10.2f}{recall(c):>9.2f}{numbers}")


def show_misses(messages: list[dict[str, Any]]) -> None:
    """Print the messages about which the check and the labels differ."""
    for message in messages:
        findings, wanted = found_in(message), set(message["rules"])
        wrong = [f for f in findings if f.rule not in wanted]
        missed = wanted - {f.rule for f in findings}
        if wrong or missed:
            print(f"\n{message['id']} ({message['kind']}{', first' * message['first']})")
            print(f"  missed: {', '.join(sorted(missed)) or 'nothing'}")
            for f in wrong:
                print(f"  wrong:  {f.rule}: {message['text'][f.start : f.end]!r}")
            print("  " + message["text"].replace("\n", "\n  "))


def main() -> None:
    """Print the tables."""
    paths = [Path(word) for word in sys.argv[1:] if not word.startswith("--")]
    messages = load(*paths)
    started = time.perf_counter()
    for title, seen in (("seen", True), ("unseen", False)):
        show(title, [m for m in messages if m["seen"] is seen])
    took = time.perf_counter() - started
    print(f"{1000 * took / max(1, 2 * len(messages)):.1f} ms a message")
    if "--misses" in sys.argv:
        show_misses(messages)


if __name__ == "__main__":
    main()
