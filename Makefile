# Everything that a person does with a checkout. Each target sets up what it needs, and only that.
SHELL := /bin/bash
export PATH := $(CURDIR)/node_modules/.bin:$(PATH)
SET_UP := scripts/set-up.sh
TEST_PYTHONS := newest 0.28.2 0.25.1 0.22.3 0.19.11 hydra hydra-next sweeps frameworks
NEWEST_PYTHON := $(CURDIR)/.venv/newest/bin/python
OLD_PYTHON := $(CURDIR)/.venv/0.28.2/bin/python
export SLIPWAY_TEST_PYTHON ?= $(NEWEST_PYTHON)
export SLIPWAY_TEST_PYTHON_OLD ?= $(OLD_PYTHON)

.DEFAULT_GOAL := help
.PHONY: help start test demo check bench web setup clean

help: ## Lists the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

start: ## Runs a server and a local launch agent; ARGS="--port 9000" passes options
	@$(SET_UP) npm
	@$(SET_UP) web
	@echo 'Use the command "slipway" from another terminal after: export PATH="$(CURDIR)/node_modules/.bin:$$PATH"'
	@exec node packages/cli/src/main.ts start $(ARGS)

test: ## Runs all tests; ARGS="packages/core" runs some
	@$(SET_UP) npm
	@$(SET_UP) web
	@$(SET_UP) engines --optional
	@$(SET_UP) python $(TEST_PYTHONS) --optional
	vitest run --reporter=default --reporter=json --outputFile.json=.cache/test-report.json $(ARGS)

demo: ## Captures jobs, launches them with other inputs and compares
	@$(SET_UP) npm
	@$(SET_UP) web
	@$(SET_UP) python newest --optional || [ "$$CI" != true ]
	@node e2e/demo/main.ts

check: ## Checks format, lint, types and unused code
	@$(SET_UP) npm
	npm run --silent check

bench: ## Measures the targets of the design; ARGS="--json" prints one line for each
	@$(SET_UP) npm
	@$(SET_UP) web
	@$(SET_UP) engines --optional
	@node benchmarks/main.ts $(ARGS)

web: ## Builds the web application
	@$(SET_UP) npm
	@$(SET_UP) web

setup: ## Sets up everything
	@$(SET_UP) npm
	@$(SET_UP) web
	@$(SET_UP) engines --optional
	@$(SET_UP) python $(TEST_PYTHONS) --optional

clean: ## Removes what set-up made; data folders stay
	rm -rf node_modules packages/*/node_modules packages/web/dist .venv .cache
