# SPDX-License-Identifier: GPL-3.0-or-later
"""What a detector looks at: square views over a window, at one or more scales.

Views lie on a grid that begins at the raster's corner, whatever the window, so a part of a raster
gives the objects that the whole gives there. The last of a row or column is moved back to end with
the raster, as objects are seen best whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from affine import Affine
from rasterio.crs import CRS
from rasterio.enums import Resampling
from rasterio.warp import reproject
from rasterio.windows import Window

from .errors import InputError
from .grid import Grid, common
from .protocol import LARGEST_SCALE, SMALLEST_SCALE
from .raster import Values
from .tiling import Tiling

_PLANE = CRS.from_epsg(3857)
"""Resampling wants a CRS; any plane one does."""


@dataclass(frozen=True)
class View:
    window: Window
    """In pixels of the raster."""
    own: Window | None
    """The part that this view alone counts the pixels of; None: another scale's view does."""
    zoom: float
    """Pixels of the network for one of the raster."""


@dataclass(frozen=True)
class _Span:
    """A view along one axis, and what of the raster is its own."""

    start: int
    own: tuple[int, int]


def _spans(length: int, size: int, stride: int, wanted: tuple[int, int]) -> list[_Span]:
    """Those that touch `wanted`; their own parts cover the raster without gaps."""
    last = max(length - size, 0)
    starts = [*range(0, last, stride), last]
    middles = [(a + b + size) // 2 for a, b in zip(starts, starts[1:])]  # of what two neighbours share
    edges = [0, *middles, length]
    spans = [_Span(s, own) for s, own in zip(starts, zip(edges, edges[1:]))]
    return [span for span in spans if span.start < wanted[1] and span.start + size > wanted[0]]


def plan(tiling: Tiling, window: Window, grid: Grid, scales: tuple[float, ...]) -> list[View]:
    """The views of all scales that touch a window, row by row.

    Raises:
        InputError: a scale is out of range.
    """
    views = []
    for index, scale in enumerate(scales):
        if not SMALLEST_SCALE <= scale <= LARGEST_SCALE:
            raise InputError(f"scale {scale:g} is not between {SMALLEST_SCALE:g} and {LARGEST_SCALE:g}")
        size, stride = (max(round(length / scale), 1) for length in (tiling.size, tiling.stride))
        rows, columns = (
            _spans(length, size, stride, (int(start), int(start + extent)))
            for length, start, extent in (
                (grid.height, window.row_off, window.height),
                (grid.width, window.col_off, window.width),
            )
        )
        for row in rows:
            for column in columns:
                (left, right), (top, bottom) = column.own, row.own
                own = common(Window(left, top, right - left, bottom - top), window) if index == 0 else None
                views.append(View(Window(column.start, row.start, size, size), own, tiling.size / size))
    return views


def resized(images: tuple[Values, ...], side: int) -> Iterator[Values]:
    """Square images (C, S, S) brought to `side` pixels: means where that is fewer, else bilinear."""
    for image in images:
        size = image.shape[-1]
        if size == side:
            yield image
            continue
        target = np.empty((len(image), side, side), np.float32)
        how = Resampling.average if side < size else Resampling.bilinear
        reproject(
            image, target, src_crs=_PLANE, dst_crs=_PLANE, resampling=how,
            src_transform=Affine.identity(), dst_transform=Affine.scale(size / side),
        )  # fmt: skip
        yield target
