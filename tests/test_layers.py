"""The folders are the floors: a module imports from its own floor and those above it only."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "olenb"
FLOORS = (
    "core",
    "contacts",
    "network",
    "method",
    "room",
    "share",
    "views",
    "notebook",
    "accessors",
    "workbook",
    "screens",
    "server",
    "copies",
    "lean",
    "launch",
    "preflight",
    "doctor",
    "cli",
    "__main__",
)
MAY_IMPORT_LATE = {
    "__init__.py",
    "workbook.py",
    *(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.glob("cli/*.py")),
}
HOSTS = {"jupyter_server", "jupyterlab", "ipywidgets", "anywidget", "IPython", "ipykernel"}
MODULES = sorted(PACKAGE.rglob("*.py"))


def _name(module: Path) -> str:
    return module.relative_to(PACKAGE).as_posix()


def _floor(module: Path) -> str:
    """Return the wing of a module, or its own name where it stands alone."""
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _imported(tree: ast.AST) -> Iterator[tuple[ast.stmt, str]]:
    """Yield every import with the full name of what it brings in."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: write imports in full"
            module = node.module or ""
            yield from ((node, f"{module}.{alias.name}") for alias in node.names)


def _wings_imported(module: Path) -> set[str]:
    tree = ast.parse(module.read_text("utf-8"))
    parts = [name.split(".") for _, name in _imported(tree) if name.startswith("olenb.")]
    return {part[1] for part in parts if part[1] in FLOORS}


def test_every_module_stands_on_a_floor() -> None:
    floors = {_floor(module) for module in MODULES if _name(module) != "__init__.py"}
    assert floors <= set(FLOORS)


@pytest.mark.parametrize(
    "module", [one for one in MODULES if _name(one) != "__init__.py"], ids=_name
)
def test_a_module_imports_only_from_its_own_floor_and_those_above(module: Path) -> None:
    above = FLOORS[: FLOORS.index(_floor(module)) + 1]
    assert _wings_imported(module) <= set(above)


@pytest.mark.parametrize(
    "module", [one for one in MODULES if _name(one) not in MAY_IMPORT_LATE], ids=_name
)
def test_imports_stand_at_the_top(module: Path) -> None:
    tree = ast.parse(module.read_text("utf-8"))
    late = [
        f"line {statement.lineno}: {name}"
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for statement, name in _imported(function)
    ]
    assert not late


@pytest.mark.parametrize("module", sorted((PACKAGE / "core").rglob("*.py")), ids=_name)
def test_the_core_needs_nothing_but_python(module: Path) -> None:
    tree = ast.parse(module.read_text("utf-8"))
    roots = {name.split(".")[0] for _, name in _imported(tree)}
    assert roots <= {"olenb", *sys.stdlib_module_names}


@pytest.mark.parametrize(
    "module",
    [one for one in MODULES if _floor(one) in FLOORS[: FLOORS.index("views")]],
    ids=_name,
)
def test_only_the_upper_floors_know_jupyter(module: Path) -> None:
    tree = ast.parse(module.read_text("utf-8"))
    assert not {name.split(".")[0] for _, name in _imported(tree)} & HOSTS
