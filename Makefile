# Each target sets up what it needs: system packages (Debian, Ubuntu), .venv, dependencies.
# Needs git, make and python3 (3.11 or later). `make help` lists the targets.

PYTHON ?= python3
BIN := .venv/bin
# Set up again when the lock changes.
READY := .venv/.ready-$(shell cksum < requirements.lock | cut -d ' ' -f 1)
ARGS ?=
# What people read is written in these folders.
TEXTS := kiosk ui db
ENGLISH := resources/i18n/en

.DEFAULT_GOAL := help
.PHONY: help run test lint types messages bench sweep tour lock system-run system-test clean

help: ## list the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/'

run: system-run $(READY) ## start the program; without a display, run the tour into tour-out
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
	  exec $(BIN)/python -m kiosk $(ARGS); \
	fi; \
	echo "There is no display here, so the tour runs instead. It writes to $(CURDIR)/tour-out"; \
	rm -rf tour-out; \
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m kiosk tour --out tour-out && \
	echo "The pictures of the tour are in $(CURDIR)/tour-out"

test: system-test $(READY) ## run every test but benchmarks and the full sweep
	$(BIN)/python -m pytest -n 3 --dist loadgroup --max-worker-restart 0 $(ARGS)

lint: $(READY) ## check style, format and layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: $(READY) ## check types
	$(BIN)/mypy --strict

messages: $(READY) ## bring the English catalogue up to date with the texts
	mkdir -p build
	$(BIN)/pybabel -q extract -F pyproject.toml --no-location --sort-output \
	  --project dong-hanh-so -o build/messages.pot $(TEXTS)
	$(BIN)/pybabel -q update -i build/messages.pot -l en -o $(ENGLISH).po \
	  --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date
	$(BIN)/pybabel -q compile -i $(ENGLISH).po -o $(ENGLISH).mo

bench: system-run $(READY) ## measure start, taps, slips and memory
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.bench $(ARGS)

sweep: system-test $(READY) ## test every screen in every configuration (long)
	$(BIN)/python -m pytest -n 3 --dist loadgroup -m sweep $(ARGS)

tour: system-run $(READY) ## drive the real windows through the main job, into tour-out
	rm -rf tour-out
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m kiosk tour --out tour-out

lock: ## renew requirements.lock from the ranges in pyproject.toml
	$(PYTHON) -m venv --clear build/lock
	build/lock/bin/python -m pip install -q uv
	{ echo "# Locked for Python 3.11 and later on Linux and Windows; made by: make lock"; \
	  build/lock/bin/uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 \
	    --upgrade --generate-hashes --no-emit-index-url --no-header -q; } > build/requirements.lock
	mv build/requirements.lock requirements.lock

clean: ## remove .venv, caches and what runs left behind
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache build dist tour-out \
	  *.egg-info

system-run:
	@PYTHON=$(PYTHON) sh kiosk/packaging/setup-debian.sh run

system-test:
	@PYTHON=$(PYTHON) sh kiosk/packaging/setup-debian.sh test

# An existing .venv is kept and brought to the state of the lock.
$(READY): | $(if $(filter test sweep,$(MAKECMDGOALS)),system-test,system-run)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later, please")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes \
	  --only-binary :all: -r requirements.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	rm -f .venv/.ready-*
	touch $@
