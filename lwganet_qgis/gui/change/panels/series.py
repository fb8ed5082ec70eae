# SPDX-License-Identifier: GPL-3.0-or-later
"""More than two dates: which layers, in order of time; and the pairs that came of them."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsMapLayerType, QgsProject, QgsRasterLayer
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QFormLayout, QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from ....engine.layers import dates
from ...explain import explained
from ..state.series import Series
from ..state.state import ChangeState

LAYER = Qt.ItemDataRole.UserRole


class SeriesPanel(QWidget):
    firstChangeMade = pyqtSignal(str)  # noqa: N815
    """Path of the raster."""

    def __init__(self, state: ChangeState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.series = Series(state)
        self.layers = explained(
            QListWidget(), self.tr("Tick the images of the series; they are sorted by date. Drag to change the order.")
        )
        self.layers.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.folder = explained(QgsFileWidget(), self.tr("Where the rasters and polygons of all pairs are kept."))
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.start = explained(
            QPushButton(self.tr("Run on the series")),
            self.tr("Compares each image with the next, with the model, area and tuning of the other tabs."),
        )
        self.pairs = explained(QListWidget(), self.tr("Choose a pair to look at, tune and review it."))
        self.text = QLabel()
        self.text.setWordWrap(True)
        form = QFormLayout()
        form.addRow(self.tr("Folder"), self.folder)
        column = QVBoxLayout(self)
        column.addWidget(QLabel(self.tr("Images, in order of time")))
        column.addWidget(self.layers, 2)
        column.addLayout(form)
        for item in (self.start, self.text, QLabel(self.tr("Pairs")), self.pairs):
            column.addWidget(item)
        self._connect()
        self.show_layers()

    def _connect(self) -> None:
        project = QgsProject.instance()
        project.layersAdded.connect(self.show_layers)
        project.layersRemoved.connect(self.show_layers)
        self.start.clicked.connect(self._run)
        self.layers.itemChanged.connect(self._allow)
        self.folder.fileChanged.connect(self._allow)
        self.pairs.currentRowChanged.connect(lambda row: row >= 0 and self.series.take_pair(row))
        self.series.made.connect(self._show_pairs)
        self.series.state.runner.started.connect(self._allow)
        self.series.state.runner.stopped.connect(self._allow)

    def disconnect_project(self) -> None:
        project = QgsProject.instance()
        project.layersAdded.disconnect(self.show_layers)
        project.layersRemoved.disconnect(self.show_layers)

    def show_layers(self, *_: Any) -> None:
        """All images of the project, the earliest first; what was ticked stays so."""
        ticked = {layer.id() for layer in self.chosen()}
        images = [
            layer for layer in QgsProject.instance().mapLayers().values()
            if layer.type() == QgsMapLayerType.RasterLayer and layer.bandCount() > 1
        ]  # fmt: skip
        self.layers.clear()
        for layer in sorted(images, key=lambda image: (dates.guess(image), image.name())):
            day = dates.guess(layer)
            item = QListWidgetItem(f"{layer.name()}  –  {day}" if day else layer.name(), self.layers)
            item.setData(LAYER, layer.id())
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if layer.id() in ticked else Qt.CheckState.Unchecked)
        self._allow()

    def chosen(self) -> list[QgsRasterLayer]:
        """Ticked layers, in the list's order."""
        items = [self.layers.item(row) for row in range(self.layers.count())]
        ids = [item.data(LAYER) for item in items if item.checkState() == Qt.CheckState.Checked]
        found = [QgsProject.instance().mapLayer(layer_id) for layer_id in ids]
        return [layer for layer in found if layer is not None]

    def _allow(self, *_: Any) -> None:
        enough = len(self.chosen()) > 1
        self.start.setEnabled(enough and bool(self.folder.filePath()) and not self.series.state.runner.kind)
        if not enough:
            self.text.setText(self.tr("Tick two images or more."))
        elif not self.folder.filePath():
            self.text.setText(self.tr("Choose a folder for the results."))
        else:
            self.text.setText(self.tr("First change: {}").format(self.series.first) if self.series.first else "")

    def _run(self) -> None:
        self.series.run(self.chosen(), self.folder.filePath())

    def _show_pairs(self) -> None:
        self.pairs.clear()
        self.pairs.addItems([f"{a.name} – {b.name}" for a, b in (pair.images for pair in self.series.pairs)])
        self._allow()
        self.firstChangeMade.emit(self.series.first)
