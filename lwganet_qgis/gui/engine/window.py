# SPDX-License-Identifier: GPL-3.0-or-later
"""The window that sets up the engine."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QDialog, QWidget

from ...icons import icon


class SetUpWindow(QDialog):
    engineChanged = pyqtSignal()  # noqa: N815
    _open: ClassVar[Any] = None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Engine"))
        self.setWindowIcon(icon("lwganet"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    @classmethod
    def show_one(cls, parent: QWidget | None = None) -> SetUpWindow:
        if cls._open is None:
            cls._open = cls(parent)
            cls._open.destroyed.connect(cls._closed)
        cls._open.show()
        cls._open.raise_()
        cls._open.activateWindow()
        return cls._open

    @classmethod
    def _closed(cls) -> None:
        cls._open = None
