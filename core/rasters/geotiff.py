# SPDX-License-Identifier: GPL-3.0-or-later
"""Rasters that are written block by block: classes, with colours and names, and scores."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from affine import Affine
from numpy.typing import NDArray
from rasterio.control import GroundControlPoint
from rasterio.enums import Resampling
from rasterio.windows import Window
from rasterio.windows import transform as window_transform

from ..cards.card import ModelClass
from ..jobs.parts.raster import CLASS_NODATA
from ..outputs.pending import on_disk
from .grid import Grid
from .legend import auxiliary, colours

BLOCK = 512
SMALLEST_OVERVIEW = 256


def _shifted(gcps: Sequence[GroundControlPoint], window: Window) -> list[GroundControlPoint]:
    return [
        GroundControlPoint(g.row - window.row_off, g.col - window.col_off, g.x, g.y, g.z, g.id, g.info) for g in gcps
    ]


def _moved(rpc: dict[str, str], window: Window) -> dict[str, str]:
    """Rational polynomials of a window of what they belong to."""
    for name, offset in (("LINE_OFF", window.row_off), ("SAMP_OFF", window.col_off)):
        if offset:
            rpc[name] = repr(float(rpc[name]) - offset)
    return rpc


class GeoTiff:
    """One band on the part `window` of `grid`, written block by block.

    Class rasters are uint8 with colours, names and nodata 255; score rasters are float32 with nodata NaN.
    `through` says that class 0 is nothing to look at.
    """

    def __init__(
        self, path: Path, grid: Grid, window: Window, classes: Sequence[ModelClass] | None, through: bool = False
    ) -> None:
        self.path, self.window, self.classes, self.through = path, window, classes, through
        profile: dict[str, Any] = {
            "driver": "GTiff", "count": 1, "width": int(window.width), "height": int(window.height),
            "tiled": True, "blockxsize": BLOCK, "blockysize": BLOCK, "compress": "deflate", "BIGTIFF": "IF_SAFER",
        }  # fmt: skip
        if classes is None:
            profile.update(dtype="float32", nodata=float("nan"), predictor=3, zlevel=1)
        else:
            profile.update(dtype="uint8", nodata=CLASS_NODATA)
        if grid.gcps:
            profile.update(gcps=_shifted(grid.gcps, window), crs=grid.crs)
        elif grid.rpc:
            profile.update(crs=grid.crs)
            if grid.says_identity:
                profile.update(transform=window_transform(window, Affine.identity()))
        elif grid.located:
            profile.update(crs=grid.crs, transform=window_transform(window, grid.transform))
        elif window.col_off or window.row_off:  # a part must not slide to the whole's corner
            profile.update(transform=window_transform(window, grid.transform))
        with on_disk(path):
            self._file = rasterio.open(path, "w", **profile)
            if grid.rpc:
                self._file.update_tags(ns="RPC", **_moved(dict(grid.rpc), window))
        if classes is not None:
            self._file.write_colormap(1, {**dict(enumerate(colours(classes, through))), CLASS_NODATA: (0, 0, 0, 0)})

    def write(self, block: Window, values: NDArray[Any]) -> None:
        """Values (H, W) of a block in the raster's (not the window's) coordinates."""
        left, top = block.col_off - self.window.col_off, block.row_off - self.window.row_off
        with on_disk(self.path):
            self._file.write(values, 1, window=Window(left, top, block.width, block.height))

    def close(self, tags: dict[str, str], for_people: bool = True) -> None:
        """Completes the file: provenance and, unless it is scratch, overviews and a legend."""
        with on_disk(self.path):
            self._file.update_tags(**tags)
            self._file.close()
            if for_people:
                self._add_overviews()
                self._add_legend()
                self._read_back()

    def _read_back(self) -> None:
        """Decodes every block: what a full disk cut off shows nowhere else."""
        with rasterio.open(self.path) as file:
            levels = [{}, *({"OVERVIEW_LEVEL": level} for level in range(len(file.overviews(1))))]
        for level in levels:
            with rasterio.open(self.path, **level) as file:
                for _, window in file.block_windows(1):
                    file.read(1, window=window)

    def _add_overviews(self) -> None:
        factors: list[int] = []
        side = max(int(self.window.width), int(self.window.height))
        while side >> (len(factors) + 1) >= SMALLEST_OVERVIEW:
            factors.append(2 << len(factors))
        if factors:
            with rasterio.open(self.path, "r+") as file:
                file.build_overviews(factors, Resampling.average if self.classes is None else Resampling.mode)

    def _add_legend(self) -> None:
        if self.classes is not None:
            text = auxiliary(self.classes, self.through)
            self.path.with_name(self.path.name + ".aux.xml").write_text(text, encoding="utf-8")

    def abandon(self) -> None:
        self._file.close()


def as_scores(values: NDArray[np.float32], valid: NDArray[np.bool_]) -> NDArray[np.float32]:
    """Scores with NaN where there is no data."""
    return np.where(valid, values, np.float32("nan"))
