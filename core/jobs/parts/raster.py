# SPDX-License-Identifier: GPL-3.0-or-later
"""A raster as the engine shall read it."""

from __future__ import annotations

from dataclasses import dataclass

from ...records.converters import exactly, flag, list_of, number, whole
from ...records.record import Role, entry, path

CLASS_NODATA = 255
"""Value of class and change rasters where the input has no data."""


@dataclass(frozen=True)
class RasterSource:
    """A raster that GDAL can open."""

    path: str = path(Role.INPUT)
    bands: tuple[int, ...] = entry(list_of(whole(1)), ())
    """They count from 1; empty: by colour interpretation."""
    hidden: tuple[tuple[int, float, float], ...] = entry(list_of(exactly(whole(1), number, number)), ())
    """Band, smallest and largest value: what counts as nodata besides the raster's own. A pixel that is
    hidden in one of the bands that are read is nodata."""
    own_nodata: bool = entry(flag, True)
    """Whether the raster's own nodata values count."""
    part: tuple[int, ...] = entry(list_of(whole(0)), ())
    """Column, row, width and height of all that there is of the raster, the rest being empty; (): there is all."""
