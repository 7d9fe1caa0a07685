"""What an accessor needs of the workbook: to read it, and to open the user's own file."""

from contextlib import AbstractContextManager
from typing import Protocol

from olenb.core.store import Store


class Book(Protocol):
    """The part of `olenb.workbook.Workbook` that accessors stand on."""

    @property
    def store(self) -> Store:
        """The open file, for reading."""

    def writing(self) -> AbstractContextManager[Store]:
        """Open the user's own file for one step."""
