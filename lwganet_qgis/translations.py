# SPDX-License-Identifier: GPL-3.0-or-later
"""The plugin's texts in QGIS's language; where there is no translation they stay English."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

FOLDER = Path(__file__).parent / "resources" / "i18n"


def install() -> QTranslator | None:
    """Texts that are asked for from now on are translated, until `remove`."""
    translator = QTranslator()
    # Qt itself falls back from de_AT to de.
    if not translator.load(f"lwganet_{QgsApplication.locale()}", str(FOLDER)):
        return None
    QCoreApplication.installTranslator(translator)
    return translator


def remove(translator: QTranslator | None) -> None:
    if translator is not None:
        QCoreApplication.removeTranslator(translator)
