# SPDX-License-Identifier: GPL-3.0-or-later
"""Square tiles over a window, neighbours sharing `overlap` pixels.

Tiles start at the window's corner and step by ``size - overlap``; the last ones may reach beyond
the window. Row-major; a very wide window is cut in panels, see `panels`.
"""

from __future__ import annotations

from dataclasses import dataclass

from rasterio.windows import Window

PANEL = 32
"""Tile columns that are worked on at a time: what bounds memory on wide rasters."""


@dataclass(frozen=True)
class Tiling:
    window: Window
    size: int
    overlap: int

    def __post_init__(self) -> None:
        if not 0 <= self.overlap <= self.size // 2:
            raise ValueError(f"overlap must be 0 to half of the tile ({self.size // 2}), found {self.overlap}")

    @property
    def stride(self) -> int:
        return self.size - self.overlap

    def _count(self, length: int) -> int:
        return max(-(-(length - self.overlap) // self.stride), 1)

    @property
    def columns(self) -> int:
        return self._count(int(self.window.width))

    @property
    def rows(self) -> int:
        return self._count(int(self.window.height))

    def tile(self, row: int, column: int) -> Window:
        """The pixels that a tile sees, in the raster's coordinates."""
        left = int(self.window.col_off) + column * self.stride
        top = int(self.window.row_off) + row * self.stride
        return Window(left, top, self.size, self.size)

    def panels(self) -> list[tuple[int, int]]:
        """First and last tile column of each panel; neighbours share one column, computed twice."""
        last = self.columns - 1
        if last < PANEL:
            return [(0, last)]
        starts = range(0, last, PANEL - 1)
        return [(first, min(first + PANEL - 1, last)) for first in starts]

    @property
    def tile_count(self) -> int:
        return self.rows * sum(last - first + 1 for first, last in self.panels())
