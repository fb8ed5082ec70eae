# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the model knows what a run shows it: a word of warning, a share, and a raster of where not."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from rasterio.windows import Window

from ...errors import InputError
from ...familiar.familiarity import Judged, open_familiarity
from ...familiar.verdict import Verdict
from ...rasters.geotiff import GeoTiff
from ...report import Reporter
from ...sentences import say
from ...tiles.scene import Scene

LIMIT = 100.0
"""In the raster, of a tile that is as strange as a familiar one may be."""


class Watch:
    """Of one run. Without what the model's folder says of its training it sees nothing.

    The raster has a cell for each step of the tiles, from the raster's corner; a cell has the value of the tile
    that begins there, so that it does not depend on the extent.
    """

    def __init__(self, scene: Scene, path: Path | None) -> None:
        """Raises InputError where a raster is asked for and the model's folder cannot tell."""
        self.scene, self.path = scene, path
        self.judge = open_familiarity(scene.card)
        if self.judge is None and path is not None:
            raise InputError(
                say(
                    "model {} does not say what it was trained on, so that nothing can be told of what is "
                    "unfamiliar to it: leave that output out, or choose another model",
                    scene.card.id,
                )
            )
        self.verdict = None if self.judge is None else Verdict(self.judge)
        self.step = scene.tiling.stride
        self._grid = scene.grid.coarser(self.step)
        window = scene.window
        left, top = int(window.col_off) // self.step, int(window.row_off) // self.step
        right = -(-int(window.col_off + window.width) // self.step)
        bottom = -(-int(window.row_off + window.height) // self.step)
        self._cells = Window(left, top, right - left, bottom - top)
        shape = (bottom - top, right - left) if path is not None else (0, 0)
        self._strange = np.full(shape, np.nan, np.float32)

    def add(self, row: int, column: int, judged: Judged | None) -> None:
        """What was found of the tile that begins in a cell."""
        if judged is None or self.verdict is None:
            return
        self.verdict.add(judged)
        if self.path is not None:
            tiling, cells = self.scene.tiling, self._cells
            rows = _of_tile(row, tiling.rows, int(cells.row_off), int(cells.height))
            columns = _of_tile(column, tiling.columns, int(cells.col_off), int(cells.width))
            self._strange[rows, columns] = LIMIT * judged.strangeness

    def add_at(self, y: float, x: float, judged: Judged | None) -> None:
        """Of a tile, for the cell that holds this place in pixels of the raster."""
        self.add(int(y // self.step), int(x // self.step), judged)

    def finish(self, tags: dict[str, str], report: Reporter) -> float | None:
        """Warns, writes the raster if it is asked for, and returns the share of tiles that are unfamiliar."""
        if self.verdict is None:
            return None
        warning = self.verdict.warning(self.scene.card.id, self.scene.rasters[0].bands)
        if warning is not None:
            report.warn(warning)
        if self.path is not None:
            target = GeoTiff(self.path, self._grid, self._cells, None)
            try:
                target.write(self._cells, self._strange)
                target.close(tags)
            finally:
                target.abandon()
        return self.verdict.share


def _of_tile(number: int, count: int, first: int, length: int) -> slice:
    """Cells of a tile along an axis, of `length` from `first`: the last of `count` tiles has all to the end."""
    end = first + length if number == count - 1 else number + 1
    return slice(max(number - first, 0), max(min(end - first, length), 0))
