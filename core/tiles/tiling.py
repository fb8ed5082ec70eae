# SPDX-License-Identifier: GPL-3.0-or-later
"""Square tiles over a raster, neighbours sharing `overlap` pixels.

Tiles start at the raster's corner and step by ``size - overlap``, whatever part of it is wanted, so
a part's pixels lie in the tiles that they lie in when the whole is wanted. The last tiles may reach
beyond the raster. Row-major; a very wide part is cut in panels, see `panels`.
"""

from __future__ import annotations

from dataclasses import dataclass

from rasterio.windows import Window

PANEL, PANEL_PIXELS = 32, 32 * 512
"""Tile columns, and their pixels together, that are worked on at a time: what bounds memory on wide rasters."""


@dataclass(frozen=True)
class Tiling:
    """Tiles are counted from 0 at the corner of `window`, those of a part too."""

    window: Window
    """What tiles cover: as a rule the raster."""
    size: int
    overlap: int
    part: Window | None = None
    """What is wanted of it; None: all."""

    def __post_init__(self) -> None:
        if not 0 <= self.overlap <= self.size // 2:
            raise ValueError(f"overlap must be 0 to half of the tile ({self.size // 2}), found {self.overlap}")

    @property
    def stride(self) -> int:
        return self.size - self.overlap

    @property
    def wanted(self) -> Window:
        return self.window if self.part is None else self.part

    def _count(self, length: int) -> int:
        return max(-(-(length - self.overlap) // self.stride), 1)

    @property
    def columns(self) -> int:
        return self._count(int(self.window.width))

    @property
    def rows(self) -> int:
        return self._count(int(self.window.height))

    def _touching(self, start: float, length: float, count: int) -> range:
        """Tiles along an axis that hold pixels of `length` from `start`, counted from the corner."""
        first = max(-(-(int(start) - self.size + 1) // self.stride), 0)
        return range(first, min((int(start + length) - 1) // self.stride + 1, count))

    @property
    def wanted_columns(self) -> range:
        """Tile columns that hold what is wanted."""
        return self._touching(self.wanted.col_off - self.window.col_off, self.wanted.width, self.columns)

    @property
    def wanted_rows(self) -> range:
        return self._touching(self.wanted.row_off - self.window.row_off, self.wanted.height, self.rows)

    def tile(self, row: int, column: int) -> Window:
        """The pixels that a tile sees, in the raster's coordinates."""
        left = int(self.window.col_off) + column * self.stride
        top = int(self.window.row_off) + row * self.stride
        return Window(left, top, self.size, self.size)

    def panels(self) -> list[tuple[int, int]]:
        """First and last tile column of each panel; neighbours share one column, computed twice."""
        columns = self.wanted_columns
        last = columns[-1]
        most = max(min(PANEL, PANEL_PIXELS // self.size), 2)
        if len(columns) <= most:
            return [(columns[0], last)]
        starts = range(columns[0], last, most - 1)
        return [(first, min(first + most - 1, last)) for first in starts]

    @property
    def tile_count(self) -> int:
        return len(self.wanted_rows) * sum(last - first + 1 for first, last in self.panels())
