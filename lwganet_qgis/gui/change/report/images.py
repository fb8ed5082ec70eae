# SPDX-License-Identifier: GPL-3.0-or-later
"""The two images of a report as small pictures of what was compared and of each accepted change, drawn beside the
main thread.

A layout draws its maps on the main thread, several times: large images would stop QGIS for seconds.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsGeometry,
    QgsMapRendererCustomPainterJob,
    QgsMapSettings,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QPointF, QSize, Qt, QThread
from qgis.PyQt.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from ....core.errors import Cancelled
from ....engine.layers.unstyled import unstyled
from ....texts import tr
from ..comparison.parameters import Image
from ..review.changes import Verdict
from ..review.store import COLOURS, ReviewStore
from .entries import accepted

LONGEST = 1400
"""Pixels; a map over the page's width has as many at 200 dpi."""
BEYOND = "#f4f4f4"
"""Where a picture of a change reaches over the image's edge."""
SMALL = 320
"""Pixels of a side of a change's pictures."""


class ImagePair:
    """Made on the main thread; drawn on any, once."""

    def __init__(self, store: ReviewStore, origin: QgsProject | None = None) -> None:
        """`origin` is the project whose layers, with their styles, are the two images."""
        self._images = {"before": store.comparison.before, "after": store.comparison.after}
        self._layers = {name: _own(image, origin) for name, image in self._images.items()}
        self._crs, self._transforms = store.crs, (origin or QgsProject.instance()).transformContext()
        self.extent = compared_extent(store, self._layers["before"])
        self._entries = accepted(store, self.extent)

    def draw(self, folder: Path, feedback: Any = None) -> dict[str, Path]:
        """PNG files by name (before, after, before-FID, after-FID), those of the whole with world files beside them.
        An image that is gone is left out."""
        found = {}
        for name, image in self._images.items():
            layer = self._layers.pop(name)
            if layer is None:
                layer = QgsRasterLayer(image.source, image.name)
            else:
                layer.moveToThread(QThread.currentThread())
            if not layer.isValid():
                continue
            _go_on(feedback)
            found[name] = folder / f"{name}.png"
            shown = self._draw(layer, self.extent, LONGEST, found[name])
            _place(shown, found[name])
            for entry in self._entries:
                _go_on(feedback)
                path = found[f"{name}-{entry.fid}"] = folder / f"{name}-{entry.fid}.png"
                self._draw(layer, entry.place, SMALL, path, entry.shape)
        return found

    def _draw(
        self, layer: QgsRasterLayer, extent: QgsRectangle, longest: int, path: Path, shape: QgsGeometry | None = None
    ) -> QgsMapSettings:  # fmt: skip
        pixel = max(extent.width(), extent.height()) / longest
        size = QSize(max(1, round(extent.width() / pixel)), max(1, round(extent.height() / pixel)))
        settings = QgsMapSettings()
        settings.setLayers([layer])
        settings.setDestinationCrs(self._crs)
        settings.setTransformContext(self._transforms)
        settings.setExtent(extent)
        settings.setOutputSize(size)
        picture = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        picture.fill(QColor(BEYOND) if shape is not None else Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        QgsMapRendererCustomPainterJob(settings, painter).renderSynchronously()
        if shape is not None:
            _outline(painter, shape, settings)
        painter.end()
        if not picture.save(str(path), "PNG"):
            raise OSError(tr("{} cannot be written").format(path))
        return settings


def _go_on(feedback: Any) -> None:
    if feedback is not None and feedback.isCanceled():
        raise Cancelled(tr("The hand-in was cancelled."))


def _place(settings: QgsMapSettings, path: Path) -> None:
    """A world file."""
    shown, size = settings.visibleExtent(), settings.outputSize()  # a little larger, as pixels are square
    x, y = shown.width() / size.width(), shown.height() / size.height()
    lines = (x, 0.0, 0.0, -y, shown.xMinimum() + x / 2, shown.yMaximum() - y / 2)
    path.with_suffix(".pgw").write_text("".join(f"{value!r}\n" for value in lines), encoding="ascii")


def _outline(painter: QPainter, shape: QgsGeometry, settings: QgsMapSettings) -> None:
    to_pixel = settings.mapToPixel()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for colour, width in (("#ffffff", 4.0), (COLOURS[Verdict.ACCEPTED], 2.0)):
        painter.setPen(QPen(QColor(colour), width))
        for part in shape.asGeometryCollection():
            for ring in part.asPolygon():
                points = [to_pixel.transform(point) for point in ring]
                painter.drawPolyline(QPolygonF([QPointF(point.x(), point.y()) for point in points]))


def _own(image: Image, origin: QgsProject | None) -> QgsRasterLayer | None:
    """The project's layer as a copy that no thread owns yet; None where it is not in the project."""
    known = origin.mapLayer(image.layer) if origin is not None and image.layer else None
    if not isinstance(known, QgsRasterLayer) or not known.isValid():
        return None
    layer = known.clone()
    layer.moveToThread(None)
    return layer


def compared_extent(store: ReviewStore, before: QgsRasterLayer | None = None) -> QgsRectangle:
    """Of the rasters, else of the image before, else around the polygons; never empty."""
    for source in (store.info.get("change"), store.info.get("probability"), store.comparison.before.source):
        raster = unstyled(str(source or ""), "", "gdal")
        if raster.isValid() and raster.crs() == store.crs:
            return raster.extent()
    if before is not None and before.crs() == store.crs:
        return before.extent()
    extent = store.layer().extent()
    if extent.isNull() or not extent.isFinite():
        return QgsRectangle(0, 0, 1, 1)
    extent.grow(0.1 * max(extent.width(), extent.height()) or 1.0)
    return extent
