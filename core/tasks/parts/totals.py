# SPDX-License-Identifier: GPL-3.0-or-later
"""Pixels and ground area of each class, counted as blocks are finished."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rasterio.windows import Window
from shapely.geometry.base import BaseGeometry

from ...cards.card import ModelClass
from ...errors import InputError
from ...jobs.parts.raster import CLASS_NODATA
from ...jobs.parts.results import ClassTotal, Found
from ...rasters.grid import Grid
from ...rasters.ground import PixelAreas
from ...sentences import say

SCORE_STEPS = 20
"""Of the histogram of scores from 0 to 1."""


def pixels_of(shape: BaseGeometry) -> int:
    """How many pixels a polygon (in pixels) stands for: one at least."""
    return max(1, round(float(shape.area)))


class Totals:
    def __init__(self, grid: Grid, classes: Sequence[ModelClass]) -> None:
        self._classes, self.areas = classes, PixelAreas(grid)
        self.has_area = grid.measurable
        """Whether areas are in square metres (else nothing is said of them)."""
        self.unnamed = len(classes)
        """Stands for the class of pixels that hold data and get none, as their score is too low."""
        self._pixels = np.zeros(self.unnamed + 1, np.int64)
        self._areas = np.zeros(self.unnamed + 1)
        self._counts = np.zeros(self.unnamed, np.int64)
        self._object_areas = np.zeros(self.unnamed)
        self._scores: list[float] = []
        self.tiles = 0
        """Tiles that were looked at."""

    def add(self, block: Window, classes: NDArray[Any], areas: NDArray[np.float64] | None = None) -> None:
        """Counts a block of classes (H, W), `unnamed` too; `areas` (H, W) where they are known already."""
        values, count = classes.ravel(), len(self._pixels)  # nodata is the last of 256 and falls off
        self._pixels += np.bincount(values, minlength=CLASS_NODATA + 1)[:count]
        if self.has_area:
            weights = self.areas.of(block) if areas is None else areas
            self._areas += np.bincount(values, weights=weights.ravel(), minlength=CLASS_NODATA + 1)[:count]

    def found(self, features: int, within_polygons: bool) -> Found:
        """All of it, with the number of features that were written.

        Raises:
            InputError: no pixel holds data. That is a mistake, where nothing that passes a threshold is a result.
        """
        if not self._pixels.any():
            where = "where the polygons lie" if within_polygons else "in this extent"
            raise InputError(
                say("the raster holds no data {} (all of it is nodata): choose another extent or raster", where)
            )
        areas = self._areas[: self.unnamed] + self._object_areas
        totals = tuple(
            ClassTotal(i, c.name, c.color, int(n), float(area) if self.has_area else None, int(count))
            for i, (c, n, area, count) in enumerate(zip(self._classes, self._pixels, areas, self._counts))
        )
        area = float(self._areas.sum()) if self.has_area else None
        return Found(int(self._pixels.sum()), area, totals, features)

    def scores(self) -> tuple[int, ...]:
        """How many objects there are in each step of score from 0 to 1."""
        if not self._scores:
            return ()
        counts, _ = np.histogram(self._scores, SCORE_STEPS, (0.0, 1.0))
        return tuple(counts.tolist())

    def add_object(self, class_id: int, score: float, area: float) -> None:
        """Counts one object and its square metres."""
        self._counts[class_id] += 1
        self._object_areas[class_id] += area
        self._scores.append(score)

    def add_shape(self, shape: BaseGeometry, class_id: int) -> None:
        """Counts a polygon, given in pixels, by its area; pixel size is taken at its middle."""
        self._pixels[class_id] += pixels_of(shape)
        if self.has_area:
            middle = Window(int(shape.centroid.x), int(shape.centroid.y), 1, 1)
            self._areas[class_id] += shape.area * float(self.areas.of(middle)[0, 0])
