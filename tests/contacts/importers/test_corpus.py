"""Files that once broke an importer: each is read or refused in words, quickly and cheaply."""

import subprocess
import sys
from pathlib import Path

import pytest

CORPUS = sorted((Path(__file__).parent / "corpus").iterdir())
SECONDS, MEGABYTES = 5.0, 300
ATTEMPT = """
import resource, sys, time
from pathlib import Path
from olenb.contacts.importers import KINDS, parse
from olenb.core.errors import OlenbError
resource.setrlimit(resource.RLIMIT_AS, (1_500_000_000, 1_500_000_000))
def peak(): return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
before = peak()
for kind in (None, *KINDS):
    begun = time.process_time()
    try:
        parsed = parse(Path(sys.argv[1]), kind)
        assert parsed.read == len(parsed.records) + len(parsed.links) + len(parsed.skipped)
    except OlenbError as error:
        assert str(error).endswith(".")
    print(kind, time.process_time() - begun, peak() - before)
"""


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
@pytest.mark.skipif(sys.platform == "win32", reason="memory is limited by POSIX's means")
def test_what_once_broke_an_importer_is_read_or_refused(path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", ATTEMPT, str(path)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-800:]
    for line in done.stdout.splitlines():
        kind, seconds, megabytes = line.split()
        assert float(seconds) < SECONDS, kind
        assert float(megabytes) < MEGABYTES, kind
