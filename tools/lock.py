"""Write what is derived from pyproject.toml: uv.lock, the requirement locks, environment.yml.

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


def exported(options: tuple[str, ...]) -> str:
    """Return the locked packages as pip reads them, with markers and hashes."""
    command = ["uv", "export", "--frozen", "--format", "requirements-txt", "--quiet"]
    shape = ["--no-emit-project", "--no-annotate", "--no-header"]
    run = subprocess.run(
        [*command, *shape, *options], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return HEADER.format(source="uv.lock") + run.stdout


def environment() -> str:
    """Return environment.yml: conda brings Python and pip, pip brings what pyproject.toml says."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return HEADER.format(source="pyproject.toml") + "\n".join(
        [
            f"name: {project['name']}",
            "channels:",
            "  - conda-forge",
            "dependencies:",
            f"  - python {project['requires-python']}",
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
    (ROOT / "environment.yml").write_text(environment(), encoding="utf-8")


if __name__ == "__main__":
    main()
