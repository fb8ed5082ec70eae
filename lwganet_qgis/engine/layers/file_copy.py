# SPDX-License-Identifier: GPL-3.0-or-later
"""Rasters that QGIS's GDAL opens: opened, given another CRS, or copied for a GDAL that cannot."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle

from ...core.errors import Cancelled, InputError
from ...texts import tr

OPTIONS = ["TILED=YES", "COMPRESS=DEFLATE", "BIGTIFF=IF_SAFER"]


def open_dataset(path: str) -> Any:
    """None where GDAL cannot; other plugins may have told it to raise."""
    try:
        return gdal.Open(path)
    except RuntimeError:
        return None


def lacks_crs(dataset: Any) -> bool:
    """Whether a raster has a place on a map, and does not say on which."""
    return not dataset.GetProjection() and dataset.GetGeoTransform(can_return_null=True) is not None


def with_crs(dataset: Any, crs: QgsCoordinateReferenceSystem, target: Path) -> str:
    """A virtual raster of the dataset with another CRS."""
    wkt = crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED_GDAL)
    if _translated(target, dataset, format="VRT", outputSRS=wkt) is None:
        raise InputError(tr("The CRS {} cannot be given to the raster").format(crs.authid()))
    return str(target)


def copy_file(path: str, extent: QgsRectangle | None, target: Path, feedback: Any) -> bool:
    """A GeoTIFF of what `extent` (in the raster's CRS; None: all) touches, with all that is known of the
    raster. False where GDAL cannot read it."""
    dataset = open_dataset(path)
    if dataset is None:
        return False
    window = _window(dataset, extent)
    done = _translated(
        target, dataset, format="GTiff", creationOptions=OPTIONS, callback=lambda *_: int(not feedback.isCanceled()),
        **({} if window is None else {"srcWin": window}),
    )  # fmt: skip
    if feedback.isCanceled():
        raise Cancelled(tr("The run was cancelled."))
    return done is not None and done.FlushCache() in (None, gdal.CE_None)


def _translated(target: Path, dataset: Any, **options: Any) -> Any:
    try:
        return gdal.Translate(str(target), dataset, **options)
    except RuntimeError:
        return None


def _window(dataset: Any, extent: QgsRectangle | None) -> list[int] | None:
    """Column, row, width and height of what an extent touches of a raster that is not turned."""
    left, x_step, turn, top, other_turn, y_step = dataset.GetGeoTransform()
    if extent is None or turn or other_turn or not dataset.GetGeoTransform(can_return_null=True):
        return None
    spans = []
    for start, step, limits, size in (
        (left, x_step, (extent.xMinimum(), extent.xMaximum()), dataset.RasterXSize),
        (top, y_step, (extent.yMinimum(), extent.yMaximum()), dataset.RasterYSize),
    ):
        low, high = sorted((limit - start) / step for limit in limits)
        first, last = max(math.floor(low), 0), min(math.ceil(high), size)
        if first >= last:
            return None
        spans.append((first, last - first))
    return [spans[0][0], spans[1][0], spans[0][1], spans[1][1]]
