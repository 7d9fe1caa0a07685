# Short names for what is done often. `make` alone lists them.

.PHONY: help test lint typecheck locks audit
PYTHON := .venv/bin/python

help:       ## list these names
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST)

test:       ## run all the tests
	python3 run.py test

lint:       ## check the style, and put it right where that can be done
	$(PYTHON) -m ruff check --fix .
	$(PYTHON) -m ruff format .

typecheck:  ## check the types
	$(PYTHON) -m mypy

locks:      ## write what follows from pyproject.toml: uv.lock, requirement locks, environment.yml
	$(PYTHON) tools/lock.py

audit:      ## look for known holes in the packages that we need; asks the internet
	uvx pip-audit --disable-pip --no-deps -r requirements.lock
