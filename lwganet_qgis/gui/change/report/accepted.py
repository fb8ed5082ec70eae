# SPDX-License-Identifier: GPL-3.0-or-later
"""The accepted changes as files: polygons, and a raster on the grid of what was compared."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from osgeo import gdal, ogr
from qgis.core import (
    QgsCoordinateTransformContext,
    QgsPalettedRasterRenderer,
    QgsRasterLayer,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from ....core.errors import Cancelled, InputError
from ....engine.outputs.sink import features_of
from ....texts import tr
from ..review.changes import Verdict
from ..review.geopackage import CHANGES, FIELDS
from ..review.store import COLOURS, ReviewStore, by_verdict

LAYER = "accepted"
ROWS = 512
"""Read and written at once."""
NO_DATA = 255
_OPTIONS = ["COMPRESS=DEFLATE", "TILED=YES", "BIGTIFF=IF_SAFER"]
_NOTHING_YET = bytes(value if value == NO_DATA else 0 for value in range(256))


def write_polygons(store: ReviewStore, target: Path) -> None:
    layer = QgsVectorLayer(f"{store.path}|layername={CHANGES}", CHANGES, "ogr")
    layer.setCrs(store.crs)
    layer.setSubsetString(f"\"review\" = '{Verdict.ACCEPTED.value}'")
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", LAYER
    names = [field.name() for field in layer.fields()]
    options.attributes = [names.index(name) for name, _kind in FIELDS]
    result = QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(target), QgsCoordinateTransformContext(), options)
    if result[0] != QgsVectorFileWriter.WriterError.NoError or features_of(str(target)) != layer.featureCount():
        raise OSError(result[1] or tr("is the disk full?"))


def write_raster(polygons: Path, change: str, target: Path, feedback: Any = None) -> None:
    """1 inside the accepted `polygons`, 0 elsewhere, no data where the raster `change` has none; on its grid."""
    source = gdal.Open(change) if Path(change).is_file() else None
    if source is None:
        raise InputError(tr("The raster {} is gone; leave the rasters out.").format(change))
    raster = _copy_of_grid(source, target)
    band = raster.GetRasterBand(1)
    width, height = source.RasterXSize, source.RasterYSize
    for row in range(0, height, ROWS):
        if feedback is not None and feedback.isCanceled():
            raise Cancelled(tr("The hand-in was cancelled."))
        rows = min(ROWS, height - row)
        values = source.GetRasterBand(1).ReadRaster(0, row, width, rows, buf_type=gdal.GDT_Byte)
        if values is None or band.WriteRaster(0, row, width, rows, values.translate(_NOTHING_YET)) != gdal.CE_None:
            raise OSError(gdal.GetLastErrorMsg())
    shapes = ogr.Open(str(polygons))
    if gdal.RasterizeLayer(raster, [1], shapes.GetLayerByName(LAYER), burn_values=[1]) != gdal.CE_None:
        raise OSError(gdal.GetLastErrorMsg())
    band = shapes = raster = None  # closed: all of it is in the file
    if gdal.Open(str(target)) is None:
        raise OSError(tr("is the disk full?"))


def _copy_of_grid(source: Any, target: Path) -> Any:
    size = source.RasterXSize, source.RasterYSize
    raster = gdal.GetDriverByName("GTiff").Create(str(target), *size, 1, gdal.GDT_Byte, _OPTIONS)
    if raster is None:
        raise OSError(gdal.GetLastErrorMsg())
    if source.GetGCPCount():
        raster.SetGCPs(source.GetGCPs(), source.GetGCPProjection())
    else:
        # Without georeference polygons have one unit a pixel, from the top left corner downwards.
        raster.SetGeoTransform(source.GetGeoTransform(can_return_null=True) or (0.0, 1.0, 0.0, 0.0, 0.0, -1.0))
        raster.SetProjection(source.GetProjection())
    band = raster.GetRasterBand(1)
    band.SetNoDataValue(NO_DATA)
    colours, accepted = gdal.ColorTable(), QColor(COLOURS[Verdict.ACCEPTED])
    colours.SetColorEntry(0, (0, 0, 0, 0))
    colours.SetColorEntry(1, (accepted.red(), accepted.green(), accepted.blue(), 255))
    band.SetRasterColorTable(colours)
    band.SetRasterCategoryNames([tr("no accepted change"), tr("accepted change")])
    return raster


def polygon_style(layer: QgsVectorLayer) -> None:
    by_verdict(layer, 60, (Verdict.ACCEPTED,))


def style(layer: QgsRasterLayer) -> None:
    """What is not accepted lets the imagery through."""
    entry = QgsPalettedRasterRenderer.Class
    entries = [entry(1, QColor(COLOURS[Verdict.ACCEPTED]), tr("accepted change"))]
    layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), 1, entries))
