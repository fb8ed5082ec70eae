# SPDX-License-Identifier: GPL-3.0-or-later
"""A class for every pixel."""

from __future__ import annotations

from dataclasses import dataclass

from ..records.converters import not_below
from ..records.record import Role, entry, part, path
from .parts.cut import Cut
from .parts.job import Job
from .parts.model import Model
from .parts.raster import RasterSource
from .parts.results import Found, ModelRun, Ran
from .parts.where import Where


@dataclass(frozen=True)
class SegmentResult:
    model: ModelRun = part(ModelRun)
    found: Found = part(Found)
    ran: Ran = part(Ran)


@dataclass(frozen=True)
class SegmentJob(Job[SegmentResult]):
    TOOL = "segment"
    RESULT = SegmentResult

    model: Model = part(Model)
    image: RasterSource = part(RasterSource)
    where: Where = part(Where)
    cut: Cut = part(Cut)
    min_area: float = entry(not_below(0), 0.0)
    """Polygons smaller than this are left out: m2, or pixels where the raster has no CRS."""
    classes: str = path(Role.OUTPUT, "")
    """Class raster (GeoTIFF)."""
    confidence: str = path(Role.OUTPUT, "")
    """Raster of the winning class's score (GeoTIFF, 0..1)."""
    polygons: str = path(Role.OUTPUT, "")
    """Vector file."""
    unfamiliar: str = path(Role.OUTPUT, "")
    """Raster of how unlike the training each tile is (GeoTIFF; 100: at the limit)."""
    spread: str = path(Role.OUTPUT, "")
    """Raster of how much the views differ in the winning class's score (GeoTIFF, 0..0.5)."""
