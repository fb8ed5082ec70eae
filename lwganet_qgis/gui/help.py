# SPDX-License-Identifier: GPL-3.0-or-later
"""The button that opens a window's page of the manual."""

from __future__ import annotations

from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QPushButton

from ..texts import tr
from .explain import explained

MANUAL = "https://github.com/lwganet-qgis/lwganet_qgis/blob/main/docs/"


def help_button(page: str) -> QPushButton:
    """`page` is a file of the manual, e.g. ``engine.md``."""
    button = explained(QPushButton(tr("Help")), tr("Opens this window's page of the manual in the browser."))
    button.setAutoDefault(False)
    button.setProperty("page", MANUAL + page)
    button.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(MANUAL + page)))
    return button
