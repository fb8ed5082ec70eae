# SPDX-License-Identifier: GPL-3.0-or-later
"""Semantic segmentation: each pixel gets the class of the largest blended logit."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..jobs.segment import SegmentJob, SegmentResult
from ..polygons.vectorise import Region
from ..rasters.reading import Values
from .parts.dense import TILES_SHARE, DenseOutput, DensePaths, blend
from .parts.run import Run, Task, model_run, model_tags, wanted
from .parts.watch import Watch


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


def run(job: SegmentJob, run: Run) -> SegmentResult:
    with run.scene("segmentation", job, job.image, spread=bool(job.spread)) as (scene, session):
        names = [c.name for c in scene.card.knows.classes]

        def describe(region: Region) -> dict[str, Any]:
            return {
                "class_id": region.class_id,
                "class": names[region.class_id],
                "area_m2" if scene.has_area else "area_px": region.area,
                "score": region.score,
            }

        paths = DensePaths(job.classes, job.confidence, job.polygons, job.spread)
        watch, tags = Watch(scene, wanted(run.pending, job.unfamiliar)), model_tags(job, scene.card, session)
        with DenseOutput(scene, run.pending, paths, decode) as output:
            run.report.stage(0, TILES_SHARE if job.polygons else 1)
            tiles = blend(scene, session, len(names) + bool(job.spread), run.report, output.take, watch)
            count = output.finish(tags, job.min_area, describe, run.report)
        ran = model_run(scene, session, tiles, watch.finish(tags, run.report))
        return SegmentResult(ran, output.totals.found(count, bool(job.where.mask)))


TASK = Task(SegmentJob, run)
