# SPDX-License-Identifier: GPL-3.0-or-later
"""A layer drawn somewhat aside of where its file says, as the model sees it."""

from __future__ import annotations

from pathlib import Path

from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsDataProvider,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
)


def shifted(
    layer: QgsRasterLayer, shift: tuple[float, float], crs: QgsCoordinateReferenceSystem, folder: Path
) -> QgsRasterLayer:
    """The layer moved by `shift` (in `crs`), its style kept; the layer itself where that cannot be done.

    Files are made in `folder`, which must outlive the result.
    """
    if shift == (0.0, 0.0) or layer.providerType() != "gdal":
        return layer
    dataset = gdal.Open(layer.source())
    target = folder / f"shifted-{layer.id()}-{shift[0]:g}-{shift[1]:g}.vrt"
    moved = None if dataset is None or dataset.GetGCPCount() else gdal.Translate(str(target), dataset, format="VRT")
    way = _in_crs(shift, crs, layer)
    if moved is None or way is None:
        return layer
    left, a, b, top, d, e = dataset.GetGeoTransform()
    moved.SetGeoTransform((left + way[0], a, b, top + way[1], d, e))
    moved = None  # writes the file
    copy = layer.clone()
    copy.setDataSource(str(target), layer.name(), "gdal", QgsDataProvider.ProviderOptions(), False)
    copy.setCrs(layer.crs())
    return copy


def _in_crs(
    shift: tuple[float, float], crs: QgsCoordinateReferenceSystem, layer: QgsRasterLayer
) -> tuple[float, float] | None:
    """What a shift is in the layer's own CRS, in its middle."""
    if not crs.isValid() or not layer.crs().isValid() or crs == layer.crs():
        return shift
    change = QgsCoordinateTransform(crs, layer.crs(), QgsProject.instance().transformContext())
    back = QgsCoordinateTransform(layer.crs(), crs, QgsProject.instance().transformContext())
    middle = layer.extent().center()
    try:
        there = back.transform(middle)
        moved = change.transform(QgsPointXY(there.x() + shift[0], there.y() + shift[1]))
    except QgsCsException:
        return None
    return moved.x() - middle.x(), moved.y() - middle.y()
