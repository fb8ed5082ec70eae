# SPDX-License-Identifier: GPL-3.0-or-later
"""From layers to what the engine reads: raster files, extents, zones."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsRasterLayer,
    QgsRectangle,
    QgsWkbTypes,
)

from ...core.errors import Cancelled, InputError
from ...core.jobs.parts.messages import encode
from ...core.jobs.parts.raster import RasterSource
from ...texts import tr
from .copy_grid import grid_of
from .file_copy import in_place, lacks_crs, open_dataset, with_crs
from .layer_copy import copy_layer
from .services import Gaps
from .shown import Range, carry_over, hidden, own_nodata
from .unstyled import unstyled

Extent = tuple[float, float, float, float]
_URI_EXTRAS = re.compile(r"\|(option|credential|authcfg)[:=].*$", re.DOTALL)


@dataclass(frozen=True)
class EngineRaster:
    """A raster as the engine will open it. Both sides place one without georeference alike: one
    unit a pixel, the top left corner at the origin, y negative downwards."""

    path: str
    crs: QgsCoordinateReferenceSystem
    hidden: tuple[Range, ...] = ()
    own_nodata: bool = True
    part: tuple[int, ...] = ()

    def source(self, bands: tuple[int, ...]) -> RasterSource:
        return RasterSource(self.path, bands, self.hidden, self.own_nodata, self.part)


def own_copy(layer: QgsRasterLayer) -> QgsRasterLayer:
    """The layer for another thread, without its style: QGIS's default one reads the raster."""
    copy = unstyled(layer.source(), layer.name(), layer.providerType())
    carry_over(layer, copy)
    return copy


def to_engine(rectangle: QgsRectangle) -> Extent:
    return rectangle.xMinimum(), rectangle.yMinimum(), rectangle.xMaximum(), rectangle.yMaximum()


def extent_for(
    other: QgsRasterLayer, first: QgsRasterLayer, extent: QgsRectangle | None, context: QgsProcessingContext
) -> QgsRectangle | None:
    """What is needed of `other` where results lie on `first`, in `other`'s CRS; None: all of it.

    A tenth is added on each side: warping looks beyond the edge.
    """
    wanted = first.extent() if extent is None else QgsRectangle(extent)
    wanted.grow(0.1 * max(wanted.width(), wanted.height()))
    if not (first.crs().isValid() and other.crs().isValid()):
        return None
    try:
        change = QgsCoordinateTransform(first.crs(), other.crs(), context.transformContext())
        needed = change.transformBoundingBox(wanted)
    except QgsCsException:
        return None
    return needed if needed.isFinite() else None


def engine_raster(
    layer: QgsRasterLayer, extent: QgsRectangle | None, gsd: float, scratch: Path, feedback: Any,
    gaps: Gaps | None = None,
) -> EngineRaster:  # fmt: skip
    """The file behind a layer, or a copy of it where only QGIS can read it, as QGIS shows it: CRS and
    nodata are the layer's.

    `extent` (layer CRS) bounds the copy of a large layer; `gsd` (ground metres) is the pixel of one that
    has none of its own, or the nearest of its zoom levels; `gaps` is told what a service did not deliver.
    """
    source, part = layer.source(), ()
    path = _URI_EXTRAS.sub("", source)
    if layer.providerType() != "gdal" or path != source and "|option" in source:
        feedback.pushInfo(tr("{} is no file that the engine can open; it is copied first.").format(layer.name()))
        grid = grid_of(layer, extent, gsd)
        copy = copy_layer(layer, grid, scratch / f"copy-{layer.id()}.tif", feedback, gaps)
        path = str(copy) if grid.stands_alone else in_place(copy, grid)
        part = () if grid.stands_alone else (grid.column, grid.row, grid.width, grid.height)
    dataset = open_dataset(path)
    if dataset is None:
        raise InputError(tr("{} cannot be read: {}").format(layer.name(), path))
    provider = layer.dataProvider()
    if layer.crs().isValid() and (layer.crs() != provider.crs() or lacks_crs(dataset)):
        path = with_crs(dataset, layer.crs(), scratch / f"crs-{layer.id()}.vrt")
    return EngineRaster(path, layer.crs(), hidden(provider), own_nodata(provider), part)


def write_polygons(
    source: QgsProcessingFeatureSource, crs: QgsCoordinateReferenceSystem, context: QgsProcessingContext, target: Path,
    feedback: Any, properties: Callable[[QgsFeature], dict[str, Any]] = lambda feature: {},
) -> int:  # fmt: skip
    """Polygons for the engine, one a line, in `crs`, with ``source_id`` and other properties; returns their number."""
    count = 0
    with target.open("wb") as stream:
        for feature in features_in(source, crs, context):
            if feedback.isCanceled():
                raise Cancelled(tr("The run was cancelled."))
            geometry = _plain_polygon(feature.geometry())
            if geometry.isEmpty():
                continue
            fields = {"source_id": feature.id(), **properties(feature)}
            stream.write(encode({"geometry": bytes(geometry.asWkb()).hex(), "properties": fields}))
            count += 1
    return count


def features_in(
    source: QgsProcessingFeatureSource, crs: QgsCoordinateReferenceSystem, context: QgsProcessingContext
) -> Any:
    """The features of the source, in `crs` where there is one."""
    request = QgsFeatureRequest()
    if crs.isValid() and source.sourceCrs().isValid():
        request.setDestinationCrs(crs, context.transformContext())
    return source.getFeatures(request)


def _plain_polygon(geometry: QgsGeometry) -> QgsGeometry:
    """Straight edges and two dimensions, which every reader of WKB knows."""
    if geometry.isNull():
        return geometry
    shape = geometry.constGet().clone()
    if QgsWkbTypes.isCurvedType(shape.wkbType()):
        shape = shape.segmentize()
    shape.dropZValue()
    shape.dropMValue()
    return QgsGeometry(shape)


def feature_geometry(wkb: str) -> QgsGeometry:
    geometry = QgsGeometry()
    geometry.fromWkb(bytes.fromhex(wkb))
    return geometry
