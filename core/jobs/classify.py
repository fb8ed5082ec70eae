# SPDX-License-Identifier: GPL-3.0-or-later
"""A class for every cell of a grid, or for every polygon of a layer."""

from __future__ import annotations

from dataclasses import dataclass

from ..records.converters import share
from ..records.record import Role, entry, part, path
from .parts.cut import Cut
from .parts.job import Job
from .parts.model import Model
from .parts.raster import RasterSource
from .parts.results import Found, ModelRun, Ran
from .parts.where import Where


@dataclass(frozen=True)
class ClassifyResult:
    model: ModelRun = part(ModelRun)
    found: Found = part(Found)
    ran: Ran = part(Ran)


@dataclass(frozen=True)
class ClassifyJob(Job[ClassifyResult]):
    TOOL = "classify"
    RESULT = ClassifyResult

    model: Model = part(Model)
    image: RasterSource = part(RasterSource)
    where: Where = part(Where)
    cut: Cut = part(Cut)
    zones: str = path(Role.INPUT, "")
    """Vector file of polygons to classify instead of grid cells. Their ``source_id`` comes back with the result."""
    threshold: float = entry(share, 0.0)
    """What scores less is left out."""
    scenes: str = path(Role.OUTPUT, "")
    """Vector file of the cells or polygons."""
    unfamiliar: str = path(Role.OUTPUT, "")
    """Raster of how unlike the training each tile is (GeoTIFF; 100: at the limit)."""
