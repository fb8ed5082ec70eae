# SPDX-License-Identifier: GPL-3.0-or-later
"""How far the later image is moved, and a button that measures it by *Check image pair*."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ...texts import tr
from ..explain import explained
from .measurement import TAKEN, Measurement
from .text import TextWidget


class ShiftWidget(TextWidget):
    FOLLOWS = TAKEN

    def build(self) -> QWidget:
        super().build()
        self.field, self.note = QWidget(), QLabel()
        self.measurement: Measurement | None = None
        self.measure = explained(
            QPushButton(tr("Measure")), tr("Measures how far the two images that are chosen lie apart, and enters it.")
        )
        self.measure.clicked.connect(self._clicked)
        self.note.setWordWrap(True)
        self.note.hide()
        row, column = QHBoxLayout(), QVBoxLayout(self.field)
        column.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(self.measure)
        column.addLayout(row)
        column.addWidget(self.note)
        return self.field

    def _clicked(self) -> None:
        if self.measurement is not None:
            self.measurement.feedback.cancel()
            return
        values = {name: self.other(name) for name in TAKEN}
        if not values["BEFORE"] or not values["AFTER"]:
            self._say(tr("Choose the two images first."))
            return
        measurement = Measurement({name: value for name, value in values.items() if value is not None})
        measurement.finished.connect(self._measured)
        problem = measurement.start()
        if problem:
            self._say(problem)
            return
        self.measurement = measurement
        self.measure.destroyed.connect(measurement.abandon)
        self.measure.setText(tr("Cancel"))
        self._say(tr("The shift is being measured…"))

    def _measured(self) -> None:
        measurement, self.measurement = self.measurement, None
        if measurement is None or measurement.feedback.isCanceled():
            self._say("")
        elif measurement.problem:
            self._say(measurement.problem)
        else:
            self._take(measurement.shift)
        self.measure.setText(tr("Measure"))

    def _take(self, shift: dict[str, Any]) -> None:
        if not shift["reliable"]:
            self._say(tr("The shift cannot be told: the images have too little in common."))
            return
        self.line.setText(f"{shift['x']:.6g},{shift['y']:.6g}")
        pixels = QLineEdit().locale().toString(shift["pixels"], "f", 2)
        self._say(tr("The later image is off by {} pixels.").format(pixels))

    def _say(self, text: str) -> None:
        self.note.setText(text)
        self.note.setVisible(bool(text))
