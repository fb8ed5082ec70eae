# SPDX-License-Identifier: GPL-3.0-or-later
"""Objects that several views show: each is kept once, from the view that shows it best.

A box that ends at its view's edge may be a piece of an object. Where views show an object whole,
the best of these boxes is kept. Pieces that share ground with each other, in different views, are
of one object that no view shows whole: the best of them, by score and area, stands for it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields

import numpy as np
import shapely
from numpy.typing import NDArray
from rasterio.windows import Window

from ..rasters.grid import Grid
from ..tiles.views import View
from .boxes import hulls, polygons
from .overlap import ROUNDING, Indices, intersections
from .suppression import suppress

Floats = NDArray[np.float64]
BOX = 5
"""Values of a box: centre x and y, long and short side, angle."""
EDGE_PIXELS = 4.0
"""Network pixels from a view's edge within which a box ends there: the finest stride of a detector."""
EDGE_SHARE = 0.05
"""The same as a share of the box's long side: the larger a box, the looser its ends."""


@dataclass(frozen=True)
class Objects:
    """N detected objects; boxes (N, 5) as in `core.boxes.boxes`, in pixels of the raster."""

    boxes: Floats
    scores: Floats
    classes: NDArray[np.int64]
    views: NDArray[np.int64]
    """Which view shows each."""
    cut: NDArray[np.bool_]
    """Whether the box ends at the edge of its view, where the raster goes on."""

    def __len__(self) -> int:
        return len(self.scores)

    def take(self, kept: Indices) -> Objects:
        return Objects(**{f.name: getattr(self, f.name)[kept] for f in fields(self)})

    def is_inside(self, window: Window) -> NDArray[np.bool_]:
        """Whose middle lies in the window."""
        x, y = self.boxes[:, 0] - window.col_off, self.boxes[:, 1] - window.row_off
        inside: NDArray[np.bool_] = (x >= 0) & (x < window.width) & (y >= 0) & (y < window.height)
        return inside

    def inside(self, window: Window) -> Objects:
        return self.take(np.flatnonzero(self.is_inside(window)))

    @classmethod
    def joined(cls, parts: list[Objects]) -> Objects:
        empty = cls(np.empty((0, 5)), np.empty(0), *(np.empty(0, np.int64),) * 2, np.empty(0, bool))
        return cls(**{f.name: np.concatenate([getattr(p, f.name) for p in (empty, *parts)]) for f in fields(cls)})


def shown(
    rows: Floats, view: View, grid: Grid, least: float, iou: float, wanted: Sequence[int] = ()
) -> Objects:
    """What a detector's output says of one view, without duplicates.

    Boxes whose middle is beyond the view, or the raster and so in its mirror image, are none.

    Args:
        rows: (R, 5 + K) as `core.cards.card` has them, in pixels of the network.
        least: score from which a box is an object; a box of several classes is one of each.
        wanted: classes; empty: all.
    """
    boxes, scores = rows[:, :BOX], rows[:, BOX:]
    known = np.isfinite(rows).all(axis=1) & (boxes[:, 2:4].min(axis=1) > 0)
    listed = np.isin(np.arange(scores.shape[1]), wanted or range(scores.shape[1]))
    which, classes = np.nonzero((scores >= max(least, np.finfo(float).tiny)) & listed & known[:, None])
    scores, boxes = scores[which, classes], boxes[which].copy()
    boxes[:, :4] /= view.zoom
    boxes[:, :2] += (view.window.col_off, view.window.row_off)
    cut = ends_at_edge(boxes, view.window, view.zoom, grid)
    found = Objects(boxes, scores, classes, np.full(len(boxes), view.number), cut)
    found = found.inside(view.window).inside(Window(0, 0, grid.width, grid.height))
    return found.take(suppress(found.boxes, found.scores, iou, found.classes))


def ends_at_edge(boxes: Floats, view: Window, zoom: float, grid: Grid) -> NDArray[np.bool_]:
    """Which boxes (in pixels of the raster) end at an edge of their view that is not the raster's."""
    left, top, right, bottom = hulls(boxes).T
    near = np.maximum(EDGE_PIXELS / zoom, EDGE_SHARE * boxes[:, 2])
    x_end, y_end = view.col_off + view.width, view.row_off + view.height
    ends: NDArray[np.bool_] = (left < view.col_off + near) & (view.col_off > 0)
    ends |= (top < view.row_off + near) & (view.row_off > 0)
    ends |= (right > x_end - near) & (x_end < grid.width)
    ends |= (bottom > y_end - near) & (y_end < grid.height)
    return ends


def bearing_on(window: Window, objects: Objects, iou: float) -> Objects:
    """Objects in a window and all that `merge` may weigh against them, directly or through others."""
    i, j = shapely.STRtree(polygons(objects.boxes)).query(polygons(objects.boxes))
    pairs = (i < j) & (objects.classes[i] == objects.classes[j])
    i, j = i[pairs], j[pairs]
    areas = _areas(objects)
    near = intersections(objects.boxes[i], objects.boxes[j]) >= (iou - ROUNDING) * np.minimum(areas[i], areas[j])
    i, j = i[near], j[near]
    groups = _groups(len(objects), np.r_[i, j], np.r_[j, i])
    return objects.take(np.flatnonzero(np.isin(groups, groups[objects.is_inside(window)])))


def merge(objects: Objects, iou: float, check: Callable[[], None]) -> Objects:
    """One box an object, best scores first. `check` may raise to end the work."""
    whole, pieces = objects.take(np.flatnonzero(~objects.cut)), objects.take(np.flatnonzero(objects.cut))
    whole = whole.take(suppress(whole.boxes, whole.scores, iou, whole.classes, check))
    pieces = pieces.take(np.setdiff1d(np.arange(len(pieces)), _same(pieces, whole, iou)[0]))
    check()
    pieces = pieces.take(np.argsort(-pieces.scores * _areas(pieces), kind="stable"))
    i, j = _same(pieces, pieces, iou)
    best = np.unique(_groups(len(pieces), np.r_[i, j], np.r_[j, i]))
    kept = Objects.joined([whole, pieces.take(best)])
    return kept.take(np.argsort(-kept.scores, kind="stable"))


def _areas(objects: Objects) -> Floats:
    areas: Floats = objects.boxes[:, 2] * objects.boxes[:, 3]
    return areas


def _same(pieces: Objects, others: Objects, iou: float) -> tuple[Indices, Indices]:
    """Pairs of a piece and another view's box of its class that covers a share of it."""
    i, j = shapely.STRtree(polygons(others.boxes)).query(polygons(pieces.boxes))
    alike = (pieces.classes[i] == others.classes[j]) & (pieces.views[i] != others.views[j])
    i, j = i[alike], j[alike]
    shared = intersections(pieces.boxes[i], others.boxes[j])
    same = shared >= iou * _areas(pieces)[i]
    return i[same], j[same]


def _groups(count: int, i: Indices, j: Indices) -> Indices:
    """The lowest index in reach of each, where pairs are links."""
    lowest = np.arange(count)
    while True:
        reached = lowest.copy()
        np.minimum.at(reached, i, lowest[j])
        if (reached == lowest).all():
            return lowest
        lowest = reached[reached]
