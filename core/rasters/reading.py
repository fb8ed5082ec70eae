# SPDX-License-Identifier: GPL-3.0-or-later
"""Rasters as streams of windows: opening, choosing bands, reading with validity."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import rasterio
from affine import Affine
from numpy.typing import NDArray
from rasterio._err import CPLE_BaseError
from rasterio.control import GroundControlPoint
from rasterio.enums import ColorInterp, MaskFlags
from rasterio.errors import NotGeoreferencedWarning, RasterioError
from rasterio.transform import RPCTransformer, from_gcps
from rasterio.windows import Window

from ..errors import InputError, UnreadableRaster
from ..jobs.parts.raster import RasterSource
from ..sentences import say
from .grid import PIXEL_GRID, WGS84, Grid, clip
from .hidden import as_vrt, with_nodata_of

Values = NDArray[np.float32]
Valid = NDArray[np.bool_]

LARGEST_COLOR = 65535
"""A nodata value from 0 to here may be a colour in one band; beyond, it is never one."""


@dataclass(frozen=True)
class RasterInput:
    """An open raster with the bands that the model is fed."""

    dataset: Any
    grid: Grid
    bands: tuple[int, ...]
    notes: tuple[str, ...]
    """What a user should know of how the raster is read."""
    path: str = ""
    hides: bool = False
    """Whether the mask leaves out the bands' own nodata values."""
    part: Window | None = None
    """All that there is of the raster; None: there is all."""

    @property
    def there(self) -> Window:
        return self.part or Window(0, 0, self.grid.width, self.grid.height)

    def read(self, window: Window) -> tuple[Values, Valid]:
        """Values (C, H, W) and validity (H, W) of a window, reflected where it leaves the raster.

        A pixel is valid where the mask says so and no band is NaN or infinite.

        Raises:
            InputError: the file is damaged there.
        """
        inside, padding = clip(window, self.grid)
        values, valid = self._read(inside)
        if any(side for axis in padding for side in axis):
            values = np.pad(values, ((0, 0), *padding), mode="reflect")
            valid = np.pad(valid, padding, mode="reflect")
        return values, valid

    def overview(self, window: Window, side: int) -> tuple[Values, Valid]:
        """As `read`, thinned out to at most `side` pixels a side."""
        return self._read(
            window, out_shape=(len(self.bands), min(int(window.height), side), min(int(window.width), side))
        )

    def thinned(self, side: int) -> tuple[Values, Valid]:
        """As `overview`, of all that there is."""
        return self.overview(self.there, side)

    def _read(self, window: Window, **how: Any) -> tuple[Values, Valid]:
        try:
            found = self.dataset.read(self.bands, window=window, **how)
            values = found.astype(np.float32)
            if self._nan_is_nodata:
                return values, np.isfinite(values).all(axis=0)
            masks = self.dataset.read_masks(self.bands, window=window, **how) > 0
        except (RasterioError, OSError, CPLE_BaseError) as error:
            raise UnreadableRaster(
                say(
                    "{} is damaged: it cannot be read at {} ({})", self.path or self.dataset.name, _where(window), error
                ),
                self.path,
            ) from error
        if self.hides:
            told = masks.all(axis=0)
            masks = np.stack([~_equal(band, self._own(number)) for band, number in zip(found, self.bands)])
            own = masks.all(axis=0) if self._one_band_decides else masks.any(axis=0)
            return values, told & own & np.isfinite(values).all(axis=0)
        valid = masks.all(axis=0) if self._one_band_decides else masks.any(axis=0)
        return values, valid & np.isfinite(values).all(axis=0)

    def _own(self, band: int) -> float | None:
        nodata: float | None = self.dataset.nodatavals[band - 1]
        return nodata

    @cached_property
    def _nan_is_nodata(self) -> bool:
        """Whether the values themselves say all that the mask does, which takes as long to read."""
        nodata = self.dataset.nodata
        flags = [self.dataset.mask_flag_enums[band - 1] for band in self.bands]
        return bool(nodata is not None and np.isnan(nodata)) and all(f == [MaskFlags.nodata] for f in flags)

    @property
    def _one_band_decides(self) -> bool:
        """Whether nodata in one band makes the pixel invalid (else all bands must say so)."""
        nodata = self.dataset.nodata
        return nodata is not None and not 0 <= nodata <= LARGEST_COLOR

    @property
    def dtype(self) -> np.dtype[Any]:
        kind: np.dtype[Any] = np.dtype(self.dataset.dtypes[self.bands[0] - 1])
        return kind


def _equal(values: NDArray[Any], value: float | None) -> Valid:
    if value is None:
        return np.zeros(values.shape, bool)
    return np.isnan(values) if np.isnan(value) else np.asarray(values == value)


def _where(window: Window) -> str:
    right, bottom = window.col_off + window.width, window.row_off + window.height
    return f"columns {window.col_off} to {right}, rows {window.row_off} to {bottom}"


def _grid(dataset: Any) -> tuple[Grid, list[str]]:
    gcps, gcp_crs = dataset.gcps
    notes: list[str] = []
    transform, crs, located = dataset.transform, dataset.crs, True
    rpc: tuple[tuple[str, str], ...] = ()
    if transform == Affine.identity():
        if gcps:
            transform, crs = from_gcps(gcps), gcp_crs
            notes.append(say("located by ground control points: polygons and areas follow their best straight fit"))
        elif dataset.rpcs is not None:
            transform, crs = _fit(dataset), WGS84
            rpc = tuple(sorted(dataset.tags(ns="RPC").items()))
            notes.append(say("located by rational polynomials: polygons and areas follow their best straight fit"))
        else:
            transform, located = PIXEL_GRID, False
            notes.append(say("the raster has no georeference: results are in pixels"))
    if located and crs is None:
        notes.append(say("the raster has no coordinate reference system: areas are counted in pixels"))
    kept = tuple(gcps) if gcps and dataset.transform == Affine.identity() else ()
    says_identity = bool(rpc) and "<GeoTransform>" in as_vrt(dataset)
    grid = Grid(dataset.width, dataset.height, transform, crs, kept, located, rpc, says_identity)
    if located and crs is not None and not grid.measurable:
        notes.append(
            say("the raster's coordinate reference system is not tied to the Earth: areas are counted in pixels")
        )
    return grid, notes


def _fit(dataset: Any) -> Affine:
    """The best straight fit of a raster's rational polynomials, at height zero as QGIS has it."""
    rows, columns = ([v.item() for v in np.linspace(0, size, 5)] for size in (dataset.height, dataset.width))
    places = [(row, column) for row in rows for column in columns]
    with RPCTransformer(dataset.rpcs) as transformer:
        xs, ys = transformer.xy([row for row, _ in places], [column for _, column in places], offset="ul")
    fit: Affine = from_gcps([GroundControlPoint(r, c, x, y) for (r, c), x, y in zip(places, xs, ys)])
    return fit


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
            raise InputError(
                say("{}: {} bands were given; the model needs {} ({})", source.path, len(bands), len(wanted), names)
            )
        for band in bands:
            if not 1 <= band <= dataset.count:
                raise InputError(say("{} has no band {}: it has bands 1 to {}", source.path, band, dataset.count))
        return tuple(bands), []
    if dataset.count < len(wanted):
        plural = "band" if dataset.count == 1 else "bands"
        raise InputError(
            say(
                "{} has {} {}; the model needs {} ({}). Choose another raster, or name a band several times in BANDS",
                source.path,
                dataset.count,
                plural,
                len(wanted),
                names,
            )
        )
    named = _by_name(dataset, wanted)
    bands = named or list(range(1, len(wanted) + 1))
    found = ", ".join(f"{b} ({name})" for b, name in zip(bands, wanted))
    if named:
        return tuple(bands), [say("bands {}", found)]
    return tuple(bands), [say("bands {}: the first ones, as the raster does not say which is which", found)]


def _open(path: str) -> Any:
    try:
        return rasterio.open(path)
    except (RasterioError, OSError) as error:
        raise UnreadableRaster(say("{} cannot be opened as a raster: {}", path, error), path) from error


def shared_bands(one: RasterSource, other: RasterSource) -> tuple[str, ...]:
    """What to ask of two rasters that no model is to be fed: as many bands as are named for the first,
    else red, green and blue, else what both have but no more than three."""
    if one.bands:
        return tuple(f"band {band}" for band in one.bands)
    counts = []
    for source in (one, other):
        with _open(source.path) as dataset:
            counts.append(sum(kind != ColorInterp.alpha for kind in dataset.colorinterp))
    return ("red", "green", "blue")[: min(counts)] if min(counts) >= 3 else ("grey", "second")[: min(counts)]


def grid_of(path: str) -> Grid:
    """Where the pixels of a raster lie. Raises InputError where it is none."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        with _open(path) as dataset:
            return _grid(dataset)[0]


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
                    raise InputError(
                        say("{}: band {} holds complex values; convert it to amplitudes first", source.path, band)
                    )
            grid, more = _grid(dataset)
            with with_nodata_of(source, dataset, bands) as shown:
                hides = shown is not dataset and bool(source.hidden)
                part = Window(*source.part) if source.part else None
                yield RasterInput(shown, grid, bands, (*more, *notes), source.path, hides, part)
