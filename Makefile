# Everything a newcomer or the continuous integration calls. `make demo` and `make test` set up what they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help setup demo test notebooks lint bench evaluate train sample lock clean

help: ## Say what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

setup: $(VENV)/ready ## Make the virtual environment with the locked packages

$(VENV)/ready: pyproject.toml requirements.lock
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

demo: setup ## Analyse the sample journal
	$(BIN)/analyze data/sample_journal/day_one.zip --person Sam=partner

test: setup ## Run the tests
	$(BIN)/python -m pytest

notebooks: setup ## Run the notebooks from top to bottom
	$(BIN)/python -m pytest tests/notebooks

lint: setup ## Check style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: setup ## Time the analysis and its encoder beside spaCy's pipeline, VADER and an encoder of RoBERTa's size
	$(BIN)/analyzer bench $(or $(JOURNAL),data/sample_journal/day_one.zip)

evaluate: setup ## Measure the models: GoEmotions' test split and, where GOLD=DIR names labelled journals, those
	$(BIN)/analyzer evaluate $(if $(GOLD),--gold $(GOLD))

train: $(VENV)/training ## Train every model from data/ into models/ (hours on two cores, minutes on a GPU)
	$(BIN)/analyzer train

# What training needs beside the locked packages; PyTorch is large, so nothing else asks for it.
$(VENV)/training: $(VENV)/ready
	$(BIN)/pip install --quiet --editable '.[train]'
	@touch $@

sample: setup ## Build the Day One zip of the sample journal from its Markdown
	$(BIN)/python data/sample_journal/build_day_one.py

lock: ## Resolve the locked packages again
	$(BIN)/uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-annotate --custom-compile-command "make lock" --quiet -o requirements.lock

clean: ## Remove the virtual environment and what was built
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache
