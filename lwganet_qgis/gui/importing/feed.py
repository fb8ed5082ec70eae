# SPDX-License-Identifier: GPL-3.0-or-later
"""What a graph is fed: the range of values of its images, and what is made of them."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QLocale, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from ...algorithms.parameters.checks import listed_numbers
from ...core.jobs.parts.statement import BYTES
from ..explain import explained
from .words import normalisation_text

CHOICES = ("unit", "none", "imagenet", "own")
OWN = "own"


class FeedForm(QWidget):
    edited = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = explained(
            QComboBox(), self.tr("What the network was trained with. If you do not know: most are fed 0 to 1.")
        )
        for name in CHOICES:
            self.kind.addItem(normalisation_text(name), name)
        self.mean = explained(
            QLineEdit(), self.tr("Subtracted from the values: one number, or one for each band, with blanks between.")
        )
        self.std = explained(QLineEdit(), self.tr("What they are divided by after that."))
        self.low, self.high = (
            explained(QLineEdit(QLocale().toString(value)), self.tr("Of the images that it was trained on."))
            for value in BYTES
        )
        ends = QHBoxLayout()
        for widget in (self.low, QLabel(self.tr("to")), self.high):
            ends.addWidget(widget)
        self.own = QWidget()
        own = QFormLayout(self.own)
        own.setContentsMargins(0, 0, 0, 0)
        own.addRow(self.tr("Mean"), self.mean)
        own.addRow(self.tr("Deviation"), self.std)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(ends)
        column.addWidget(self.kind)
        column.addWidget(self.own)
        self.kind.currentIndexChanged.connect(self._show_own)
        for line in (self.mean, self.std, self.low, self.high):
            line.textChanged.connect(lambda text: self.edited.emit())
        self._show_own()

    def start(self, mean: Sequence[float], std: Sequence[float], takes_bytes: bool) -> None:
        """As the file says; what takes bytes is fed these."""
        self.setEnabled(not takes_bytes)
        for line, value in zip((self.low, self.high), BYTES):
            line.setText(QLocale().toString(value))
        self.mean.setText(_listed(mean))
        self.std.setText(_listed(std))
        self.kind.setCurrentIndex(CHOICES.index("none" if takes_bytes else OWN if mean else "unit"))
        self._show_own()

    def _show_own(self) -> None:
        self.own.setVisible(self.kind.currentData() == OWN)
        self.edited.emit()

    def missing(self, bands: int) -> str:
        low, high = (_numbers(line.text()) for line in (self.low, self.high))
        if not (low and high and len(low) == len(high) == 1 and low[0] < high[0]):
            return self.tr("The smallest value has to be below the largest.")
        if self.kind.currentData() == "imagenet" and bands != 3:
            return self.tr("ImageNet's mean is of three bands: choose another.")
        if self.kind.currentData() == OWN:
            for line in (self.mean, self.std):
                if len(_numbers(line.text()) or ()) not in (1, bands):
                    return self.tr("Mean and deviation need one number, or {}.").format(bands)
            if min(_numbers(self.std.text()) or [0]) <= 0:
                return self.tr("Deviations have to be above 0.")
        return ""

    def parameters(self) -> dict[str, str]:
        """Of the import's tool."""
        if not self.isEnabled():
            return {}
        (low,), (high,) = (_numbers(line.text()) or [0.0] for line in (self.low, self.high))
        found = {} if (low, high) == BYTES else {"VALUE_RANGE": f"{low!r} {high!r}"}
        if self.kind.currentData() == OWN:
            given = (" ".join(map(repr, _numbers(line.text()) or ())) for line in (self.mean, self.std))
            return {**found, **dict(zip(("MEAN", "STD"), given))}
        return {**found, "NORMALIZATION": self.kind.currentData()}


def _listed(values: Sequence[float]) -> str:
    return " ".join(f"{value:.6g}" for value in values)


def _numbers(text: str) -> list[float] | None:
    """None: they are no numbers."""
    try:
        return list(listed_numbers(text))
    except ValueError:
        return None
