# SPDX-License-Identifier: GPL-3.0-or-later
"""From probability to polygons, seen at once."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ....algorithms.reports.summary import area_text
from ....numbers import shown
from ...explain import explained
from ..state.state import ChangeState
from .histogram import Histogram

STEPS = 200
"""Of the threshold's slider."""
WAIT = 25
"""Milliseconds without another move before polygons are made anew."""
LARGEST_RADIUS = 20


class TunePanel(QWidget):
    showProbability = pyqtSignal(bool)  # noqa: N815
    reviewWanted = pyqtSignal()  # noqa: N815

    def __init__(self, state: ChangeState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = state
        self._showing = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT)
        self._timer.timeout.connect(self._take)
        text = self.tr("Pixels whose probability is above it count as change.")
        self.histogram = explained(
            Histogram(), self.tr("How often each probability occurs in view. Drag the threshold.")
        )
        self.slider = explained(QSlider(Qt.Orientation.Horizontal), text)
        self.slider.setRange(0, STEPS)
        self.threshold = explained(_decimal(1.0, 3, 0.01), text)
        self.min_area = explained(_decimal(1e9, 1, 10.0), self.tr("Smaller polygons are left out."))
        self.closing = explained(_radius(), self.tr("Joins pieces that are less than twice this apart."))
        self.opening = explained(_radius(), self.tr("Removes specks and threads narrower than twice this."))
        self.simplify = explained(_decimal(1e5, 1, 0.5), self.tr("Outlines may leave the pixels' edges by so much."))
        self.found = QLabel()
        self.found.setWordWrap(True)
        self.shown = explained(QCheckBox(self.tr("Show the probability")), self.tr("Lays it over the image after."))
        self.review = explained(
            QPushButton(self.tr("Review the changes…")),
            self.tr("Puts the polygons of the whole area into a GeoPackage to accept or reject them one by one."),
        )
        self._lay_out()
        self._connect()
        self.show_tuning()
        self.show_found()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.slider, 1)
        row.addWidget(self.threshold)
        form = QFormLayout()
        form.addRow(self.tr("Threshold"), row)
        form.addRow(self.tr("Smallest area"), self.min_area)
        form.addRow(self.tr("Close gaps (pixels)"), self.closing)
        form.addRow(self.tr("Remove specks (pixels)"), self.opening)
        form.addRow(self.tr("Simplify"), self.simplify)
        column = QVBoxLayout(self)
        for item in (self.histogram, self.found):
            column.addWidget(item)
        column.addLayout(form)
        for item in (self.shown, self.review):
            column.addWidget(item)
        column.addStretch()

    def _connect(self) -> None:
        self.slider.valueChanged.connect(lambda value: self._showing or self.threshold.setValue(value / STEPS))
        self.histogram.thresholdDragged.connect(self.threshold.setValue)
        for control in (self.threshold, self.min_area, self.closing, self.opening, self.simplify):
            control.valueChanged.connect(self._moved)
        self.shown.toggled.connect(self.showProbability)
        self.review.clicked.connect(self.reviewWanted)
        state = self.state
        state.comparisonChanged.connect(self.show_tuning)
        state.comparisonChanged.connect(self.show_found)
        state.tunedChanged.connect(self.show_found)
        state.probabilityChanged.connect(self.show_found)
        state.runner.started.connect(self.show_found)
        state.runner.stopped.connect(self.show_found)

    def _moved(self, *_: Any) -> None:
        if not self._showing:
            self.histogram.set_threshold(self.threshold.value())
            self._timer.start()

    def _take(self) -> None:
        tuning = replace(
            self.state.comparison.tuning,
            threshold=round(self.threshold.value(), 3),
            min_area=self.min_area.value(),
            closing=self.closing.value(),
            opening=self.opening.value(),
            simplify=self.simplify.value(),
        )
        self.state.change(tuning=tuning)

    def show_tuning(self) -> None:
        if self._timer.isActive():
            return  # the user is ahead of it
        self._showing = True
        tuning = self.state.comparison.tuning
        self.slider.setValue(round(tuning.threshold * STEPS))
        self.threshold.setValue(tuning.threshold)
        self.min_area.setValue(tuning.min_area)
        self.closing.setValue(tuning.closing)
        self.opening.setValue(tuning.opening)
        self.simplify.setValue(tuning.simplify)
        self.histogram.set_threshold(tuning.threshold)
        unit = self.tr(" m") if self.state.measured_in_metres else self.tr(" px")
        self.simplify.setSuffix(unit)
        self.min_area.setSuffix(f"{unit}²" if self.state.measured_in_metres else unit)
        self._showing = False

    def show_found(self, *_: Any) -> None:
        state, tuned = self.state, self.state.tuned
        self.review.setEnabled(state.probability is not None and state.probability.whole and not state.runner.kind)
        self.shown.setEnabled(state.probability is not None)
        self.histogram.set_counts(tuned.histogram if tuned is not None else ())
        if tuned is None:
            self.found.setText(self.tr("Nothing to tune yet: run a preview first."))
            return
        area = area_text(tuned.area if state.measured_in_metres else None, round(tuned.area))
        text = self.tr("In view: {} polygons, {}.").format(shown(tuned.count), area)
        if state.outdated:
            text += "\n" + self.tr("Images, model or corrections have changed since: run again to see what it does.")
        self.found.setText(text)


def _decimal(highest: float, decimals: int, step: float) -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    box.setDecimals(decimals)
    box.setRange(0.0, highest)
    box.setSingleStep(step)
    return box


def _radius() -> QSpinBox:
    box = QSpinBox()
    box.setRange(0, LARGEST_RADIUS)
    return box
