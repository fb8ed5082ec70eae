# SPDX-License-Identifier: GPL-3.0-or-later
"""How a raster is cut for a network."""

from __future__ import annotations

from dataclasses import dataclass

from ...records.converters import whole
from ...records.record import entry

SMALLEST_SCALE, LARGEST_SCALE = 0.05, 8.0
"""At which a detector may look at a raster, relative to its pixels."""


@dataclass(frozen=True)
class Cut:
    tile_size: int = entry(whole(0), 0)
    """Side of a tile in pixels; 0: the model's."""
    overlap: int = entry(whole(-1), -1)
    """Pixels that neighbouring tiles share; -1: the model's."""
    batch_size: int = entry(whole(0), 0)
    """Tiles of a step; 0: as many as are good."""
