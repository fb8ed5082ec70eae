# SPDX-License-Identifier: GPL-3.0-or-later
"""Which of the chosen model's classes; none: all."""

from __future__ import annotations

from typing import Any

from qgis.gui import QgsCheckableComboBox
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QWidget

from ...texts import tr, translated
from .widget import ParameterWidget, narrow, text_of


class ClassesWidget(ParameterWidget):
    FOLLOWS = ("MODEL",)

    def build(self) -> QWidget:
        self.combo = narrow(QgsCheckableComboBox())
        self.combo.setDefaultText(tr("All that the model knows"))
        self.combo.setSeparator(", ")
        self.combo.checkedItemsChanged.connect(self.changed)
        self._names: tuple[str, ...] = ()
        return self.combo

    def refresh(self) -> None:
        card = self.card()
        names = tuple(entry.name for entry in card.knows.classes) if card is not None else ()
        if names != self._names:
            kept = [name for name in self.combo.checkedItemsData() if name in names]
            self._fill(names, kept)

    def _fill(self, names: tuple[str, ...], checked: list[str]) -> None:
        self._names = names
        self.combo.clear()
        for name in (*names, *(name for name in checked if name not in names)):
            state = Qt.CheckState.Checked if name in checked else Qt.CheckState.Unchecked
            self.combo.addItemWithCheckState(translated(name), state, name)

    def show_value(self, value: Any) -> None:
        known = {name.lower(): name for name in self._names}
        known.update({str(number): name for number, name in enumerate(self._names)})
        parts = filter(None, (part.strip() for part in text_of(value).split(",")))
        self._fill(self._names, [known.get(part.lower(), part) for part in parts])

    def chosen(self) -> Any:
        checked = self.combo.checkedItemsData()
        if any("," in name for name in checked):  # what stands between names cannot be in one
            checked = [str(self._names.index(name)) if name in self._names else name for name in checked]
        return ",".join(checked) or None
