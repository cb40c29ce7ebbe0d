# FitWell's everyday commands. Each sets up first what it needs, and says what it installs.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := run
.PHONY: run tour test test-contract test-slow check bench bundle bundle-start icons lock clean

PYTHON ?= $(shell command -v python3.11 || echo python3)
BIN := .venv/bin
OFFSCREEN := QT_QPA_PLATFORM=offscreen

# Without compiled bytecode, FitWell's libraries are compiled again at every start.
unexport PYTHONDONTWRITEBYTECODE

## run: FitWell on the demo practice; where there is no screen, the tour on a virtual one
run:
	@$(PYTHON) packaging/bootstrap.py --window
	@if [ -n "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ]; then \
	    exec $(BIN)/fitwell-desktop --demo; \
	else \
	    echo "There is no screen here: FitWell goes through a first day on a virtual one."; \
	    $(MAKE) --no-print-directory tour; \
	fi

## tour: a first real day in the real window, on a virtual screen; leaves pictures and an invoice in build/tour
tour:
	@env -u DISPLAY -u WAYLAND_DISPLAY $(PYTHON) packaging/bootstrap.py --window
	@rm -rf build/tour
	@$(BIN)/python packaging/virtual_screen.py $(BIN)/fitwell-desktop --tour build/tour

## test: all tests but those of outside programs; `make test ARGS=tests/domain` runs some
test:
	@$(PYTHON) packaging/bootstrap.py --test
	@$(OFFSCREEN) $(BIN)/python -m pytest -n 2 $(ARGS)

## test-contract: what FitWell promises of outside programs (PostgreSQL, a keyring, a fresh set-up)
test-contract:
	@$(PYTHON) packaging/bootstrap.py --test --bundle
	@$(OFFSCREEN) $(BIN)/python -m pytest -m contract --timeout 900 $(ARGS)

## test-slow: what takes a minute or more (the demo practice at its full size)
test-slow:
	@$(PYTHON) packaging/bootstrap.py --test
	@$(OFFSCREEN) $(BIN)/python -m pytest -m slow --timeout 900 $(ARGS)

## check: format, lint, types, and which module may import which
check:
	@$(PYTHON) packaging/bootstrap.py
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@PYTHONPATH=. $(BIN)/lint-imports --no-logo

## bench: the figures; `make bench NAMES="start roster"` measures some
bench:
	@$(PYTHON) packaging/bootstrap.py
	@$(BIN)/python -m benchmarks $(NAMES)

## bundle: the program with all it needs in dist/fitwell, and a .deb of it
bundle:
	@$(PYTHON) packaging/bootstrap.py --window --bundle
	@$(BIN)/python packaging/build_bundle.py
	@$(BIN)/python packaging/build_deb.py

## bundle-start: the built program opens its demo practice on a virtual screen, with a picture of it
bundle-start:
	@$(BIN)/python packaging/virtual_screen.py $(BIN)/python packaging/portrait.py build/bundle.png \
	    dist/fitwell/fitwell-desktop

## icons: the application's icons in every size and format, from their drawing
icons:
	@$(PYTHON) packaging/bootstrap.py
	@$(OFFSCREEN) $(BIN)/python packaging/build_icons.py

## lock: requirements.lock anew from pyproject.toml; `make lock ARGS=--upgrade` takes newer versions
lock:
	@$(PYTHON) packaging/bootstrap.py
	@$(BIN)/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
	    --no-emit-index-url --no-annotate --no-header --quiet $(ARGS) --output-file requirements.lock
	@$(PYTHON) packaging/bootstrap.py

clean:
	@rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find fitwell_desktop tests -name __pycache__ -prune -exec rm -rf {} +
