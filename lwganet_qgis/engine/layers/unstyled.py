# SPDX-License-Identifier: GPL-3.0-or-later
"""Rasters opened as they are.

A raster that QGIS opens is stretched by its statistics, style or no style, and GDAL keeps these in a file beside the
raster, or inside it where it is a VRT: files of the user, which a run has no business to write.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from osgeo import gdal
from qgis.core import QgsProcessingContext, QgsProcessingUtils, QgsRasterLayer, QgsSettings

_LIMITS = "Raster/defaultContrastEnhancementLimits/{}"
_KINDS = ("singleBand", "multiBandSingleByte", "multiBandMultiByte")


def open_unstyled(value: Any, context: QgsProcessingContext) -> None:
    """Opens what a parameter's value names, if it is a file: later look-ups in `context` find this layer."""
    if not isinstance(value, str) or not Path(value).is_file():
        return
    if QgsProcessingUtils.mapLayerFromString(value, context, False) is not None:
        return
    layer = unstyled(value, Path(value).stem, "gdal")
    if layer.isValid():
        context.temporaryLayerStore().addMapLayer(layer)


def unstyled(source: str, name: str, provider: str) -> QgsRasterLayer:
    """A layer whose values nobody has looked at."""
    with _no_limits(), quiet_gdal():
        return QgsRasterLayer(source, name, provider, QgsRasterLayer.LayerOptions(False))


@contextmanager
def quiet_gdal() -> Iterator[None]:
    """While QGIS opens layers: GDAL prints what a raster lacks, whether or not it is needed."""
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        yield
    finally:
        gdal.PopErrorHandler()


@contextmanager
def _no_limits() -> Iterator[None]:
    """While layers are opened. There is no other way to tell QGIS, up to 3.44, than its settings."""
    settings = QgsSettings()
    keys = [_LIMITS.format(kind) for kind in _KINDS]
    before = {key: settings.value(key) for key in keys if settings.contains(key)}
    for key in keys:
        settings.setValue(key, "None")
    try:
        yield
    finally:
        for key in keys:
            if key in before:
                settings.setValue(key, before[key])
            else:
                settings.remove(key)
