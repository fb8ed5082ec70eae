# SPDX-License-Identifier: GPL-3.0-or-later
"""Objects as rotated boxes."""

from __future__ import annotations

from dataclasses import dataclass

from ..records.converters import between, flag, list_of, optional, share, share_above_zero, whole
from ..records.record import Role, entry, part, path
from .parts.cut import LARGEST_SCALE, SMALLEST_SCALE, Cut
from .parts.job import Job
from .parts.model import Model
from .parts.raster import RasterSource
from .parts.results import Found, ModelRun, Ran
from .parts.where import Where


@dataclass(frozen=True)
class DetectResult:
    model: ModelRun = part(ModelRun)
    found: Found = part(Found)
    scores: tuple[int, ...] = entry(list_of(whole(0)), ())
    """Counts of objects in 20 steps of score from 0 to 1; none where there is no object."""
    ran: Ran = part(Ran)


@dataclass(frozen=True)
class DetectJob(Job[DetectResult]):
    TOOL = "detect"
    RESULT = DetectResult

    model: Model = part(Model)
    image: RasterSource = part(RasterSource)
    where: Where = part(Where)
    cut: Cut = part(Cut)
    scales: tuple[float, ...] = entry(list_of(between(SMALLEST_SCALE, LARGEST_SCALE)), ())
    """At which the network looks at the raster, relative to its pixels; empty: 1."""
    threshold: float | None = entry(optional(share), None)
    """What scores less is left out; None: the model's own."""
    iou: float | None = entry(optional(share_above_zero), None)
    """Share of their union that two boxes of a class have in common when they are one object; None: the model's."""
    classes: tuple[int, ...] = entry(list_of(whole(0)), ())
    """To keep; empty: all."""
    clip: bool = entry(flag, False)
    """Whether boxes in `boxes` end at the raster's edge."""
    boxes: str = path(Role.OUTPUT, "")
    """Vector file."""
    dota: str = path(Role.OUTPUT, "")
    """Text file with the corners of each box in pixels of the raster, as DOTA has it."""
    unfamiliar: str = path(Role.OUTPUT, "")
    """Raster of how unlike the training each tile is (GeoTIFF; 100: at the limit)."""
