# SPDX-License-Identifier: GPL-3.0-or-later
"""Of polygons that overlap, the best."""

from __future__ import annotations

from dataclasses import dataclass

from ..records.converters import share_above_zero, whole
from ..records.record import Role, entry, part, path
from .parts.job import Job
from .parts.results import Ran


@dataclass(frozen=True)
class SuppressResult:
    kept: int = entry(whole(0))
    ran: Ran = part(Ran)


@dataclass(frozen=True)
class SuppressJob(Job[SuppressResult]):
    TOOL = "suppress"
    RESULT = SuppressResult

    polygons: str = path(Role.INPUT)
    """Vector file, with ``score``, ``source_id`` and, where only those of one class are compared, ``class``."""
    kept: str = path(Role.OUTPUT)
    """Vector file of those that stay, with their ``source_id``."""
    iou: float = entry(share_above_zero, 0.1)
    """Share of their union that two polygons have in common when they are one object."""
