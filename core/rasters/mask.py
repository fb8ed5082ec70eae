# SPDX-License-Identifier: GPL-3.0-or-later
"""Polygons outside which nothing is wanted."""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely
from affine import Affine
from numpy.typing import NDArray
from rasterio.features import rasterize
from rasterio.windows import Window

from ..errors import InputError
from ..outputs.features import read_features, to_ground
from ..sentences import say
from .grid import Grid
from .reading import Valid

STEPS = 2.0**20
"""Corners are brought to so many steps of a pixel: then a pixel is in or out whatever the window."""


class Mask:
    """Which pixels of a grid have their centre in one of the polygons."""

    def __init__(self, shapes: NDArray[Any]) -> None:
        self._shapes = shapes
        self._index = shapely.STRtree(shapes)

    def inside(self, window: Window) -> Valid:
        """(H, W) of a window, which may reach beyond the raster."""
        shape = (int(window.height), int(window.width))
        left, top = int(window.col_off), int(window.row_off)
        found = self._index.query(shapely.box(left, top, left + shape[1], top + shape[0]))
        if not len(found):
            return np.zeros(shape, np.bool_)
        burnt = rasterize(self._shapes[found], shape, transform=Affine.translation(left, top), dtype="uint8")
        return np.asarray(burnt, np.bool_)

    def touches(self, window: Window) -> bool:
        """Whether there are polygons near a window."""
        left, top = window.col_off, window.row_off
        return bool(len(self._index.query(shapely.box(left, top, left + window.width, top + window.height))))


def read_mask(path: str, grid: Grid, window: Window) -> Mask:
    """The polygons of a vector file, in the CRS of `grid`.

    Raises:
        InputError: it is no such file, holds no polygons, or none that touches the window.
    """
    read = (geometry for geometry, _ in read_features(path))
    given = np.array([g for g in read if np.isfinite(shapely.get_coordinates(g)).all()], object)
    parts = shapely.get_parts(shapely.make_valid(given)) if len(given) else given
    while len(parts) and (shapely.get_type_id(parts) > shapely.GeometryType.POLYGON).any():
        parts = shapely.get_parts(parts)
    shapes = parts[shapely.get_type_id(parts) == shapely.GeometryType.POLYGON] if len(parts) else parts
    if not len(shapes):
        raise InputError(say("the mask holds no polygons: draw some, or leave the mask out"))
    pixels = to_ground(list(shapes), ~grid.transform)
    mask = Mask(shapely.transform(pixels, lambda points: np.rint(points * STEPS) / STEPS))
    if not mask.touches(window):
        raise InputError(
            say("the polygons of the mask lie outside the area to work on: choose others, or another extent")
        )
    return mask


def read_mask_of(path: str, grid: Grid, window: Window) -> Mask | None:
    """As `read_mask`; None without a path."""
    return read_mask(path, grid, window) if path else None
