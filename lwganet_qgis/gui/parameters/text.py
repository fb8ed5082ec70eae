# SPDX-License-Identifier: GPL-3.0-or-later
"""A plain field, where there is no room for more, or nothing is known of the other parameters."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtWidgets import QLineEdit, QWidget

from .widget import ParameterWidget, text_of


class TextWidget(ParameterWidget):
    def build(self) -> QWidget:
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.options.get("empty", ""))
        self.line.textChanged.connect(self.changed)
        return self.line

    def show_value(self, value: Any) -> None:
        self.line.setText(text_of(value))

    def chosen(self) -> Any:
        return self.line.text().strip() or None
