# SPDX-License-Identifier: GPL-3.0-or-later
"""What may have to be said of a checkpoint, which tells its network itself."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QWidget

from ...algorithms.parameters.checks import listed_numbers
from ...core.cards.datasets import datasets
from ..explain import explained


class CheckpointPage(QWidget):
    edited = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        note = QLabel(self.tr(
            "A checkpoint of PyTorch. Network and number of classes are read from it; you are told if it does not say "
            "which classes they are."
        ))  # fmt: skip
        note.setWordWrap(True)
        self.dataset = explained(QComboBox(), self.tr("What it was trained on."))
        self.dataset.addItem(self.tr("as the file says, or its number of classes tells"), "auto")
        for entry in datasets().values():
            self.dataset.addItem(entry.title, entry.id)
        self.classes = explained(
            QLineEdit(), self.tr("For data of your own: names in the file's order, with commas between them.")
        )
        self.gsd = explained(QLineEdit(), self.tr("Metres of a pixel on the ground, of its training images."))
        self.gsd.setPlaceholderText(self.tr("as the data set has it"))
        self.form = form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(self.tr("The file"), note)
        form.addRow(self.tr("Data set"), self.dataset)
        form.addRow(self.tr("Classes"), self.classes)
        form.addRow(self.tr("Ground resolution (m)"), self.gsd)
        self.gsd.textChanged.connect(lambda text: self.edited.emit())

    def missing(self) -> list[str]:
        if self.gsd.text().strip() and self._gsd() is None:
            return [self.tr("The ground resolution has to be a number above 0.")]
        return []

    def _gsd(self) -> float | None:
        try:
            (gsd,) = listed_numbers(self.gsd.text())
        except ValueError:
            return None
        return gsd if gsd > 0 else None

    def parameters(self) -> dict[str, Any]:
        """Of the import's tool."""
        found: dict[str, Any] = {"DATASET": self.dataset.currentData()}
        if self.classes.text().strip():
            found["CLASSES"] = self.classes.text()
        if self._gsd() is not None:
            found["GSD"] = self._gsd()
        return found
