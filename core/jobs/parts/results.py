# SPDX-License-Identifier: GPL-3.0-or-later
"""What results are made of."""

from __future__ import annotations

from dataclasses import dataclass

from ...records.converters import list_of, number, optional, text, whole
from ...records.record import entry, parts


@dataclass(frozen=True)
class Ran:
    """Of every run."""

    seconds: float = entry(number, 0.0)
    warnings: tuple[str, ...] = entry(list_of(text), ())


@dataclass(frozen=True)
class ModelRun:
    """What ran."""

    id: str = entry(text)
    title: str = entry(text)
    device: str = entry(text)
    """For people, e.g. ``cpu (2 threads)``."""
    runtime: str = entry(text)
    """e.g. ``ONNX Runtime 1.20.1``."""
    tiles: int = entry(whole(0), 0)
    """That were looked at."""
    unfamiliar: float | None = entry(optional(number), None)
    """Share of them that is unlike what the model was trained on; None: its folder does not tell."""


@dataclass(frozen=True)
class ClassTotal:
    """What a run found of one class. `area_m2` is ellipsoidal; None where the raster has no CRS."""

    class_id: int = entry(whole(0))
    name: str = entry(text)
    color: str = entry(text)
    pixels: int = entry(whole(0))
    area_m2: float | None = entry(optional(number))
    count: int = entry(whole(0), 0)
    """Objects."""


@dataclass(frozen=True)
class Found:
    """What a run found where."""

    pixels: int = entry(whole(0))
    """Of the extent, that hold data."""
    area_m2: float | None = entry(optional(number))
    """Their ground area; None where the raster has no place on the ground."""
    totals: tuple[ClassTotal, ...] = parts(ClassTotal)
    features: int = entry(whole(0), 0)
    """Polygons, cells or boxes that were written."""


@dataclass(frozen=True)
class Changed:
    """What a run found of change."""

    histogram: tuple[int, ...] = entry(list_of(whole(0)))
    """Counts of pixels in 64 steps of probability from 0 to 1."""
    area: float = entry(number)
    """Of the polygons: m2, or pixels where the raster has no CRS."""
