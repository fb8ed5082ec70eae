# SPDX-License-Identifier: GPL-3.0-or-later
# The one door for people and CI. `make help` lists what there is.

SYSTEM_PYTHON := /usr/bin/python3
ENGINE_PYTHON := $(CURDIR)/.venv/bin/python
QGIS_PYTHON := $(CURDIR)/.venv-qgis/bin/python
APT_PACKAGES := qgis python3-qgis gdal-bin xvfb xauth python3-venv qttools5-dev-tools
LRELEASE := $(or $(firstword $(wildcard /usr/lib/qt5/bin/lrelease /usr/lib/qt6/bin/lrelease)),/usr/lib/qt5/bin/lrelease)
TRANSLATIONS := $(patsubst %.ts,%.qm,$(wildcard resources/i18n/*.ts))
QGIS_ENVIRONMENT := LWGANET_ENGINE_PYTHON=$(ENGINE_PYTHON) QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 PATH=/usr/bin:/bin
PROFILE ?= $(HOME)/.local/share/QGIS/QGIS3/profiles/default

.DEFAULT_GOAL := help
.PHONY: help setup system demo test test-long test-matrix lint fuzz bench bench-gpu reliability figures \
  figures-models figures-ground cross-validation locks screenshots pictures places architecture catalogue translations package deploy clean

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup: system .venv/stamp .venv-qgis/stamp $(TRANSLATIONS) ## QGIS from the system's packages if missing, and both environments

system:
	@missing=""; \
	for package in $(APT_PACKAGES); do \
	  dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
	  if [ "$$(id -u)" = 0 ]; then run=""; else run="sudo"; fi; \
	  echo "Installing$$missing"; \
	  $$run apt-get update && \
	  $$run env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $$missing; \
	fi

.venv/stamp: requirements/engine.lock requirements/dev.lock pyproject.toml | system
	test -x $(ENGINE_PYTHON) || $(SYSTEM_PYTHON) -m venv .venv
	$(ENGINE_PYTHON) -m pip install -q --disable-pip-version-check -r requirements/engine.lock -r requirements/dev.lock
	$(ENGINE_PYTHON) -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

.venv-qgis/stamp: requirements/qgis-test.lock | system
	test -x $(QGIS_PYTHON) || $(SYSTEM_PYTHON) -m venv --system-site-packages .venv-qgis
	$(QGIS_PYTHON) -m pip install -q --disable-pip-version-check -r requirements/qgis-test.lock
	touch $@

# A phony prerequisite only where its installation is needed: linking the plugin must not ask for a password.
resources/i18n/%.qm: resources/i18n/%.ts | $(if $(wildcard $(LRELEASE)),,system)
	$(LRELEASE) -silent $< -qm $@

demo: setup ## the four tools on the sample rasters; maps and pictures in build/demo
	$(QGIS_ENVIRONMENT) $(SYSTEM_PYTHON) demo/run.py

# The change window's tests measure how long the main thread is busy, so they run alone.
test: setup ## all tests but those of `make test-long`
	@rc=0; window=tests/qgis/test_change_window.py; \
	OMP_NUM_THREADS=1 $(ENGINE_PYTHON) -m pytest -q -n 2 --dist worksteal -m "not long" tests/core tests/models || rc=1; \
	$(QGIS_ENVIRONMENT) $(QGIS_PYTHON) -m pytest -q -n 2 --dist worksteal -m "not long" --ignore=$$window \
	  tests/qgis tests/packaging || rc=1; \
	$(QGIS_ENVIRONMENT) $(QGIS_PYTHON) -m pytest -q $$window || rc=1; \
	exit $$rc

test-long: setup ## the tests that take minutes: exports of large networks, faults, a short round of fuzzing
	@rc=0; \
	OMP_NUM_THREADS=1 $(ENGINE_PYTHON) -m pytest -q -n 2 --dist worksteal -m long tests/core tests/models || rc=1; \
	$(QGIS_ENVIRONMENT) $(QGIS_PYTHON) -m pytest -q -m long tests/qgis tests/packaging || rc=1; \
	$(MAKE) --no-print-directory fuzz MINUTES=1 || rc=1; \
	exit $$rc

test-matrix: package ## tests/qgis from the built zip on QGIS 3.22, 3.40 and 3.44; root and mmdebstrap, 4 GB
	tools/matrix.sh $(QGIS_VERSIONS)

lint: setup ## ruff and mypy
	.venv/bin/ruff check .
	.venv/bin/mypy

MINUTES ?= 10
DATA ?= ../shared/data

fuzz: setup ## readers of cards, jobs, metadata and parameters against nonsense (MINUTES=10)
	$(ENGINE_PYTHON) -W ignore -m tests.fuzz_parsers $(MINUTES)
	$(QGIS_ENVIRONMENT) $(QGIS_PYTHON) -W ignore -m tests.fuzz_parsers $(MINUTES) --parameters

reliability: setup ## docs/reliability.md: odd rasters, faults, 200 runs in one QGIS; takes many minutes
	$(QGIS_ENVIRONMENT) $(ENGINE_PYTHON) -m tools.reliability

# The one of memory, which takes minutes: /usr/bin/python3 benchmarks/memory.py
bench: setup ## the benchmarks that take seconds
	OMP_NUM_THREADS=1 $(ENGINE_PYTHON) benchmarks/rotated_nms.py
	OMP_NUM_THREADS=1 $(ENGINE_PYTHON) -W ignore benchmarks/tuning.py

bench-gpu: setup ## the bundled models on the processor and, where there is one, on the CUDA device
	$(ENGINE_PYTHON) benchmarks/gpu.py

figures: setup ## docs/models.md: sizes, graphs and published accuracy of all networks; takes many minutes
	$(ENGINE_PYTHON) -W ignore -m tools.models_table

places: setup ## docs/models: three places of each bundled model that it never saw (DATA=folder)
	OMP_NUM_THREADS=1 $(ENGINE_PYTHON) -W ignore -m tools.accuracy.places --data "$(DATA)"

cross-validation: setup ## parts held out in turn, networks trained anew: hours; into the cards (DATA=folder)
	for model in dubai_landcover_l0 naip_water_change_l0 banepa_buildings_l0; do \
	  OMP_NUM_THREADS=1 $(ENGINE_PYTHON) -m tools.accuracy.cross $$model --data "$(DATA)" --epochs $(or $(EPOCHS),8); done

figures-ground: setup ## the cards' gsd_range: validation imagery with finer and coarser pixels (DATA=folder)
	OMP_NUM_THREADS=1 $(ENGINE_PYTHON) -W ignore -m tools.accuracy.ground --data "$(DATA)" $(MODELS)

figures-models: setup ## docs/accuracy.md and the cards: the bundled models on test data, through the tools (DATA=folder)
	OMP_NUM_THREADS=1 $(ENGINE_PYTHON) -W ignore -m tools.accuracy --data "$(DATA)" $(MODELS)

locks: setup ## resources/engine/*.lock and their sizes, from requirements/*.in; needs the network, takes minutes
	PATH="$(CURDIR)/.venv/bin:$$PATH" $(ENGINE_PYTHON) -m tools.engine_locks

screenshots: demo ## the windows as they look: docs/images, and build/screenshots in other sizes, themes, languages
	sh tools/screenshots.sh

pictures: demo ## resources/pictures, what each bundled model makes of its sample
	LWGANET_ROOT="$(CURDIR)" $(QGIS_ENVIRONMENT) $(SYSTEM_PYTHON) tools/sample_pictures.py

architecture: ## the table of rooms in CONTRIBUTING.md and its drawing, from tools/rooms.toml
	$(SYSTEM_PYTHON) tools/architecture.py

catalogue: ## resources/catalogue.json, the built-in list of models, from their cards
	$(ENGINE_PYTHON) -m tools.catalogue

translations: ## resources/i18n/*.ts as the sources have it; what is new in them is marked unfinished
	$(SYSTEM_PYTHON) tools/translations.py

package: $(TRANSLATIONS) ## dist/lwganet_qgis-VERSION.zip
	$(SYSTEM_PYTHON) tools/package.py

deploy: $(if $(wildcard $(LRELEASE)),$(TRANSLATIONS)) ## link the plugin into the default QGIS profile (PROFILE=folder for another)
	mkdir -p "$(PROFILE)/python/plugins"
	ln -sfn "$(CURDIR)/lwganet_qgis" "$(PROFILE)/python/plugins/lwganet_qgis"
	@echo "Linked into $(PROFILE); enable LWGANet in the plugin manager."

clean: ## what was built
	rm -rf build dist resources/i18n/*.qm .pytest_cache .mypy_cache .ruff_cache .hypothesis .qgis-settings
	find . -name __pycache__ -not -path './.venv*' -prune -exec rm -rf {} +
