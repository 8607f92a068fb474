# The verbs of this project; `make` alone lists them. Every verb installs what it needs first.
# Plain enough for the GNU Make 3.81 that macOS ships.

PYTHON_IN := .venv/bin/python
PYBABEL := $(PYTHON_IN) -m babel.messages.frontend
CATALOGUES := app/language/translations
.DEFAULT_GOAL := help
.PHONY: help serve test test-oldest lint format bench bench-draft mutants lock docs translations clean serve-packages develop-packages

help: ## list the verbs
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' Makefile

serve: serve-packages ## serve the quiz; BYLINE_HOST, BYLINE_PORT and the other settings are honoured
	@$(PYTHON_IN) -m app serve

# Two processes, each with whole files, for the tests of a file share what is dear to start, such as a browser.
# ARGS="-n 0" puts all tests into one process, which a debugger needs.
test: develop-packages ## run every test, those in a browser included; ARGS="-k name" narrows
	@$(PYTHON_IN) -m tests.browser.installing
	@$(PYTHON_IN) -m pytest -n 2 --dist loadfile --durations 20 $(ARGS)

test-oldest: ## run the tests on the oldest packages that pyproject.toml allows
	@VENV=.venv-oldest sh requirements/install.sh oldest
	@.venv-oldest/bin/python -m pytest -n 2 --dist loadfile --durations 20 $(ARGS)

lint: develop-packages ## check style, types, layers and complexity
	@$(PYTHON_IN) -m ruff check .
	@$(PYTHON_IN) -m ruff format --check .
	@$(PYTHON_IN) -m mypy app tests byline.py
	@$(PYTHON_IN) .venv/bin/lint-imports --no-logo --no-cache
	@$(PYTHON_IN) -m tests.complexity app

format: develop-packages ## put the code into its form
	@$(PYTHON_IN) -m ruff check --fix --exit-zero .
	@$(PYTHON_IN) -m ruff format .

bench: develop-packages ## measure whole practice attempts against the floor
	@$(PYTHON_IN) -m tests.load.bench $(ARGS)

bench-draft: develop-packages ## measure how well `byline draft` finds who says what
	@$(PYTHON_IN) -m tests.load.bench_draft $(ARGS)

mutants: develop-packages ## plant 200 faults and print those that no test finds; ARGS="--seed 7" tries others
	@$(PYTHON_IN) -m tests.mutation $(ARGS)

lock: serve-packages ## write the locks from pyproject.toml; ARGS=--upgrade takes newer releases
	@sh requirements/compile.sh $(ARGS)

docs: develop-packages ## write the generated pages of docs/
	@$(PYTHON_IN) -m tests.docs.generating

translations: develop-packages ## gather the texts of the pages, bring every language up to date
	@$(PYBABEL) --quiet extract --mapping-file pyproject.toml --keyword marked --sort-by-file \
		--add-location file --no-wrap --project Byline --output-file $(CATALOGUES)/messages.pot app
	@$(PYBABEL) --quiet update --input-file $(CATALOGUES)/messages.pot --output-dir $(CATALOGUES) \
		--ignore-pot-creation-date --ignore-obsolete --no-wrap $(ARGS)

clean: ## remove what the other verbs made, the data in instance/ excepted
	rm -rf .venv .venv-oldest .mypy_cache .pytest_cache .ruff_cache .hypothesis build dist
	find app tests -name __pycache__ -type d -prune -exec rm -rf {} +

serve-packages:
	@sh requirements/install.sh serve

develop-packages:
	@sh requirements/install.sh serve develop
