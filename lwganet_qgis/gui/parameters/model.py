# SPDX-License-Identifier: GPL-3.0-or-later
"""The models of a task by their titles, which stand for ids, and what the chosen one knows."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtWidgets import QWidget

from ..models.about import ModelChoice
from .widget import ParameterWidget


class ModelWidget(ParameterWidget):
    def build(self) -> QWidget:
        self.choice = ModelChoice(self.options.get("task", ""))
        self.combo = self.choice.combo
        self.combo.currentIndexChanged.connect(self.changed)
        return self.choice

    def show_value(self, value: Any) -> None:
        index = self.combo.findData(value)
        if index < 0 and value:
            self.combo.addItem(str(value), value)  # a script's or model's value is shown, not replaced
            index = self.combo.count() - 1
        self.combo.setCurrentIndex(max(index, 0))

    def chosen(self) -> Any:
        return self.combo.currentData()
