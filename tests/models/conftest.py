# SPDX-License-Identifier: GPL-3.0-or-later
"""Shared by the tests of the import."""

from __future__ import annotations

import pytest

from lwganet_qgis.models import create_model

from . import golden


@pytest.fixture(scope="session")
def weights():
    return golden.fill(create_model("lwganet_l0", num_classes=45)).state_dict()


@pytest.fixture
def out(tmp_path):
    return tmp_path / "deep" / "models"
