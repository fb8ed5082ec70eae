# SPDX-License-Identifier: GPL-3.0-or-later
"""One row of the page for each setting: its widget, and what is wrong or decided elsewhere, below."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from qgis.PyQt.QtWidgets import QFormLayout, QLabel, QVBoxLayout, QWidget

from ...setting import Setting, SettingFault
from ...texts import tr
from ..signs import WRONG, signed


@dataclass
class Field:
    setting: Setting
    widget: QWidget
    text: Callable[[], str]
    """What the widget says."""
    show: Callable[[str], None]
    note: QLabel
    refusal: Callable[[str], str] | None = None
    """What is wrong with a text, as a sentence; None: as the setting says."""
    loaded: str = ""

    def _fault(self) -> str:
        if self.refusal is not None:
            return self.refusal(self.text()) if self.text() else ""
        fault = self.setting.fault_of(self.text())
        return tr("This {}").format(fault) if fault else ""

    def load(self) -> None:
        """What counts: a variable of the environment cannot be changed here."""
        variable = self.setting.variable_text()
        self.show(variable or self.setting.stored_text())
        self.loaded = self.text()
        self.widget.setEnabled(not variable)
        self.check()

    def check(self) -> None:
        """Says below what is wrong, or who decides."""
        fault, note = self._fault(), ""
        if self.setting.variable_text():
            fault = self.setting.problem()
            note = tr("Set by the environment variable {}.").format(self.setting.variable)
        self.note.setText(signed(WRONG, fault) or note)
        self.note.setVisible(bool(fault or note))

    def store(self) -> str:
        """What keeps it from being stored, as a sentence; empty: nothing does."""
        if self.setting.variable_text() or self.text() == self.loaded:
            return ""
        if self.refusal is not None and self._fault():
            return self._fault()
        try:
            self.setting.store(self.text())
        except SettingFault as error:
            return str(error)
        self.loaded = self.text()
        return ""


def add_field(
    form: QFormLayout, label: str, setting: Setting, widget: QWidget, text: Callable[[], str],
    show: Callable[[str], None], refusal: Callable[[str], str] | None = None,
) -> Field:  # fmt: skip
    note = QLabel()
    note.setWordWrap(True)
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(widget)
    column.addWidget(note)
    form.addRow(label, both)
    return Field(setting, widget, text, show, note, refusal)
