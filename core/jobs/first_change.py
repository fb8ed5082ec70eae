# SPDX-License-Identifier: GPL-3.0-or-later
"""Of many dates, between which two each place changed first."""

from __future__ import annotations

from dataclasses import dataclass

from ..records.converters import list_of, text
from ..records.record import Role, entry, part, parts, path
from .parts.job import Job
from .parts.raster import RasterSource
from .parts.results import Found, Ran


@dataclass(frozen=True)
class FirstChangeResult:
    found: Found = part(Found)
    ran: Ran = part(Ran)


@dataclass(frozen=True)
class FirstChangeJob(Job[FirstChangeResult]):
    TOOL = "first_change"
    RESULT = FirstChangeResult

    changes: tuple[RasterSource, ...] = parts(RasterSource)
    """Change rasters of consecutive pairs, in order of time."""
    names: tuple[str, ...] = entry(list_of(text))
    """Of the pairs, e.g. their dates."""
    first: str = path(Role.OUTPUT)
    """Raster (GeoTIFF): 0 no change, k the first pair with change, 255 where no pair has data."""
