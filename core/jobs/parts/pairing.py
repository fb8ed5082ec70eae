# SPDX-License-Identifier: GPL-3.0-or-later
"""How two dates are brought together before they are compared."""

from __future__ import annotations

from dataclasses import dataclass

from ...records.converters import exactly, flag, number
from ...records.record import entry


@dataclass(frozen=True)
class Pairing:
    shift: tuple[float, float] = entry(exactly(number, number), (0.0, 0.0))
    """How far the after date is moved, east (x) and north (y), in units of the first raster's CRS (pixels, y
    upwards, where it has no georeference)."""
    match: bool = entry(flag, False)
    """The after date's values are brought to the before date's by a straight line per band."""
