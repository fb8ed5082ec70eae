# SPDX-License-Identifier: GPL-3.0-or-later
"""Translation for what is no QObject, algorithms among them."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication


def tr(text: str) -> str:
    """Of text that is written out at the call."""
    return translated(text)


def translated(text: str) -> str:
    """Of text that is written out elsewhere, as by the engine's `say`."""
    return QCoreApplication.translate("LWGANet", text)
