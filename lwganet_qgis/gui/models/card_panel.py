# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of one model, and below it what can be done with that."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ..explain import explained
from .page_view import PageView
from .rows import Origin, Row


class CardPanel(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row: Row | None = None
        self._busy = False
        self.page = PageView()
        self.get = self._button(self.tr("Download…"), self.tr("Shows the licence, then downloads the model."))
        self.default = self._button(
            self.tr("Make default"), self.tr("The tools and the change window then begin with this model.")
        )
        self.default.setCheckable(True)
        self.verify = self._button(self.tr("Verify"), self.tr("Compares the files with the sha256 on the card."))
        self.folder = self._button(self.tr("Open folder"), self.tr("Shows the files of the model."))
        self.export = self._button(
            self.tr("Export…"), self.tr("Writes the card as a STAC item with the MLM extension, for catalogues.")
        )
        self.delete = self._button(self.tr("Delete…"), self.tr("Removes a model of yours from the disk."))
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page, 1)
        column.addLayout(row)
        for button in (self.get, self.default, self.verify, self.folder, self.export, self.delete):
            row.addWidget(button)
        row.addStretch(1)

    def _button(self, text: str, tip: str) -> QPushButton:
        made = explained(QPushButton(text), tip)
        made.setAutoDefault(False)
        return made

    def show_row(self, row: Row | None, nothing: str) -> None:
        """`nothing` stands where there is none."""
        self.row = row
        self.page.show_row(row, nothing)
        self._refresh()

    def set_busy(self, busy: bool) -> None:
        """While a job is at work, no other begins."""
        self._busy = busy
        self._refresh()

    def _refresh(self) -> None:
        here = self.row is not None and self.row.card is not None
        mine = self.row is not None and self.row.origin is Origin.MINE
        away = self.row is not None and not here
        self.get.setVisible(away)
        self.get.setEnabled(self.row is not None and self.row.entry.can_be_had and not self._busy)
        for button in (self.default, self.verify, self.folder, self.export):
            button.setVisible(here)
        self.default.setChecked(self.row is not None and self.row.chosen)
        self.verify.setEnabled(not self._busy)
        self.delete.setVisible(mine)
        self.delete.setEnabled(not self._busy)
