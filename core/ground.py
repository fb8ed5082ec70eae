# SPDX-License-Identifier: GPL-3.0-or-later
"""How large a pixel is on the ground, anywhere, in any CRS: on the WGS 84 ellipsoid."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from rasterio._err import CPLE_BaseError
from rasterio.crs import CRS
from rasterio.warp import transform as warp
from rasterio.windows import Window

from .grid import WGS84, Grid

SEMI_MAJOR = 6378137.0
FLATTENING = 1 / 298.257223563
NODES = 17
"""Pixel sizes are computed at so many rows and columns of a window and interpolated between."""

Floats = NDArray[np.float64]


def _to_degrees(crs: CRS, xs: Floats, ys: Floats) -> tuple[Floats, Floats]:
    """Longitudes and latitudes; NaN for points off the Earth, as beside a satellite's full disk."""
    try:
        longitude, latitude = warp(crs, WGS84, xs, ys)
    except CPLE_BaseError:
        if len(xs) == 1:
            return np.array([np.nan]), np.array([np.nan])
        half = len(xs) // 2  # one point out of reach spoils a whole call: find it
        parts = _to_degrees(crs, xs[:half], ys[:half]), _to_degrees(crs, xs[half:], ys[half:])
        return np.concatenate([p[0] for p in parts]), np.concatenate([p[1] for p in parts])
    return np.asarray(longitude), np.asarray(latitude)


def steps(grid: Grid, columns: Floats, rows: Floats) -> tuple[Floats, Floats]:
    """Metres of one step right, and of one step down, from each pixel position: two arrays (2, N) of east and north.

    The grid must be measurable; NaN off the Earth.
    """
    half = 0.5
    stencil = [(columns + dx, rows + dy) for dx, dy in ((-half, 0), (half, 0), (0, -half), (0, half))]
    x, y = (np.concatenate(axis) for axis in zip(*stencil))
    a, b, c, d, e, f = tuple(grid.transform)[:6]
    xs, ys = a * x + b * y + c, d * x + e * y + f
    longitude, latitude = (v.reshape(4, -1) for v in _to_degrees(grid.crs, xs, ys))
    longitude, latitude = (np.where(np.isfinite(v), v, np.nan) for v in (longitude, latitude))
    middle = np.radians(latitude.mean(axis=0))
    squared = FLATTENING * (2 - FLATTENING)
    curve = 1 - squared * np.sin(middle) ** 2
    north = SEMI_MAJOR * (1 - squared) / curve**1.5
    east = SEMI_MAJOR / np.sqrt(curve) * np.cos(middle)
    found = []
    for first, second in ((0, 1), (2, 3)):
        turn = (longitude[second] - longitude[first] + 180) % 360 - 180  # across the date line too
        found.append((np.radians(turn) * east, np.radians(latitude[second] - latitude[first]) * north))
    return np.asarray(found[0]), np.asarray(found[1])


def gsd(grid: Grid, window: Window) -> float | None:
    """Ground metres of a pixel in the middle of a window (mean of its sides).

    None where that is no place on the Earth.
    """
    if not grid.measurable:
        return None
    column, row = window.col_off + window.width / 2, window.row_off + window.height / 2
    right, down = steps(grid, np.array([column]), np.array([row]))
    size = float((np.hypot(*right) + np.hypot(*down))[0] / 2)
    return size if np.isfinite(size) else None


def pixel_areas(grid: Grid, window: Window) -> NDArray[np.float64]:
    """Square metres of each pixel of a window (H, W), 0 off the Earth; ones where nothing can be measured."""
    height, width = int(window.height), int(window.width)
    if not grid.measurable:
        return np.ones((height, width))
    columns = np.linspace(0.5, width - 0.5, min(NODES, width))
    rows = np.linspace(0.5, height - 0.5, min(NODES, height))
    mesh = np.meshgrid(columns + window.col_off, rows + window.row_off)
    right, down = steps(grid, mesh[0].ravel(), mesh[1].ravel())
    nodes = np.abs(right[0] * down[1] - right[1] * down[0]).reshape(len(rows), len(columns))
    nodes = np.where(np.isfinite(nodes), nodes, 0)
    lines = np.stack([np.interp(np.arange(width) + 0.5, columns, line) for line in nodes])
    positions = np.interp(np.arange(height) + 0.5, rows, np.arange(len(rows)))
    lower = np.minimum(positions.astype(int), max(len(rows) - 2, 0))
    share = (positions - lower)[:, None]
    areas = np.empty((height, width))
    for node in np.unique(lower):  # piece by piece, each as large as the processor's cache
        part = slice(*np.searchsorted(lower, (node, node + 1)))
        upper = lines[min(node + 1, len(rows) - 1)]
        np.multiply(share[part], upper - lines[node], out=areas[part])
        areas[part] += lines[node]
    return areas
