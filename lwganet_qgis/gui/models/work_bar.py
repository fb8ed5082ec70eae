# SPDX-License-Identifier: GPL-3.0-or-later
"""How far the job at work is, in bytes, and the button that stops it."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from ..explain import explained
from .page import size_text
from .work import Work

STEPS = 1000


class WorkBar(QWidget):
    def __init__(self, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.bytes = QLabel(), QLabel()
        self.bar = explained(QProgressBar(), self.tr("How far it is."))
        self.cancel = explained(
            QPushButton(self.tr("Cancel")), self.tr("Stops what is being done; nothing of it is left.")
        )
        self.cancel.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.title)
        row.addWidget(self.bar, 1)
        row.addWidget(self.bytes)
        row.addWidget(self.cancel)
        self.hide()
        self.cancel.clicked.connect(work.cancel)
        work.started.connect(self._begin)
        work.progressed.connect(self._progress)
        work.stopped.connect(self.hide)

    def _begin(self, title: str) -> None:
        self.title.setText(title)
        self.bytes.clear()
        self.bar.setRange(0, 0)  # until it is known how much there is
        self.show()

    def _progress(self, done: float, total: float) -> None:
        if total <= 0:
            return
        self.bar.setRange(0, STEPS)
        self.bar.setValue(round(STEPS * done / total))
        if total > STEPS:  # else it counts no bytes
            self.bytes.setText(self.tr("{} of {}").format(size_text(int(done)), size_text(int(total))))
