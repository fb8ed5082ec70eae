# SPDX-License-Identifier: GPL-3.0-or-later
"""Which images, which model, which area; and whether they can be compared."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsMapLayerProxyModel, QgsProject, QgsRectangle
from qgis.gui import QgsExtentWidget, QgsMapCanvas, QgsMapLayerComboBox
from qgis.PyQt.QtCore import QRegularExpression
from qgis.PyQt.QtGui import QRegularExpressionValidator
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from .... import model_library
from ....texts import translated
from ...explain import explained
from ...models.about import AboutButton
from ..comparison.parameters import Image
from ..state.choice import TASK, Choice
from .findings import FindingsView
from .measuring import MeasuringRow

DAY = QRegularExpression(r"|\d{4}(-\d\d(-\d\d)?)?")


class ChoosePanel(QWidget):
    def __init__(self, state: Choice, canvas: QgsMapCanvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = state
        self._showing = False
        self.before, self.before_day = self._image(self.tr("The earlier image; results lie on its grid."))
        self.after, self.after_day = self._image(self.tr("The later image of the same place."))
        self.swap = explained(QPushButton(self.tr("Swap")), self.tr("Makes the later image the earlier one."))
        self.model = explained(
            QComboBox(), self.tr("The network. Its card says which kind of change it was trained for.")
        )
        self.about = AboutButton(self.model)
        self.bands = explained(
            QLineEdit(), self.tr("Band numbers in the model's order, e.g. 4,3,2. Empty: by colour interpretation.")
        )
        self.bands.setPlaceholderText(self.tr("automatic"))
        self.extent = explained(
            self._extent(canvas),
            self.tr("Where to compare: of the map, of a layer, or drawn. Empty: all that both share."),
        )
        self.mask = explained(self._polygons(), self.tr("Compares inside these polygons only."))
        self.findings, self.measuring = FindingsView(), MeasuringRow(state)
        self.correct = explained(
            QCheckBox(self.tr("Correct the shift")),
            self.tr("Moves the image after onto the image before, as was measured."),
        )
        self.match = explained(
            QCheckBox(self.tr("Match brightness")),
            self.tr("Brings the values of the image after to those of the image before, band by band."),
        )
        self._lay_out()
        self._connect()
        self.show_models()
        self.show_comparison()

    def _image(self, text: str) -> tuple[QgsMapLayerComboBox, QLineEdit]:
        layers = explained(QgsMapLayerComboBox(), text)
        layers.setFilters(QgsMapLayerProxyModel.Filter.RasterLayer)
        layers.setAllowEmptyLayer(True)
        layers.setLayer(None)
        day = explained(QLineEdit(), self.tr("When it was taken, e.g. 2014-07-31; guessed from the layer."))
        day.setPlaceholderText(self.tr("YYYY-MM-DD"))
        day.setValidator(QRegularExpressionValidator(DAY, day))
        day.setMaximumWidth(110)
        return layers, day

    def _extent(self, canvas: QgsMapCanvas) -> QgsExtentWidget:
        extent = QgsExtentWidget(None, QgsExtentWidget.WidgetStyle.CondensedStyle)
        extent.setNullValueAllowed(True, self.tr("All that both share"))
        extent.setMapCanvas(canvas)
        return extent

    def _polygons(self) -> QgsMapLayerComboBox:
        layers = QgsMapLayerComboBox()
        layers.setFilters(QgsMapLayerProxyModel.Filter.PolygonLayer)
        layers.setAllowEmptyLayer(True, self.tr("everywhere"))
        layers.setLayer(None)
        return layers

    def _lay_out(self) -> None:
        for box in (self.before, self.after, self.model, self.mask):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(12)
        form = QFormLayout()
        for label, layers, day in (
            (self.tr("Before"), self.before, self.before_day),
            (self.tr("After"), self.after, self.after_day),
        ):
            row = QHBoxLayout()
            row.addWidget(layers, 1)
            row.addWidget(day)
            form.addRow(label, row)
        form.addRow("", self.swap)
        row = QHBoxLayout()
        row.addWidget(self.model, 1)
        row.addWidget(self.about)
        form.addRow(self.tr("Model"), row)
        form.addRow(self.tr("Bands"), self.bands)
        form.addRow(self.tr("Area"), self.extent)
        form.addRow(self.tr("Inside"), self.mask)
        checks = QGroupBox(self.tr("The pair"))
        inside = QVBoxLayout(checks)
        for control in (self.findings, self.measuring, self.correct, self.match):
            inside.addWidget(control)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(checks)
        column.addStretch()

    def _connect(self) -> None:
        state = self.state
        self.before.layerChanged.connect(lambda layer: self._showing or state.choose_before(layer))
        self.after.layerChanged.connect(lambda layer: self._showing or state.choose_after(layer))
        self.before_day.editingFinished.connect(self._take_days)
        self.after_day.editingFinished.connect(self._take_days)
        self.swap.clicked.connect(state.swap)
        self.model.currentIndexChanged.connect(
            lambda _: self._showing or state.change(model=self.model.currentData() or "")
        )
        self.bands.editingFinished.connect(lambda: state.change(bands=self.bands.text().strip()))
        self.extent.extentChanged.connect(self._take_extent)
        self.mask.layerChanged.connect(
            lambda layer: self._showing or state.change(mask=layer.source() if layer is not None else "")
        )
        self.correct.toggled.connect(lambda on: self._showing or state.correct_shift(on))
        self.match.toggled.connect(lambda on: self._showing or state.change(match=on))
        state.comparisonChanged.connect(self.show_comparison)
        state.findingsChanged.connect(self.show_findings)
        state.runner.started.connect(self.show_findings)
        state.runner.stopped.connect(self.show_findings)

    def _take_days(self) -> None:
        for name, field in (("before", self.before_day), ("after", self.after_day)):
            image: Image = getattr(self.state.comparison, name)
            self.state.change(**{name: Image(image.layer, image.name, image.source, field.text())})

    def _take_extent(self, _: QgsRectangle) -> None:
        if not self._showing:
            self.state.change(extent=self._extent_text())

    def _extent_text(self) -> str:
        """As Processing writes one; empty: none is chosen."""
        extent = self.extent.outputExtent()
        if not self.extent.isValid() or extent.isNull():
            return ""
        crs = self.extent.outputCrs()
        numbers = (extent.xMinimum(), extent.xMaximum(), extent.yMinimum(), extent.yMaximum())
        text = ",".join(repr(number) for number in numbers)
        return f"{text} [{crs.authid()}]" if crs.authid() else text

    def show_models(self) -> None:
        """Anew, as the user may have added some."""
        self._showing = True
        self.model.clear()
        for card in model_library.cards(TASK):
            self.model.addItem(translated(card.title), card.id)
        self._showing = False
        self._show_model()

    def _show_model(self) -> None:
        self._showing = True
        self.model.setCurrentIndex(self.model.findData(self.state.comparison.model))
        self._showing = False

    def show_comparison(self, *_: Any) -> None:
        self._show_model()
        self._showing = True
        comparison = self.state.comparison
        for image, layers, day in (
            (comparison.before, self.before, self.before_day),
            (comparison.after, self.after, self.after_day),
        ):
            layers.setLayer(QgsProject.instance().mapLayer(image.layer) if image.layer else None)
            day.setText(image.date)
        self.bands.setText(comparison.bands)
        crs = self.state.before.crs() if self.state.before is not None else None
        if crs is not None and crs != self.extent.outputCrs():
            self.extent.setOutputCrs(crs)
        self._show_extent(comparison.extent)
        self.mask.setLayer(self.state.mask)
        self.correct.setChecked(comparison.shift != (0.0, 0.0))
        self.match.setChecked(comparison.match)
        self._showing = False

    def _show_extent(self, extent: str) -> None:
        if extent and extent == self._extent_text():
            return
        self.extent.clear()  # also of the zeros that another CRS brings into an empty one
        if extent and self.state.before is not None:
            numbers = [float(number) for number in extent.split(" [")[0].split(",")]
            xmin, xmax, ymin, ymax = numbers
            self.extent.setOutputExtentFromUser(QgsRectangle(xmin, ymin, xmax, ymax), self.state.before.crs())

    def show_findings(self, *_: Any) -> None:
        measured = self.state.measured
        self.findings.show_findings(self.state.findings, measured)
        self.correct.setEnabled(measured is not None and measured.reliable and not self.state.measuring)
        self.match.setEnabled(measured is not None)
