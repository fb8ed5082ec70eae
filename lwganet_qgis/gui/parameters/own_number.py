# SPDX-License-Identifier: GPL-3.0-or-later
"""A number that may be the model's own, which is then shown; scripts leave it out, or write 0 or -1."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingParameterNumber
from qgis.gui import QgsDoubleSpinBox, QgsSpinBox
from qgis.PyQt.QtCore import QLocale
from qgis.PyQt.QtWidgets import QWidget

from ...core.cards.card import ModelCard
from ...texts import tr
from .widget import ParameterWidget

STEP, DECIMALS = 0.05, 3


class OwnNumberWidget(ParameterWidget):
    """Its lowest position, below all numbers, stands for the model's own."""

    FOLLOWS = ("MODEL",)

    def build(self) -> QWidget:
        definition = self.parameterDefinition()
        self.whole = definition.dataType() == QgsProcessingParameterNumber.Type.Integer
        box = QgsSpinBox() if self.whole else QgsDoubleSpinBox()
        if self.whole:
            own = int(definition.defaultValue())
            box.setRange(own, int(definition.maximum()))
        else:
            box.setDecimals(DECIMALS)
            box.setSingleStep(STEP)
            box.setRange(definition.minimum() - STEP, definition.maximum())
        box.setExpressionsEnabled(True)
        self.box = box
        self.refresh()
        box.setValue(box.minimum())
        box.valueChanged.connect(self.changed)
        return box

    def refresh(self) -> None:
        text = own_text(self.options.get("of", ""), self.card())
        mode = type(self.box).ClearValueMode.MinimumValue
        self.box.setClearValueMode(mode, text)

    def show_value(self, value: Any) -> None:
        try:
            number = float(value)
        except (TypeError, ValueError):
            number = self.box.minimum()
        self.box.setValue(int(number) if self.whole else number)

    def chosen(self) -> Any:
        if self.box.value() <= self.box.minimum() + (0 if self.whole else STEP / 2):
            return self.parameterDefinition().defaultValue()
        return self.box.value() if self.whole else max(round(self.box.value(), DECIMALS), 0.0)


def own_text(name: str, card: ModelCard | None) -> str:
    """What stands where nothing is chosen."""
    if name == "batch_size":
        return tr("Automatic")
    value = None if card is None else own_value(name, card)
    if value is None:
        return tr("The model's own")
    shown = str(value) if isinstance(value, int) else QLocale().toString(value, "g", DECIMALS)
    return tr("{} (the model's own)").format(shown)


def own_value(name: str, card: ModelCard) -> float | None:
    """None: a model of this kind has none."""
    found = {
        "tile_size": card.takes.tile_size, "overlap": card.takes.overlap, "threshold": card.knows.threshold,
        "iou": card.knows.iou,
    }  # fmt: skip
    return found.get(name)
