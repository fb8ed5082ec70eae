# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be done to the outlines of changes, and what others said of them."""

from __future__ import annotations

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from ...explain import explained

OUTLINE_KEY, CUT_KEY, UNITE_KEY = "O", "K", "J"


class ShapeRow(QWidget):
    keepWanted = pyqtSignal()  # noqa: N815
    giveUpWanted = pyqtSignal()  # noqa: N815

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.outline = explained(
            QPushButton(self.tr("Outline")), self.tr("Changes the outline on either map."), OUTLINE_KEY
        )
        self.cut = explained(QPushButton(self.tr("Split")), self.tr("Splits the change along a line."), CUT_KEY)
        self.unite = explained(
            QPushButton(self.tr("Merge")), self.tr("Makes one change of those selected in the table."), UNITE_KEY
        )
        self.others = explained(
            QPushButton(self.tr("Compare…")),
            self.tr("Takes in what another reviewer said in a copy of this file; disagreements can be listed."),
        )
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        self.keep = explained(QPushButton(self.tr("Keep")), self.tr("Saves the outline as it is drawn."), "Return")
        self.give_up = explained(QPushButton(self.tr("Give up")), self.tr("Leaves the outline as it was."), "Esc")
        self._buttons = (self.outline, self.cut, self.unite, self.others)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        for column, button in enumerate(self._buttons):
            grid.addWidget(button, 0, column)
        grid.addWidget(self.hint, 1, 0, 1, 2)
        grid.addWidget(self.keep, 1, 2)
        grid.addWidget(self.give_up, 1, 3)
        self.keep.clicked.connect(self.keepWanted)
        self.give_up.clicked.connect(self.giveUpWanted)
        self.show_hint("")

    def show_hint(self, text: str) -> None:
        """What to do on the map; empty: nothing is being drawn."""
        self.hint.setText(text)
        for widget in (self.hint, self.keep, self.give_up):
            widget.setVisible(bool(text))
        for button in self._buttons:
            button.setEnabled(not text)
