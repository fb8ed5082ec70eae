# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks for which computer a folder of wheels is to be made."""

from __future__ import annotations

import sys

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...engine.pythons.kinds import Kind, kind_of, offered
from ...engine.pythons.platforms import ALL, Platform, here
from ...engine.setup.job import megabytes
from ..explain import explained

_TITLES = {
    "linux-x86_64": "Linux (x86-64)", "linux-aarch64": "Linux (ARM 64)", "windows-x86_64": "Windows (x86-64)",
    "macos-x86_64": "macOS (Intel)", "macos-arm64": "macOS (Apple)",
}  # fmt: skip


class ForWhom(QDialog):
    def __init__(self, kind_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Make a folder of wheels"))
        self.platform = explained(QComboBox(), self.tr("The computer that shall be set up from the folder."))
        for platform in ALL:
            self.platform.addItem(_TITLES[platform.name], platform.name)
        self.kind = explained(QComboBox(), self.tr("What the models shall run on there."))
        self.pythons = explained(
            QListWidget(), self.tr("Versions of Python there; QGIS says which it has in Help, About.")
        )
        self.size = QLabel()
        self.size.setWordWrap(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        form = QFormLayout()
        form.addRow(self.tr("For"), self.platform)
        form.addRow(self.tr("Kind"), self.kind)
        form.addRow(self.tr("Python"), self.pythons)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.size)
        column.addWidget(self.buttons)
        self.platform.currentIndexChanged.connect(lambda *_: self._fill_kinds(self.kind.currentData()))
        self.kind.currentIndexChanged.connect(lambda *_: self._fill_pythons())
        self.pythons.itemChanged.connect(lambda *_: self._tell())
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.platform.setCurrentIndex(max(0, self.platform.findData(here().name)))
        self._fill_kinds(kind_id)

    @property
    def asked(self) -> tuple[Kind, Platform, list[str]]:
        rows = (self.pythons.item(row) for row in range(self.pythons.count()))
        chosen = [item.text() for item in rows if item.checkState() == Qt.CheckState.Checked]
        return kind_of(self.kind.currentData()), Platform(self.platform.currentData()), chosen

    def _fill_kinds(self, kept: str) -> None:
        self.kind.blockSignals(True)
        self.kind.clear()
        for kind in offered(Platform(self.platform.currentData())):
            self.kind.addItem(kind.title, kind.id)
        self.kind.setCurrentIndex(max(0, self.kind.findData(kept)))
        self.kind.blockSignals(False)
        self._fill_pythons()

    def _fill_pythons(self) -> None:
        own = f"{sys.version_info[0]}.{sys.version_info[1]}"
        self.pythons.blockSignals(True)
        self.pythons.clear()
        known = kind_of(self.kind.currentData()).pythons(Platform(self.platform.currentData()))
        for python in known:
            item = QListWidgetItem(python, self.pythons)
            chosen = python == own or (own not in known and python == known[-1])
            item.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
        self.pythons.blockSignals(False)
        self._tell()

    def _tell(self) -> None:
        kind, platform, pythons = self.asked
        size = kind.download(platform) * len(pythons)
        self.size.setText(self.tr("About {} to download.").format(megabytes(size)) if pythons else
                          self.tr("Choose at least one Python."))  # fmt: skip
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(pythons))
