# SPDX-License-Identifier: GPL-3.0-or-later
"""Copies of layers that only QGIS can read (WMS, XYZ, virtual ...), window by window."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import numpy as np
from osgeo import gdal
from qgis.core import Qgis, QgsDistanceArea, QgsPointXY, QgsRasterBlock, QgsRasterLayer, QgsRectangle

from ..algorithms.texts import tr
from ..core.errors import Cancelled, InputError

WINDOW = 1024
LARGEST = 40_000
"""Longest side of a copy in pixels: what lies above was asked for by mistake."""

_TYPES = {
    Qgis.DataType.Byte: (gdal.GDT_Byte, np.uint8),
    Qgis.DataType.UInt16: (gdal.GDT_UInt16, np.uint16),
    Qgis.DataType.Int16: (gdal.GDT_Int16, np.int16),
    Qgis.DataType.UInt32: (gdal.GDT_UInt32, np.uint32),
    Qgis.DataType.Int32: (gdal.GDT_Int32, np.int32),
    Qgis.DataType.Float32: (gdal.GDT_Float32, np.float32),
    Qgis.DataType.Float64: (gdal.GDT_Float64, np.float64),
}
_COLOURS = (Qgis.DataType.ARGB32, Qgis.DataType.ARGB32_Premultiplied)


def copy_layer(layer: QgsRasterLayer, extent: QgsRectangle | None, gsd: float, target: Path, feedback: Any) -> Path:
    """Write `extent` (layer CRS; None: all) as a tiled GeoTIFF.

    The pixel is the layer's own, or `gsd` ground metres where it has none (tile services).
    """
    provider = layer.dataProvider().clone()  # this thread's own
    wanted = layer.extent() if extent is None else extent.intersect(layer.extent())
    if wanted.isEmpty() or not wanted.isFinite():
        raise InputError(tr("The extent does not touch {}; choose another EXTENT.").format(layer.name()))
    bounds, x_size, y_size = _grid(layer, wanted, gsd)
    colours = provider.dataType(1) in _COLOURS
    gdal_type, dtype = (
        (gdal.GDT_Byte, np.uint8) if colours else _TYPES.get(provider.dataType(1), (gdal.GDT_Float32, np.float32))
    )
    bands = 4 if colours else provider.bandCount()
    options = ["TILED=YES", "COMPRESS=DEFLATE", "BIGTIFF=IF_SAFER"] + (
        ["PHOTOMETRIC=RGB", "ALPHA=YES"] if colours else []
    )
    copy = gdal.GetDriverByName("GTiff").Create(str(target), x_size, y_size, bands, gdal_type, options)
    if copy is None:
        raise InputError(
            tr("The copy of {} cannot be written to {}: {}").format(layer.name(), target.parent, gdal.GetLastErrorMsg())
        )
    x_step, y_step = bounds.width() / x_size, bounds.height() / y_size
    copy.SetGeoTransform((bounds.xMinimum(), x_step, 0.0, bounds.yMaximum(), 0.0, -y_step))
    if layer.crs().isValid():
        copy.SetProjection(layer.crs().toWkt())
    if not colours and provider.sourceHasNoDataValue(1):
        copy.GetRasterBand(1).SetNoDataValue(provider.sourceNoDataValue(1))
    for row in range(0, y_size, WINDOW):
        for column in range(0, x_size, WINDOW):
            if feedback.isCanceled():
                raise Cancelled(tr("The run was cancelled."))
            width, height = min(WINDOW, x_size - column), min(WINDOW, y_size - row)
            left, top = bounds.xMinimum() + column * x_step, bounds.yMaximum() - row * y_step
            window = QgsRectangle(left, top - height * y_step, left + width * x_step, top)
            for first, values in _read(provider, window, width, height, bands, colours, dtype):
                copy.GetRasterBand(first).WriteRaster(column, row, width, height, values.tobytes())
    copy.FlushCache()
    return target


def _grid(layer: QgsRasterLayer, wanted: QgsRectangle, gsd: float) -> tuple[QgsRectangle, int, int]:
    """Bounds and size in pixels: on the layer's own grid where it has one."""
    whole = layer.extent()
    if layer.width() > 0 and layer.height() > 0:
        x_step, y_step = whole.width() / layer.width(), whole.height() / layer.height()
    else:
        x_step = y_step = _units(layer, wanted, gsd)
    left = math.floor((wanted.xMinimum() - whole.xMinimum()) / x_step + 1e-6)
    top = math.floor((whole.yMaximum() - wanted.yMaximum()) / y_step + 1e-6)
    x_size = max(1, math.ceil((wanted.xMaximum() - whole.xMinimum()) / x_step - 1e-6) - left)
    y_size = max(1, math.ceil((whole.yMaximum() - wanted.yMinimum()) / y_step - 1e-6) - top)
    if max(x_size, y_size) > LARGEST:
        raise InputError(
            tr(
                "{} would be copied with {} x {} pixels; choose an EXTENT that is smaller (at most {} pixels a side)."
            ).format(layer.name(), x_size, y_size, LARGEST)
        )
    x, y = whole.xMinimum() + left * x_step, whole.yMaximum() - top * y_step
    return QgsRectangle(x, y - y_size * y_step, x + x_size * x_step, y), x_size, y_size


def _units(layer: QgsRasterLayer, wanted: QgsRectangle, metres: float) -> float:
    """`metres` on the ground, at the middle of `wanted`, in units of the layer's CRS."""
    if not layer.crs().isValid():
        return 1.0
    measure = QgsDistanceArea()
    measure.setEllipsoid(layer.crs().ellipsoidAcronym() or "EPSG:7030")
    from qgis.core import QgsProject

    measure.setSourceCrs(layer.crs(), QgsProject.instance().transformContext())
    centre, step = wanted.center(), min(wanted.width(), wanted.height()) / 100.0
    length = measure.measureLine(QgsPointXY(centre), QgsPointXY(centre.x(), centre.y() + step))
    return metres * step / length


def _read(provider: Any, window: QgsRectangle, width: int, height: int, bands: int, colours: bool, dtype: Any) -> Any:
    """Pairs of band number and values."""
    if colours:
        pixels = np.frombuffer(bytes(_block(provider, 1, window, width, height).data()), np.uint8)
        pixels = pixels.reshape(height, width, 4)  # blue, green, red, alpha in memory
        for band, channel in enumerate((2, 1, 0, 3), start=1):
            yield band, np.ascontiguousarray(pixels[:, :, channel])
        return
    for band in range(1, bands + 1):
        block = _block(provider, band, window, width, height)
        own = _TYPES.get(block.dataType(), (0, np.float64))[1]
        yield band, np.frombuffer(bytes(block.data()), own).astype(dtype)


def _block(provider: Any, band: int, window: QgsRectangle, width: int, height: int) -> QgsRasterBlock:
    block = provider.block(band, window, width, height)
    if block is None or not block.isValid() or block.isEmpty():
        raise InputError(tr("The layer's service did not deliver the image; try again, or a smaller EXTENT."))
    return block
