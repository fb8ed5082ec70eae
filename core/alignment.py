# SPDX-License-Identifier: GPL-3.0-or-later
"""Two dates on one grid: the before date's."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
from rasterio._err import CPLE_BaseError
from rasterio.enums import ColorInterp, Resampling
from rasterio.errors import RasterioError
from rasterio.vrt import WarpedVRT
from rasterio.warp import transform_bounds
from rasterio.windows import Window

from .errors import InputError
from .grid import Extent, Grid, common, window_of
from .raster import RasterInput


def _same_grid(a: Grid, b: Grid) -> bool:
    return (a.width, a.height, a.crs) == (b.width, b.height, b.crs) and a.transform.almost_equals(b.transform, 1e-9)


def _differences(a: Grid, b: Grid) -> str:
    found = []
    if a.crs != b.crs:
        found.append("CRS")
    steps = [(math.hypot(t.a, t.d), math.hypot(t.b, t.e)) for t in (a.transform, b.transform)]
    if a.crs == b.crs and not np.allclose(steps[0], steps[1], rtol=1e-6):
        found.append("resolution")
    return ", ".join(found) or "grid offset or size"


@contextmanager
def on_grid(after: RasterInput, grid: Grid) -> Iterator[RasterInput]:
    """The after date as it lies on the before date's grid, warped on the fly (bilinear) if need be.

    Raises:
        InputError: one of the two has no CRS, or neither has one and the sizes differ.
    """
    if (after.grid.crs is None) != (grid.crs is None):
        raise InputError("one of the two dates has no coordinate reference system: assign it, or take it off both")
    if _same_grid(after.grid, grid):
        yield after
    elif grid.located != after.grid.located:
        raise InputError("one of the two dates has no georeference: georeference it, or take it off both")
    elif not grid.located:
        sizes = f"{grid.width} x {grid.height} and {after.grid.width} x {after.grid.height}"
        raise InputError(f"the two dates have no georeference and different sizes ({sizes}): georeference them first")
    else:
        note = f"the after date is warped onto the before date's grid (different {_differences(grid, after.grid)})"
        options = {"src_crs": after.grid.crs, "crs": grid.crs} if grid.crs else {}
        source = after.dataset
        if after.grid.gcps:
            options["src_transform"] = after.grid.transform
        alpha = ColorInterp.alpha not in source.colorinterp
        with WarpedVRT(
            source, transform=grid.transform, width=grid.width, height=grid.height,
            resampling=Resampling.bilinear, add_alpha=alpha and source.nodata is None, **options,
        ) as warped:  # fmt: skip
            yield RasterInput(warped, grid, after.bands, (*after.notes, note))


def common_window(window: Window, grid: Grid, other: Grid) -> Window:
    """The part of `window` (of `grid`) where a raster on another grid lies at all.

    Raises:
        InputError: the two dates do not overlap there.
    """
    bounds = _bounds(other, grid)
    if bounds is None:
        return window
    try:
        shared = common(window, window_of(bounds, grid))
    except InputError:
        shared = None
    if shared is None:
        raise InputError("the two dates do not overlap: choose rasters (or an extent) of the same area")
    return shared


def _bounds(other: Grid, grid: Grid) -> Extent | None:
    """Bounds of a raster in the CRS of `grid`; None where they cannot be told."""
    xs, ys = zip(*other.corners)
    bounds = (min(xs), min(ys), max(xs), max(ys))
    if other.crs is not None and other.crs != grid.crs:
        try:
            bounds = transform_bounds(other.crs, grid.crs, *bounds)
        except (RasterioError, CPLE_BaseError):
            return None
    return bounds if np.isfinite(bounds).all() else None
