# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the pixels of a raster lie, and which of them an extent means.

Windows are half-open (col_off, row_off, width, height) in pixels of the raster. A raster without
a geotransform lies on the grid that QGIS draws it on: one unit a pixel, y downwards from zero.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from affine import Affine
from rasterio._err import CPLE_BaseError, CPLE_NotSupportedError
from rasterio.control import GroundControlPoint
from rasterio.crs import CRS
from rasterio.warp import transform as warp
from rasterio.windows import Window

from ..errors import InputError
from ..sentences import say

PIXEL_GRID = Affine(1, 0, 0, 0, -1, 0)
"""Where a raster without geotransform lies."""
WGS84 = CRS.from_epsg(4326)

Extent = tuple[float, float, float, float]
Point = tuple[float, float]


@dataclass(frozen=True)
class Grid:
    width: int
    height: int
    transform: Affine
    crs: CRS | None
    gcps: tuple[GroundControlPoint, ...] = ()
    located: bool = True
    """Whether the raster has a geotransform, ground control points or rational polynomials."""
    rpc: tuple[tuple[str, str], ...] = ()
    """Items of the metadata with rational polynomials, where they are what locates the raster."""
    says_identity: bool = False
    """Whether such a raster has a geotransform nevertheless, the identity: maps then show it by that."""

    @property
    def fitted(self) -> bool:
        """Whether the transform is only the best straight fit of what locates the raster."""
        return bool(self.gcps or self.rpc)

    def coarser(self, step: int) -> Grid:
        """The grid whose cells are squares of `step` pixels, from the same corner; the last may reach beyond."""
        gcps = tuple(GroundControlPoint(g.row / step, g.col / step, g.x, g.y, g.z, g.id, g.info) for g in self.gcps)
        return replace(
            self, width=-(-self.width // step), height=-(-self.height // step),
            transform=self.transform @ Affine.scale(step), gcps=gcps, rpc=tuple(_coarser(self.rpc, step)),
        )  # fmt: skip

    @property
    def measurable(self) -> bool:
        """Whether areas are in square metres (else in pixels)."""
        return self.located and self.crs is not None and is_of_the_earth(self.crs.to_wkt())

    @property
    def corners(self) -> list[Point]:
        """In the CRS."""
        return place(self.transform, ((0, 0), (self.width, 0), (0, self.height), (self.width, self.height)))


def _coarser(rpc: Iterable[tuple[str, str]], step: int) -> Iterator[tuple[str, str]]:
    """Rational polynomials for cells of `step` pixels; offsets are to the middle of a pixel."""
    for name, text in rpc:
        if name in ("LINE_OFF", "SAMP_OFF"):
            text = repr((float(text) + 0.5) / step - 0.5)
        elif name in ("LINE_SCALE", "SAMP_SCALE"):
            text = repr(float(text) / step)
        yield name, text


@lru_cache(maxsize=16)
def is_of_the_earth(wkt: str) -> bool:
    """Whether coordinates can be brought to WGS 84: not so in a local CRS or on another planet."""
    try:
        warp(CRS.from_wkt(wkt), WGS84, [0.0], [0.0])
    except CPLE_NotSupportedError:
        return False
    except CPLE_BaseError:
        return True  # only this point is out of reach
    return True


def place(transform: Affine, points: Iterable[Point]) -> list[Point]:
    """Points under an affine."""
    a, b, c, d, e, f = tuple(transform)[:6]
    return [(a * x + b * y + c, d * x + e * y + f) for x, y in points]


def grown(window: Window, margin: int, whole: Window) -> Window:
    """A window with `margin` more pixels on each side, as far as `whole` goes."""
    left, top = window.col_off - margin, window.row_off - margin
    wide = Window(left, top, window.width + 2 * margin, window.height + 2 * margin)
    return common(wide, whole) or window


def common(one: Window, other: Window) -> Window | None:
    """What two windows share."""
    left, top = max(one.col_off, other.col_off), max(one.row_off, other.row_off)
    right = min(one.col_off + one.width, other.col_off + other.width)
    bottom = min(one.row_off + one.height, other.row_off + other.height)
    return Window(left, top, right - left, bottom - top) if left < right and top < bottom else None


def inside(part: Window, whole: Window) -> tuple[slice, slice]:
    """Rows and columns of a part in the array of a whole."""
    top, left = int(part.row_off - whole.row_off), int(part.col_off - whole.col_off)
    return slice(max(top, 0), max(top + int(part.height), 0)), slice(max(left, 0), max(left + int(part.width), 0))


def clip(window: Window, grid: Grid) -> tuple[Window, tuple[tuple[int, int], tuple[int, int]]]:
    """The part of a window inside the grid, and how much is missing (rows, columns; before, after)."""
    top, left = int(window.row_off), int(window.col_off)
    bottom, right = top + int(window.height), left + int(window.width)
    rows, columns = (max(top, 0), min(bottom, grid.height)), (max(left, 0), min(right, grid.width))
    inside = Window(columns[0], rows[0], columns[1] - columns[0], rows[1] - rows[0])
    return inside, ((rows[0] - top, bottom - rows[1]), (columns[0] - left, right - columns[1]))


def window_of(extent: Extent | None, grid: Grid) -> Window:
    """The pixels that an extent (in the grid's CRS) touches.

    Raises:
        InputError: the extent is empty or lies outside the raster.
    """
    if extent is None:
        return Window(0, 0, grid.width, grid.height)
    xmin, ymin, xmax, ymax = extent
    if not (xmin < xmax and ymin < ymax) or not np.isfinite(extent).all():
        raise InputError(say("the extent is empty: draw one with a width and a height"))
    columns, rows = zip(*place(~grid.transform, ((xmin, ymin), (xmin, ymax), (xmax, ymin), (xmax, ymax))))
    slack = 1e-6  # an extent that lies on pixel edges must not gain pixels by rounding
    left, top = max(math.floor(min(columns) + slack), 0), max(math.floor(min(rows) + slack), 0)
    right = min(math.ceil(max(columns) - slack), grid.width)
    bottom = min(math.ceil(max(rows) - slack), grid.height)
    if left >= right or top >= bottom:
        raise InputError(say("the extent lies outside the raster: choose one that overlaps it"))
    return Window(left, top, right - left, bottom - top)
