# SPDX-License-Identifier: GPL-3.0-or-later
"""How a raster is cut for a network."""

from __future__ import annotations

from dataclasses import dataclass

from ...records.converters import matching, whole
from ...records.record import entry

SMALLEST_SCALE, LARGEST_SCALE = 0.05, 8.0
"""At which a detector may look at a raster, relative to its pixels."""
RESOLUTIONS = r"image|model|\d+(\.\d+)?"
"""As the raster has it, as the model was trained, or metres on the ground."""
LARGEST_FACTOR = 8.0
"""Between the pixels of the raster and those that the network sees, either way."""


@dataclass(frozen=True)
class Cut:
    tile_size: int = entry(whole(0), 0)
    """Side of a tile in pixels of the network; 0: the model's."""
    overlap: int = entry(whole(-1), -1)
    """Pixels of the network that neighbouring tiles share; -1: the model's."""
    batch_size: int = entry(whole(0), 0)
    """Tiles of a step; 0: as many as are good."""
    resolution: str = entry(matching(RESOLUTIONS), "image")
    """Of what the network sees; results have the raster's pixels."""
