# SPDX-License-Identifier: GPL-3.0-or-later
"""Drop-down of the models of a task, with a button that shows what the chosen one knows: titles, standing for ids."""

from __future__ import annotations

from typing import Any

from processing.gui.wrappers import WidgetWrapper

from ...gui.models.about import ModelChoice


class ModelWidgetWrapper(WidgetWrapper):
    """Lists the models anew whenever a dialog opens. `task` comes from the parameter's metadata."""

    def createWidget(self, task: str = "") -> ModelChoice:  # noqa: N802
        return ModelChoice(task)

    def setValue(self, value: Any) -> None:  # noqa: N802
        combo = self.widget.combo
        index = combo.findData(value)
        if index < 0 and value:
            combo.addItem(str(value), value)  # a script's or model's value is shown, not replaced
            index = combo.count() - 1
        combo.setCurrentIndex(max(index, 0))

    def value(self) -> Any:
        return self.widget.combo.currentData()
