# SPDX-License-Identifier: GPL-3.0-or-later
"""Outlines of changes drawn on the maps of the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.core import QgsCoordinateTransform, QgsGeometry, QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...core.errors import EngineError
from .maps.pair_view import PairView
from .maps.sketch import Sketch
from .panels.review import ReviewPanel
from .review.reshaping import Wanted, cut, outlined, united


class Reshape(QObject):
    """What the buttons under the table do; the panel's undo takes each back."""

    failed = pyqtSignal(str)

    def __init__(self, view: PairView, review: ReviewPanel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view, self._review = view, review
        self.sketch: Sketch | None = None
        self._fid: int | None = None
        row = review.shapes
        row.outline.clicked.connect(self.outline)
        row.cut.clicked.connect(self.cut)
        row.unite.clicked.connect(self.unite)
        row.keepWanted.connect(self.keep)
        row.giveUpWanted.connect(self.give_up)
        review.flyTo.connect(self._elsewhere)
        review.emptied.connect(self.give_up)

    def outline(self) -> None:
        shape = self._shape()
        if shape is not None:
            text = self.tr("Drag a corner. A double click on the line adds one, Del takes one away.")
            self._begin(Sketch(shape, self), text)

    def cut(self) -> None:
        if self._shape() is not None:
            text = self.tr("Click the points of a line across the change, from outside to outside.")
            self._begin(Sketch(None, self), text)

    def unite(self) -> None:
        store = self._review.model.store
        if store is not None:
            self._put(self.tr("Merge"), lambda: united(store, self._review.selected()))

    def _shape(self) -> QgsGeometry | None:
        """Of the current change, in the maps' CRS."""
        change, store = self._review.current(), self._review.model.store
        if change is None or store is None:
            return None
        self._fid, shape = change.fid, store.geometry(change.fid)
        way = self._way()
        if way is not None:
            shape.transform(way)
        return shape

    def _way(self, back: bool = False) -> QgsCoordinateTransform | None:
        """From the review's CRS to the maps'; None where they are one."""
        ours, maps = self._review.model.store.crs, self._view.before.mapSettings().destinationCrs()
        if not ours.isValid() or not maps.isValid() or ours == maps:
            return None
        ends = (maps, ours) if back else (ours, maps)
        return QgsCoordinateTransform(*ends, QgsProject.instance())

    def _begin(self, sketch: Sketch, hint: str) -> None:
        self.give_up()
        self.sketch = sketch
        sketch.kept.connect(self.keep)
        self._view.begin_sketch(sketch)
        self._review.shapes.show_hint(hint)

    def keep(self) -> None:
        sketch, store, fid = self.sketch, self._review.model.store, self._fid
        if sketch is None or store is None or fid is None:
            return
        shape, way = QgsGeometry(sketch.drawn()), self._way(back=True)
        if way is not None and not shape.isNull():
            shape.transform(way)
        if sketch.is_line:
            done = self._put(self.tr("Split"), lambda: cut(store, fid, [] if shape.isNull() else shape.asPolyline()))
        else:
            done = self._put(self.tr("Outline"), lambda: outlined(store, fid, shape))
        if done:
            self.give_up()

    def _put(self, text: str, make: Callable[[], Wanted]) -> bool:
        try:
            wanted = make()
        except EngineError as error:
            self.failed.emit(str(error))
            return False
        return bool(self._review.model.reshape(text, wanted))

    def give_up(self) -> None:
        if self.sketch is not None:
            self.sketch.deleteLater()
            self.sketch = None
            self._view.end_sketch()
            self._review.shapes.show_hint("")

    def _elsewhere(self, *_: Any) -> None:
        """Another change is looked at."""
        change = self._review.current()
        if change is None or change.fid != self._fid:
            self.give_up()
