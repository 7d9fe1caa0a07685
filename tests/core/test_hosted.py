"""What a hub says to the workbooks on it."""

from pathlib import Path

import pytest

from olenb.core import hosted
from olenb.core.errors import NotAllowed
from olenb.workbook import open_workbook


@pytest.mark.parametrize(("value", "typed"), [("1", True), ("0", False), ("", False)])
def test_files_of_people_are_taken_unless_the_hub_says_otherwise(
    monkeypatch: pytest.MonkeyPatch, value: str, typed: bool
) -> None:
    monkeypatch.setenv(hosted.TYPED_ONLY, value)
    assert hosted.typed_only() is typed


def test_where_people_are_typed_in_no_file_is_even_opened(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(hosted.TYPED_ONLY, "1")
    wb = open_workbook(home)
    with pytest.raises(NotAllowed, match=r"Nothing was brought in.*on your own one"):
        wb.import_file(home / "isn't there.csv")
    wb.add("Ana Ruiz, Mayo Clinic, cousin")
    assert len(wb.people) == 1
