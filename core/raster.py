# SPDX-License-Identifier: GPL-3.0-or-later
"""Rasters as streams of windows: opening, choosing bands, reading with validity.

Windows are half-open (col_off, row_off, width, height) in pixels of the raster. A raster without
a geotransform lies on the grid that QGIS draws it on: one unit a pixel, y downwards from zero.
"""

from __future__ import annotations

import math
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import numpy as np
import rasterio
from affine import Affine
from numpy.typing import NDArray
from rasterio.control import GroundControlPoint
from rasterio.crs import CRS
from rasterio.enums import ColorInterp, Resampling
from rasterio.errors import NotGeoreferencedWarning, RasterioError
from rasterio.transform import from_gcps
from rasterio.vrt import WarpedVRT
from rasterio.windows import Window

from .errors import InputError
from .protocol import RasterSource

PIXEL_GRID = Affine(1, 0, 0, 0, -1, 0)
"""Where a raster without geotransform lies."""

Values = NDArray[np.float32]
Valid = NDArray[np.bool_]
Extent = tuple[float, float, float, float]


@dataclass(frozen=True)
class Grid:
    """Where the pixels of a raster lie."""

    width: int
    height: int
    transform: Affine
    crs: CRS | None
    gcps: tuple[GroundControlPoint, ...] = ()
    located: bool = True
    """Whether the raster has a geotransform or ground control points."""


@dataclass(frozen=True)
class RasterInput:
    """An open raster with the bands that the model is fed."""

    dataset: Any
    grid: Grid
    bands: tuple[int, ...]
    notes: tuple[str, ...]
    """What a user should know of how the raster is read."""

    def read(self, window: Window) -> tuple[Values, Valid]:
        """Values (C, H, W) and validity (H, W) of a window, reflected where it leaves the raster.

        A pixel is valid where the mask of any band says so and no band is NaN or infinite.
        """
        inside, padding = clip(window, self.grid)
        values = self.dataset.read(self.bands, window=inside).astype(np.float32)
        valid = (self.dataset.read_masks(self.bands, window=inside) > 0).any(axis=0)
        valid &= np.isfinite(values).all(axis=0)
        if any(side for axis in padding for side in axis):
            values = np.pad(values, ((0, 0), *padding), mode="reflect")
            valid = np.pad(valid, padding, mode="reflect")
        return values, valid

    def overview(self, window: Window, side: int) -> tuple[Values, Valid]:
        """As `read`, thinned out to at most `side` pixels a side."""
        shape = (min(int(window.height), side), min(int(window.width), side))
        values = self.dataset.read(self.bands, window=window, out_shape=(len(self.bands), *shape)).astype(np.float32)
        masks = self.dataset.read_masks(self.bands, window=window, out_shape=(len(self.bands), *shape))
        return values, (masks > 0).any(axis=0) & np.isfinite(values).all(axis=0)

    @property
    def dtype(self) -> np.dtype[Any]:
        kind: np.dtype[Any] = np.dtype(self.dataset.dtypes[self.bands[0] - 1])
        return kind


def clip(window: Window, grid: Grid) -> tuple[Window, tuple[tuple[int, int], tuple[int, int]]]:
    """The part of a window inside the grid, and how much is missing (rows, columns; before, after)."""
    top, left = int(window.row_off), int(window.col_off)
    bottom, right = top + int(window.height), left + int(window.width)
    rows, columns = (max(top, 0), min(bottom, grid.height)), (max(left, 0), min(right, grid.width))
    inside = Window(columns[0], rows[0], columns[1] - columns[0], rows[1] - rows[0])
    return inside, ((rows[0] - top, bottom - rows[1]), (columns[0] - left, right - columns[1]))


def _grid(dataset: Any) -> tuple[Grid, list[str]]:
    gcps, gcp_crs = dataset.gcps
    notes = []
    transform, crs, located = dataset.transform, dataset.crs, True
    if transform == Affine.identity():
        if gcps:
            transform, crs = from_gcps(gcps), gcp_crs
            notes.append("located by ground control points: polygons and areas follow their best straight fit")
        else:
            transform, located = PIXEL_GRID, False
            notes.append("the raster has no georeference: results are in pixels")
    if located and crs is None:
        notes.append("the raster has no coordinate reference system: areas are counted in pixels")
    kept = tuple(gcps) if gcps and dataset.transform == Affine.identity() else ()
    return Grid(dataset.width, dataset.height, transform, crs, kept, located), notes


def _by_name(dataset: Any, wanted: Sequence[str]) -> list[int] | None:
    """Bands whose colour interpretation, else whose description, says what is wanted."""
    colors = {"red": ColorInterp.red, "green": ColorInterp.green, "blue": ColorInterp.blue}
    found = [colors.get(name) for name in wanted]
    if all(c is not None and c in dataset.colorinterp for c in found):
        return [dataset.colorinterp.index(c) + 1 for c in found]
    words = [set((text or "").lower().replace("_", " ").split()) for text in dataset.descriptions]
    named = [next((i for i, w in enumerate(words, 1) if name in w), 0) for name in wanted]
    return named if all(named) else None


def _choose_bands(dataset: Any, source: RasterSource, wanted: Sequence[str]) -> tuple[tuple[int, ...], list[str]]:
    names = ", ".join(wanted)
    if source.bands:
        bands = list(source.bands)
        if len(bands) != len(wanted):
            raise InputError(f"{source.path}: {len(bands)} bands were given; the model needs {len(wanted)} ({names})")
        for band in bands:
            if not 1 <= band <= dataset.count:
                raise InputError(f"{source.path} has no band {band}: it has bands 1 to {dataset.count}")
        return tuple(bands), []
    if dataset.count < len(wanted):
        plural = "band" if dataset.count == 1 else "bands"
        raise InputError(
            f"{source.path} has {dataset.count} {plural}; the model needs {len(wanted)} ({names}). "
            "Choose another raster, or name a band several times in BANDS"
        )
    named = _by_name(dataset, wanted)
    bands = named or list(range(1, len(wanted) + 1))
    text = "bands " + ", ".join(f"{b} ({name})" for b, name in zip(bands, wanted))
    return tuple(bands), [text if named else f"{text}: the first ones, as the raster does not say which is which"]


def _open(path: str) -> Any:
    try:
        return rasterio.open(path)
    except (RasterioError, OSError) as error:
        raise InputError(f"{path} cannot be opened as a raster: {error}") from error


@contextmanager
def open_raster(source: RasterSource, wanted: Sequence[str]) -> Iterator[RasterInput]:
    """Opens a raster for a model that wants bands of these meanings.

    Raises:
        InputError: not a raster, too few bands, a band that is not there, complex values.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        with _open(source.path) as dataset:
            bands, notes = _choose_bands(dataset, source, wanted)
            for band in bands:
                if "complex" in dataset.dtypes[band - 1]:
                    raise InputError(f"{source.path}: band {band} holds complex values; convert it to amplitudes first")
            grid, more = _grid(dataset)
            yield RasterInput(dataset, grid, bands, (*more, *notes))


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
    elif grid.crs is None and not (grid.located and after.grid.located):
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


def window_of(extent: Extent | None, grid: Grid) -> Window:
    """The pixels that an extent (in the grid's CRS) touches.

    Raises:
        InputError: the extent is empty or lies outside the raster.
    """
    if extent is None:
        return Window(0, 0, grid.width, grid.height)
    xmin, ymin, xmax, ymax = extent
    if not (xmin < xmax and ymin < ymax):
        raise InputError("the extent is empty: draw one with a width and a height")
    corners = [~grid.transform * corner for corner in ((xmin, ymin), (xmin, ymax), (xmax, ymin), (xmax, ymax))]
    columns, rows = zip(*corners)
    slack = 1e-6  # an extent that lies on pixel edges must not gain pixels by rounding
    left, top = max(math.floor(min(columns) + slack), 0), max(math.floor(min(rows) + slack), 0)
    right = min(math.ceil(max(columns) - slack), grid.width)
    bottom = min(math.ceil(max(rows) - slack), grid.height)
    if left >= right or top >= bottom:
        raise InputError("the extent lies outside the raster: choose one that overlaps it")
    return Window(left, top, right - left, bottom - top)


def common_window(window: Window, before: RasterInput, after: RasterInput) -> Window:
    """The part of `window` where the after date's raster lies at all.

    Raises:
        InputError: the two dates do not overlap there.
    """
    source = getattr(after.dataset, "src_dataset", None)
    if source is None:
        return window
    corners = [
        source.transform * c for c in ((0, 0), (source.width, 0), (0, source.height), (source.width, source.height))
    ]
    xs, ys = zip(*corners)
    bounds = (min(xs), min(ys), max(xs), max(ys))
    if source.crs and before.grid.crs:
        bounds = rasterio.warp.transform_bounds(source.crs, before.grid.crs, *bounds)
    try:
        there = window_of(bounds, before.grid)
        left, top = max(window.col_off, there.col_off), max(window.row_off, there.row_off)
        right = min(window.col_off + window.width, there.col_off + there.width)
        bottom = min(window.row_off + window.height, there.row_off + there.height)
        if left < right and top < bottom:
            return Window(left, top, right - left, bottom - top)
    except InputError:
        pass
    raise InputError("the two dates do not overlap: choose rasters (or an extent) of the same area")
