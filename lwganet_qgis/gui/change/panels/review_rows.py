# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows of the review panel: what is listed, the verdicts, how far one has come."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtGui import QColor, QIcon, QPixmap
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ....numbers import shown
from ...explain import explained
from ..review.changes import Verdict, reviewer, set_reviewer
from ..review.store import COLOURS

DISPUTED = "disputed"
"""Among the choices of what is listed, beside the verdicts."""


def _square(colour: str) -> QIcon:
    picture = QPixmap(12, 12)
    picture.fill(QColor(colour))
    return QIcon(picture)


class FilterRow(QWidget):
    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.verdict = explained(QComboBox(), self.tr("Which changes are listed."))
        self.verdict.addItem(self.tr("All"), None)
        for verdict in Verdict:
            self.verdict.addItem(_square(COLOURS[verdict]), verdict.title.capitalize(), verdict.value)
        self.verdict.addItem(self.tr("Disagreements"), DISPUTED)
        self.verdict.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self.area = self._smallest(1e12, 1.0, 1, self.tr("Smaller ones are not listed, but stay in the review."))
        self.probability = self._smallest(
            1.0, 0.05, 2, self.tr("Less probable ones are not listed, but stay in the review.")
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        for text, widget, row, column, span in (
            (self.tr("Show"), self.verdict, 0, 0, 3), (self.tr("Area ≥"), self.area, 1, 0, 1),
            (self.tr("Probability ≥"), self.probability, 1, 2, 1),
        ):  # fmt: skip
            label = QLabel(text)
            label.setBuddy(widget)
            grid.addWidget(label, row, column)
            grid.addWidget(widget, row, column + 1, 1, span)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        self.reviewer = explained(
            QLineEdit(reviewer()), self.tr("Your name; it is kept with each verdict. Empty: that of your account.")
        )
        self.reviewer.editingFinished.connect(self._take_name)
        label = QLabel(self.tr("Reviewer"))
        label.setBuddy(self.reviewer)
        grid.addWidget(label, 2, 0)
        grid.addWidget(self.reviewer, 2, 1, 1, 3)

    def _take_name(self) -> None:
        set_reviewer(self.reviewer.text())
        self.reviewer.setText(reviewer())

    def set_unit(self, unit: str) -> None:
        self.area.setSuffix(f" {unit}")

    def wanted(self) -> tuple[tuple[Verdict, ...], float, float, bool]:
        """Verdicts, smallest area, smallest probability, whether only what reviewers disagree on."""
        value = self.verdict.currentData()
        disputed = value == DISPUTED
        verdicts = tuple(Verdict) if value is None or disputed else (Verdict(value),)
        return verdicts, self.area.value(), self.probability.value(), disputed

    def state(self) -> dict[str, Any]:
        return {
            "verdict": self.verdict.currentData(), "min_area": self.area.value(),
            "min_probability": self.probability.value(),
        }  # fmt: skip

    def restore(self, state: dict[str, Any]) -> None:
        self.verdict.setCurrentIndex(max(0, self.verdict.findData(state.get("verdict"))))
        self.area.setValue(float(state.get("min_area", 0.0)))
        self.probability.setValue(float(state.get("min_probability", 0.0)))

    def _smallest(self, largest: float, step: float, decimals: int, tip: str) -> QDoubleSpinBox:
        box = QDoubleSpinBox()
        box.setRange(0.0, largest)
        box.setDecimals(decimals)
        box.setSingleStep(step)
        box.setKeyboardTracking(False)
        box.valueChanged.connect(lambda _value: self.changed.emit())
        return explained(box, tip)


class VerdictRow(QWidget):
    decided = pyqtSignal(object)
    """A Verdict."""
    stepped = pyqtSignal(int)

    def __init__(self, stack: Any, parent: QWidget | None = None) -> None:
        """`stack` is the QUndoStack that the two arrows work on."""
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        buttons = (
            (Verdict.ACCEPTED, self.tr("Accept"), "A", self.tr("It is a change. Goes on to the next open one.")),
            (Verdict.REJECTED, self.tr("Reject"), "R", self.tr("Nothing changed here. Goes on to the next open one.")),
            (Verdict.UNSURE, self.tr("Unsure"), "U", self.tr("To be looked at again. Goes on to the next open one.")),
        )
        for column, (verdict, text, key, tip) in enumerate(buttons):
            button = explained(QPushButton(_square(COLOURS[verdict]), text), tip, key)
            button.clicked.connect(lambda _checked=False, verdict=verdict: self.decided.emit(verdict))
            grid.addWidget(button, 0, 2 * column, 1, 2)
        self._step(grid, 0, self.tr("◀ Previous"), self.tr("Takes both maps to the one before."), "P", -1)
        self._step(grid, 2, self.tr("Next ▶"), self.tr("Takes both maps to the one after."), "N", 1)
        undo = (
            stack.createUndoAction(self),
            "↶",
            self.tr("Takes the last word back."),
            "Ctrl+Z",
        )
        redo = (stack.createRedoAction(self), "↷", self.tr("Gives it again."), "Ctrl+Shift+Z")
        for column, (action, text, tip, keys) in enumerate((undo, redo)):
            button = explained(QPushButton(text), tip, keys)
            button.setMinimumWidth(20)
            button.setAccessibleName(tip)
            button.clicked.connect(action.trigger)
            action.changed.connect(lambda action=action, button=button: button.setEnabled(action.isEnabled()))
            button.setEnabled(action.isEnabled())
            grid.addWidget(button, 1, 4 + column)
        for column in range(6):
            grid.setColumnStretch(column, 1)

    def _step(self, grid: QGridLayout, column: int, text: str, tip: str, key: str, step: int) -> None:
        button = explained(QPushButton(text), tip, key)
        button.clicked.connect(lambda _checked=False: self.stepped.emit(step))
        grid.addWidget(button, 1, column, 1, 2)


class ProgressRow(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = explained(QProgressBar(), self.tr("How many changes have a verdict."))
        self.bar.setTextVisible(False)  # `done` says it, in the colour of text, in every theme
        self.done = explained(QLabel(), self.tr("How many changes have a verdict."))
        self.counts = explained(QLabel(), self.tr("How many there are of each verdict."))
        self.counts.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.addWidget(self.bar, 1)
        row.addWidget(self.done)
        column.addLayout(row)
        column.addWidget(self.counts)

    def show_counts(self, counts: dict[Verdict, int], hidden: int) -> None:
        """`hidden` are those that the filters leave out."""
        total = sum(counts.values())
        done = total - counts[Verdict.OPEN]
        self.bar.setMaximum(max(total, 1))
        self.bar.setValue(done)
        self.done.setText(self.tr("{done} of {total} reviewed").format(done=shown(done), total=shown(total)))
        parts = [
            f'<span style="color:{colour}">■</span>&nbsp;{verdict.title}&nbsp;{shown(counts[verdict])}'
            for verdict, colour in COLOURS.items()
        ]
        if hidden:
            parts.append(self.tr("{} not listed").format(shown(hidden)))
        self.counts.setText("&nbsp; ".join(parts))
