# SPDX-License-Identifier: GPL-3.0-or-later
"""Comparing lists of rotated boxes whose order is no matter."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

PIXELS = 0.02
LENGTHS = 5e-5
"""What decoding in single precision is off, in sides of the box: drawn weights make boxes of thousands of pixels."""
SCORE = 1e-4


def matched(
    found: ArrayLike, expected: ArrayLike, pixels: float = PIXELS, score: float = SCORE
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which rows (n, 5 + k) of each list the other has too: a box and k scores.

    Boxes are the same when centre, sides and the ends of the long side are within `pixels`, or
    `LENGTHS` of the long side, of each other.
    """
    a, b = (np.asarray(rows, np.float64) for rows in (found, expected))
    a, b = a[:, None], b[None]
    allowed = np.maximum(pixels, LENGTHS * b[..., 2])
    turn = np.abs((a[..., 4] - b[..., 4] + np.pi / 2) % np.pi - np.pi / 2)
    same = (np.abs(a[..., :4] - b[..., :4]).max(-1) <= allowed) & (turn * (b[..., 2] - b[..., 3]) <= 2 * allowed)
    same &= np.abs(a[..., 5:] - b[..., 5:]).max(-1) <= score
    return same.any(1), same.any(0)


def share_matched(found: ArrayLike, expected: ArrayLike, pixels: float = PIXELS, score: float = SCORE) -> float:
    """Of the list that has the smaller share of rows in common."""
    return min(side.mean() if side.size else 1.0 for side in matched(found, expected, pixels, score))
