# SPDX-License-Identifier: GPL-3.0-or-later
"""Two maps that move together: beside each other, one above the other, one over the other with a swipe handle, or in
turn."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
)
from qgis.gui import QgsMapCanvas, QgsMapToolPan, QgsRubberBand, QgsVertexMarker
from qgis.PyQt.QtCore import QCoreApplication, QPoint, Qt, QThreadPool, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QColor, QRegion
from qgis.PyQt.QtWidgets import QLabel, QWidget

from .sketch import Sketch, SketchTool

GAP, HANDLE = 3, 9
"""Pixels between the maps, and of the swipe handle."""
BLINK = 700
"""Milliseconds that each date is seen."""
AROUND = 4.0
"""How much larger than an object the view of it is."""
STEP = 0.05
"""Of the width that a key moves the handle."""
GRACE = 2000
"""Milliseconds that a map gets to stop in."""
MARK = "#fafd54"


class Mode(enum.Enum):
    SIDE = "side"
    ABOVE = "above"
    SWIPE = "swipe"
    BLINK = "blink"


APART = (Mode.SIDE, Mode.ABOVE)
"""Both maps are seen whole."""


class _Handle(QWidget):
    """Dragged sideways."""

    dragged = pyqtSignal(int)
    """Where to, in pixels of the parent."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setStyleSheet("background: rgba(255, 212, 0, 200); border: 1px solid #555;")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def mouseMoveEvent(self, event: Any) -> None:  # noqa: N802
        self.dragged.emit(self.mapToParent(event.pos()).x())


class PairView(QWidget):
    modeChanged = pyqtSignal(object)  # noqa: N815
    extentChanged = pyqtSignal()  # noqa: N815

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.after, self.before = self._canvas("after"), self._canvas("before")
        self.mode, self._split, self._linking = Mode.SIDE, 0.5, False
        self._handle = _Handle(self)
        self._handle.dragged.connect(lambda x: self.set_split(x / max(self.width(), 1)))
        self._timer = QTimer(self)
        self._timer.setInterval(BLINK)
        self._timer.timeout.connect(self.blink)
        self._captions = (self._caption(), self._caption())
        self._bands = [self._band(canvas) for canvas in self.canvases]
        self._markers = [self._marker(canvas) for canvas in self.canvases]
        self._tools: list[SketchTool] = []
        self._before_on_top = True
        for canvas in self.canvases:
            canvas.extentsChanged.connect(self._link)
            canvas.rotationChanged.connect(self._link)
            canvas.xyCoordinates.connect(self._point)
        self.setMinimumSize(320, 240)

    @property
    def canvases(self) -> tuple[QgsMapCanvas, QgsMapCanvas]:
        return self.before, self.after

    def _canvas(self, name: str) -> QgsMapCanvas:
        canvas = QgsMapCanvas(self)
        canvas.setObjectName(f"lwganet-{name}")
        canvas.setCanvasColor(QColor("white"))
        canvas.enableAntiAliasing(True)
        canvas.setParallelRenderingEnabled(True)
        canvas.setCachingEnabled(True)
        tool = QgsMapToolPan(canvas)
        canvas.setMapTool(tool)
        canvas.pan_tool = tool  # QGIS does not keep it
        return canvas

    def _caption(self) -> QLabel:
        label = QLabel(self)
        label.setStyleSheet("background: rgba(255, 255, 255, 210); padding: 2px 6px; color: #222;")
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return label

    def _band(self, canvas: QgsMapCanvas) -> QgsRubberBand:
        band = QgsRubberBand(canvas)
        band.setStrokeColor(QColor(MARK))
        band.setFillColor(QColor(0, 0, 0, 0))
        band.setWidth(3)
        return band

    def _marker(self, canvas: QgsMapCanvas) -> QgsVertexMarker:
        marker = QgsVertexMarker(canvas)
        marker.setIconType(QgsVertexMarker.IconType.ICON_CROSS)
        marker.setColor(QColor(MARK))
        marker.setIconSize(14)
        marker.hide()
        return marker

    # What is shown

    def set_layers(self, before: Sequence[Any], after: Sequence[Any], crs: QgsCoordinateReferenceSystem) -> None:
        """Layers of each date, the topmost first."""
        for canvas, layers in zip(self.canvases, (before, after)):
            if canvas.mapSettings().destinationCrs() != crs:
                canvas.setDestinationCrs(crs)
            canvas.setLayers(list(layers))

    def set_captions(self, before: str, after: str) -> None:
        for label, text in zip(self._captions, (before, after)):
            label.setText(text)
            label.adjustSize()
        self._arrange()

    def zoom_to(self, extent: Any) -> None:
        """`extent` in the maps' CRS."""
        self.before.setExtent(extent)
        self.before.refresh()

    def fly_to(self, shape: QgsGeometry, crs: QgsCoordinateReferenceSystem) -> None:
        """Shows an object on both maps and marks it; nothing, where its place cannot be told."""
        target = self.before.mapSettings().destinationCrs()
        shape = QgsGeometry(shape)
        if crs.isValid() and target.isValid() and crs != target:
            shape.transform(QgsCoordinateTransform(crs, target, QgsProject.instance()))
        for band in self._bands:
            band.setToGeometry(shape, None)
        extent = shape.boundingBox()
        if not extent.isNull() and extent.isFinite():
            extent.scale(AROUND)
            least = 40 * self.before.mapUnitsPerPixel() if extent.width() == 0 else 0
            if least:
                extent.grow(least)
            self.zoom_to(extent)

    def unmark(self) -> None:
        for band in self._bands:
            band.reset()

    # Drawing

    def begin_sketch(self, sketch: Sketch) -> None:
        """On both maps, until `end_sketch`."""
        self.end_sketch()
        self._tools = [SketchTool(canvas, sketch) for canvas in self.canvases]
        for canvas, tool in zip(self.canvases, self._tools):
            canvas.setMapTool(tool)
        self.before.setFocus()

    def end_sketch(self) -> None:
        for canvas, tool in zip(self.canvases, self._tools):
            canvas.setMapTool(canvas.pan_tool)
            tool.end()
        self._tools = []

    # Moving together

    def _link(self) -> None:
        if self._linking:
            return
        self._linking = True
        try:
            source = self.sender() if self.sender() in self.canvases else self.before
            other = self.after if source is self.before else self.before
            if other.rotation() != source.rotation():
                other.setRotation(source.rotation())
            extent = source.mapSettings().extent()  # the canvas's own is wider when it is rotated
            if other.mapSettings().extent() != extent:
                other.setExtent(extent)
            other.refresh()
        finally:
            self._linking = False
        self.extentChanged.emit()

    def _point(self, place: QgsPointXY) -> None:
        """The cursor's place on the other map."""
        under = self.sender()
        for canvas, marker in zip(self.canvases, self._markers):
            marker.setVisible(self.mode in APART and canvas is not under)
            marker.setCenter(place)

    # How the two are arranged

    def set_mode(self, mode: Mode) -> None:
        self.mode = mode
        self._before_on_top = True
        self._timer.stop()
        if mode is Mode.BLINK:
            self._timer.start()
        self._arrange()
        self.modeChanged.emit(mode)

    def suit(self, extent: QgsRectangle) -> None:
        """Lays the maps as shows more of what has this shape; nothing where one of them covers the other."""
        if self.mode not in APART or extent.isEmpty() or self.width() < 1 or self.height() < 1:
            return
        width, height = self.width() / extent.width(), self.height() / extent.height()
        beside, above = min(width / 2, height), min(width, height / 2)
        better = Mode.ABOVE if above > beside else Mode.SIDE
        if better is not self.mode:
            self.set_mode(better)

    def set_split(self, share: float) -> None:
        """Where the handle is: 0 left to 1 right."""
        self._split = min(max(share, 0.0), 1.0)
        self._arrange()

    def step(self, direction: int) -> None:
        """A key: moves the handle, or shows the other date and stays there."""
        if self.mode is Mode.SWIPE:
            self.set_split(self._split + direction * STEP)
        elif self.mode is Mode.BLINK:
            self._timer.stop()
            self.blink()

    def blink(self) -> None:
        self._before_on_top = not self._before_on_top
        self._arrange()

    def resizeEvent(self, event: Any) -> None:  # noqa: N802
        self._arrange()

    def _arrange(self) -> None:
        width, height = self.width(), self.height()
        swipe = self.mode is Mode.SWIPE
        across = (width - GAP) // 2 if self.mode is Mode.SIDE else width
        down = (height - GAP) // 2 if self.mode is Mode.ABOVE else height
        self.before.setGeometry(0, 0, across, down)
        self.after.setGeometry(width - across, height - down, across, down)
        (self.before if self._before_on_top else self.after).raise_()
        edge = round(self._split * width)
        if swipe:
            self.before.setMask(QRegion(0, 0, max(edge, 1), height))
        else:
            self.before.clearMask()
        self._handle.setVisible(swipe)
        self._handle.setGeometry(edge - HANDLE // 2, 0, HANDLE, height)
        self._handle.raise_()
        self._place_captions()

    def _place_captions(self) -> None:
        first, second = self._captions
        first.move(QPoint(6, 6))
        at_right = self.mode is Mode.SWIPE
        left = self.width() - second.width() - 6 if at_right else self.after.x() + 6
        second.move(left, self.after.y() + 6)
        blinking = self.mode is Mode.BLINK
        first.setVisible(bool(first.text()) and (not blinking or self._before_on_top))
        second.setVisible(bool(second.text()) and (not blinking or not self._before_on_top))
        for label in self._captions:
            label.raise_()

    def close_maps(self) -> None:
        """Stops drawing; for a window that goes away."""
        self._timer.stop()
        for canvas in self.canvases:
            canvas.freeze(True)
            canvas.stopRendering()
            canvas.setLayers([])
        # A job that was stopped goes on for a moment, and writes into its canvas's cache when it ends.
        QThreadPool.globalInstance().waitForDone(GRACE)
        QCoreApplication.processEvents()
