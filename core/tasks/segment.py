# SPDX-License-Identifier: GPL-3.0-or-later
"""Semantic segmentation: each pixel gets the class of the largest blended logit."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..outputs.writing import Pending
from ..polygons.vectorise import Region
from ..protocol import CLASS_NODATA
from ..rasters.reading import Values
from ..report import Reporter
from ..sessions import Session
from ..tiles.scene import Scene
from .parts.dense import TILES_SHARE, DenseOutput, blend
from .parts.totals import Totals


def decode(logits: Values, with_scores: bool) -> tuple[NDArray[np.uint8], Values]:
    """Classes (H, W) and their softmax scores of logits (K, H, W).

    Planes are added one by one: NumPy's own sum over them takes another order in blocks of other shapes.
    """
    classes = logits.argmax(axis=0).astype(np.uint8)
    if not with_scores:
        return classes, logits[0]
    peak = logits.max(axis=0)
    total = np.zeros_like(peak)
    for plane in logits:
        total += np.exp(plane - peak)
    return classes, 1 / total


def run(scene: Scene, session: Session, pending: Pending, tags: dict[str, str], report: Reporter) -> tuple[Totals, int]:
    """Writes what the job asks for; returns the totals and the number of polygons."""
    names = [c.name for c in scene.card.classes]

    def describe(region: Region) -> dict[str, Any]:
        return {
            "class_id": region.class_id,
            "class": names[region.class_id],
            "area_m2": region.area if scene.has_area else None,
            "score": region.score,
        }

    with DenseOutput(scene, pending, decode) as output:
        report.stage(0, TILES_SHARE if scene.job.features else 1)
        output.totals.tiles = blend(scene, session, report, output.take)
        count = output.finish(tags, lambda classes: classes != CLASS_NODATA, describe, report)
        return output.totals, count
