"""An archive, read without unpacking it: nothing is written, nothing is opened needlessly."""

import zipfile
from pathlib import Path, PurePosixPath

from olenb.core.errors import WrongFile

MAX_MEMBER = 50_000_000
MAX_TOTAL = 4_000_000_000
_SMALL, _MAX_RATIO = 10_000_000, 200  # text packs about ten times; a bomb a thousand times
_NOT_READ = "Nothing was read. Please download the archive again from where you got it."


class Archive:
    """The members of a zip file by their lower-case names, folders left out."""

    def __init__(self, path: Path):
        """Look into a zip file.

        Raises
        ------
        WrongFile
            It is damaged, locked with a password, far larger unpacked than any export, or
            holds names that point outside of it.

        """
        self._path = path
        try:
            with zipfile.ZipFile(path) as archive:
                infos = [info for info in archive.infolist() if not info.is_dir()]
        except (zipfile.BadZipFile, OSError, NotImplementedError) as error:
            raise WrongFile(f"This archive is damaged or not complete. {_NOT_READ}") from error
        _refuse_dangers(infos)
        self._members: dict[str, zipfile.ZipInfo] = {}
        for info in sorted(infos, key=lambda i: (i.filename.count("/"), i.filename)):
            self._members.setdefault(PurePosixPath(info.filename).name.casefold(), info)

    def __contains__(self, name: str) -> bool:
        return name.casefold() in self._members

    def __len__(self) -> int:
        return len(self._members)

    def read(self, name: str) -> bytes:
        """Return the bytes of one member.

        Raises
        ------
        WrongFile
            It is damaged, or its size is a lie.

        """
        info = self._members[name.casefold()]
        _refuse_bomb(info)
        try:
            with zipfile.ZipFile(self._path) as archive, archive.open(info) as member:
                content = member.read(info.file_size + 1)
        except (zipfile.BadZipFile, OSError, NotImplementedError, EOFError, RuntimeError) as error:
            raise WrongFile(f"A file in this archive is damaged. {_NOT_READ}") from error
        if len(content) > info.file_size:
            raise WrongFile(f"A file in this archive is larger than it says. {_NOT_READ}")
        return content


def _refuse_dangers(infos: list[zipfile.ZipInfo]) -> None:
    if any(_points_outside(info.filename) for info in infos):
        raise WrongFile(
            f"This archive holds names that point outside of it, which no export does. {_NOT_READ}"
        )
    if sum(info.file_size for info in infos) > MAX_TOTAL:
        raise WrongFile(f"Unpacked, this archive would be far larger than an export. {_NOT_READ}")
    if any(info.flag_bits & 1 for info in infos):
        raise WrongFile(
            "This archive is locked with a password. Nothing was read. "
            "Please unpack it yourself and give the file inside."
        )


def _points_outside(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or ":" in name.partition("/")[0]


def _refuse_bomb(info: zipfile.ZipInfo) -> None:
    packed = max(info.compress_size, 1)
    if info.file_size > MAX_MEMBER or (
        info.file_size > _SMALL and info.file_size / packed > _MAX_RATIO
    ):
        raise WrongFile(f"Unpacked, this archive would be far larger than an export. {_NOT_READ}")
