# SPDX-License-Identifier: GPL-3.0-or-later
"""Losses equal the published training's; metrics equal figures worked by hand."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from lwganet_qgis.models.training import losses, metrics

from . import golden

CASE = np.load(golden.FOLDER / "losses_11000.npz")
SEED = int(CASE["seed0"])


@pytest.mark.parametrize(("name", "classes"), [("loveda", 7), ("uavid", 8)])
def test_segmentation_loss_equals_the_published(name, classes):
    shape = (2, classes, 16, 20)
    logits, auxiliary = golden.draw_input(SEED, shape) * 2, golden.draw_input(SEED + 1, shape)
    target = torch.from_numpy(CASE[f"{name}/target"].astype(np.int64))
    found = {
        "soft_ce": losses.smoothed_cross_entropy(logits, target),
        "dice": losses.dice_loss(logits, target),
        "loss_train": losses.segmentation_loss((logits, auxiliary), target),
    }
    for part, value in found.items():
        assert float(value) == pytest.approx(float(CASE[f"{name}/{part}"]), rel=1e-5)


def test_a_pixel_of_several_classes_wants_their_shares_together():
    logits = torch.randn(1, 4, 3, 5, generator=torch.Generator().manual_seed(4), requires_grad=True)
    target = torch.full((1, 3, 5), losses.one_of((0, 2)))
    loss = losses.smoothed_cross_entropy(logits, target)
    share = logits.softmax(1)
    assert float(loss) == pytest.approx(float(-(share[:, 0] + share[:, 2]).log().mean()), rel=1e-6)
    loss.backward()
    assert bool((logits.grad[:, [0, 2]] < 0).all()) and bool((logits.grad[:, [1, 3]] > 0).all())
    assert float(losses.dice_loss(logits, target)) == 0
    unknown = torch.full_like(target, losses.IGNORE)
    assert float(losses.segmentation_loss((logits, logits), unknown)) == 0


def test_change_loss_equals_the_published_and_skips_unknown_pixels():
    mask, target = torch.from_numpy(CASE["a2net/p"]), torch.from_numpy(CASE["a2net/t"][:, 0].astype(np.int64))
    expected = float(CASE["a2net/bce_dice"])
    assert float(losses.change_loss([mask] * 4, target)) == pytest.approx(4 * expected, rel=1e-5)
    wider = torch.cat([mask, torch.full_like(mask, 0.9)], dim=3)
    unknown = torch.cat([target, torch.full_like(target, losses.IGNORE)], dim=2)
    assert float(losses.change_loss([wider], unknown)) == pytest.approx(expected, rel=1e-5)


def test_figures_from_a_confusion_matrix():
    truth = np.array([0, 0, 1, 1, 1, 255], np.uint8)
    found = np.array([0, 1, 1, 1, 0, 1])
    matrix = metrics.confusion(truth, found, 3)
    np.testing.assert_array_equal(matrix, [[1, 1, 0], [1, 2, 0], [0, 0, 0]])
    np.testing.assert_allclose(metrics.iou_per_class(matrix), [1 / 3, 2 / 4, np.nan])
    assert metrics.top1(matrix) == pytest.approx(3 / 5)
    scores = metrics.binary_scores(matrix[:2, :2])
    assert scores == pytest.approx({"iou": 2 / 4, "f1": 4 / 6, "precision": 2 / 3, "recall": 2 / 3})
