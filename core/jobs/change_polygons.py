# SPDX-License-Identifier: GPL-3.0-or-later
"""Polygons of change from a raster of probabilities that is kept."""

from __future__ import annotations

from dataclasses import dataclass

from ..records.record import Role, part, path
from .parts.job import Job
from .parts.raster import RasterSource
from .parts.results import Changed, Found, Ran
from .parts.rules import Rules
from .parts.where import Where


@dataclass(frozen=True)
class ChangePolygonsResult:
    found: Found = part(Found)
    changed: Changed = part(Changed)
    ran: Ran = part(Ran)


@dataclass(frozen=True)
class ChangePolygonsJob(Job[ChangePolygonsResult]):
    TOOL = "change_polygons"
    RESULT = ChangePolygonsResult
    WRITES = False

    probability: RasterSource = part(RasterSource)
    """Of probabilities 0..1."""
    model: str = path(Role.MODEL, "")
    """Folder of the model that made it, for its classes' names and its threshold; may be empty."""
    where: Where = part(Where)
    rules: Rules = part(Rules)
    change: str = path(Role.OUTPUT, "")
    """Raster of 0 and 1 (GeoTIFF)."""
    polygons: str = path(Role.OUTPUT, "")
    """Vector file."""
