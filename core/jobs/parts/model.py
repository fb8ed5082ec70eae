# SPDX-License-Identifier: GPL-3.0-or-later
"""What runs, and how values are brought to it."""

from __future__ import annotations

from dataclasses import dataclass

from ...records.converters import matching, one_of, whole
from ...records.record import Role, entry, path

SCALINGS = ("auto", "none", "percentile", "minmax", "percentile_raster", "minmax_raster")
"""``percentile`` and ``minmax`` are those of the extent, so that results depend on it; with all others a pixel's
result is the same whatever the extent."""
DEVICES = r"auto|cpu|cuda(:\d+)?|directml"
MOST_THREADS = 1024


@dataclass(frozen=True)
class Model:
    folder: str = path(Role.MODEL)
    device: str = entry(matching(DEVICES), "auto")
    """auto, cpu, cuda, cuda:N or directml."""
    threads: int = entry(whole(0), 0)
    """Of the processor; 0: all."""
    scaling: str = entry(one_of(*SCALINGS), "auto")
    """What brings a raster's values to the model's range."""
