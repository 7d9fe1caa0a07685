"""Write docs/licences.md: what olenb needs, and under which licence each of it is given.

Run it with the oldest Python that olenb runs on, after any change of the dependencies. Which
packages there are comes from requirements.lock, what they say of themselves from what is
installed; one that is not installed here keeps the line that it has. No network is needed.
`tests/test_licences.py` fails when the page no longer follows.
"""

import re
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "licences.md"
LOCK = ROOT / "requirements.lock"
BUNDLED = ROOT / "olenb" / "views" / "widgets" / "static" / "NOTICE.txt"
NOT_KNOWN = "not known"

# What old metadata say in many ways, in the short names of today (spdx.org/licenses).
SHORT = {
    "apache 2.0": "Apache-2.0",
    "apache license, version 2.0": "Apache-2.0",
    "apache software license": "Apache-2.0",
    "bsd": "BSD",
    "bsd license": "BSD",
    "bsd 2-clause license": "BSD-2-Clause",
    "bsd 3-clause license": "BSD-3-Clause",
    "dual license": "BSD-3-Clause OR Apache-2.0",
    "isc license": "ISC",
    "isc license (iscl)": "ISC",
    "mit license": "MIT",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
    "psfl": "PSF-2.0",
    "python software foundation license": "PSF-2.0",
}
HEAD = """\
# Licences

olenb itself is under the [MIT licence](../LICENSE). It needs the packages below, which are
fetched when it is set up and are not part of it. This page is written by `tools/licences.py`
from what the packages say of themselves.

No package is under a licence that asks for more than its notice to be kept when olenb is used,
shared or changed (nothing under GPL, LGPL or AGPL); MPL-2.0 covers those packages' own files only.

| package | licence |
|---|---|
"""
TAIL = """
The drawings in the browser are made with parts of D3, which come with olenb in one file. Their
notices are in
[`olenb/views/widgets/static/NOTICE.txt`](../olenb/views/widgets/static/NOTICE.txt):
{bundled}

What only those need who work on olenb itself (`requirements-dev.lock`) is not listed: it is not
fetched by anybody else.
"""


def packages() -> list[str]:
    """Return the names of all packages that olenb needs, on whatever system."""
    names = re.findall(r"^([A-Za-z0-9_.-]+)==", LOCK.read_text("utf-8"), re.MULTILINE)
    return sorted(set(names), key=str.casefold)


def licence(package: str) -> str | None:
    """Return what an installed package says of its licence, None for one that is not here."""
    try:
        said = metadata.metadata(package)
    except metadata.PackageNotFoundError:
        return None
    if expression := said.get("License-Expression"):
        return str(expression)
    first = (said.get("License") or "").strip().partition("\n")[0]
    if short := SHORT.get(first.casefold()):
        return short
    if re.fullmatch(r"[A-Za-z]+(-[\w.]+)*", first) and first != "UNKNOWN":
        return first
    classified = [
        name.rpartition(" :: ")[2]
        for name in said.get_all("Classifier") or []
        if name.startswith("License ::")
    ]
    names = [SHORT.get(name.casefold(), name) for name in classified]
    return " OR ".join(names) or NOT_KNOWN


def known() -> dict[str, str]:
    """Return what the page says now."""
    page = PAGE.read_text("utf-8").partition("|---|---|")[2] if PAGE.exists() else ""
    return dict(re.findall(r"^\| ([\w.-]+) \| (.+) \|$", page, re.MULTILINE))


def page() -> str:
    """Return the page as it should be."""
    before = known()
    lines = [
        f"| {name} | {licence(name) or before.get(name, NOT_KNOWN)} |\n" for name in packages()
    ]
    bundled, _, _ = BUNDLED.read_text("utf-8").partition("\n\n")
    modules = ", ".join(dict.fromkeys(re.findall(r"d3-\w+", bundled)))
    return HEAD + "".join(lines) + TAIL.format(bundled=f"{modules} (ISC; d3-ease BSD-3-Clause).")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
