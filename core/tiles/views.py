# SPDX-License-Identifier: GPL-3.0-or-later
"""What a detector looks at: square views over a window, at one or more scales.

Views lie on a grid that begins at the raster's corner, whatever the window. The last of a row or column
is moved back to end with the raster, as objects are seen best whole.
"""

from __future__ import annotations

from dataclasses import dataclass

from rasterio.windows import Window

from ..errors import InputError
from ..jobs.parts.cut import LARGEST_SCALE, SMALLEST_SCALE
from ..rasters.grid import Grid
from ..sentences import say
from .tiling import Tiling


@dataclass(frozen=True)
class View:
    window: Window
    """In pixels of the raster."""
    own: Window | None
    """The part that this view alone counts the pixels of; None: another scale's view does."""
    zoom: float
    """Pixels of the network for one of the raster."""
    number: int
    """Of all views of the raster."""


@dataclass(frozen=True)
class _Span:
    """A view along one axis, and what of the raster is its own."""

    start: int
    own: tuple[int, int]
    number: int


@dataclass(frozen=True)
class _Axis:
    """All views along an axis. Their own parts cover the raster without gaps."""

    length: int
    size: int
    stride: int

    @property
    def count(self) -> int:
        return -(-max(self.length - self.size, 0) // self.stride) + 1

    def _start(self, number: int) -> int:
        return min(number * self.stride, max(self.length - self.size, 0))

    def _edge(self, number: int) -> int:
        """Where a view's own part begins: in the middle of what it shares with the one before."""
        if number in (0, self.count):
            return number and self.length
        return (self._start(number - 1) + self._start(number) + self.size) // 2

    def touching(self, start: float, length: float) -> list[_Span]:
        """Views that hold pixels of `length` from `start`, however many there are elsewhere."""
        first = max(int((start - self.size) // self.stride), 0)
        last = min(int((start + length) // self.stride) + 1, self.count - 1)
        spans = [
            _Span(self._start(number), (self._edge(number), self._edge(number + 1)), number)
            for number in {*range(first, last + 1), self.count - 1}
        ]
        touched = [span for span in spans if span.start < start + length and span.start + self.size > start]
        return sorted(touched, key=lambda span: span.number)


def plan(tiling: Tiling, window: Window, grid: Grid, scales: tuple[float, ...], side: int = 0) -> list[View]:
    """The views of all scales that touch a window, row by row.

    Args:
        side: pixels a side of what the network sees; 0: those of a tile.
    Raises:
        InputError: a scale is out of range.
    """
    views, first, side = [], 0, side or tiling.size
    for index, scale in enumerate(scales):
        if not SMALLEST_SCALE <= scale <= LARGEST_SCALE:
            raise InputError(say("scale {:g} is not between {:g} and {:g}", scale, SMALLEST_SCALE, LARGEST_SCALE))
        size, stride = (max(round(length / scale), 1) for length in (tiling.size, tiling.stride))
        rows, columns = (_Axis(length, size, stride) for length in (grid.height, grid.width))
        for row in rows.touching(window.row_off, window.height):
            for column in columns.touching(window.col_off, window.width):
                (left, right), (top, bottom) = column.own, row.own
                own = Window(left, top, right - left, bottom - top) if index == 0 else None
                place = Window(column.start, row.start, size, size)
                number = first + row.number * columns.count + column.number
                views.append(View(place, own, side / size, number))
        first += rows.count * columns.count
    return views
