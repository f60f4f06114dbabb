# The one front door: people, CI and the runbook use the same targets. `make` alone lists them.
#
# Everything is installed into the checkout (.venv, frontend/node_modules, frontend/tools/node), from locks with
# hashes, once: a stamp remembers which lock it came from. What runs keep lies in DATA_DIR.

SHELL := /bin/bash
.DEFAULT_GOAL := help
.NOTPARALLEL:
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

export API_PORT ?= 8000
export WEB_PORT ?= 5173
DATA_DIR ?= .data
override DATA_DIR := $(abspath $(DATA_DIR))
export DATA_DIR

# A personal pip configuration may ask for user installs, which a virtual environment refuses.
export PIP_USER := 0
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export NPM_CONFIG_UPDATE_NOTIFIER := false
export PYTHONPATH := $(CURDIR)/infra/local
# Playwright's browser belongs to the checkout too.
export PLAYWRIGHT_BROWSERS_PATH := 0
export PATH := $(CURDIR)/frontend/tools/node/node_modules/.bin:$(PATH)

BIN := $(CURDIR)/.venv/bin
PYTHON := $(BIN)/python
ALONGSIDE := $(PYTHON) -m alongside
DATABASE := $(PYTHON) -m alongside_local.database
NPM := npm --prefix frontend

PYTHON_READY := .venv/.requirements-installed
PACKAGE_READY := .venv/.package-installed
NODE_READY := frontend/tools/node/node_modules/.installed
FRONTEND_READY := frontend/node_modules/.installed
SPA := frontend/dist/index.html
SPA_SOURCES = $(wildcard frontend/index.html frontend/*.ts frontend/*.json) $(shell find frontend/src frontend/public \
	frontend/tools -path frontend/tools/node -prune -o -type f -print 2>/dev/null)

.PHONY: help setup run dev demo reset up down \
	migrate migration downgrade migrations-check \
	test test-infra test-backend test-frontend e2e bench \
	check fmt fmt-check lint typecheck openapi openapi-check client-check headers lock clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-18s %s\n", $$1, $$2 }' Makefile
	@echo
	@echo "  API_PORT=$(API_PORT) WEB_PORT=$(WEB_PORT) DATA_DIR=$(DATA_DIR)"
	@echo "  DATABASE_URL with MIGRATION_DATABASE_URL use a PostgreSQL of yours (see .env.example)."

# ---------------------------------------------------------------- installing

setup: $(PACKAGE_READY) $(FRONTEND_READY) ## Install everything into this checkout, from the locks

$(PYTHON_READY): backend/requirements-dev.lock
	@$(PYTHON) -m pip --version >/dev/null 2>&1 || { \
		python=$$(infra/local/find-python) && echo "Making .venv with $$python" && "$$python" -m venv --clear .venv; }
	@echo "Installing the backend's libraries"
	@$(PYTHON) -m pip install --quiet --require-hashes -r backend/requirements-dev.lock
	@touch $@

$(PACKAGE_READY): $(PYTHON_READY) backend/pyproject.toml
	@$(PYTHON) -m pip install --quiet --no-deps --no-build-isolation --editable backend
	@touch $@

$(NODE_READY): frontend/tools/node/package-lock.json
	@command -v npm >/dev/null || { echo "Alongside needs Node 20 or later with npm, and none was found." >&2; exit 1; }
	@echo "Installing Node"
	@npm --prefix frontend/tools/node ci --ignore-scripts=false --no-audit --no-fund --loglevel=error
	@touch $@

$(FRONTEND_READY): $(NODE_READY) frontend/package-lock.json
	@echo "Installing the frontend's libraries"
	@$(NPM) ci --ignore-scripts --engine-strict --no-audit --no-fund --loglevel=error
	@touch $@

$(SPA): $(FRONTEND_READY) $(SPA_SOURCES)
	@echo "Building the frontend"
	@$(NPM) run --silent build -- --logLevel warn
	@touch $@

# ------------------------------------------------------------------- running

run: setup $(SPA) ## Run all of Alongside with its demonstration, until Ctrl-C
	@exec $(PYTHON) -m alongside_local.run

dev: setup ## Run it with live reload of backend and frontend
	@exec $(PYTHON) -m alongside_local.run --reload

demo: setup ## Load the demonstration, unless it is there
	@$(DATABASE) -- $(ALONGSIDE) migrate
	@$(DATABASE) -- $(ALONGSIDE) demo

reset: $(PACKAGE_READY) ## Forget the local database, logs and key; the next run starts anew
	@$(PYTHON) -m alongside_local.reset

up: .env ## Build the images and run them with Docker Compose
	docker compose up --build --detach --wait

down: ## Stop what `make up` started; the data stays in its volume
	docker compose down

.env: .env.example
	@infra/compose/make-env > $@.new && chmod 600 $@.new && mv $@.new $@
	@echo "Wrote .env with generated secrets"

# ---------------------------------------------------------------- migrations

migrate: $(PACKAGE_READY) ## Apply the migrations (to DATABASE_URL's database, or the local one)
	@$(DATABASE) -- $(ALONGSIDE) migrate

migration: $(PACKAGE_READY) ## Write a migration from the tables' changes: make migration m="add vetting date"
	@test -n "$${m:-}" || { echo 'Say what it does: make migration m="add vetting date"' >&2; exit 1; }
	@cd backend && $(DATABASE) --throwaway -- sh -c '$(ALONGSIDE) migrate && $(BIN)/alembic revision --autogenerate -m "$$m"'

downgrade: $(PACKAGE_READY) ## Undo the last migration, or go down to one: make downgrade to=REVISION
	@$(DATABASE) -- $(ALONGSIDE) downgrade -- "$${to:--1}"

migrations-check: $(PACKAGE_READY) ## Prove that the migrations match the tables, and go up, down and up again
	@cd backend && $(DATABASE) --throwaway -- sh -ec '$(ALONGSIDE) migrate; $(BIN)/alembic check; \
		$(ALONGSIDE) downgrade base; $(ALONGSIDE) migrate'

export m to

# ------------------------------------------------------------------- testing

test: test-infra test-backend test-frontend e2e ## Run every test: local machinery, backend, frontend, browser journeys

test-infra: setup $(SPA) ## Test the local machinery, and the compose file, workflows and proxy
	@cd infra/local && $(PYTHON) -m pytest

test-backend: $(PACKAGE_READY) ## Test the backend on a real PostgreSQL
	@cd backend && $(PYTHON) -m pytest -n 2

test-frontend: $(FRONTEND_READY) ## Test the frontend's units
	@$(NPM) run --silent test

e2e: setup $(SPA) ## Run the browser journeys against a system of their own
	@CHROMIUM_PATH=$$(infra/local/find-chromium) || exit 1; export CHROMIUM_PATH; \
		exec $(PYTHON) -m alongside_local.run --throwaway -- $(NPM) run --silent e2e

bench: $(PACKAGE_READY) ## Measure the speed of the data path
	@cd backend && $(PYTHON) -m bench

check: fmt-check lint typecheck openapi-check client-check migrations-check test ## All that CI checks

# ------------------------------------------------------------------- quality

fmt: setup ## Format all code
	@$(BIN)/ruff format backend infra/local
	@$(BIN)/ruff check --select I --fix --quiet backend infra/local
	@$(NPM) run --silent format

fmt-check: setup ## Check the format of all code
	@$(BIN)/ruff format --check backend infra/local
	@$(NPM) run --silent format:check

lint: setup ## Check rules of style, safety and architecture
	@$(BIN)/ruff check backend infra/local
	@cd backend && $(BIN)/lint-imports
	@$(NPM) run --silent lint
	@$(NPM) run --silent i18n:check

typecheck: setup ## Check all types, strictly
	@cd backend && $(BIN)/mypy
	@cd infra/local && $(BIN)/mypy
	@$(NPM) run --silent typecheck

openapi: setup ## Write the API's contract and the client generated from it
	@$(ALONGSIDE) openapi --out backend/openapi.json
	@$(ALONGSIDE) words --out backend/words.json
	@$(NPM) run --silent gen

openapi-check: $(PACKAGE_READY) ## Check that the committed contract is the API's
	@contract=$$(mktemp) && trap 'rm -f "$$contract"' EXIT && $(ALONGSIDE) openapi --out "$$contract" \
		&& { diff -u backend/openapi.json "$$contract" || { echo "backend/openapi.json is out of date: make openapi" >&2; exit 1; }; } \
		&& $(ALONGSIDE) words --out "$$contract" \
		&& { diff -u backend/words.json "$$contract" || { echo "backend/words.json is out of date: make openapi" >&2; exit 1; }; }

client-check: $(FRONTEND_READY) ## Check that the committed client is the contract's
	@$(NPM) run --silent gen:check

headers: $(PYTHON_READY) ## Write nginx's headers from the local web server's
	@$(PYTHON) -m alongside_local.headers

lock: $(PYTHON_READY) ## Choose the newest allowed versions anew and lock them with hashes
	@for name in requirements requirements-dev; do \
		(cd backend && $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
			--no-header --no-annotate $$name.in -o $$name.lock) || exit 1; done
	@$(NPM) install --package-lock-only --ignore-scripts --no-audit --no-fund

clean: ## Remove what was installed and built; the data stays
	@rm -rf .venv backend/*.egg-info frontend/node_modules frontend/tools/node/node_modules frontend/dist
	@find . \( -name __pycache__ -o -name .pytest_cache -o -name .mypy_cache -o -name .ruff_cache \
		-o -name .import_linter_cache \) -type d -prune -exec rm -rf {} +
