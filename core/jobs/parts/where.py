# SPDX-License-Identifier: GPL-3.0-or-later
"""Where results are wanted."""

from __future__ import annotations

from dataclasses import dataclass

from ...records.converters import exactly, number, optional
from ...records.record import Role, entry, path


@dataclass(frozen=True)
class Where:
    extent: tuple[float, float, float, float] | None = entry(optional(exactly(number, number, number, number)), None)
    """xmin, ymin, xmax, ymax in the first raster's CRS (where `grid` is given, in that raster's, as
    all coordinates); None: the whole raster."""
    mask: str = path(Role.INPUT, "")
    """Vector file of polygons. Pixels whose centre lies in none of them are nodata in all results, though
    the network sees them."""
    grid: str = path(Role.INPUT, "")
    """Raster on whose grid results lie and onto which all others are warped; empty: the first one."""
