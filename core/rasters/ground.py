# SPDX-License-Identifier: GPL-3.0-or-later
"""How large a pixel is on the ground, anywhere, in any CRS: on the WGS 84 ellipsoid.

A pixel's area is that of its outline, of the part that is on the Earth. Where pixels of a row are alike,
in degrees, each row is measured; elsewhere some pixels are, as many as it takes to interpolate between.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from rasterio._err import CPLE_BaseError
from rasterio.crs import CRS
from rasterio.warp import transform as warp
from rasterio.windows import Window

from .grid import WGS84, Grid, common, inside

SEMI_MAJOR = 6378137.0
FLATTENING = 1 / 298.257223563
ROUNDING = 1e-9
"""Degrees."""
SIDE = 2
"""Points along each side of a pixel whose outline is measured."""
BLOCK = 512
"""Pixels a side of what is measured at once. Blocks begin at the raster's corner, whatever the window."""
NODES = 3
"""Pixels along each side of a part that are measured; those between are interpolated..."""
SMOOTH = 1e-3
"""... where they follow a straight line to this share of their area; elsewhere the part is quartered."""
SMALLEST = 8
"""Pixels a side of parts of which all pixels are measured."""
OFF_SHARE = 64
"""Parts off the Earth at all nodes are believed to be so when this many of them go along the raster's longer side."""
HALVINGS = 24
"""Steps towards the Earth's edge inside a pixel."""
BLOCKS_KEPT = 4096

Floats = NDArray[np.float64]


def _to_degrees(crs: CRS, xs: Floats, ys: Floats) -> tuple[Floats, Floats]:
    """Longitudes and latitudes; NaN or infinite for points off the Earth, as beside a satellite's full disk."""
    try:
        longitude, latitude = warp(crs, WGS84, xs, ys)
    except CPLE_BaseError:
        if len(xs) == 1:
            return np.array([np.nan]), np.array([np.nan])
        half = len(xs) // 2  # one point out of reach spoils a whole call: find it
        parts = _to_degrees(crs, xs[:half], ys[:half]), _to_degrees(crs, xs[half:], ys[half:])
        return np.concatenate([p[0] for p in parts]), np.concatenate([p[1] for p in parts])
    return np.asarray(longitude), np.asarray(latitude)


def _places(grid: Grid, columns: Floats, rows: Floats) -> tuple[Floats, Floats]:
    """Longitudes and latitudes of positions in pixels; NaN off the Earth, as beyond the poles."""
    a, b, c, d, e, f = tuple(grid.transform)[:6]
    longitude, latitude = _to_degrees(grid.crs, a * columns + b * rows + c, d * columns + e * rows + f)
    there = np.isfinite(longitude) & (np.abs(latitude) <= 90 + ROUNDING)
    return np.where(there, longitude, np.nan), np.where(there, np.clip(latitude, -90, 90), np.nan)


def steps(grid: Grid, columns: Floats, rows: Floats) -> tuple[Floats, Floats]:
    """Metres of one step right, and of one step down, from each pixel position: two arrays (2, N) of east and north.

    The grid must be measurable; NaN off the Earth.
    """
    half = 0.5
    stencil = [(columns + dx, rows + dy) for dx, dy in ((-half, 0), (half, 0), (0, -half), (0, half))]
    x, y = (np.concatenate(axis) for axis in zip(*stencil))
    longitude, latitude = (v.reshape(4, -1) for v in _places(grid, x, y))
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


def _outlines(left: Floats, top: Floats) -> tuple[Floats, Floats]:
    """Corners of pixels and points between them, (N, 4 * SIDE) columns and rows, in a ring."""
    along = np.arange(SIDE) / SIDE
    zeros, ones = np.zeros(SIDE), np.ones(SIDE)
    across, down = np.r_[along, ones, 1 - along, zeros], np.r_[zeros, along, ones, 1 - along]
    return left[:, None] + across, top[:, None] + down


def _cut_back(grid: Grid, x: Floats, y: Floats, known: NDArray[np.bool_]) -> tuple[Floats, Floats]:
    """Rings (N, 2 P) of the part on the Earth of rings (N, P) of which some points are `known` to be on it.

    A point off the Earth becomes two on its edge, towards the points before and after it, or the middle
    of all that are known where these are off as well.
    """
    there = []
    middles = [np.where(known, v, 0).sum(axis=1, keepdims=True) / known.sum(axis=1, keepdims=True) for v in (x, y)]
    for step in (1, -1):
        beside = np.roll(known, step, axis=1)
        from_x, from_y = (
            np.where(known, v, np.where(beside, np.roll(v, step, axis=1), middle)) for v, middle in zip((x, y), middles)
        )
        off = ~known
        shares, ends = np.zeros(off.sum()), np.ones(off.sum())
        for _ in range(HALVINGS):
            share = (shares + ends) / 2
            columns, rows = ((1 - share) * start[off] + share * v[off] for start, v in ((from_x, x), (from_y, y)))
            on = np.isfinite(_places(grid, columns, rows)[0])
            shares, ends = np.where(on, share, shares), np.where(on, ends, share)
        from_x[off] += shares * (x - from_x)[off]
        from_y[off] += shares * (y - from_y)[off]
        there.append((from_x, from_y))
    columns, rows = (np.stack(pair, axis=2).reshape(len(x), -1) for pair in zip(*there))
    return columns, rows


def _enclosed(longitude: Floats, latitude: Floats) -> Floats:
    """Square metres inside rings (N, P): exact where edges follow meridians and parallels.

    That is the sum over edges of the ellipsoid's area from there to the nearer pole, so that a ring
    may go around one.
    """
    e = np.sqrt(FLATTENING * (2 - FLATTENING))

    def zone(sine: Floats) -> Floats:
        """Area from the equator to a latitude, for a radian of longitude."""
        curved = sine / (1 - (e * sine) ** 2) + np.arctanh(e * sine) / e
        return np.asarray(SEMI_MAJOR**2 * (1 - e**2) / 2 * curved)

    pole = np.where(latitude.mean(axis=1, keepdims=True) < 0, -1.0, 1.0)
    to_pole = zone(pole) - zone(np.sin(np.radians(latitude)))
    turn = np.roll(longitude, -1, axis=1) - longitude
    turn -= 360 * np.round(turn / 360)  # across the date line too; small steps stay as exact as they are
    return np.asarray(np.abs((np.radians(turn) * (to_pole + np.roll(to_pole, -1, axis=1)) / 2).sum(axis=1)))


def _exact(grid: Grid, columns: Floats, rows: Floats) -> tuple[Floats, NDArray[np.bool_]]:
    """Square metres of the part of pixels (N) that is on the Earth, and whether that is all of them."""
    x, y = _outlines(columns, rows)
    longitude, latitude = (v.reshape(x.shape) for v in _places(grid, x.ravel(), y.ravel()))
    known = np.isfinite(longitude)
    areas = np.zeros(len(x))
    whole = np.asarray(known.all(axis=1), np.bool_)
    areas[whole] = _enclosed(longitude[whole], latitude[whole])
    cut = known.any(axis=1) & ~whole
    if cut.any():
        x, y = _cut_back(grid, x[cut], y[cut], known[cut])
        areas[cut] = np.nan_to_num(_enclosed(*(v.reshape(x.shape) for v in _places(grid, x.ravel(), y.ravel()))))
    return areas, whole


@dataclass(frozen=True)
class _Part:
    """A rectangle of pixels, and areas (R, C) of pixels spread evenly over it from corner to corner."""

    place: Window
    areas: Floats

    def fill(self, target: Floats, window: Window) -> None:
        """Writes the areas (H, W) of what lies in a window."""
        part = common(self.place, window)
        if part is None:
            return
        out = target[inside(part, window)]
        rows, columns = (
            np.arange(out.shape[axis]) + start for axis, start in ((0, part.row_off), (1, part.col_off))
        )  # fmt: skip
        at_y = np.linspace(self.place.row_off, self.place.row_off + self.place.height - 1, len(self.areas))
        at_x = np.linspace(self.place.col_off, self.place.col_off + self.place.width - 1, self.areas.shape[1])
        lines = np.stack([np.interp(columns, at_x, line) for line in self.areas])
        positions = np.interp(rows, at_y, np.arange(len(lines)))
        lower = np.minimum(positions.astype(int), max(len(lines) - 2, 0))
        share = (positions - lower)[:, None]
        for node in np.unique(lower):  # piece by piece, each as large as the processor's cache
            piece = slice(*np.searchsorted(lower, (node, node + 1)))
            np.multiply(share[piece], lines[min(node + 1, len(lines) - 1)] - lines[node], out=out[piece])
            out[piece] += lines[node]


class PixelAreas:
    """Square metres of the pixels of a grid, of their part on the Earth; ones where nothing can be measured."""

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        straight = not grid.transform.b and not grid.transform.d
        self._rows_alike = grid.measurable and straight and grid.crs is not None and grid.crs.is_geographic
        self._block = lru_cache(BLOCKS_KEPT)(self._rows if self._rows_alike else self._parts)

    def of(self, window: Window) -> Floats:
        """Of each pixel of a window (H, W), not to be written to."""
        shape = int(window.height), int(window.width)
        if not self._grid.measurable:
            return np.broadcast_to(1.0, shape)
        top, left = int(window.row_off), int(window.col_off)
        areas = np.empty((shape[0], 1 if self._rows_alike else shape[1]))
        strip = Window(0, top, 1, shape[0]) if self._rows_alike else window
        columns = (0,) if self._rows_alike else range(left // BLOCK, (left + shape[1] - 1) // BLOCK + 1)
        for row in range(top // BLOCK, (top + shape[0] - 1) // BLOCK + 1):
            for column in columns:
                for part in self._block(row, column):
                    part.fill(areas, strip)
        return np.broadcast_to(areas, shape)

    def _rows(self, row: int, _: int) -> list[_Part]:
        height = min(BLOCK, self._grid.height - row * BLOCK)
        tops = np.arange(height, dtype=float) + row * BLOCK
        areas, _whole = _exact(self._grid, np.full(height, self._grid.width // 2, float), tops)
        return [_Part(Window(0, row * BLOCK, 1, height), areas[:, None])]

    def _parts(self, row: int, column: int) -> list[_Part]:
        left, top = column * BLOCK, row * BLOCK
        sides = min(BLOCK, self._grid.width - left), min(BLOCK, self._grid.height - top)
        waiting, parts = [Window(left, top, *sides)], []
        off = max(SMALLEST, max(self._grid.width, self._grid.height) // OFF_SHARE)
        while waiting:
            counts = [_node_counts(place) for place in waiting]
            meshes = [_mesh(place, *count) for place, count in zip(waiting, counts)]
            found, whole = _exact(self._grid, *(np.concatenate(axis) for axis in zip(*meshes)))
            ends = np.cumsum([rows * columns for rows, columns in counts])[:-1]
            again = []
            for place, count, areas, on in zip(waiting, counts, np.split(found, ends), np.split(whole, ends)):
                nodes, side = areas.reshape(count), max(place.width, place.height)
                if side <= SMALLEST or (on.all() and _is_smooth(nodes)) or (side <= off and not areas.any()):
                    parts.append(_Part(place, nodes))
                else:
                    again += _quarters(place)
            waiting = again
        return parts


def _node_counts(place: Window) -> tuple[int, int]:
    """Rows and columns of pixels to measure: all of a small part."""
    if max(place.width, place.height) <= SMALLEST:
        return int(place.height), int(place.width)
    return NODES, NODES


def _mesh(place: Window, rows: int, columns: int) -> tuple[Floats, Floats]:
    """Left and top of pixels (rows * columns) spread evenly over a part."""
    x = np.linspace(place.col_off, place.col_off + place.width - 1, columns)
    y = np.linspace(place.row_off, place.row_off + place.height - 1, rows)
    return np.tile(x, rows), np.repeat(y, columns)


def _is_smooth(nodes: Floats) -> bool:
    """Whether the middle of NODES x NODES areas, and of each side, are what the corners let expect."""
    along = np.stack([nodes[0], (nodes[0] + nodes[2]) / 2, nodes[2]])
    expected = np.stack([along[:, 0], (along[:, 0] + along[:, 2]) / 2, along[:, 2]], axis=1)
    return bool((np.abs(nodes - expected) <= SMOOTH * nodes).all())


def _quarters(place: Window) -> list[Window]:
    """Halves along each axis that has two pixels."""
    columns, rows = (
        [(start, length // 2), (start + length // 2, length - length // 2)]
        for start, length in ((place.col_off, place.width), (place.row_off, place.height))
    )
    return [Window(x, y, width, height) for y, height in rows for x, width in columns if width and height]


def pixel_areas(grid: Grid, window: Window) -> Floats:
    """As `PixelAreas.of`, for a single window."""
    return PixelAreas(grid).of(window)
