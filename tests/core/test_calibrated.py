# SPDX-License-Identifier: GPL-3.0-or-later
"""A card's temperature and shift change how sure a model is, and not what it says."""

from __future__ import annotations

import json
import shutil

import numpy as np
import pytest

from lwganet_qgis.core.cards.card import read_card
from lwganet_qgis.core.errors import ModelError
from lwganet_qgis.core.sessions.calibrated import calibration_of
from lwganet_qgis.core.sessions.choose import open_session
from lwganet_qgis.core.sessions.session import Target

TEMPERATURE, SHIFT = 0.5, -0.3


def with_calibration(model, folder, **calibration):
    shutil.copytree(model, folder)
    card = json.loads((folder / "model.json").read_text())
    (folder / "model.json").write_text(json.dumps({**card, "calibration": calibration}))
    return read_card(folder)


def odds(p):
    return np.log(p / (1 - p))


@pytest.mark.parametrize("task", ["segmentation", "classification", "change", "detection"])
def test_scores_move_as_the_card_says(task, models, tmp_path):
    card = with_calibration(models[task], tmp_path / "m", temperature=TEMPERATURE, shift=SHIFT)
    tile = np.random.default_rng(1).uniform(0, 255, (2, 3, 64, 64)).astype(np.float32)
    images = [tile, tile[::-1].copy()][: len(card.kind.inputs)]
    plain = open_session(read_card(models[task]), Target("onnx", "cpu"), 1).run(images)
    found = open_session(card, Target("onnx", "cpu"), 1).run(images)
    assert found.shape == plain.shape and found.dtype == np.float32
    if card.kind.output == "logits":
        np.testing.assert_allclose(found, plain / TEMPERATURE, rtol=1e-5)
        return
    before, after = (plain[..., 5:], found[..., 5:]) if task == "detection" else (plain, found)
    if task == "detection":
        np.testing.assert_array_equal(found[..., :5], plain[..., :5])
        assert (after[before == 0] == 0).all()
    inner = (before > 1e-4) & (before < 1 - 1e-4)
    assert inner.any()
    expected = odds(before[inner].astype(float)) / TEMPERATURE + SHIFT
    np.testing.assert_allclose(odds(after[inner].astype(float)), expected, rtol=1e-2, atol=1e-2)


def test_a_card_without_calibration_changes_nothing(models):
    assert calibration_of(read_card(models["segmentation"])) is None


def test_a_temperature_of_zero_is_refused(models, tmp_path):
    with pytest.raises(ModelError, match="temperature.*above 0"):
        with_calibration(models["segmentation"], tmp_path / "m", temperature=0)
