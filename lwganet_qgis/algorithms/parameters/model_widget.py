# SPDX-License-Identifier: GPL-3.0-or-later
"""Drop-down of the models of a task: shows titles, stands for ids."""

from __future__ import annotations

from typing import Any

from processing.gui.wrappers import WidgetWrapper
from qgis.PyQt.QtWidgets import QComboBox

from ... import model_library


class ModelWidgetWrapper(WidgetWrapper):
    """Lists the models anew whenever a dialog opens. `task` comes from the parameter's metadata."""

    def createWidget(self, task: str = "") -> QComboBox:  # noqa: N802
        combo = QComboBox()
        for card in model_library.cards(task):
            combo.addItem(f"{card.title} [{card.id}]", card.id)
        return combo

    def setValue(self, value: Any) -> None:  # noqa: N802
        index = self.widget.findData(value)
        if index < 0 and value:
            self.widget.addItem(str(value), value)  # a script's or model's value is shown, not replaced
            index = self.widget.count() - 1
        self.widget.setCurrentIndex(max(index, 0))

    def value(self) -> Any:
        return self.widget.currentData()
