# SPDX-License-Identifier: GPL-3.0-or-later
"""Model folders without training: the brightest band is the class; the red band's difference is change."""

from __future__ import annotations

import pytest

from tests.qgis import tiny_models


@pytest.fixture(scope="session")
def models(tmp_path_factory):
    """Task -> folder of a tiny model."""
    folder = tmp_path_factory.mktemp("models")
    for task, name in tiny_models.MODELS.items():
        tiny_models.make(folder, name, task)
    return {task: folder / name for task, name in tiny_models.MODELS.items()}
