# Two commands do all set-up: `make demo` and `make test`. Both need Python 3.11+, git and make only.
# The first Python found that is new enough; PYTHON=... chooses another.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
DEMO := reports/demo

.PHONY: demo test lint types format example clean

$(STAMP): pyproject.toml
	@test -n "$(PYTHON)" || { echo "citecheck needs Python 3.11 or newer; none was found" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Setting up $(VENV) (once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

# Findings are expected in the demonstration: exit code 1 of the audit is its proper end.
demo: $(STAMP)
	@$(BIN)/python -m fixtures.demo $(DEMO)

test: $(STAMP)
	$(BIN)/python -m pytest -n auto $(ARGS)

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(STAMP)
	$(BIN)/mypy

format: $(STAMP)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# reports/example is what the audit of the fixture gives; a test fails when it is stale.
example: $(STAMP)
	$(BIN)/python -m fixtures.demo reports/example

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache $(DEMO)
