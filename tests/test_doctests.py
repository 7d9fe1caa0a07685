"""The examples in the docstrings run and say what they say."""

import doctest
import importlib
import pkgutil

import pytest

import olenb

MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(olenb.__path__, "olenb.")
    if not module.name.endswith("__main__")
)


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_run(name: str) -> None:
    found = doctest.testmod(
        importlib.import_module(name),
        optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE,
    )
    assert found.failed == 0
