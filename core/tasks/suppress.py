# SPDX-License-Identifier: GPL-3.0-or-later
"""Of polygons that overlap, the one with the highest score. No model, no raster."""

from __future__ import annotations

from affine import Affine

from ..boxes.suppression import suppress_polygons
from ..outputs.features import FeatureFile
from ..outputs.writing import Pending
from ..protocol import Job
from ..report import Reporter
from .parts.scored_polygons import read_polygons

IOU = 0.1


def run(job: Job, pending: Pending, report: Reporter) -> tuple[int, dict[str, object]]:
    """Writes the polygons that stay, best first; returns how many."""
    given = read_polygons(job.zones, report)
    iou = IOU if job.iou is None else job.iou
    kept = suppress_polygons(given.shapes, given.scores, iou, given.classes, report.check)
    with FeatureFile(pending.at(job.features), Affine.identity()) as out:
        for index in kept:
            out.add(given.shapes[index], {"source_id": given.ids[index]})
    return len(kept), {}
