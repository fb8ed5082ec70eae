# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of models with its filters; tells which one is chosen."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.PyQt.QtCore import QItemSelectionModel, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QVBoxLayout, QWidget

from ..explain import explained
from .filters import FilterBar
from .rows import ROW, Filter, Row, RowsModel

NARROWEST = 60
"""Pixels of a column."""


class ListPanel(QWidget):
    chosen = pyqtSignal(object)
    """A Row, or None where no model is like what is looked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows, self.shown, self.filters = RowsModel(self), Filter(self), FilterBar()
        self.shown.setSourceModel(self.rows)
        self.view = explained(QTreeView(), self.tr("The models at hand, and those that catalogues have."))
        self.view.setModel(self.shown)
        self.view.setRootIsDecorated(False)
        self.view.setUniformRowHeights(True)
        self.view.setSortingEnabled(True)
        self.view.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.filters)
        column.addWidget(self.view, 1)
        self.filters.changed.connect(self._search)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._tell())

    def show_rows(self, rows: Iterable[Row], wanted: str) -> None:
        """Other rows; `wanted` is the id of the one to be chosen."""
        self.rows.show_rows(rows)
        self._fit_columns()
        self._search()
        self.choose(wanted)

    def choose(self, wanted: str) -> None:
        """Chooses a model by its id, else the first of the list."""
        numbers = range(self.shown.rowCount())
        ids = [self.shown.index(number, 0).data(ROW).entry.id for number in numbers]
        index = self.shown.index(ids.index(wanted) if wanted in ids else 0, 0)
        flags = QItemSelectionModel.SelectionFlag
        self.view.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self._tell()

    def _search(self) -> None:
        self.filters.apply(self.shown)
        if not self.view.currentIndex().isValid() and self.shown.rowCount():
            self.choose("")
        self._tell()

    def _tell(self) -> None:
        index = self.view.currentIndex()
        self.chosen.emit(self.shown.index(index.row(), 0).data(ROW) if index.isValid() else None)

    def _fit_columns(self) -> None:
        """Titles get what the others leave."""
        header, modes = self.view.header(), QHeaderView.ResizeMode
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(NARROWEST)
        for column in range(header.count()):
            header.setSectionResizeMode(column, modes.ResizeToContents if column else modes.Stretch)
