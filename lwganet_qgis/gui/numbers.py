# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers as the user's locale writes them."""

from __future__ import annotations

from qgis.PyQt.QtCore import QLocale


def shown(value: float, decimals: int = 0) -> str:
    """With separators of thousands, rounded to `decimals` places."""
    return QLocale().toString(float(value), "f", decimals)


def brief(value: float) -> str:
    """As few digits as say it: settings, thresholds."""
    return QLocale().toString(float(value), "g", 6)
