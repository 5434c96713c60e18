# Two commands matter: `make audit` and `make test`. They need python3 (with venv), git and make; the rest is installed
# into .venv from the package registries.
.DEFAULT_GOAL := audit
# `make quick` while working, `make golden` after a change that must change no byte.
.PHONY: audit test quick golden golden-write truth oracle lint fix docs brands reports captures picture look bench trust fuzz kills mutants clean

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CASE := flows/doctolib-2019
export UV_PYTHON_DOWNLOADS := never
export UV_PROJECT_ENVIRONMENT := $(VENV)
export UV_COMPILE_BYTECODE := 1

$(BIN)/uv:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "uv>=0.9"

$(VENV)/.run: $(BIN)/uv uv.lock pyproject.toml
	$(BIN)/uv sync --quiet --frozen --inexact --no-default-groups
	@$(BIN)/python -m compileall -q auditor
	@touch $@

$(VENV)/.dev: $(BIN)/uv uv.lock pyproject.toml
	$(BIN)/uv sync --quiet --frozen --inexact --group dev
	@$(BIN)/python -m compileall -q auditor
	@touch $@ $(VENV)/.run

audit: $(VENV)/.run
	@$(BIN)/auditor check $(CASE) --fail-on never
	@$(BIN)/auditor report $(CASE) --out build/doctolib-2019

test: $(VENV)/.dev
	$(BIN)/auditor test
	$(BIN)/python -m pytest -n auto

# What takes under a minute: lint, types, imports and the tests that are not marked slow.
quick: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -q -n 2 -m "not slow"

# Whether every output is, byte for byte, the one whose hash is committed; WRITE=1 or golden-write commits to new ones.
golden: $(VENV)/.dev
	@$(BIN)/python -m tests.golden.hashes $(if $(WRITE),--write)

golden-write: $(VENV)/.dev
	@$(BIN)/python -m tests.golden.hashes --write

# How far the audit of published decisions agrees with them, rule by rule, and with a fact of each changed.
truth: $(VENV)/.dev
	@$(BIN)/python -m tests.decisions

# The derivations against logic programs written from the definitions, on a thousand small estates; `make test` takes a sample.
oracle: $(VENV)/.dev
	ORACLE_ESTATES=1000 $(BIN)/python -m pytest -q tests/oracle

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

fix: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: $(VENV)/.dev
	$(BIN)/python docs/generate.py
	$(BIN)/python docs/setups.py
	$(BIN)/python docs/update_readme.py
	$(BIN)/python docs/update_guides.py

# The list of brands anew from its package, by npm; MONTH is when a new version was released.
brands: $(VENV)/.dev
	rm -rf build/brands && mkdir -p build/brands
	cd build/brands && npm pack --silent third-party-web && tar -xzf third-party-web-*.tgz
	$(BIN)/python docs/brands.py build/brands/package --month "$(MONTH)"

reports: $(VENV)/.dev
	$(BIN)/python docs/generate.py --reports

# The captures of flows/clinic-captures anew, by the system's Chromium; every name leads to this machine.
captures: $(VENV)/.dev
	$(BIN)/python -m tests.clinic

# The pictures of the documentation, by the system's Chromium.
picture: reports
	$(BIN)/python docs/picture.py

# Five cases as readers may meet them, by day, by night, on a phone and on paper, under build/look.
look: $(VENV)/.dev
	$(BIN)/python docs/picture.py --look build/look

# docs/performance.md anew, in half an hour: BENCH="--rounds 3" takes less. Then what each format takes.
BENCH ?=
bench: $(VENV)/.dev
	$(BIN)/python benchmarks/performance.py $(BENCH)
	$(BIN)/python benchmarks/formats.py
	$(BIN)/python benchmarks/states.py

# What hostile inputs come to, measured again, with the attacks of the tests and what the long runs found.
trust: $(VENV)/.dev
	$(BIN)/python docs/trust.py

# Cases, packs, knowledge, settings, exceptions, baselines, bags, results and bytes of strangers, EXAMPLES in all; COUNTS names the
# file that what came of them is written to, as docs/trust/fuzz.json.
EXAMPLES ?= 50000
COUNTS ?=
fuzz: $(VENV)/.dev
	EXAMPLES=$(EXAMPLES) COUNTS=$(COUNTS) $(BIN)/python -m pytest -q tests/fuzz

# Commands that write, each killed KILLS times at random moments.
KILLS ?= 100
kills: $(VENV)/.dev
	KILLS=$(KILLS) COUNTS=docs/trust/kills.json $(BIN)/python -m pytest -q tests/hostile/test_kills.py

# An even sample of small faults put into what decides, each held against the tests of behaviour that run it.
mutants: $(VENV)/.dev
	$(BIN)/python -m tests.mutants trace -m "not slow"
	$(BIN)/python -m tests.mutants trace --name slow tests/oracle tests/gate
	$(BIN)/python -m tests.mutants hold
	$(BIN)/python -m tests.mutants write

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
