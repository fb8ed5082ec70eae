# SPDX-License-Identifier: GPL-3.0-or-later
"""How a review begins, while there is none."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ...explain import explained
from ..state.state import ChangeState


class BeginPanel(QWidget):
    stepWanted = pyqtSignal(str)  # noqa: N815
    """images, tune or begin."""

    def __init__(self, state: ChangeState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = state
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.linkActivated.connect(self.stepWanted)
        self.start = explained(
            QPushButton(self.tr("Review the changes…")),
            self.tr("Puts the polygons of the whole area into a GeoPackage to accept or reject them one by one."),
        )
        self.start.clicked.connect(lambda: self.stepWanted.emit("begin"))
        column = QVBoxLayout(self)
        column.addWidget(self.text)
        column.addWidget(self.start)
        for signal in (state.storeChanged, state.probabilityChanged, state.runner.started, state.runner.stopped):
            signal.connect(self.refresh)
        self.refresh()

    def refresh(self, *_: Any) -> None:
        probability = self.state.probability
        whole = probability is not None and probability.whole
        self.start.setEnabled(whole and not self.state.runner.kind)
        self.setVisible(self.state.store is None)
        if whole:
            text = self.tr(
                '<b>There is no review yet.</b> Set the threshold on the page <a href="tune">Tune</a>, then review the '
                "changes: each is shown on both maps, and A, R or U says what it is."
            )
        else:
            text = self.tr(
                "<b>There is no review yet.</b> First run the model on the whole area, on the page "
                '<a href="images">Images</a>; or open a review that was kept.'
            )
        self.text.setText(text)
