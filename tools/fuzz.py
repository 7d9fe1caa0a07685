"""Feed damaged files to every importer until one crashes, hangs or eats the memory.

    python tools/fuzz.py --minutes 30            changes at random
    python tools/fuzz.py --minutes 30 --atheris  led by the code that they reach

The second needs `pip install atheris`. A file that breaks an importer is kept in
`tests/contacts/importers/corpus`, where the tests read it again for ever.
"""

import argparse
import hashlib
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT / "tests" / "contacts" / "importers" / "corpus"
SECONDS, MEGABYTES = 5.0, 300
LONGEST = 20_000
PIECES = (
    *(b'"', b"\0", b"\r", b";", b",", b"\t", b"|", b"=\r\n", b"\xff\xfe", b"\xef\xbb\xbf"),
    *(b"sep=;\n", b"BEGIN:VCARD\n", b"END:VCARD\n", b"ENCODING=b:", b"CHARSET=utf-7:", b"\\n"),
    *(b"\n ", b"::: ", b"<c r='XFD1048576'>", b"<row r='99999999'>", b"<![CDATA[", b"&a;"),
    *(b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"&#x0;", b"2024-13-45", b"00/00/0000", b"9" * 400),
    *("\u202eא\u0000\ufeff".encode(), b"me", b"Name", b"knows", b"@", b"https://[::1", b"info@x"),
    *(b"'" * 50, b"(" * 200, b"-" * 200),
)


def main() -> int:
    """Fuzz for so many minutes and return 1 where something broke."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--atheris", action="store_true")
    parser.add_argument("--kind", help="only this one")
    parser.add_argument("--seed", type=int, default=time.time_ns())
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.folder is None:
        return supervised(options.minutes)
    sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
    if options.atheris:
        return led_by_code(options)
    target = Target(options.kind, options.folder)
    until, rng = time.monotonic() + options.minutes * 60, random.Random(options.seed)
    while time.monotonic() < until:
        kind = rng.choice(target.kinds)
        target.run(kind, changed(rng.choice(target.pool[kind]), rng))
    print(target.summary())
    return bool(target.broken)


def supervised(minutes: float) -> int:
    """Fuzz in another process: what makes Python itself end is found and kept, too."""
    until, broken = time.monotonic() + minutes * 60, False
    while (left := (until - time.monotonic()) / 60) > 0:
        with tempfile.TemporaryDirectory(prefix="olenb-fuzz-") as folder:
            mine = ["--folder", folder, "--minutes", str(left)]
            status = subprocess.call([sys.executable, __file__, *sys.argv[1:], *mine])
            if status in (0, 1):
                return int(broken or status)
            keep("ended", (Path(folder) / "file").read_bytes(), f"ended with status {status}")
            broken = True
    return int(broken)


def led_by_code(options: argparse.Namespace) -> int:
    """Let atheris choose what to keep changing."""
    import atheris

    with atheris.instrument_imports(include=["olenb", "csv"]):
        target = Target(options.kind, options.folder)
    until = time.monotonic() + options.minutes * 60

    def one(data: bytes) -> None:
        if time.monotonic() > until:
            print(target.summary(), flush=True)
            os._exit(bool(target.broken))  # atheris has no other way of stopping
        if data:
            target.run(target.kinds[data[0] % len(target.kinds)], data[1:])

    def mutate(data: bytes, longest: int, seed: int) -> bytes:
        rng = random.Random(seed)
        if len(data) < 2 or rng.random() < 0.02:
            number = rng.randrange(len(target.kinds))
            data = bytes([number]) + rng.choice(target.pool[target.kinds[number]])
        return (data[:1] + changed(data[1:], rng))[:longest]

    atheris.Setup(
        [sys.argv[0], f"-max_len={LONGEST}", "-timeout=30", "-rss_limit_mb=3000"],
        one,
        custom_mutator=mutate,
    )
    atheris.Fuzz()
    return 0


def changed(content: bytes, rng: random.Random) -> bytes:
    """Return the file with one to four changes."""
    for _ in range(rng.choice((1, 1, 2, 4))):
        at = rng.randrange(len(content) + 1)
        end = min(len(content), at + rng.choice((0, 1, 3, 20, 200)))
        elsewhere = rng.randrange(len(content) + 1)
        pieces = (
            b"",
            rng.randbytes(rng.randrange(8)),
            rng.choice(PIECES),
            content[at:end] * rng.choice((2, 3, 50)),
            content[elsewhere : elsewhere + rng.randrange(100)],
        )
        content = (content[:at] + rng.choice(pieces) + content[end:])[:LONGEST]
    return content


class Target:
    """All importers, each from the file to the workbook and back."""

    def __init__(self, only: str | None, folder: Path) -> None:
        from contacts.importers import seeds

        from olenb.contacts import importers
        from olenb.contacts.importers import detect, loader
        from olenb.core.errors import OlenbError
        from olenb.core.store import Store

        self.seeds, self.importers, self.detect, self.loader = seeds, importers, detect, loader
        self.expected = OlenbError
        self.kinds = [only] if only else list(seeds.SEEDS)
        self.pool = {kind: list(seeds.SEEDS[kind]) for kind in self.kinds}
        self.folder = folder
        self.store = Store.create(self.folder / "home")
        self.store._db.execute("PRAGMA synchronous = OFF")
        self.ran, self.broken = Counter(), Counter()
        self.memory = peak()

    def run(self, kind: str, part: bytes) -> None:
        """Read one file, bring it in, take it back; keep it if any of that goes wrong."""
        content = self.seeds.packed(kind, part)
        path = self.folder / "file"
        path.write_bytes(content)
        begun, memory = time.process_time(), peak()
        try:
            self.through(kind, path)
            trouble = ""
        except self.expected as error:
            trouble = "" if str(error).endswith(".") else f"odd words: {error}"
        except Exception as error:
            trouble = f"{type(error).__name__}: {error}"
        seconds = time.process_time() - begun
        trouble = trouble or (f"{seconds:.1f} s" if seconds > SECONDS else "")
        trouble = trouble or (f"{peak() - memory} MB more" if peak() - memory > MEGABYTES else "")
        self.ran[kind] += 1
        if trouble:
            self.broken[trouble[:60]] += 1
            if self.broken[trouble[:60]] == 1:
                keep(kind, content, trouble)

    def through(self, kind: str, path: Path) -> None:
        """Take a file all the way."""
        with suppress(self.expected):
            self.detect.kind_of(path)
        parsed = self.importers.parse(path, self.seeds.importer(kind))
        assert parsed.read == len(parsed.records) + len(parsed.links) + len(parsed.skipped)
        assert all("\0" not in record.name for record in parsed.records)
        plan = self.loader.plan(self.store, parsed)
        if sum(self.ran.values()) % 20 == 0 and plan.changes_something:
            report = self.loader.apply(self.store, plan)
            assert report.read == parsed.read
            report.undo()
            assert not self.store.rows("SELECT 1 FROM person WHERE is_ego = 0")
            shutil.rmtree(self.folder / "home" / "backups")

    def summary(self) -> str:
        """Say how much was tried and what broke."""
        grown = peak() - self.memory
        files = f"{sum(self.ran.values()):,} files {dict(self.ran)}"
        return f"{files}; broke {dict(self.broken)}; grew {grown} MB"


def keep(kind: str, content: bytes, trouble: str) -> None:
    """Write a file that broke something into the corpus."""
    name = f"{kind.replace(' ', '-')}-{hashlib.sha256(content).hexdigest()[:8]}"
    CORPUS.mkdir(exist_ok=True)
    (CORPUS / name).write_bytes(content)
    print(f"{name}: {trouble}", flush=True)


def peak() -> int:
    """Return the most memory that this process ever had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    sys.exit(main())
