# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of a review's changes."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ....numbers import shown
from ...explain import explained
from ..review.changes import Verdict
from ..review.model import AREA, NOTE, NUMBER, PROBABILITY, REVIEW, ReviewFilter, ReviewModel

SORT_MARK = 14
"""Pixels of the arrow beside a heading."""


class ReviewTable(QTableView):
    def __init__(self, model: ReviewModel, listed: ReviewFilter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        explained(
            self,
            self.tr(
                "The changes. A click on a heading sorts them, a double click on a note edits it. "
                "A verdict counts for all selected rows and is undone as one."
            ),
        )
        self.setModel(listed)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setAlternatingRowColors(True)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSortIndicator(*model.sorted_by)
        header.setSectionResizeMode(NOTE, QHeaderView.ResizeMode.Stretch)
        self.setSortingEnabled(True)
        across = self.fontMetrics().horizontalAdvance
        verdict = max((f"■ {verdict.title} ≠" for verdict in Verdict), key=len)
        for column, widest in ((NUMBER, "20000"), (AREA, shown(100000.0, 1)), (PROBABILITY, "0.00"), (REVIEW, verdict)):
            heading = model.headerData(column, Qt.Orientation.Horizontal)
            mark = SORT_MARK if column == AREA else 0  # what one sorts by most; the others' headings are short
            self.setColumnWidth(column, max(across(widest), across(heading) + mark) + 14)
