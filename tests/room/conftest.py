"""A room of a few people, each with a workbook of their own."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from olenb.workbook import Workbook, open_workbook

NOW = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)
SESSION = "SPRING-7"

Person = Callable[..., Workbook]


@pytest.fixture
def person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Person:
    """Return a function that opens one participant's own workbook: `person("a", "Ana, Acme")`."""
    monkeypatch.delenv("OLENB_SAMPLE", raising=False)

    def open_one(name: str, *lines: str, target: str = "") -> Workbook:
        wb = open_workbook(tmp_path / name)
        if lines:
            wb.add_people(lines)
        if target:
            wb.add_target(target)
        return wb

    return open_one
