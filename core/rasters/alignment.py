# SPDX-License-Identifier: GPL-3.0-or-later
"""Rasters on one grid: as a rule the before date's."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
from affine import Affine
from rasterio._err import CPLE_BaseError
from rasterio.enums import ColorInterp, Resampling
from rasterio.errors import RasterioError
from rasterio.vrt import WarpedVRT
from rasterio.warp import transform_bounds
from rasterio.windows import Window

from ..errors import InputError
from ..sentences import say
from .grid import Extent, Grid, Point, common, window_of
from .reading import RasterInput


def _same_grid(a: Grid, b: Grid) -> bool:
    return (a.width, a.height, a.crs) == (b.width, b.height, b.crs) and a.transform.almost_equals(b.transform, 1e-9)


def _differences(a: Grid, b: Grid) -> str:
    found: list[str] = []
    if a.crs != b.crs:
        found.append("CRS")
    steps = [(math.hypot(t.a, t.d), math.hypot(t.b, t.e)) for t in (a.transform, b.transform)]
    if a.crs == b.crs and not np.allclose(steps[0], steps[1], rtol=1e-6):
        found.append(say("resolution"))
    if len(found) == 2:
        return say("{}, {}", *found)
    return found[0] if found else say("grid offset or size")


@contextmanager
def on_grid(
    raster: RasterInput,
    grid: Grid,
    shift: Point = (0.0, 0.0),
    name: str = "after date",
    how: Resampling | None = None,
) -> Iterator[RasterInput]:
    """A raster as it lies on a grid, warped on the fly if need be.

    Args:
        shift: how far it is moved first, in units of the grid's CRS: to the right and up.
        name: what messages call it.
        how: default: bilinear, and cubic for what is moved: it blurs less, and of a real pair of dates
            moved by fractions of a pixel it left fewer false changes.
    Raises:
        InputError: of raster and grid only one has a CRS, or neither has one and the sizes differ.
    """
    moved = any(shift)
    if (raster.grid.crs is None) != (grid.crs is None):
        raise InputError(say("one of the two dates has no coordinate reference system: assign it, or take it off both"))
    if _same_grid(raster.grid, grid) and not moved:
        yield raster
        return
    if grid.located != raster.grid.located:
        raise InputError(say("one of the two dates has no georeference: georeference it, or take it off both"))
    if not grid.located and (grid.width, grid.height) != (raster.grid.width, raster.grid.height):
        sizes = f"{grid.width} x {grid.height} and {raster.grid.width} x {raster.grid.height}"
        raise InputError(
            say("the two dates have no georeference and different sizes ({}): georeference them first", sizes)
        )
    notes = [say("the {} is moved by {:g}, {:g}", name, *shift)] if moved else []
    if not _same_grid(raster.grid, grid):
        differences = _differences(grid, raster.grid)
        notes.append(say("the {} is warped onto the before date's grid (different {})", name, differences))
    with _warped(raster, grid, shift, how or (Resampling.cubic if moved else Resampling.bilinear)) as warped:
        yield RasterInput(warped, grid, raster.bands, (*raster.notes, *notes), raster.path)


def _warped(raster: RasterInput, grid: Grid, shift: Point, how: Resampling) -> WarpedVRT:
    source = raster.dataset
    options = {"src_crs": raster.grid.crs, "crs": grid.crs} if grid.crs else {}
    if raster.grid.fitted or not raster.grid.located:
        options["src_transform"] = raster.grid.transform
    alpha = ColorInterp.alpha not in source.colorinterp
    a, b, c, d, e, f = tuple(grid.transform)[:6]
    return WarpedVRT(
        source, transform=Affine(a, b, c - shift[0], d, e, f - shift[1]), width=grid.width,
        height=grid.height, resampling=how, add_alpha=alpha and source.nodata is None, **options,
    )  # fmt: skip


def common_window(window: Window, grid: Grid, other: Grid, shift: Point = (0.0, 0.0)) -> Window:
    """The part of `window` (of `grid`) where a raster on another grid, moved by `shift`, lies at all.

    Raises:
        InputError: the two dates do not overlap there.
    """
    bounds = _bounds(other, grid)
    if bounds is None:
        return window
    bounds = (bounds[0] + shift[0], bounds[1] + shift[1], bounds[2] + shift[0], bounds[3] + shift[1])
    try:
        shared = common(window, window_of(bounds, grid))
    except InputError:
        shared = None
    if shared is None:
        raise InputError(say("the two dates do not overlap: choose rasters (or an extent) of the same area"))
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
