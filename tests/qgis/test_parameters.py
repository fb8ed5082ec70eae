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


def test_tools_are_in_groups_and_have_a_page_of_the_manual(provider):
    groups = {tool.name(): (tool.groupId(), tool.group()) for tool in provider.algorithms()}
    assert set(groups.values()) == {
        ("detect", "Detect"), ("change", "Change"), ("models", "Models"), ("quality", "Quality")
    }  # fmt: skip
    assert groups["checkpair"][0] == "change" and groups["detectionaccuracy"][0] == "quality"
    for tool in provider.algorithms():
        assert (ROOT / "docs" / tool.helpUrl().rpartition("/docs/")[2]).is_file(), tool.name()


def test_the_help_says_what_the_models_at_hand_know(provider):
    """Ground resolution, bands, classes and accuracy, before anything is opened."""
    text = provider.algorithm("segmentimage").shortHelpString()
    for said in ("Aerial land cover (Dubai", "0.6 m; good for 0.3 to 1.2 m", "Red, Green, Blue", "Unpaved land",
                 "Mean overlap of classes (mIoU) 0.", "on test data"):  # fmt: skip
        assert said in text, said
    assert "Models at hand" not in provider.algorithm("checkpair").shortHelpString()


def test_parameters_and_results_stay(provider):
    kept = json.loads((ROOT / "tests" / "data" / "parameters.json").read_text(encoding="utf-8"))
    assert {tool.name(): described(tool) for tool in provider.algorithms()} == kept
