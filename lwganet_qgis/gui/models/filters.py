# SPDX-License-Identifier: GPL-3.0-or-later
"""The search, and which task, origin and pixel's size is looked for."""

from __future__ import annotations

from typing import Any

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QDoubleSpinBox, QGridLayout, QWidget

from ...core.cards.kinds import KINDS
from ..explain import explained
from .rows import Filter, Origin, origin_name, task_title


class FilterBar(QWidget):
    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = explained(
            QgsFilterLineEdit(), self.tr("Words of the title, the description, classes, bands, licence or place.")
        )
        self.text.setPlaceholderText(self.tr("Search"))
        self.text.setShowSearchIcon(True)
        self.task = explained(QComboBox(), self.tr("What the model is for."))
        self.task.addItem(self.tr("All tasks"), "")
        for task in KINDS:
            self.task.addItem(task_title(task), task)
        self.origin = explained(QComboBox(), self.tr("Where the model comes from."))
        self.origin.addItem(self.tr("From everywhere"), None)
        for origin in Origin:
            name = origin_name(origin)
            self.origin.addItem(name[:1].upper() + name[1:], origin)
        self.gsd = explained(
            QDoubleSpinBox(), self.tr("Shows models that are good for imagery with pixels of this size on the ground.")
        )
        self.gsd.setRange(0.0, 1000.0)
        self.gsd.setDecimals(2)
        self.gsd.setSuffix(" m")
        self.gsd.setSpecialValueText(self.tr("Any pixel size"))
        self._lay_out()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self.text, 0, 0, 1, 3)
        for column, widget in enumerate((self.task, self.origin, self.gsd)):
            grid.addWidget(widget, 1, column)
            grid.setColumnStretch(column, 1)
            widget.setMinimumWidth(60)
        for signal in (
            self.text.textChanged, self.task.currentIndexChanged, self.origin.currentIndexChanged,
            self.gsd.valueChanged,
        ):  # fmt: skip
            signal.connect(self._tell)

    def _tell(self, *_: Any) -> None:
        self.changed.emit()

    def apply(self, shown: Filter) -> None:
        shown.search(
            text=self.text.text(), task=self.task.currentData(), origin=self.origin.currentData(), gsd=self.gsd.value()
        )

    def reset(self) -> None:
        """Everything is shown."""
        self.text.clear()
        self.task.setCurrentIndex(0)
        self.origin.setCurrentIndex(0)
        self.gsd.setValue(0.0)
