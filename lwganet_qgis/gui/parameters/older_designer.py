# SPDX-License-Identifier: GPL-3.0-or-later
"""The choice of a model in a Model Designer that knows no `widget_type`: models, then what the model itself takes."""

from __future__ import annotations

from typing import Any

from processing.gui.wrappers import WidgetWrapper
from qgis.core import (
    Qgis,
    QgsProcessingModelChildParameterSource,
    QgsProcessingOutputString,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtWidgets import QComboBox

from ... import model_library
from ...texts import translated


class ModelOrInput(WidgetWrapper):
    def createWidget(self, task: str = "", **_: Any) -> QComboBox:  # noqa: N802
        combo = QComboBox()
        for card in model_library.cards(task):
            combo.addItem(translated(card.title), card.id)
        for source in self.dialog.getAvailableValuesOfType(QgsProcessingParameterString, QgsProcessingOutputString):
            combo.addItem(self.dialog.resolveValueDescription(source), source)
        return combo

    def setValue(self, value: Any) -> None:  # noqa: N802
        known = [self.widget.itemData(index) for index in range(self.widget.count())]
        if value not in known and value:
            shown = value if isinstance(value, str) else self.dialog.resolveValueDescription(value)
            self.widget.addItem(str(shown), value)
            known.append(value)
        self.widget.setCurrentIndex(known.index(value) if value in known else 0)

    def setWidgetValue(self, value: Any, context: Any = None) -> None:  # noqa: N802
        """As the newer widget is given it."""
        sources = getattr(Qgis, "ProcessingModelChildParameterSource", None)  # since QGIS 3.34
        static = (sources or QgsProcessingModelChildParameterSource.Source).StaticValue
        self.setValue(value.staticValue() if getattr(value, "source", lambda: None)() == static else value)

    def value(self) -> Any:
        return self.widget.currentData()
