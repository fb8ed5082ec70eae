# SPDX-License-Identifier: GPL-3.0-or-later
"""Two-date change: the blended probability is kept in a file, and refined from there."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import rasterio
from rasterio.windows import Window

from ..outputs.writing import GeoTiff, Pending, as_scores
from ..polygons.rules import Rules
from ..rasters.reading import Valid, Values
from ..report import Reporter
from ..sessions import Session
from ..tiles.scene import Scene
from .parts.dense import TILES_SHARE, blend
from .parts.refine import Probability, Refinement, strip_height
from .parts.totals import Totals


def run(scene: Scene, session: Session, pending: Pending, tags: dict[str, str], report: Reporter) -> tuple[Totals, int]:
    """Writes what the job asks for; returns the totals and the number of polygons."""
    job = scene.job
    path, shown = _places(scene, pending)
    raster = pending.at(job.output) if job.output else None
    features = pending.at(job.features) if job.features else None
    report.stage(0, TILES_SHARE)
    tiles = _keep(scene, session, path, tags, report)
    report.stage(TILES_SHARE, 1)
    with rasterio.open(path) as file:
        if shown is not None:
            _cut(scene, file, shown, tags, report)
        source = _stored(scene, file)
        refinement = Refinement(source, Rules.of(job, scene.card.threshold), scene.card.classes, report)
        count = refinement.run(raster, features, tags)
    refinement.totals.tiles = tiles
    return refinement.totals, count


def _places(scene: Scene, pending: Pending) -> tuple[Path, Path | None]:
    """Where probabilities are kept, and where those of the extent go if that is another file.

    Closing and opening look beyond the extent, so that its pixels come out as the whole raster's do.
    """
    job = scene.job
    if job.confidence and scene.tiling.wanted == scene.window:
        return pending.at(job.confidence), None
    kept = pending.scratch(job.output or job.confidence or job.features, ".tif")
    return kept, pending.at(job.confidence) if job.confidence else None


def _keep(scene: Scene, session: Session, path: Path, tags: dict[str, str], report: Reporter) -> int:
    """Blends the probabilities into a file; returns the number of tiles."""
    target = GeoTiff(path, scene.grid, scene.tiling.wanted, None)

    def take(block: Window, scores: Values, valid: Valid) -> None:
        target.write(block, as_scores(np.clip(scores[0], 0, 1), valid))

    try:
        tiles = blend(scene, session, report, take)
        target.close(tags, bool(scene.job.confidence) and scene.tiling.wanted == scene.window)
    finally:
        target.abandon()
    return tiles


def _cut(scene: Scene, file: rasterio.DatasetReader, path: Path, tags: dict[str, str], report: Reporter) -> None:
    """Writes the extent's part of what is kept."""
    target, whole, read = GeoTiff(path, scene.grid, scene.window, None), scene.window, _stored(scene, file).read
    try:
        height = strip_height(int(whole.width))
        for top in range(0, int(whole.height), height):
            report.check()
            strip = Window(whole.col_off, whole.row_off + top, whole.width, min(height, whole.height - top))
            target.write(strip, read(strip)[0])
        target.close(tags)
    finally:
        target.abandon()


def _stored(scene: Scene, file: rasterio.DatasetReader) -> Probability:
    kept = scene.tiling.wanted

    def read(window: Window) -> tuple[Values, Valid]:
        left, top = window.col_off - kept.col_off, window.row_off - kept.row_off
        values = file.read(1, window=Window(left, top, window.width, window.height))
        return values, ~np.isnan(values)

    return Probability(scene.grid, kept, scene.window, read)
