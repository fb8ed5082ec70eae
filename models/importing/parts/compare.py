# SPDX-License-Identifier: GPL-3.0-or-later
"""How far apart two outputs of a model are, by what rounding and near-ties may do."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ....core.cards.card import ModelCard

TYPICAL, RARE = 1e-4, 1e-3
"""Largest median error, in standard deviations, and largest error of 99 % of the values, in the largest value.
Near-ties of poolings may fall to the other side in another runtime, and move few values by more."""
ROWS = 300
"""Boxes that are compared: the best."""
PIXELS, SIDES, SCORE = 0.05, 1e-3, 1e-3
"""How far apart boxes may be, in pixels or in their longer sides, and their scores."""
SHARE = 0.95
"""Of the boxes that must be the same: near-ties of scores change which proposals are taken."""

Values = NDArray[np.float32]


def _same_boxes(found: Values, expected: Values) -> float:
    """Share of the best boxes (N, R, 5 + K) of each side that the other has."""

    def best(rows: Values) -> Values:
        return np.stack([image[np.argsort(-image[:, 5:].max(1), kind="stable")[:ROWS]] for image in rows])

    shares = []
    for a, b in ((found, expected), (expected, found)):
        for ours, theirs in zip(best(a), b):
            allowed = np.maximum(PIXELS, SIDES * ours[:, None, 2])
            near = np.abs(ours[:, None, :4] - theirs[None, :, :4]).max(2) <= allowed
            turn = np.abs((ours[:, None, 4] - theirs[None, :, 4] + np.pi / 2) % np.pi - np.pi / 2)
            near &= turn * (ours[:, None, 2] - ours[:, None, 3]) <= 2 * allowed
            i, j = np.nonzero(near)
            same = np.zeros(len(ours), bool)
            same[i[np.abs(ours[i, 5:] - theirs[j, 5:]).max(1) <= SCORE]] = True
            shares.append(same.mean())
    return float(min(shares))


def difference_of(card: ModelCard, found: Values, expected: Values) -> float:
    """How far apart the outputs are, as a share of what is allowed: up to 1 they are the same."""
    if found.shape != expected.shape or not np.isfinite(expected).all():
        return float("inf")
    if card.task == "detection":
        return (1 - _same_boxes(found, expected)) / (1 - SHARE)
    error = np.abs(found - expected)
    typical = float(np.median(error)) / max(TYPICAL * float(expected.std()), 1e-6)
    return max(typical, float(np.quantile(error, 0.99)) / max(RARE * float(np.abs(expected).max()), 1e-6))
