# SPDX-License-Identifier: GPL-3.0-or-later
"""A length or an area in the unit that the user thinks in; scripts write metres and square metres.

QGIS's own parameters of lengths read their unit only while they can be seen, so not in a group that is folded, and
those of areas came in 3.40.
"""

from __future__ import annotations

from typing import Any

from qgis.gui import QgsDoubleSpinBox
from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QWidget

from .widget import ParameterWidget

UNITS = {
    "length": {"m": 1.0, "km": 1000.0, "ft": 0.3048, "yd": 0.9144, "mi": 1609.344},
    "area": {"m²": 1.0, "ha": 1e4, "km²": 1e6, "ft²": 0.3048**2, "ac": 4046.8564224},
}
"""Metres or square metres of each; the first is that of scripts."""
DECIMALS = 3


class MeasureWidget(ParameterWidget):
    def build(self) -> QWidget:
        definition = self.parameterDefinition()
        self.box, self.unit = QgsDoubleSpinBox(), QComboBox()
        self.box.setDecimals(DECIMALS)
        self.box.setRange(definition.minimum(), definition.maximum())
        self.box.setClearValue(float(definition.defaultValue()))
        self.box.setValue(float(definition.defaultValue()))
        for name, factor in UNITS[self.options["of"]].items():
            self.unit.addItem(name, factor)
        self.box.valueChanged.connect(self.changed)
        self.unit.currentIndexChanged.connect(self.changed)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.box, 1)
        row.addWidget(self.unit)
        return both

    def show_value(self, value: Any) -> None:
        self.unit.setCurrentIndex(0)
        try:
            self.box.setValue(float(value))
        except (TypeError, ValueError):
            self.box.setValue(self.box.minimum())

    def chosen(self) -> float:
        return self.box.value() * self.unit.currentData()
