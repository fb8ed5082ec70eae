# SPDX-License-Identifier: GPL-3.0-or-later
"""Icons by file path (compiled resources are gone in Qt 6)."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtGui import QIcon

FOLDER = Path(__file__).parent / "resources" / "icons"


def icon_path(name: str) -> str:
    return str(FOLDER / f"{name}.svg")


def icon(name: str) -> QIcon:
    return QIcon(icon_path(name))
