# Two commands: `make site` builds the public site, `make test` proves it. Both set up everything they need in .venv/.
# Nothing is assumed beyond python3 with venv, make and, for the browser and the PDF files of the tests, root or sudo on Debian.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
CONTENT ?= content
SITE ?= site
SEEDS ?= ../shared/seeds
PREVIEW := preview

export NO_MKDOCS_2_WARNING := 1
export PYTHONDONTWRITEBYTECODE := 1

.PHONY: site serve test lint types unit accuracy benchmark families preview-seeds setup setup-test programs lock wheel clean
.DEFAULT_GOAL := site

site: setup
	$(BIN)/paragraf build --content $(CONTENT) --site $(SITE)

serve: setup
	$(BIN)/paragraf serve --content $(CONTENT)

test: lint types unit

lint: setup-test
	$(BIN)/ruff check generator tests

types: setup-test
	$(BIN)/mypy

# Two at a time, a file of tests each: most of them wait for a browser, a build or another program.
unit: setup-test
	$(BIN)/python -m pytest --numprocesses=2 --dist=loadfile

# How right imports are: precision and recall by field over all layout families of tests/importing/families.
accuracy: setup-test
	cd tests && ../$(BIN)/python -m importing.measure

# Pages a second, and memory: figures, no test.
benchmark: setup-test
	cd tests && ../$(BIN)/python -m importing.benchmark

# source.txt and truth.json of every layout family, by its description.
families: setup-test
	cd tests && ../$(BIN)/python -m importing.truths

# Pictures of every page kind, in screenshots/: KINDS="start case" takes some.
screenshots: setup-test
	PYTHONPATH=tests $(BIN)/python -m reports.screenshots $(KINDS)

lighthouse: setup-test
	PATH="$(CURDIR)/$(BIN):$$PATH" npm ci --prefix tests/reports --ignore-scripts --no-audit --no-fund --loglevel=error
	PYTHONPATH=tests $(BIN)/python -m reports.lighthouse

# The two documents that the project was made for. Their text is not ours to commit: preview/ is ignored by git.
preview-seeds: setup
	rm -rf $(PREVIEW)
	for seed in $(SEEDS)/*.txt; do $(BIN)/paragraf import "$$seed" --till $(PREVIEW)/content || exit 1; done
	$(BIN)/paragraf build --content $(PREVIEW)/content --site $(PREVIEW)/site --utkast

setup: $(VENV)/.installed
setup-test: $(VENV)/.installed-dev $(VENV)/.installed-tools programs

$(VENV)/pyvenv.cfg:
	$(PYTHON) -m venv $(VENV)

# The lock files name every version with its checksum, so that two machines install the same.
$(VENV)/.installed: $(VENV)/pyvenv.cfg requirements.lock pyproject.toml
	$(PIP) install --require-hashes --only-binary :all: -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/.installed-dev: $(VENV)/.installed requirements-dev.lock
	$(PIP) install --require-hashes --only-binary :all: -r requirements-dev.lock
	touch $@

# axe-core and the Nu HTML checker come from the npm registry, with the npm that lies in .venv.
$(VENV)/.installed-tools: $(VENV)/.installed-dev tests/tools/package.json tests/tools/package-lock.json
	PATH="$(CURDIR)/$(BIN):$$PATH" npm ci --prefix tests/tools --ignore-scripts --no-audit --no-fund --loglevel=error
	touch $@

programs: $(VENV)/.installed-dev
	@PYTHON=$(BIN)/python sh tests/tools/install-programs.sh

lock: setup
	$(PIP) install uv
	$(BIN)/uv pip compile pyproject.toml --extra checkout --upgrade $(LOCK_OPTIONS) --output-file requirements.lock
	$(BIN)/uv pip compile pyproject.toml --extra dev --constraint requirements.lock $(LOCK_OPTIONS) --output-file requirements-dev.lock

LOCK_OPTIONS := --universal --generate-hashes --no-header --no-annotate --no-emit-package paragraf --python-version 3.11 --quiet

wheel: setup
	$(BIN)/python -m hatchling build --target wheel

clean:
	rm -rf $(VENV) $(SITE) .site.* $(PREVIEW) dist screenshots tests/tools/node_modules tests/reports/node_modules
	rm -rf .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find generator tests -name __pycache__ -prune -exec rm -rf {} +
