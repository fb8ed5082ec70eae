# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers as the user's locale writes them."""

from __future__ import annotations

from decimal import Decimal

from qgis.PyQt.QtCore import QLocale


def shown(value: float, decimals: int = 0) -> str:
    """With separators of thousands, rounded to `decimals` places."""
    return QLocale().toString(float(value), "f", decimals)


def brief(value: float, digits: int = 3) -> str:
    """As few digits as say it, and at most `digits`: sizes, settings, thresholds."""
    number = float(f"{value:.{digits}g}")
    decimals = max(0, -int(Decimal(repr(number)).normalize().as_tuple().exponent))
    return QLocale().toString(number, "f", decimals)
