# SPDX-License-Identifier: GPL-3.0-or-later
"""Detected polygons against reference polygons."""

from __future__ import annotations

from dataclasses import dataclass

from ..records.converters import exactly, list_of, number, optional, share_above_zero, text, whole
from ..records.record import Role, entry, part, parts, path
from .parts.job import Job
from .parts.results import Ran


@dataclass(frozen=True)
class ClassAccuracy:
    """Of one class; shares 0..1, None where undefined."""

    name: str = entry(text)
    """Empty where no classes are told apart."""
    detections: int = entry(whole(0))
    references: int = entry(whole(0))
    right: int = entry(whole(0))
    wrong: int = entry(whole(0))
    missed: int = entry(whole(0))
    precision: float | None = entry(optional(number))
    recall: float | None = entry(optional(number))
    f1: float | None = entry(optional(number))
    ap: float | None = entry(optional(number))
    """Area under the curve."""
    ap11: float | None = entry(optional(number))
    """Of eleven points, as older benchmarks have it."""
    curve: tuple[tuple[float, float], ...] = entry(list_of(exactly(number, number)), ())
    """Recall and precision."""


@dataclass(frozen=True)
class AccuracyResult:
    iou: float = entry(number)
    mean_ap: float | None = entry(optional(number))
    """Over classes that have references."""
    classes: tuple[ClassAccuracy, ...] = parts(ClassAccuracy)
    ran: Ran = part(Ran)


@dataclass(frozen=True)
class AccuracyJob(Job[AccuracyResult]):
    TOOL = "accuracy"
    RESULT = AccuracyResult

    detections: str = path(Role.INPUT)
    """Vector file, with ``score`` and, where classes are told apart, ``class``."""
    references: str = path(Role.INPUT)
    """Vector file of the true polygons."""
    judged: str = path(Role.OUTPUT)
    """Vector file of what is right, wrong and missed."""
    iou: float = entry(share_above_zero, 0.5)
    """Overlap from which on a detection is right."""
