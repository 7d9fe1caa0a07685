"""The labelled messages, and how the benchmark counts them: one way of counting for both."""

import importlib.util
import json
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[3]
DATA = ROOT / "data" / "etiquette"

_spec = importlib.util.spec_from_file_location(
    "etiquette_benchmark", ROOT / "benchmarks" / "etiquette.py"
)
assert _spec is not None
assert _spec.loader is not None
benchmark = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(benchmark)

MESSAGES: list[dict[str, Any]] = benchmark.load()
SENTENCES: list[dict[str, Any]] = [
    json.loads(line) for line in (DATA / "sentences.jsonl").read_text("utf-8").splitlines()
]
