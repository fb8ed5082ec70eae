# SPDX-License-Identifier: GPL-3.0-or-later
"""How much rotated boxes, or polygons, overlap: intersection over union (IoU) of their areas."""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely
from numpy.typing import ArrayLike, NDArray

from . import boxes as rotated

Figures = NDArray[np.float64]
Indices = NDArray[np.int64]
BLOCK = 4096
"""Pairs worked on at a time: what fits into the processor's cache."""
ROUNDING = 1e-9
"""An IoU that is short of a threshold by no more than this reaches it: the sum of rounding."""
_AROUND = [1, 2, 3, 0]


def intersections(a: ArrayLike, b: ArrayLike) -> Figures:
    """Areas (M,) that each box of `a` (M, 5) shares with the box of `b` (M, 5) in the same row.

    Exact to the rounding of coordinates in float64. 0 with a box that has no area (a side of 0 or less)
    or a figure that is not finite.
    """
    a, b = (np.asarray(x, np.float64).reshape(-1, 5) for x in (a, b))
    shared = np.empty(len(a))
    with np.errstate(invalid="ignore", over="ignore"):
        for start in range(0, len(a), BLOCK):
            part = slice(start, start + BLOCK)
            shared[part] = _shared(a[part], b[part])
    return shared


def _shared(a: Figures, b: Figures) -> Figures:
    """Areas by Green's theorem: the integral of clamp(x) d clamp(y) along the outline of `b`.

    In the frame of `a`, where its sides are upright, clamp holds x and y within `a`: the field
    (clamp(x), 0) inside the rows of `a` has divergence 1 inside `a` and 0 beside it. No crossings
    are searched and nothing is sorted, so that touching and coincident sides are no special cases.
    """
    u, v = a[:, 2] / 2, a[:, 3] / 2
    x, y = _seen_from(a, b)
    cut = np.clip(y, -v, v)
    run, rise, climb = x[_AROUND] - x, y[_AROUND] - y, cut[_AROUND] - cut
    slope = run / np.where(rise == 0, 1, rise)
    enters = x + (cut - y) * slope
    leaves = x[_AROUND] + (cut - y)[_AROUND] * slope
    area: Figures = (_mean_clamped(enters, leaves, u) * climb).sum(0)
    usable = np.isfinite(area) & (a[:, 2:4] > 0).all(1) & (b[:, 2:4] > 0).all(1)
    return np.where(usable, np.clip(area, 0, np.minimum(a[:, 2] * a[:, 3], b[:, 2] * b[:, 3])), 0)


def _seen_from(a: Figures, b: Figures) -> tuple[Figures, Figures]:
    """x and y (4, M) of the corners of `b` with the origin at the centre of `a` and the x axis along its w."""
    cos, sin = np.cos(a[:, 4]), np.sin(a[:, 4])
    right, down = b[:, 0] - a[:, 0], b[:, 1] - a[:, 1]
    turned = b.copy()
    turned[:, 0], turned[:, 1] = right * cos + down * sin, down * cos - right * sin
    turned[:, 4] -= a[:, 4]
    x, y = np.moveaxis(rotated.corners(turned), (2, 1), (0, 1))
    return x, y


def _mean_clamped(start: Figures, end: Figures, u: Figures) -> Figures:
    """Mean of clamp(x, -u, u) while x goes evenly from `start` to `end`.

    By the lengths below, above and between the limits, which are exact however short the way is.
    """
    low, high = np.minimum(start, end), np.maximum(start, end)
    low_in, high_in = np.clip(low, -u, u), np.clip(high, -u, u)
    above = np.maximum(high, u) - np.maximum(low, u)
    below = np.minimum(high, -u) - np.minimum(low, -u)
    way = high - low
    total = (above - below) * u + (high_in - low_in) * (high_in + low_in) / 2
    return np.where(way > 0, total / np.where(way > 0, way, 1), low_in)


def _over_union(shared: Figures, area_a: Figures, area_b: Figures) -> Figures:
    return np.divide(shared, area_a + area_b - shared, out=np.zeros(len(shared)), where=shared > 0)


def iou(a: ArrayLike, b: ArrayLike) -> Figures:
    """IoU (M,) of boxes row by row; 0 where `intersections` is."""
    a, b = (np.asarray(x, np.float64).reshape(-1, 5) for x in (a, b))
    (area_a, area_b), shared = (x[:, 2] * x[:, 3] for x in (a, b)), intersections(a, b)
    return _over_union(shared, area_a, area_b)


def iou_matrix(a: ArrayLike, b: ArrayLike) -> Figures:
    """IoU (N, M) of every box of `a` (N, 5) with every box of `b` (M, 5)."""
    a, b = (np.asarray(x, np.float64).reshape(-1, 5) for x in (a, b))
    matrix = np.zeros((len(a), len(b)))
    i, j = shapely.STRtree(rotated.polygons(b)).query(rotated.polygons(a))
    matrix[i, j] = iou(a[i], b[j])
    return matrix


class PolygonOverlap:
    """IoU of pairs of polygons, one of each array, that are given by their indices.

    The polygons must be valid. What has no area has an IoU of 0 with everything.
    """

    def __init__(self, a: NDArray[Any], b: NDArray[Any]) -> None:
        self._sides = [(shapes, shapely.area(shapes), shapely.bounds(shapes)) for shapes in (a, b)]

    def __call__(self, i: Indices, j: Indices, least: float = 0.0) -> Figures:
        """IoU of polygon i of `a` and j of `b`; 0, unmeasured, where their extents show that it is below `least`."""
        (a, area_a, bounds_a), (b, area_b, bounds_b) = (tuple(x[k] for x in s) for s, k in zip(self._sides, (i, j)))
        sides = np.minimum(bounds_a[:, 2:], bounds_b[:, 2:]) - np.maximum(bounds_a[:, :2], bounds_b[:, :2])
        most = np.minimum(np.maximum(sides, 0).prod(1), np.minimum(area_a, area_b))
        able = _over_union(most, area_a, area_b) >= least - ROUNDING
        shared = np.zeros(len(i))
        shared[able] = shapely.area(shapely.intersection(a[able], b[able]))
        return _over_union(shared, area_a, area_b)
