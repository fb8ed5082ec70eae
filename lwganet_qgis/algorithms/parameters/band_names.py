# SPDX-License-Identifier: GPL-3.0-or-later
"""Bands by the names that people give them."""

from __future__ import annotations

from ...texts import tr


def band_name(band: str) -> str:
    """Of a model's band, or of what a raster says of its own; a band that nobody knows keeps its name."""
    names = {"red": tr("Red"), "green": tr("Green"), "blue": tr("Blue"), "nir": tr("Near infrared")}
    return names.get(band.lower(), band)
