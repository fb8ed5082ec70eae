# SPDX-License-Identifier: GPL-3.0-or-later
"""Names and colours of classes, a row each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qgis.gui import QgsColorButton
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QGuiApplication, QKeySequence
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from ...core.cards.datasets import coloured
from ...core.cards.kinds import MOST_CLASSES

NAME, COLOR = 0, 1
ROWS_SHOWN = 5


class ClassTable(QTableWidget):
    """Names that are pasted, a line each, go into the rows from the current one on."""

    edited = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 2, parent)
        self.setHorizontalHeaderLabels([self.tr("Name"), self.tr("Colour")])
        self.horizontalHeader().setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setSectionResizeMode(COLOR, QHeaderView.ResizeMode.ResizeToContents)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        self.itemChanged.connect(lambda item: self.edited.emit())
        row = self.fontMetrics().height() + 10
        self.verticalHeader().setDefaultSectionSize(row)
        self.setFixedHeight(ROWS_SHOWN * row + self.horizontalHeader().sizeHint().height() + 4)

    def show_classes(self, names: Sequence[str], colors: Sequence[str] = ()) -> None:
        """Rows for these; empty names are to be filled in."""
        self.blockSignals(True)
        self.setRowCount(0)
        for label in coloured(names, colors):
            self._append(label.name, label.color)
        self.blockSignals(False)
        self.setVerticalHeaderLabels([str(index) for index in range(self.rowCount())])  # as the graph counts
        self.edited.emit()

    def set_count(self, count: int) -> None:
        """As many rows; those that stay keep their names."""
        names = (self.names() + [""] * count)[:count]
        self.show_classes(names, self.colors()[:count] if count <= self.rowCount() else ())

    def _append(self, name: str, color: str) -> None:
        row = self.rowCount()
        self.insertRow(row)
        self.setItem(row, NAME, QTableWidgetItem(name))
        button = QgsColorButton()
        button.setColor(QColor(color))
        button.colorChanged.connect(lambda *_: self.edited.emit())
        self.setCellWidget(row, COLOR, button)

    def names(self) -> list[str]:
        return [self.item(row, NAME).text().strip() for row in range(self.rowCount())]

    def colors(self) -> list[str]:
        return [self.cellWidget(row, COLOR).color().name() for row in range(self.rowCount())]

    def missing(self) -> str:
        """What is to be done before the classes can be used, as a sentence; empty: nothing."""
        names = self.names()
        unnamed = [str(row) for row, name in enumerate(names) if not name]
        if not names:
            return self.tr("Say how many classes there are, and name them.")
        if unnamed:
            shown = ", ".join(unnamed[:8]) + (" …" if len(unnamed) > 8 else "")
            return self.tr("Name the classes (still without a name: {}).").format(shown)
        if any("," in name for name in names):
            return self.tr("Names of classes cannot have commas.")
        return ""

    def keyPressEvent(self, event: Any) -> None:  # noqa: N802
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste(QGuiApplication.clipboard().text())
        else:
            super().keyPressEvent(event)

    def paste(self, text: str) -> None:
        first = max(self.currentRow(), 0)
        lines = [line.strip() for line in text.splitlines() if line.strip()][:MOST_CLASSES]
        for row, name in enumerate(lines, first):
            if row < self.rowCount():
                self.item(row, NAME).setText(name)
        self.scrollToItem(self.item(min(first + len(lines), self.rowCount()) - 1, NAME)) if self.rowCount() else None

    def sizeHint(self) -> Any:  # noqa: N802
        hint = super().sizeHint()
        hint.setWidth(240)
        return hint

    def mark(self, row: int) -> None:
        """Begins to edit a name."""
        self.setCurrentCell(row, NAME)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
