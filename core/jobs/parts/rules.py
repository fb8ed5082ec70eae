# SPDX-License-Identifier: GPL-3.0-or-later
"""From a probability to a changed pixel to a polygon."""

from __future__ import annotations

from dataclasses import dataclass

from ...records.converters import not_below, optional, share, whole
from ...records.record import entry

LARGEST_RADIUS = 50
"""Of closing and opening."""


@dataclass(frozen=True)
class Rules:
    threshold: float | None = entry(optional(share), None)
    """Probabilities above it are change; None: the model's own, else 0.5."""
    closing: int = entry(whole(0, LARGEST_RADIUS), 0)
    """Radius in pixels of the disc by which changed pixels are closed (pieces that lie near each other are
    joined)..."""
    opening: int = entry(whole(0, LARGEST_RADIUS), 0)
    """... and, after that, opened (what is too small to hold the disc is removed)."""
    simplify: float = entry(not_below(0), 0.0)
    """Outlines are simplified by so many metres (pixels where the raster has no CRS). Areas stay those of
    the pixels."""
    min_area: float = entry(not_below(0), 0.0)
    """Polygons smaller than this are left out: m2, or pixels where the raster has no CRS."""
