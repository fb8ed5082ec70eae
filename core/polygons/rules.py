# SPDX-License-Identifier: GPL-3.0-or-later
"""From a probability to a changed pixel to a polygon: the rules, and what they may be."""

from __future__ import annotations

import math
from dataclasses import dataclass

from ..errors import InputError
from ..protocol import LARGEST_RADIUS, Job

THRESHOLD = 0.5


@dataclass(frozen=True)
class Rules:
    """What counts as change."""

    threshold: float
    """Probabilities above it do."""
    closing: int = 0
    opening: int = 0
    min_area: float = 0.0
    simplify: float = 0.0

    @classmethod
    def of(cls, job: Job, threshold: float | None) -> Rules:
        """Of a job, with the model's `threshold` where the job names none."""
        chosen = next(t for t in (job.threshold, threshold, THRESHOLD) if t is not None)
        return cls(float(chosen), job.closing, job.opening, job.min_area, job.simplify)


def check_rules(job: Job) -> None:
    """Raises InputError for what is out of range."""
    if job.threshold is not None and not 0 <= job.threshold <= 1:
        raise InputError(f"threshold {job.threshold:g} is not between 0 and 1")
    for name, radius in (("closing", job.closing), ("opening", job.opening)):
        if not 0 <= radius <= LARGEST_RADIUS:
            raise InputError(f"{name} {radius} is not between 0 and {LARGEST_RADIUS} pixels")
    if job.min_area < 0 or not 0 <= job.simplify < math.inf:
        raise InputError("smallest area and simplification must not be negative")
