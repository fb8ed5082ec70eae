# SPDX-License-Identifier: GPL-3.0-or-later
"""Two-date change: the blended probability is kept in a file, and refined from there."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import rasterio
from rasterio.windows import Window

from ..grid import common, inside
from ..raster import Valid, Values
from ..report import Reporter
from ..rules import Rules
from ..scene import Scene
from ..sessions import Session
from ..writing import GeoTiff, Pending, as_scores
from .dense import TILES_SHARE, blend
from .refine import Probability, Refinement
from .totals import Totals


def run(scene: Scene, session: Session, pending: Pending, tags: dict[str, str], report: Reporter) -> tuple[Totals, int]:
    """Writes what the job asks for; returns the totals and the number of polygons."""
    job = scene.job
    beside = job.output or job.confidence or job.features
    path = pending.at(job.confidence) if job.confidence else pending.scratch(beside, ".tif")
    raster = pending.at(job.output) if job.output else None
    features = pending.at(job.features) if job.features else None
    report.stage(0, TILES_SHARE)
    tiles = _keep(scene, session, path, tags, report)
    report.stage(TILES_SHARE, 1)
    with rasterio.open(path) as file:
        source = _stored(scene, file)
        refinement = Refinement(source, Rules.of(job, scene.card.threshold), scene.card.classes, report)
        count = refinement.run(raster, features, tags)
    refinement.totals.tiles = tiles
    return refinement.totals, count


def _keep(scene: Scene, session: Session, path: Path, tags: dict[str, str], report: Reporter) -> int:
    """Blends the probabilities into a file; returns the number of tiles."""
    target = GeoTiff(path, scene.grid, scene.window, None)

    def take(block: Window, scores: Values, valid: Valid) -> None:
        wanted = common(block, scene.window)
        if wanted is not None:
            part = inside(wanted, block)
            target.write(wanted, as_scores(np.clip(scores[0][part], 0, 1), valid[part]))

    try:
        tiles = blend(scene, session, report, take)
        target.close(tags, bool(scene.job.confidence))
    finally:
        target.abandon()
    return tiles


def _stored(scene: Scene, file: rasterio.DatasetReader) -> Probability:
    def read(window: Window) -> tuple[Values, Valid]:
        left, top = window.col_off - scene.window.col_off, window.row_off - scene.window.row_off
        values = file.read(1, window=Window(left, top, window.width, window.height))
        return values, ~np.isnan(values)

    return Probability(scene.grid, scene.window, scene.window, read)
