# The doors of the project. Each makes or mends the environment first, which takes no time when
# nothing changed.

PY := .venv/bin/python
# One test worker a core; PYTEST_WORKERS=0 runs them in one process, which a debugger needs.
PYTEST_WORKERS ?= auto
PYTEST := $(PY) -m pytest
SPREAD := -n $(PYTEST_WORKERS) --dist worksteal

.DEFAULT_GOAL := help
.PHONY: help run setup test check bench lint unit pages fault browser screenshots format lock clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' Makefile

run: ## start the dashboard on this machine and print its address; Ctrl-C stops it
	@scripts/environment.sh requirements.txt
	@$(PY) -m scrutiny init --if-empty
	@$(PY) -m scrutiny.serve

setup: ## only the environment, with what the tests need, in .venv
	@scripts/environment.sh requirements.txt requirements-dev.txt

test: setup lint ## everything CI runs
	@scripts/browser.sh
	@scripts/provider.sh
	$(PYTEST) $(SPREAD) -m "not browser and not alone"
	$(PYTEST) -m alone
	$(PYTEST) $(SPREAD) -m browser

check: setup lint unit ## the quick half: lint, types, imports, SQL, units, queries

lint: setup
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -m mypy
	.venv/bin/lint-imports
	$(PY) -m sqlfluff lint --processes 2 data/schema queries

unit: setup
	$(PYTEST) -m "not browser and not alone" --ignore tests/pages

pages: setup ## page tests only
	$(PYTEST) $(SPREAD) tests/pages

fault: setup ## only what breaks something on purpose: kills, full disks, damage; some minutes
	$(PYTEST) -m fault

browser: setup ## browser tests only
	@scripts/browser.sh
	@scripts/provider.sh
	$(PYTEST) $(SPREAD) -m browser

screenshots: setup ## pictures of every page for the documentation
	@scripts/browser.sh
	SCRUTINY_SCREENSHOTS=1 $(PYTEST) tests/browser/test_every_page.py -k picture

bench: setup ## measurements; keeps the table in docs/benchmarks.md
	@scripts/browser.sh
	$(PY) -m bench

format: setup ## lay out Python and SQL as the checks want them
	$(PY) -m ruff check --fix
	$(PY) -m ruff format
	$(PY) -m sqlfluff fix --processes 2 data/schema queries

lock: setup ## compile the two locks anew from requirements*.in
	@scripts/lock.sh

clean: ## remove the environment and caches; the journal and the warehouse stay
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -not -path './.git/*' -prune -exec rm -rf {} +
