# SPDX-License-Identifier: GPL-3.0-or-later
"""Copies of layers that only QGIS can read (WMS, XYZ, virtual ...), window by window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from osgeo import gdal
from qgis.core import Qgis, QgsRasterBlockFeedback, QgsRasterLayer, QgsRectangle

from ...core.errors import Cancelled, InputError
from ...texts import tr
from .copy_grid import CopyGrid
from .services import Gaps, ServiceReader, is_service

WINDOW = 1024

_TYPES = {
    Qgis.DataType.Byte: np.uint8,
    Qgis.DataType.UInt16: np.uint16,
    Qgis.DataType.Int16: np.int16,
    Qgis.DataType.UInt32: np.uint32,
    Qgis.DataType.Int32: np.int32,
    Qgis.DataType.Float32: np.float32,
    Qgis.DataType.Float64: np.float64,
}
_KINDS = {
    np.uint8: gdal.GDT_Byte, np.uint16: gdal.GDT_UInt16, np.int16: gdal.GDT_Int16, np.uint32: gdal.GDT_UInt32,
    np.int32: gdal.GDT_Int32, np.float32: gdal.GDT_Float32,
}  # fmt: skip


def copy_layer(
    layer: QgsRasterLayer, grid: CopyGrid, target: Path, feedback: Any, gaps: Gaps | None = None
) -> Path:
    """Write the pixels of `grid` as a tiled GeoTIFF.

    Args:
        gaps: is told what a service did not deliver; default: gaps are not accepted.
    Raises:
        InputError: nothing can be copied, or there are gaps that are not accepted, or nothing but gaps.
    """
    gaps = gaps or Gaps()
    source = _Pictures(layer, feedback, gaps) if is_service(layer) else _Values(layer)
    copy = _create(layer, grid, source, target)
    for column, row, width, height in grid.windows(WINDOW):
        if feedback.isCanceled():
            raise Cancelled(tr("The run was cancelled."))
        for band, values in source.read(grid, column, row, width, height):
            if copy.GetRasterBand(band).WriteRaster(column, row, width, height, values.tobytes()) != gdal.CE_None:
                raise _unwritten(layer, target)
    if gaps.refused:
        raise gaps.refuse(layer)
    if copy.FlushCache() not in (None, gdal.CE_None):
        raise _unwritten(layer, target)
    return target


def _unwritten(layer: QgsRasterLayer, target: Path) -> InputError:
    return InputError(
        tr("The copy of {} cannot be written to {}: {}").format(layer.name(), target.parent, gdal.GetLastErrorMsg())
    )


def _create(layer: QgsRasterLayer, grid: CopyGrid, source: _Pictures | _Values, target: Path) -> Any:
    options = ["TILED=YES", "COMPRESS=DEFLATE", "BIGTIFF=IF_SAFER", *source.options]
    driver = gdal.GetDriverByName("GTiff")
    copy = driver.Create(str(target), grid.width, grid.height, source.bands, source.kind, options)
    if copy is None:
        raise _unwritten(layer, target)
    copy.SetGeoTransform(grid.geotransform)
    if layer.crs().isValid():
        copy.SetProjection(layer.crs().toWkt())
    if source.nodata is not None:
        copy.GetRasterBand(1).SetNoDataValue(source.nodata)
    return copy


class _Pictures:
    """A service's red, green, blue and alpha."""

    bands, kind, nodata = 4, gdal.GDT_Byte, None
    options = ("PHOTOMETRIC=RGB", "ALPHA=YES")

    def __init__(self, layer: QgsRasterLayer, feedback: Any, gaps: Gaps) -> None:
        self._reader = ServiceReader(layer, feedback, gaps)

    def read(self, grid: CopyGrid, column: int, row: int, width: int, height: int) -> Iterator[tuple[int, Any]]:
        """Pairs of band number and values (H, W) of a window of the copy."""
        bounds = grid.bounds(column, row, width, height)
        pixels = self._reader.read(bounds, grid.column + column, grid.row + row, width, height)
        for band in range(4):
            yield band + 1, np.ascontiguousarray(pixels[:, :, band])


class _Values:
    """The numbers of any other layer. What is nodata in its bands has one value in all of the copy."""

    options = ()

    def __init__(self, layer: QgsRasterLayer) -> None:
        self._provider = layer.dataProvider().clone()  # this thread's own
        self.bands = self._provider.bandCount()
        types = [_TYPES.get(self._provider.dataType(band), np.float64) for band in range(1, self.bands + 1)]
        self._type = np.result_type(*types).type  # one that holds the values of all bands
        self.kind = _KINDS.get(self._type, gdal.GDT_Float64)
        known = [v for v in map(self._nodata, range(1, self.bands + 1)) if v is not None]
        self.nodata = known[0] if known else None

    def _nodata(self, band: int) -> float | None:
        has = self._provider.sourceHasNoDataValue(band) and self._provider.useSourceNoDataValue(band)
        return self._provider.sourceNoDataValue(band) if has else None

    def read(self, grid: CopyGrid, column: int, row: int, width: int, height: int) -> Iterator[tuple[int, Any]]:
        """Pairs of band number and values (H, W) of a window of the copy."""
        for band in range(1, self.bands + 1):
            values = self._read(band, grid.bounds(column, row, width, height), width, height)
            own = self._nodata(band)
            if own is not None and own != self.nodata:
                values = np.where(np.isnan(values) if np.isnan(own) else values == own, self.nodata, values)
            yield band, values.astype(self._type)

    def _read(self, band: int, bounds: QgsRectangle, width: int, height: int) -> Any:
        request = QgsRasterBlockFeedback()
        block = self._provider.block(band, bounds, width, height, request)
        if block is None or not block.isValid() or block.isEmpty() or request.errors():
            raise InputError(tr("The layer's service did not deliver the image; try again, or a smaller EXTENT."))
        # `data` points into the block, which must live until it is copied.
        return np.frombuffer(bytes(block.data()), _TYPES[block.dataType()]).reshape(height, width)
