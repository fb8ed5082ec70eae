# SPDX-License-Identifier: GPL-3.0-or-later
"""Two-date change: the blended probability is kept in a file, and refined from there."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import numpy as np
import rasterio
from rasterio.windows import Window

from ..jobs.change import ChangeJob, ChangeResult
from ..polygons.morphology import reach
from ..rasters.geotiff import GeoTiff, as_scores
from ..rasters.grid import common, inside
from ..rasters.reading import Valid, Values
from ..report import Reporter
from ..sessions.session import Session
from ..tiles.scene import Scene
from .parts.dense import TILES_SHARE, blend
from .parts.refine import Probability, Refinement, strip_height, threshold_of
from .parts.run import Run, Task, model_run, model_tags, wanted
from .parts.watch import Watch


def run(job: ChangeJob, run: Run) -> ChangeResult:
    pending, report = run.pending, run.report
    halo = reach(job.rules.closing, job.rules.opening)
    opened = run.scene(
        "change", job, job.before, job.after, spread=bool(job.spread), pairing=job.pairing, halo=halo
    )
    with opened as (scene, session):
        tags = model_tags(job, scene.card, session)
        whole = scene.tiling.wanted == scene.window
        # Closing and opening look beyond the extent, so that its pixels come out as the whole raster's do.
        shown = bool(job.probability) and whole
        kept = pending.at(job.probability) if shown else pending.scratch(_named(job), ".tif")
        part = wanted(pending, "" if whole else job.probability)
        raster, polygons = wanted(pending, job.change), wanted(pending, job.polygons)
        report.stage(0, TILES_SHARE)
        watch, spread = Watch(scene, wanted(pending, job.unfamiliar)), wanted(pending, job.spread)
        tiles = _keep(scene, session, kept, spread, tags, shown, watch, report)
        unfamiliar = watch.finish(tags, report)
        report.stage(TILES_SHARE, 1)
        with rasterio.open(kept) as file:
            if part is not None:
                _cut(scene, file, part, tags, report)
            threshold, classes = threshold_of(job.rules, scene.card), scene.card.knows.classes
            refinement = Refinement(_stored(scene, file), job.rules, threshold, classes, report)
            count = refinement.run(raster, polygons, tags)
        found = refinement.totals.found(count, bool(job.where.mask))
        return ChangeResult(model_run(scene, session, tiles, unfamiliar), found, refinement.changed)


def _named(job: ChangeJob) -> str:
    return job.change or job.probability or job.polygons


def _keep(
    scene: Scene, session: Session, path: Path, spread: Path | None, tags: dict[str, str], for_people: bool,
    watch: Watch, report: Reporter,
) -> int:  # fmt: skip
    """Blends the probabilities into a file, and the views' spread into another; returns the number of tiles."""
    with ExitStack() as stack:
        target = GeoTiff(path, scene.grid, scene.tiling.wanted, None)
        stack.callback(target.abandon)
        differing = None if spread is None else GeoTiff(spread, scene.grid, scene.window, None)
        if differing is not None:
            stack.callback(differing.abandon)

        def take(block: Window, scores: Values, valid: Valid) -> None:
            target.write(block, as_scores(np.clip(scores[0], 0, 1), valid))
            part = common(block, scene.window)
            if differing is not None and part is not None:
                differing.write(part, as_scores(scores[1], valid)[inside(part, block)])

        tiles = blend(scene, session, 1 if spread is None else 2, report, take, watch)
        target.close(tags, for_people)
        if differing is not None:
            differing.close(tags)
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


TASK = Task(ChangeJob, run)
