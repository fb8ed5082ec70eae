# SPDX-License-Identifier: GPL-3.0-or-later
"""The terms of a model, shown and accepted before it is downloaded."""

from __future__ import annotations

from html import escape

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from ....icons import icon
from ....texts import translated
from ...explain import explained
from ..page import license_html, size_text
from ..rows import Row


class LicenseDialog(QDialog):
    def __init__(self, row: Row, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Licence of the model"))
        self.setWindowIcon(icon("lwganet"))
        entry = row.entry
        label = QLabel(f"<h3>{escape(translated(entry.title))}</h3>{license_html(entry)}")
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        label.setOpenExternalLinks(True)
        place = QLabel(self.tr("{} will be downloaded, from the catalogue '{}'.").format(
            size_text(entry.size), row.catalogue
        ))  # fmt: skip
        place.setTextFormat(Qt.TextFormat.PlainText)
        place.setWordWrap(True)
        self.accepted_box = explained(
            QCheckBox(self.tr("I accept these terms")), self.tr("Without that, nothing is downloaded.")
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.download = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.download.setText(self.tr("Download"))
        self.download.setEnabled(False)
        self.accepted_box.toggled.connect(self.download.setEnabled)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (label, place, self.accepted_box, buttons):
            column.addWidget(widget)
        self.setMinimumWidth(480)


def accepted(row: Row, parent: QWidget | None) -> bool:
    """Whether the user has read the terms and agrees."""
    return LicenseDialog(row, parent).exec() == QDialog.DialogCode.Accepted
