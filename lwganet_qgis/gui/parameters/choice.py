# SPDX-License-Identifier: GPL-3.0-or-later
"""One of a few, in words; what scripts write is the data behind them."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox, QWidget

from ...engine import graphics
from ...texts import tr
from .widget import ParameterWidget, narrow


class ChoiceWidget(ParameterWidget):
    def build(self) -> QWidget:
        self.combo = narrow(QComboBox())
        for value, words in self.words().items():
            self.combo.addItem(words, value)
            self.combo.setItemData(self.combo.count() - 1, words, Qt.ItemDataRole.ToolTipRole)
        self.combo.currentIndexChanged.connect(self.changed)
        return self.combo

    def words(self) -> dict[str, str]:
        """What may be chosen, by the value that it stands for."""
        return dict(self.options.get("words", ()))

    def show_value(self, value: Any) -> None:
        text = "" if value is None else str(value)
        index = self.combo.findData(text)
        if index < 0 and text:
            self.combo.addItem(text, text)
            index = self.combo.count() - 1
        self.combo.setCurrentIndex(max(index, 0))

    def chosen(self) -> Any:
        return self.combo.currentData()


class DeviceWidget(ChoiceWidget):
    """What there is to compute on in this computer."""

    def words(self) -> dict[str, str]:
        cards = graphics.nvidia_cards()
        found = {"auto": tr("Automatic: the fastest there is"), "cpu": tr("Processor")}
        if cards:
            found["cuda"] = tr("NVIDIA graphics card (CUDA)")
        if cards > 1:
            found.update({f"cuda:{n}": tr("NVIDIA graphics card {} (CUDA)").format(n) for n in range(cards)})
        if graphics.any_card():
            found["directml"] = tr("Graphics card (DirectML)")
        return found


class ResolutionWidget(ChoiceWidget):
    """The image's, the model's, or metres that are written."""

    FOLLOWS = ("MODEL",)

    def build(self) -> QWidget:
        combo = super().build()
        self.combo.setEditable(True)
        self.combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.combo.editTextChanged.connect(self.changed)
        self.combo.lineEdit().setPlaceholderText(tr("metres"))
        return combo

    def refresh(self) -> None:
        card, index = self.card(), self.combo.findData("model")
        words = self.words().get("model", "")
        if index >= 0:
            self.combo.setItemText(index, words if card is None else f"{words} ({card.takes.gsd:g} m)")

    def show_value(self, value: Any) -> None:
        text = "" if value is None else str(value)
        index = self.combo.findData(text.strip().lower() or "image")
        if index >= 0:
            self.combo.setCurrentIndex(index)
        else:
            self.combo.setEditText(text)

    def chosen(self) -> Any:
        text = self.combo.currentText().strip()
        index = self.combo.findText(text)
        return self.combo.itemData(index) if index >= 0 else text
