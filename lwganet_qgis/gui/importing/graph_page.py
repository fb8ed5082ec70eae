# SPDX-License-Identifier: GPL-3.0-or-later
"""What has to be said of a graph, begun with what was found by running it."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import QLocale, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QSizePolicy, QSpinBox, QWidget

from ...algorithms.parameters.checks import listed_numbers
from ...core.cards.datasets import datasets, fitting
from ...core.cards.kinds import MOST_CLASSES
from ...core.jobs.inspection import Fit, InspectionResult
from ...core.jobs.parts.statement import FORMS
from ...model_library import task_name
from ..explain import explained
from .classes import ClassTable
from .feed import FeedForm
from .words import fit_text, holds_text

LARGEST_TILE = 16384
RGB = ("red", "green", "blue")
USUAL = {3: RGB, 4: (*RGB, "nir")}
"""Bands, where nobody says."""


class GraphPage(QWidget):
    edited = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.seen = InspectionResult(True)
        self.holds = QLabel()
        self.holds.setWordWrap(True)
        self.fit = explained(QComboBox(), self.tr("Offered is what fits the numbers that the file gave for images."))
        self.count = explained(QSpinBox(), self.tr("The file does not tell it."))
        self.count.setRange(1, MOST_CLASSES)
        self.dataset = explained(QComboBox(), self.tr("Fills in the classes of a known data set."))
        self.classes = explained(
            ClassTable(), self.tr("In the file's order. A list of names can be pasted, a line each.")
        )
        self.bands = explained(
            QLineEdit(), self.tr("What each band is, in the file's order, with commas between them.")
        )
        self.feed = FeedForm()
        self.tile = explained(QSpinBox(), self.tr("Side of the images that it was trained on, in pixels."))
        self.tile.setRange(1, LARGEST_TILE)
        self.gsd = explained(QLineEdit(), self.tr("Metres of a pixel on the ground, of its training images."))
        self.gsd.setPlaceholderText(self.tr("not known"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for box in (self.fit, self.dataset):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(20)
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.form = QFormLayout(self)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for label, widget in (
            (self.tr("The file"), self.holds), (self.tr("What it gives"), self.fit),
            (self.tr("Number of classes"), self.count), (self.tr("Data set"), self.dataset),
            (self.tr("Classes"), self.classes), (self.tr("Bands"), self.bands),
            (self.tr("Values of images"), self.feed),
            (self.tr("Tile size"), self.tile), (self.tr("Ground resolution (m)"), self.gsd),
        ):  # fmt: skip
            self.form.addRow(label, widget)

    def _connect(self) -> None:
        self.fit.currentIndexChanged.connect(self._show_fit)
        self.count.valueChanged.connect(self.classes.set_count)
        self.dataset.currentIndexChanged.connect(self._take_dataset)
        for signal in (self.classes.edited, self.bands.textChanged, self.feed.edited, self.gsd.textChanged):
            signal.connect(lambda *_: self.edited.emit())

    def start(self, seen: InspectionResult) -> None:
        """Begins anew with what was found of a file."""
        self.seen = seen
        self.classes.show_classes([])
        self.holds.setText(holds_text(seen))
        self.bands.setText(", ".join(USUAL.get(seen.bands or len(RGB), [f"band {n + 1}" for n in range(seen.bands)])))
        self.feed.start(seen.mean, seen.std, seen.takes_bytes)
        self.tile.setValue(seen.tile_size)
        self.tile.setEnabled(not seen.side)
        self.gsd.setText("" if seen.gsd is None else QLocale().toString(seen.gsd))
        several = len({fit.output for fit in seen.fits}) > 1
        self.fit.blockSignals(True)
        self.fit.clear()
        if seen.says:
            self.fit.addItem(self.tr("What it says itself: {}").format(task_name(seen.says)), None)
        for fit in seen.fits:
            self.fit.addItem(fit_text(fit, several), fit)
        self.fit.blockSignals(False)
        self._show_fit()

    @property
    def chosen(self) -> Fit | None:
        """None: as the file says, or nothing fits."""
        return self.fit.currentData()

    def _likely(self) -> Fit | None:
        """What is chosen; where that is what the file says, the likeliest of that task."""
        of_task = [fit for fit in self.seen.fits if FORMS[fit.form] == self.seen.says]
        return self.chosen or next(iter(of_task), None)

    def _show_fit(self) -> None:
        fit, named = self._likely(), len(self.seen.names)
        said = self.chosen is None and bool(named)
        classes = named if said else (fit.classes - fit.background if fit else 0)
        self._show_row(self.count, not classes)
        task = FORMS[fit.form] if fit else ""
        known = fitting(task, classes) if task and classes else []
        self.dataset.blockSignals(True)
        self.dataset.clear()
        self.dataset.addItem(self.tr("classes of its own"), "")
        for entry in known:
            self.dataset.addItem(entry.title, entry.id)
        self.dataset.blockSignals(False)
        self._show_row(self.dataset, bool(known))
        count = classes or max(named, self.count.value())
        names = list(self.seen.names) if named == count else self.classes.names()
        if not classes:
            self.count.blockSignals(True)
            self.count.setValue(count)
            self.count.blockSignals(False)
        self.classes.show_classes((names + [""] * count)[:count])
        self.edited.emit()

    def _show_row(self, widget: QWidget, shown: bool) -> None:
        widget.setVisible(shown)
        self.form.labelForField(widget).setVisible(shown)

    def _take_dataset(self) -> None:
        entry = datasets().get(self.dataset.currentData() or "")
        if entry is None:
            return
        self.classes.show_classes([c.name for c in entry.classes], [c.color for c in entry.classes])
        self.gsd.setText(QLocale().toString(entry.gsd))

    def _bands(self) -> list[str]:
        return [part.strip() for part in self.bands.text().split(",") if part.strip()]

    def missing(self) -> list[str]:
        """What is to be done before the import can begin, sentences."""
        if not (self.seen.says or self.seen.fits):
            text = self.tr("What this file gives no tool here can use: maps, scenes and boxes of up to {} classes are.")
            return [text.format(MOST_CLASSES)]
        found, bands = [self.classes.missing()], len(self._bands())
        if self.seen.bands and bands != self.seen.bands:
            found.append(self.tr("Name {} bands ({} are named).").format(self.seen.bands, bands))
        if not bands:
            found.append(self.tr("Name the bands."))
        found.append(self.feed.missing(bands) if self.feed.isEnabled() else "")
        if self.gsd.text().strip() and self._gsd() is None:
            found.append(self.tr("The ground resolution has to be a number above 0."))
        return [text for text in found if text]

    def _gsd(self) -> float | None:
        try:
            (gsd,) = listed_numbers(self.gsd.text())
        except ValueError:
            return None
        return gsd if gsd > 0 else None

    def parameters(self) -> dict[str, Any]:
        """Of the import's tool."""
        fit = self.chosen
        found: dict[str, Any] = {
            "CLASSES": ",".join(self.classes.names()), "COLORS": ",".join(self.classes.colors()),
            "BAND_NAMES": ",".join(self._bands()), **self.feed.parameters(),
        }  # fmt: skip
        if fit is not None:
            found.update(FORM=fit.form, GRAPH_OUTPUT=fit.output)
        if self.tile.isEnabled():
            found["TILE_SIZE"] = self.tile.value()
        if self._gsd() is not None:
            found["GSD"] = self._gsd()
        if self.dataset.currentData():
            found["DATASET"] = self.dataset.currentData()
        return found
