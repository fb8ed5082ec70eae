# SPDX-License-Identifier: GPL-3.0-or-later
"""Ids, kinds, defaults and results of all tools stay as they are: scripts and saved models use them.

tests/data/parameters.json has of each parameter its id, kind, default, and whether it is optional and advanced.
"""

import json

from qgis.core import QgsProcessingParameterDefinition

from .conftest import ROOT

FLAGS = QgsProcessingParameterDefinition.Flag


def described(tool):
    return {
        "parameters": [
            [d.name(), d.type(), d.defaultValue(), bool(d.flags() & FLAGS.FlagOptional),
             bool(d.flags() & FLAGS.FlagAdvanced)]
            for d in tool.parameterDefinitions()
        ],
        "outputs": [[d.name(), d.type()] for d in tool.outputDefinitions()],
    }  # fmt: skip


def test_parameters_and_results_stay(provider):
    kept = json.loads((ROOT / "tests" / "data" / "parameters.json").read_text(encoding="utf-8"))
    assert {tool.name(): described(tool) for tool in provider.algorithms()} == kept
