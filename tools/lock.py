"""Write what is derived from pyproject.toml: uv.lock, the requirement locks, environment.yml.

The hub's own lock follows from `deploy/jupyterhub/requirements.in`, and holds only what olenb
doesn't bring: both locks are installed together.

Run it after any change of the dependencies: `uv run python tools/lock.py` (it needs uv).
`tests/test_setup.py` fails when one of the files no longer follows from the others.
"""

import subprocess
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HEADER = "# Written by tools/lock.py from {source}. Change that, and run it again.\n"
EXPORTS = {
    "requirements.lock": ("--no-dev",),
    "requirements-dev.lock": ("--only-dev",),
    "requirements-spark.lock": ("--only-group", "spark"),
}
HUB = Path("deploy", "jupyterhub")
CONDA_PYTHON = "3.12"
"""One version: repo2docker reads no range, and would begin with one that is too old for us."""


def exported(options: tuple[str, ...]) -> str:
    """Return the locked packages as pip reads them, with markers and hashes."""
    command = ["uv", "export", "--frozen", "--format", "requirements-txt", "--quiet"]
    shape = ["--no-emit-project", "--no-annotate", "--no-header"]
    run = subprocess.run(
        [*command, *shape, *options], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return HEADER.format(source="uv.lock") + run.stdout


def hub() -> str:
    """Return the locked packages of the hub besides olenb's own; this asks the package index."""
    ours = [line.split("==")[0] for line in exported(()).splitlines() if "==" in line]
    left_out = [option for name in ours for option in ("--no-emit-package", name)]
    command = ["uv", "pip", "compile", "--quiet", "--universal", "--generate-hashes"]
    shape = ["--no-annotate", "--no-header", "--python-version", "3.11"]
    run = subprocess.run(
        [*command, *shape, *left_out, "-c", "requirements.lock", str(HUB / "requirements.in")],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    return HEADER.format(source="requirements.in") + run.stdout


def environment() -> str:
    """Return environment.yml: conda brings Python and pip, pip brings what pyproject.toml says."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return HEADER.format(source="pyproject.toml") + "\n".join(
        [
            f"name: {project['name']}",
            "channels:",
            "  - conda-forge",
            "dependencies:",
            f"  - python={CONDA_PYTHON}",
            "  - pip",
            "  - pip:",
            "      - -e .",
            "",
        ]
    )


def main() -> None:
    """Lock, and write every file that follows from the lock."""
    subprocess.run(["uv", "lock"], cwd=ROOT, check=True)
    for name, options in EXPORTS.items():
        (ROOT / name).write_text(exported(options), encoding="utf-8")
    (ROOT / HUB / "requirements.lock").write_text(hub(), encoding="utf-8")
    (ROOT / "environment.yml").write_text(environment(), encoding="utf-8")


if __name__ == "__main__":
    main()
