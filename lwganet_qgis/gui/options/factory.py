# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings, Options, LWGANet: how QGIS gets the page, and how others open it."""

from __future__ import annotations

from typing import Any

from qgis.gui import QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QWidget

from ... import compat
from ...icons import icon

PAGE = "lwganetOptions"
"""By which QGIS finds it."""


class OptionsFactory(QgsOptionsWidgetFactory):
    def __init__(self, iface: Any) -> None:
        super().__init__("LWGANet", icon("lwganet"))
        compat.name_page(self, PAGE)
        self._iface = iface

    def icon(self) -> QIcon:
        return icon("lwganet")

    def createWidget(self, parent: QWidget | None = None) -> QgsOptionsPageWidget:  # noqa: N802
        from .page import OptionsPage

        page = OptionsPage(parent)
        page.setObjectName(PAGE)
        page.refused.connect(lambda text: self._iface.messageBar().pushWarning("LWGANet", text))
        return page


def open_options(iface: Any) -> None:
    """Shows the page."""
    iface.showOptionsDialog(iface.mainWindow(), PAGE)
