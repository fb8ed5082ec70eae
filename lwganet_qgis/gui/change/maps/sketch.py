# SPDX-License-Identifier: GPL-3.0-or-later
"""An outline or a line that is being drawn, on both maps at once. In the maps' CRS."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsGeometry, QgsPointXY, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsMapTool, QgsRubberBand
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor

REACH = 9
"""Pixels within which a corner or an edge is meant."""
COLOUR = "#990066"
CORNER = 7


class Sketch(QObject):
    changed = pyqtSignal()
    kept = pyqtSignal()
    givenUp = pyqtSignal()  # noqa: N815

    def __init__(self, shape: QgsGeometry | None = None, parent: QObject | None = None) -> None:
        """Of an outline that is changed; without one: of a line that is drawn."""
        super().__init__(parent)
        self.is_line = shape is None
        self.shape = QgsGeometry() if shape is None else QgsGeometry(shape)
        self.line: list[QgsPointXY] = []

    def drawn(self) -> QgsGeometry:
        if not self.is_line:
            return self.shape
        return QgsGeometry.fromPolylineXY(self.line) if len(self.line) > 1 else QgsGeometry()

    def corners(self) -> list[QgsPointXY]:
        return self.line if self.is_line else [QgsPointXY(point) for point in self.shape.vertices()]

    def add(self, place: QgsPointXY) -> None:
        """To the line."""
        self.line.append(place)
        self.changed.emit()

    def corner_at(self, place: QgsPointXY, reach: float) -> int:
        """Its number; -1 where there is none."""
        if self.shape.isNull():
            return -1
        _, number, _, _, distance = self.shape.closestVertex(place)
        return int(number) if 0 <= distance <= reach * reach else -1

    def move(self, number: int, place: QgsPointXY) -> None:
        self.shape.moveVertex(place.x(), place.y(), number)
        self.changed.emit()

    def insert(self, place: QgsPointXY, reach: float) -> bool:
        """A corner on the edge that is meant; False where there is none."""
        distance, on_edge, after, _ = self.shape.closestSegmentWithContext(place)
        if not 0 <= distance <= reach * reach:
            return False
        self.shape.insertVertex(on_edge.x(), on_edge.y(), after)
        self.changed.emit()
        return True

    def remove(self, number: int) -> None:
        self.shape.deleteVertex(number)
        self.changed.emit()

    def remove_last(self) -> None:
        """Of the line."""
        if self.line:
            self.line.pop()
            self.changed.emit()


class SketchTool(QgsMapTool):
    """On one of the maps; both follow the sketch."""

    def __init__(self, canvas: QgsMapCanvas, sketch: Sketch) -> None:
        super().__init__(canvas)
        self._map, self.sketch, self._held = canvas, sketch, -1
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._band = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.LineGeometry)
        self._band.setColor(QColor(COLOUR))
        self._band.setWidth(2)
        self._corners = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PointGeometry)
        self._corners.setColor(QColor(COLOUR))
        self._corners.setIcon(QgsRubberBand.IconType.ICON_FULL_BOX)
        self._corners.setIconSize(CORNER)
        sketch.changed.connect(self.draw)
        self.draw()

    def draw(self) -> None:
        shape = self.sketch.drawn()
        self._band.reset(QgsWkbTypes.GeometryType.LineGeometry)
        if not shape.isNull():
            edges = shape if self.sketch.is_line else QgsGeometry(shape.constGet().boundary())
            self._band.setToGeometry(edges, None)
        self._corners.reset(QgsWkbTypes.GeometryType.PointGeometry)
        corners = self.sketch.corners()
        if corners:
            self._corners.setToGeometry(QgsGeometry.fromMultiPointXY(corners), None)

    def _reach(self) -> float:
        return REACH * self._map.mapUnitsPerPixel()

    def canvasPressEvent(self, event: Any) -> None:  # noqa: N802
        if event.button() == Qt.MouseButton.RightButton:
            self.sketch.kept.emit()
        elif self.sketch.is_line:
            self.sketch.add(event.mapPoint())
        else:
            self._held = self.sketch.corner_at(event.mapPoint(), self._reach())

    def canvasMoveEvent(self, event: Any) -> None:  # noqa: N802
        if self._held >= 0:
            self.sketch.move(self._held, event.mapPoint())

    def canvasReleaseEvent(self, event: Any) -> None:  # noqa: N802
        self._held = -1

    def canvasDoubleClickEvent(self, event: Any) -> None:  # noqa: N802
        if not self.sketch.is_line and self.sketch.corner_at(event.mapPoint(), self._reach()) < 0:
            self.sketch.insert(event.mapPoint(), self._reach())

    def keyPressEvent(self, event: Any) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.sketch.kept.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._take_away()
        else:
            return
        event.accept()

    def _take_away(self) -> None:
        if self.sketch.is_line:
            self.sketch.remove_last()
            return
        number = self.sketch.corner_at(self.toMapCoordinates(self._map.mouseLastXY()), self._reach())
        if number >= 0:
            self.sketch.remove(number)

    def end(self) -> None:
        """Nothing of it stays on the map."""
        for band in (self._band, self._corners):
            self._map.scene().removeItem(band)
