# Chancery: `make demo` shows it, `make test` proves it; `make help` lists the rest.
SWIFT ?= swift
STAGE := Scripts/stage.sh

.PHONY: help setup build demo test campaign pictures parity bench gate lint clean
.DEFAULT_GOAL := help

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## system packages that are missing, Swift's version, the language model
	@Scripts/setup.sh

build: setup ## the command, in release mode: .build/release/chancery
	@$(STAGE) "build: chancery, release" $(SWIFT) build -c release -j 2 --product chancery

demo: setup ## five short accounts become a cited record; its build is that of `make test`
	@$(STAGE) "build: chancery, for trying" $(SWIFT) build -j 2 --product chancery
	@Scripts/demo.sh .build/debug/chancery

test: ## every test, in a browser too, and a short run of `make campaign`
	@Scripts/setup.sh tests
	@$(STAGE) "build: tests" $(SWIFT) build -j 2 --build-tests
	@Scripts/test.sh $(SWIFT)
	@$(STAGE) "test: scripts" python3 -m unittest discover -s Tests/Scripts
	@CHANCERY_REQUIRE_BROWSER=1 Scripts/browser.sh .build/debug/chancery
	@Scripts/campaign.py --chancery .build/debug/chancery --inputs 140 --depth 300

campaign: build ## 20,000 hostile inputs over every reader, filter and the dossier file
	@Scripts/campaign.py

pictures: ## the pictures of the documentation, taken anew of the example dossier
	@Scripts/setup.sh tests
	@$(STAGE) "build: chancery" $(SWIFT) build -j 2 --product chancery
	@Scripts/browser.sh .build/debug/chancery test_reading.HomeTests
	@.build/browser-venv/bin/python Scripts/pictures.py .build/debug/chancery

parity: build ## token by token against spaCy, in a virtual environment
	@Scripts/parity.sh

bench: build ## speed against spaCy and against the machine, time of a view and of pages
	@Scripts/bench.sh

gate: setup ## what ships, on the training benchmarks, against the baseline; ARGS=--record writes that anew
	@BENCH="$(BENCH)" Scripts/gate.sh $(ARGS)

lint: ## the formatter's strict rules
	@$(STAGE) "lint: swift format" $(SWIFT) format lint --strict --parallel -r Sources Tests Package.swift

clean: ## what was built; the model stays
	@rm -rf .build
