# Chancery: `make demo` shows it, `make test` proves it; `make help` lists the rest.
SWIFT ?= swift
STAGE := Scripts/stage.sh

.PHONY: help setup build demo test parity bench lint clean
.DEFAULT_GOAL := help

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## system packages that are missing, Swift's version, the language model
	@Scripts/setup.sh

build: setup ## the command, in release mode: .build/release/chancery
	@$(STAGE) "build: chancery, release" $(SWIFT) build -c release -j 2 --product chancery

demo: build ## five short accounts become a cited record
	@Scripts/demo.sh .build/release/chancery

test: setup ## every test
	@$(STAGE) "build: tests" $(SWIFT) build -j 2 --build-tests
	@Scripts/test.sh $(SWIFT)

parity: build ## token by token against spaCy, in a virtual environment
	@Scripts/parity.sh

bench: build ## speed against spaCy and against the machine, time of a view
	@Scripts/bench.sh

lint: ## the formatter's strict rules
	@$(STAGE) "lint: swift format" $(SWIFT) format lint --strict --parallel -r Sources Tests Package.swift

clean: ## what was built; the model stays
	@rm -rf .build
