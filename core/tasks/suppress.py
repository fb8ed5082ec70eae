# SPDX-License-Identifier: GPL-3.0-or-later
"""Of polygons that overlap, the one with the highest score. No model, no raster."""

from __future__ import annotations

from affine import Affine

from ..boxes.suppression import suppress_polygons
from ..jobs.suppress import SuppressJob, SuppressResult
from ..outputs.features import FeatureFile
from .parts.run import Run, Task
from .parts.scored_polygons import read_polygons


def run(job: SuppressJob, run: Run) -> SuppressResult:
    """Writes the polygons that stay, best first."""
    given = read_polygons(job.polygons, run.report)
    kept = suppress_polygons(given.shapes, given.scores, job.iou, given.classes, run.report.check)
    with FeatureFile(run.pending.at(job.kept), Affine.identity()) as out:
        for index in kept:
            out.add(given.shapes[index], {"source_id": given.ids[index]})
    return SuppressResult(len(kept))


TASK = Task(SuppressJob, run)
