# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether two dates are fit for change detection."""

from __future__ import annotations

from dataclasses import dataclass

from ..records.converters import exactly, flag, list_of, number, optional
from ..records.record import entry, part, parts
from .parts.job import Job
from .parts.raster import RasterSource
from .parts.results import Ran
from .parts.where import Where


@dataclass(frozen=True)
class ShiftWindow:
    """Where a window lies (its middle, in pixels), what it found (right and down, in pixels), and how sure it is."""

    column: float = entry(number)
    row: float = entry(number)
    dx: float = entry(number)
    dy: float = entry(number)
    weight: float = entry(number)
    agrees: bool = entry(flag, True)
    """With the whole."""


@dataclass(frozen=True)
class Shift:
    """The correction of the after date."""

    x: float = entry(number)
    y: float = entry(number)
    """As a change job's `pairing.shift`."""
    pixels: float = entry(number)
    metres: float | None = entry(optional(number))
    """Its length; None: unknown."""
    spread: float = entry(number)
    """How far the windows disagree: median distance from the whole, in pixels."""
    windows: tuple[ShiftWindow, ...] = parts(ShiftWindow)
    reliable: bool = entry(flag)


@dataclass(frozen=True)
class Radiometry:
    """The line per band that brings the after date's values to the before date's, and how far they differ, 0..1."""

    gain: tuple[float, ...] = entry(list_of(number))
    offset: tuple[float, ...] = entry(list_of(number))
    difference: float = entry(number)
    after_match: float = entry(number)


@dataclass(frozen=True)
class PairFigures:
    overlap: float = entry(number)
    """Share 0..1 of the extent asked for (default: of the before date) where both hold data."""
    gsd: tuple[float | None, float | None] = entry(exactly(optional(number), optional(number)))
    """Ground metres of a pixel of each; None: unknown."""
    shift: Shift = part(Shift)
    radiometry: Radiometry = part(Radiometry)


@dataclass(frozen=True)
class PairResult:
    figures: PairFigures = part(PairFigures)
    ran: Ran = part(Ran)


@dataclass(frozen=True)
class PairJob(Job[PairResult]):
    TOOL = "pair"
    RESULT = PairResult
    WRITES = False

    before: RasterSource = part(RasterSource)
    after: RasterSource = part(RasterSource)
    where: Where = part(Where)
