# SPDX-License-Identifier: GPL-3.0-or-later
"""What changed between two dates."""

from __future__ import annotations

from dataclasses import dataclass

from ..records.record import Role, part, path
from .parts.cut import Cut
from .parts.job import Job
from .parts.model import Model
from .parts.pairing import Pairing
from .parts.raster import RasterSource
from .parts.results import Changed, Found, ModelRun, Ran
from .parts.rules import Rules
from .parts.where import Where


@dataclass(frozen=True)
class ChangeResult:
    model: ModelRun = part(ModelRun)
    found: Found = part(Found)
    changed: Changed = part(Changed)
    ran: Ran = part(Ran)


@dataclass(frozen=True)
class ChangeJob(Job[ChangeResult]):
    TOOL = "change"
    RESULT = ChangeResult

    model: Model = part(Model)
    before: RasterSource = part(RasterSource)
    after: RasterSource = part(RasterSource)
    pairing: Pairing = part(Pairing)
    where: Where = part(Where)
    cut: Cut = part(Cut)
    rules: Rules = part(Rules)
    change: str = path(Role.OUTPUT, "")
    """Raster of 0 and 1 (GeoTIFF)."""
    probability: str = path(Role.OUTPUT, "")
    """Raster (GeoTIFF, 0..1)."""
    polygons: str = path(Role.OUTPUT, "")
    """Vector file."""
    unfamiliar: str = path(Role.OUTPUT, "")
    """Raster of how unlike the training each tile is (GeoTIFF; 100: at the limit)."""
    spread: str = path(Role.OUTPUT, "")
    """Raster of how much the views differ in probability (GeoTIFF, 0..0.5)."""
