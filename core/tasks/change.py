# SPDX-License-Identifier: GPL-3.0-or-later
"""Two-date change: pixels whose blended probability exceeds the threshold."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..raster import Values
from ..report import Reporter
from ..scene import Scene
from ..sessions import Session
from ..vectorise import Region
from ..writing import Pending
from .dense import DenseOutput, blend
from .totals import Totals

THRESHOLD = 0.5
CHANGED = 1


def run(scene: Scene, session: Session, pending: Pending, tags: dict[str, str], report: Reporter) -> tuple[Totals, int]:
    """Writes what the job asks for; returns the totals and the number of polygons."""
    threshold = next(t for t in (scene.job.threshold, scene.card.threshold, THRESHOLD) if t is not None)

    def decode(scores: Values, _: bool) -> tuple[NDArray[np.uint8], Values]:
        probability = np.clip(scores[0], 0, 1)
        return (probability > threshold).astype(np.uint8), probability

    def describe(region: Region) -> dict[str, Any]:
        return {"area_m2": region.area if scene.has_area else None, "probability": region.score}

    with DenseOutput(scene, pending, decode) as output:
        blend(scene, session, report, output)
        count = output.finish(tags, lambda classes: classes == CHANGED, describe, report)
        return output.totals, count
