# SPDX-License-Identifier: GPL-3.0-or-later
"""What is being done, how far it is in bytes, and the way out."""

from __future__ import annotations

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ...engine.setup.job import megabytes
from ..explain import explained
from .work import Work

FINE = 1000
"""Steps of the bar."""


class RunningPage(QWidget):
    cancelWanted = pyqtSignal()  # noqa: N815

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.step, self.size = QLabel(), QLabel(), QLabel()
        self.title.setStyleSheet("font-weight: bold")
        self.bar = QProgressBar()
        self.bar.setRange(0, FINE)
        self.bar.setTextVisible(False)
        self.lines = QPlainTextEdit()
        self.lines.setReadOnly(True)
        self.lines.setMaximumBlockCount(1000)
        self.cancel = explained(QPushButton(self.tr("Cancel")), self.tr("Stops at once; nothing is kept of it."))
        self.cancel.clicked.connect(self._stop)
        column = QVBoxLayout(self)
        for widget in (self.title, self.step, self.bar, self.size):
            column.addWidget(widget)
        column.addWidget(self.lines, 1)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.cancel)
        column.addLayout(row)

    def follow(self, work: Work, title: str) -> None:
        self.title.setText(title)
        self.step.setText(self.tr("Starting…"))
        self.size.clear()
        self.lines.clear()
        self.bar.setValue(0)
        self.cancel.setEnabled(True)
        work.stepped.connect(self.step.setText)
        work.logged.connect(self.lines.appendPlainText)
        work.shared.connect(self._show)

    def _show(self, share: float, done: float, total: float) -> None:
        self.bar.setValue(round(FINE * share))
        if total:
            self.size.setText(self.tr("{} written, of about {}").format(megabytes(done), megabytes(total)))

    def _stop(self) -> None:
        self.cancel.setEnabled(False)
        self.step.setText(self.tr("Stopping…"))
        self.cancelWanted.emit()
