# Two commands do all: `make demo` sets up and runs the main job, `make test` sets up and passes the tests.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LEDGER := demo.averment

.DEFAULT_GOAL := help
.PHONY: help demo test check bench lock clean

help: ## Say what can be made.
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/'

$(VENV)/.ready: pyproject.toml requirements.txt requirements-lists.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Averment needs Python 3.11 or newer.")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements-lists.txt || \
	  echo "Sanctions lists are left out: rigour builds on ICU, which needs g++, pkg-config and libicu-dev."
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(VENV)/.ready ## Read the example articles into a ledger and show what they say.
	@AVERMENT=$(BIN)/averment LEDGER=$(LEDGER) sh examples/demo.sh

test: $(VENV)/.ready check ## Run the checks and the tests.
	$(BIN)/python -m pytest

check: $(VENV)/.ready ## Lint and check the types.
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(VENV)/.ready ## Words a second of each stage.
	$(BIN)/averment bench

COMPILE = $(PYTHON) -m uv pip compile --quiet --universal --generate-hashes --no-header --no-emit-index-url \
	--python-version 3.11 pyproject.toml

lock: ## Renew the pinned and hashed sets that the targets above install.
	$(PYTHON) -m pip install --quiet uv
	$(COMPILE) --group dev --extra parquet -o requirements.txt
	$(COMPILE) --extra lists -c requirements.txt -o requirements-lists.txt

clean: ## Remove the environment and what the demo made.
	rm -rf $(VENV) $(LEDGER) $(LEDGER)-wal $(LEDGER)-shm $(LEDGER).lock .mypy_cache .ruff_cache .pytest_cache
