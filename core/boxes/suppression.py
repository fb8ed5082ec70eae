# SPDX-License-Identifier: GPL-3.0-or-later
"""Non-maximum suppression: of detections that overlap too much, the one with the highest score stays.

Greedy, by falling score. The time grows with the number of neighbours, not with the square of all:
the best detections left are settled among themselves, a block at a time, and only those that stay
are compared with what a spatial index finds around them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import shapely
from numpy.typing import ArrayLike, NDArray

from . import boxes as rotated
from .overlap import ROUNDING, Indices, PolygonOverlap
from .overlap import iou as iou_of

BLOCK = 256
"""Detections settled at a time."""

Conflict = Callable[[Indices, Indices], NDArray[np.bool_]]
"""Whether pairs (i, j) overlap too much for both to stay."""


def suppress(
    boxes: ArrayLike,
    scores: ArrayLike,
    iou: float,
    classes: ArrayLike | None = None,
    check: Callable[[], None] = lambda: None,
) -> Indices:
    """Indices of the boxes (N, 5) that stay, by falling score; of equal scores the first goes first.

    A box is dropped when its IoU with one that stays is `iou` (0 < iou <= 1) or more; with `classes`
    (N,), numbers or texts, only boxes of its own class count. Boxes without area or with a figure that
    is not finite, and boxes whose score is NaN, are dropped. `check` is called often and may raise to
    end the work.

    Raises:
        ValueError: `iou` is out of range.
    """
    boxes = np.asarray(boxes, np.float64).reshape(-1, 5)
    order = _by_score(scores, np.isfinite(boxes).all(1) & (boxes[:, 2:4] > 0).all(1), iou)
    ranked = boxes[order]
    conflict = _within(classes, order, lambda i, j: iou_of(ranked[i], ranked[j]) >= iou - ROUNDING)
    return order[_greedy(rotated.polygons(ranked), conflict, check)]


def suppress_polygons(
    polygons: ArrayLike,
    scores: ArrayLike,
    iou: float,
    classes: ArrayLike | None = None,
    check: Callable[[], None] = lambda: None,
) -> Indices:
    """`suppress` for shapely polygons of any form (N,), invalid ones as `shapely.make_valid` mends them.

    Missing ones and what has no area are dropped.
    """
    shapes = np.array(polygons, object).reshape(-1)
    shapes[~np.isfinite(shapely.area(shapes))] = None  # GEOS cannot mend what is not finite
    shapes = shapely.make_valid(shapes)
    order = _by_score(scores, shapely.area(shapes) > 0, iou)
    ranked = shapes[order]
    overlap = PolygonOverlap(ranked, ranked)
    conflict = _within(classes, order, lambda i, j: overlap(i, j, iou) >= iou - ROUNDING)
    return order[_greedy(ranked, conflict, check)]


def _by_score(scores: ArrayLike, usable: ArrayLike, iou: float) -> Indices:
    """Indices of usable detections by falling score."""
    if not 0 < iou <= 1:
        raise ValueError(f"an IoU threshold lies above 0 and is at most 1, not {iou}")
    values = np.asarray(scores, np.float64).reshape(-1)
    order: Indices = np.argsort(-values, kind="stable")
    return order[(np.asarray(usable) & ~np.isnan(values))[order]]


def _within(classes: ArrayLike | None, order: Indices, conflict: Conflict) -> Conflict:
    """`conflict` for pairs of one class only."""
    if classes is None:
        return conflict
    labels = np.unique(np.asarray(classes).reshape(-1), return_inverse=True)[1][order]

    def of_one_class(i: Indices, j: Indices) -> NDArray[np.bool_]:
        found: NDArray[np.bool_] = labels[i] == labels[j]
        found[found] = conflict(i[found], j[found])
        return found

    return of_one_class


def _greedy(shapes: NDArray[Any], conflict: Conflict, check: Callable[[], None]) -> Indices:
    """Which of `shapes`, that come by falling score, stay."""
    tree = shapely.STRtree(shapes)
    waiting = np.ones(len(shapes), bool)
    kept = [np.empty(0, np.int64)]
    while waiting.any():
        check()
        block = np.flatnonzero(waiting)[:BLOCK]
        waiting[block] = False
        stays = _settle(block, shapes, conflict)
        kept.append(stays)
        i, j = tree.query(shapes[stays])
        i, j = stays[i[waiting[j]]], j[waiting[j]]
        waiting[j[conflict(i, j)]] = False
    return np.concatenate(kept)


def _settle(block: Indices, shapes: NDArray[Any], conflict: Conflict) -> Indices:
    """Those of a block that stay."""
    i, j = shapely.STRtree(shapes[block]).query(shapes[block])
    i, j = i[i < j], j[i < j]
    drops = np.zeros((len(block), len(block)), bool)
    drops[i, j] = conflict(block[i], block[j])
    stays = np.ones(len(block), bool)
    for number, dropped in enumerate(drops):
        if stays[number]:
            stays &= ~dropped
    return block[stays]
