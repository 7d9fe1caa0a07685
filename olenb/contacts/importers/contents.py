"""The bytes of a file, within bounds: whatever it is, the memory of a small computer is enough."""

from pathlib import Path

from olenb.core.errors import WrongFile

MAX_BYTES = 100_000_000  # cards with photographs are that large; they take twice it in memory


def file_bytes(path: Path) -> bytes:
    """Return the bytes of a file that isn't absurdly large.

    Raises
    ------
    WrongFile
        It isn't there, is a folder, is empty, or is larger than any list of contacts.

    """
    try:
        refuse_giant(path.stat().st_size, MAX_BYTES)
    except OSError as error:
        raise _unopened(error) from error
    return file_head(path, MAX_BYTES)


def file_head(path: Path, most: int) -> bytes:
    """Return at most so many bytes from the beginning of a file.

    Raises
    ------
    WrongFile
        It isn't there, is a folder, or is empty.

    """
    try:
        with path.open("rb") as file:
            content = file.read(most)
    except OSError as error:
        raise _unopened(error) from error
    if not content.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise WrongFile("This file is empty. Nothing was changed. Please export it again.")
    return content


def _unopened(error: OSError) -> WrongFile:
    return WrongFile(
        f"That file can't be opened ({error.strerror}). Nothing was changed. "
        "Please check where it is, and that you may read it."
    )


def refuse_giant(size: int, most: int) -> None:
    """Refuse what has more bytes than any list of contacts."""
    if size > most:
        raise WrongFile(
            f"This file has {size // 1_000_000} MB, more than any list of contacts. "
            "Nothing was read. Please check that it is the right file."
        )
