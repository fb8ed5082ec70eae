# SPDX-License-Identifier: GPL-3.0-or-later
"""Outlines with fewer corners (Douglas and Peucker), within so many metres of the pixels' edges."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from rasterio.windows import Window
from shapely.geometry.base import BaseGeometry

from ..rasters.grid import Grid
from ..rasters.ground import steps

NODES = 17
"""Pixel sizes are computed at so many rows of a window and interpolated between."""


class Simplifier:
    """Simplifies polygons in pixels of a grid by a tolerance in metres (pixels where nothing can be measured).

    Staircases of pixels are full of corners that lie equally far off, and rounding decides between them:
    it is that of coordinates from the window's corner, so that a raster of the window alone gives the same.
    """

    def __init__(self, tolerance: float, grid: Grid, window: Window) -> None:
        self.tolerance = tolerance
        self._corner = np.array([window.col_off, window.row_off], float)
        self._rows = np.linspace(0.5, max(int(window.height) - 0.5, 0.5), NODES)
        self._sizes = np.ones((2, NODES))
        if tolerance and grid.measurable:
            middle = np.full(NODES, window.col_off + window.width / 2)
            sizes = np.stack([np.hypot(*step) for step in steps(grid, middle, self._rows + window.row_off)])
            sizes = np.where(np.isfinite(sizes) & (sizes > 0), sizes, 1.0)
            self._sizes = sizes.astype(np.float32).astype(float)

    def __call__(self, geometries: Sequence[BaseGeometry]) -> NDArray[Any]:
        """Valid polygons with no other corners than before; what cannot be simplified stays as it is."""
        given = np.array(geometries, object)
        if not self.tolerance or not len(given):
            return given
        given = np.asarray(
            shapely.normalize(given), object
        )  # where a ring begins is up to the strips, and its first corner stays
        bounds = shapely.bounds(given)
        middles = (bounds[:, 1] + bounds[:, 3]) / 2 - self._corner[1]
        scales = np.stack([np.interp(middles, self._rows, sizes) for sizes in self._sizes], axis=1)
        result: NDArray[Any] = given.copy()
        left = np.arange(len(given))
        for careful in (False, True):  # care takes many times as long, and few polygons need it
            metres = _scaled(given[left], -self._corner, scales[left])
            simple = shapely.simplify(metres, self.tolerance, preserve_topology=careful)
            simple = shapely.transform(_scaled(simple, 0, 1 / scales[left]), lambda p: np.rint(p) + self._corner)
            good = _alike(simple, given[left])
            result[left[good]] = simple[good]
            left = left[~good]
        return result


def _alike(simple: NDArray[Any], given: NDArray[Any]) -> NDArray[np.bool_]:
    """Whether they are valid polygons with as many holes as before."""
    same: NDArray[np.bool_] = (
        (shapely.get_type_id(simple) == shapely.GeometryType.POLYGON)
        & shapely.is_valid(simple)
        & (shapely.area(simple) > 0)
        & (shapely.get_num_interior_rings(simple) == shapely.get_num_interior_rings(given))
    )
    return same


def _scaled(geometries: NDArray[Any], by: Any, scales: NDArray[np.float64]) -> NDArray[Any]:
    """Each geometry moved, and then by its own x and y scale (N, 2)."""
    points, owner = shapely.get_coordinates(geometries, return_index=True)
    scaled: NDArray[Any] = shapely.set_coordinates(geometries.copy(), (points + by) * scales[owner])
    return scaled
