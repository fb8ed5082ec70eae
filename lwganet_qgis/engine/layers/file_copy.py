# SPDX-License-Identifier: GPL-3.0-or-later
"""Rasters that QGIS's GDAL opens: opened, given another CRS, or copied for a GDAL that cannot."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem

from ...core.errors import Cancelled, InputError
from ...texts import tr
from .copy_grid import CopyGrid
from .unstyled import quiet_gdal

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


def in_place(copy: Path, grid: CopyGrid) -> str:
    """A virtual raster of a whole layer, empty but where the copy of a part lies: tiles, which are counted
    from the layer's corner, are then the same for any part."""
    dataset = open_dataset(str(copy))
    whole = [-grid.column, -grid.row, grid.all_columns, grid.all_rows]
    with quiet_gdal():  # it warns of what is empty
        virtual = _translated(copy.with_suffix(".vrt"), dataset, format="VRT", srcWin=whole)
    if virtual is None:
        text = tr("The copy of {} cannot be written to {}: {}")
        raise InputError(text.format(copy.stem, copy.parent, gdal.GetLastErrorMsg()))
    virtual.SetGeoTransform((grid.origin.x(), grid.x_step, 0.0, grid.origin.y(), 0.0, -grid.y_step))
    virtual.FlushCache()
    return str(copy.with_suffix(".vrt"))


def copy_file(path: str, target: Path, feedback: Any) -> bool:
    """A GeoTIFF of a raster with all that is known of it. False where GDAL cannot read it."""
    dataset = open_dataset(path)
    if dataset is None:
        return False
    done = _translated(
        target, dataset, format="GTiff", creationOptions=OPTIONS, callback=lambda *_: int(not feedback.isCanceled())
    )
    if feedback.isCanceled():
        raise Cancelled(tr("The run was cancelled."))
    return done is not None and done.FlushCache() in (None, gdal.CE_None)


def _translated(target: Path, dataset: Any, **options: Any) -> Any:
    try:
        return gdal.Translate(str(target), dataset, **options)
    except RuntimeError:
        return None
