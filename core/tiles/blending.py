# SPDX-License-Identifier: GPL-3.0-or-later
"""Overlapping tiles melt into one another.

Over an overlap the weights of two neighbours are complementary raised cosines, so they add up to
one everywhere and a seam has nowhere to be. Only what later tiles still change is held: the
overlap columns of the tile before and the overlap rows of the tile row above.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from rasterio.windows import Window

from ..rasters.grid import common, inside
from ..rasters.reading import Valid, Values
from .tiling import Tiling

Emit = Callable[[Window, Values, Valid], None]
"""Takes a finished block: its window in the raster, scores (K, H, W), validity (H, W)."""


def ramp(overlap: int) -> NDArray[np.float32]:
    """Rising weights over an overlap; with its mirror image it adds up to one."""
    return (np.sin((np.arange(overlap) + 0.5) / max(overlap, 1) * np.pi / 2) ** 2).astype(np.float32)


class Blender:
    """Blends one panel of a tiling. `add` takes the panel's tiles in row-major order.

    A pixel's scores are always added up in one order: the sum of the upper tiles and that of the
    lower ones, each from left to right. So they are the same to the bit in any panel and any part.
    """

    def __init__(self, tiling: Tiling, panel: tuple[int, int], emit: Emit) -> None:
        self.tiling, self.emit = tiling, emit
        self.first, self.last = panel
        wanted, columns, seam = tiling.wanted, tiling.wanted_columns, int(tiling.window.col_off) + tiling.overlap
        left, right = int(wanted.col_off), int(wanted.col_off + wanted.width)
        if self.first > columns[0]:
            left = seam + self.first * tiling.stride
        if self.last < columns[-1]:
            right = seam + self.last * tiling.stride
        self.emitted = Window(left, wanted.row_off, right - left, wanted.height)
        self.carry: Values | None = None
        self.pending: Values | None = None

    def _weights(self, index: int, count: int) -> NDArray[np.float32]:
        tiling = self.tiling
        weights = np.ones(tiling.size, np.float32)
        if tiling.overlap and index > 0:
            weights[: tiling.overlap] = ramp(tiling.overlap)
        if tiling.overlap and index < count - 1:
            weights[-tiling.overlap :] = ramp(tiling.overlap)[::-1]
        return weights

    def add(self, row: int, column: int, scores: Values | None, valid: Valid) -> None:
        """One tile's scores (K, size, size), or None where it holds no data, and its validity."""
        tiling, overlap, stride = self.tiling, self.tiling.overlap, self.tiling.stride
        if scores is None:
            held = self.carry if self.carry is not None else self.pending
            scores = np.zeros((1 if held is None else held.shape[0], tiling.size, tiling.size), np.float32)
        else:
            down = self._weights(row, tiling.rows)
            scores = scores * (down[:, None] * self._weights(column, tiling.columns))
        wide = tiling.size if column == self.last else stride
        high = tiling.size if row == tiling.wanted_rows[-1] else stride
        offset = (column - self.first) * stride
        if overlap:
            if column > self.first and self.carry is not None:
                scores = _plus(scores, self.carry, (slice(None), slice(0, overlap)))
            if row > tiling.wanted_rows[0] and self.pending is not None:
                above = self.pending[:, :, offset : offset + wide]
                scores = _plus(scores, above, (slice(0, overlap), slice(0, wide)))
            self._hold(scores, wide, offset)
        self._finish(row, column, scores[:, :high, :wide], valid[:high, :wide])

    def _hold(self, scores: Values, wide: int, offset: int) -> None:
        stride = self.tiling.stride
        self.carry = scores[:, :, stride:].copy()
        width = (self.last - self.first) * stride + self.tiling.size
        if self.pending is None or self.pending.shape[0] < scores.shape[0]:
            grown = np.zeros((scores.shape[0], self.tiling.overlap, width), np.float32)
            if self.pending is not None:
                grown[: self.pending.shape[0]] = self.pending
            self.pending = grown
        self.pending[:, :, offset : offset + wide] = 0
        self.pending[: scores.shape[0], :, offset : offset + wide] = scores[:, stride:, :wide]

    def _finish(self, row: int, column: int, scores: Values, valid: Valid) -> None:
        tile = self.tiling.tile(row, column)
        finished = Window(tile.col_off, tile.row_off, scores.shape[2], scores.shape[1])
        block = common(finished, self.emitted)
        if block is not None:
            part = inside(block, finished)
            self.emit(block, scores[(slice(None), *part)], valid[part])


def _plus(scores: Values, other: Values, where: tuple[slice, slice]) -> Values:
    """`scores` with `other` added there; an empty tile's single plane of zeros grows to fit."""
    if scores.shape[0] < other.shape[0]:
        scores = np.repeat(scores, other.shape[0], axis=0)
    scores[(slice(0, other.shape[0]), *where)] += other
    return scores
