# SPDX-License-Identifier: GPL-3.0-or-later
"""That the pair is being measured, and the way to stop or begin it."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from ...explain import explained
from ..state.choice import Choice


class MeasuringRow(QWidget):
    def __init__(self, state: Choice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = state
        self.text = QLabel(self.tr("Measuring shift and brightness…"))
        self.busy = explained(QProgressBar(), self.tr("The pixels are fetched and compared. A run makes it wait."))
        self.busy.setRange(0, 0)
        self.busy.setMaximumWidth(90)
        self.stop = explained(
            QPushButton(self.tr("Skip")), self.tr("Stops measuring; the pair can be run all the same.")
        )
        self.again = explained(
            QPushButton(self.tr("Measure again")), self.tr("Measures how the two images lie and how bright they are.")
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.text, 1)
        for widget in (self.busy, self.stop, self.again):
            row.addWidget(widget)
        self.stop.clicked.connect(lambda: state.stop_measuring())
        self.again.clicked.connect(state.check)
        for signal in (state.findingsChanged, state.runner.started, state.runner.stopped):
            signal.connect(self.refresh)
        self.refresh()

    def refresh(self, *_: Any) -> None:
        measuring, given_up = self.state.measuring, bool(self.state.given_up)
        for widget in (self.text, self.busy, self.stop):
            widget.setVisible(measuring and not given_up)
        self.again.setVisible(given_up)
        self.setVisible(measuring or given_up)
