# SPDX-License-Identifier: GPL-3.0-or-later
"""Translation for what is no QObject, algorithms among them."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication


def tr(text: str) -> str:
    return QCoreApplication.translate("LWGANet", text)
