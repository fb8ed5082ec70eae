# SPDX-License-Identifier: GPL-3.0-or-later
"""Scene classification of grid cells, or of the polygons of a layer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from rasterio.windows import Window
from shapely.geometry.base import BaseGeometry

from ..errors import InputError, ModelError
from ..jobs.classify import ClassifyJob, ClassifyResult
from ..jobs.parts.raster import CLASS_NODATA
from ..outputs.features import FeatureFile, read_features
from ..rasters.grid import common
from ..rasters.reading import Values
from ..report import Reporter
from ..sentences import say
from ..sessions.session import Session
from ..tiles.pipeline import Answer, Sample, answers
from ..tiles.scene import Scene
from .parts.run import Run, Task, model_run, model_tags, wanted
from .parts.totals import Totals
from .parts.watch import Watch


@dataclass(frozen=True)
class Cell:
    """A part of the raster that gets one class; the network sees `view` around it."""

    whole: Window
    window: Window
    """What of it lies in the extent."""
    view: Window


@dataclass(frozen=True)
class Look:
    """One of `count` tiles that show a zone."""

    zone: BaseGeometry
    shown: BaseGeometry
    """Its part inside the extent."""
    source_id: Any
    window: Window
    count: int


def softmax(logits: Values) -> NDArray[np.float64]:
    powers = np.exp(logits.astype(np.float64) - logits.max())
    result: NDArray[np.float64] = powers / powers.sum()
    return result


def _scores(scene: Scene, logits: Values) -> NDArray[np.float64]:
    classes = len(scene.card.knows.classes)
    if logits.shape != (classes,):
        raise ModelError(say("model {} gives {} for a tile; expected {} classes", scene.card.id, logits.shape, classes))
    return softmax(logits)


def _properties(scores: NDArray[np.float64], names: list[str]) -> dict[str, Any]:
    first, second = np.argsort(-scores, kind="stable")[:2]
    return {
        "class_id": int(first), "class": names[first], "score": float(scores[first]),
        "second_class": names[second], "second_score": float(scores[second]),
    }  # fmt: skip


def _numbers(start: float, length: float, step: int) -> range:
    """Of the cells along an axis that touch `length` pixels from `start`."""
    return range(int(start) // step, -(-int(start + length) // step))


def _cell_numbers(scene: Scene) -> tuple[range, range]:
    window, step = scene.window, scene.tiling.stride
    return _numbers(window.row_off, window.height, step), _numbers(window.col_off, window.width, step)


def cell_count(scene: Scene) -> int:
    rows, columns = _cell_numbers(scene)
    return len(rows) * len(columns)


def cells(scene: Scene) -> Iterator[Cell]:
    """Cells of one stride that touch the window, row-major.

    They begin at the raster's corner. At the window's edge they are cut in shape alone: they are seen,
    and get the class, that they have in the whole raster.
    """
    tiling, raster = scene.tiling, scene.tiling.window
    step, margin = tiling.stride, tiling.overlap // 2
    rows, columns = _cell_numbers(scene)
    for y in (row * step for row in rows):
        for x in (column * step for column in columns):
            whole = Window(x, y, min(step, int(raster.width) - x), min(step, int(raster.height) - y))
            part = common(whole, scene.window)
            if part is not None:
                yield Cell(whole, part, Window(x - margin, y - margin, tiling.size, tiling.size))


def _box(window: Window) -> BaseGeometry:
    return shapely.box(window.col_off, window.row_off, window.col_off + window.width, window.row_off + window.height)


def looks(scene: Scene, zones: str, report: Reporter) -> list[Look]:
    """The tiles that show each zone: one on its middle, or for a large zone those whose centres it holds.

    Zones that touch the extent are seen as far as the raster goes, so that none's class depends on it.
    """
    a, b, c, d, e, f = tuple(~scene.grid.transform)[:6]
    raster, extent, size = _box(scene.tiling.window), _box(scene.window), scene.tiling.size
    found, outside = [], 0
    for geometry, properties in read_features(zones):
        # Infinite corners, of what no CRS transform could place, end in rings that do not close.
        known = np.isfinite(shapely.get_coordinates(geometry)).all()
        zone = shapely.affinity.affine_transform(geometry if known else shapely.Polygon(), (a, b, d, e, c, f))
        seen = shapely.make_valid(zone).intersection(raster)
        shown = seen.intersection(extent)
        if not shown.area:
            outside += 1
            continue
        centres = [seen.centroid]
        left, top, right, bottom = seen.bounds
        if max(right - left, bottom - top) > size:
            xs, ys = (np.arange(low + size / 2, high, size) for low, high in ((left, right), (top, bottom)))
            mesh = shapely.points(*(axis.ravel() for axis in np.meshgrid(xs, ys)))
            centres = list(mesh[shapely.intersects(seen, mesh)]) or [seen.representative_point()]
        for centre in centres:
            view = Window(round(centre.x - size / 2), round(centre.y - size / 2), size, size)
            found.append(Look(zone, shown, properties.get("source_id"), view, len(centres)))
    if outside:
        report.warn(say("polygons that lie outside the raster, left out: {}", outside))
    if not found:
        raise InputError(say("no polygon overlaps the raster: check the layer and its coordinate reference system"))
    return found


def run(job: ClassifyJob, run: Run) -> ClassifyResult:
    with run.scene("classification", job, job.image) as (scene, session):
        totals = Totals(scene.grid, scene.card.knows.classes)
        watch = Watch(scene, wanted(run.pending, job.unfamiliar))
        with FeatureFile(run.pending.at(job.scenes), scene.grid.transform) as out:
            (_run_zones if job.zones else _run_cells)(job, scene, session, out, totals, watch, run.report)
        within = bool(job.zones or job.where.mask)
        unfamiliar = watch.finish(model_tags(job, scene.card, session), run.report)
        return ClassifyResult(model_run(scene, session, totals.tiles, unfamiliar), totals.found(out.count, within))


def _run_cells(
    job: ClassifyJob, scene: Scene, session: Session, out: FeatureFile, totals: Totals, watch: Watch, report: Reporter
) -> None:
    names = [c.name for c in scene.card.knows.classes]
    count = cell_count(scene)
    report.stage(0, 1)

    def samples() -> Iterator[Sample[Any]]:
        for cell in cells(scene):
            report.check()
            yield scene.sample(cell, cell.view, cell.whole)

    for done, answer in enumerate(answers(session, samples(), scene.load(session, report), watch.judge), 1):
        report.progress(done, count, say("cell"))
        totals.tiles += 1
        if answer.output is None:
            continue
        properties = _properties(_scores(scene, answer.output), names)
        cell = answer.place
        watch.add_at(cell.whole.row_off, cell.whole.col_off, answer.judged)
        shown = properties["score"] >= job.threshold
        if shown:
            out.add(_box(cell.window), properties)
        totals.add(cell.window, _classes(cell, answer, properties["class_id"] if shown else totals.unnamed))


def _classes(cell: Cell, answer: Answer[Any], class_id: int) -> NDArray[np.int16]:
    """The cell's class where it holds data."""
    top, left = int(cell.window.row_off - cell.view.row_off), int(cell.window.col_off - cell.view.col_off)
    valid = answer.valid[top : top + int(cell.window.height), left : left + int(cell.window.width)]
    return np.where(valid, np.int16(class_id), np.int16(CLASS_NODATA))


def _run_zones(
    job: ClassifyJob, scene: Scene, session: Session, out: FeatureFile, totals: Totals, watch: Watch, report: Reporter
) -> None:
    names = [c.name for c in scene.card.knows.classes]
    plan = looks(scene, job.zones, report)
    report.stage(0, 1)

    def samples() -> Iterator[Sample[Any]]:
        for look in plan:
            report.check()
            yield scene.sample(look, look.window)

    seen: list[Answer[Any]] = []
    empty = 0
    for done, answer in enumerate(answers(session, samples(), scene.load(session, report), watch.judge), 1):
        report.progress(done, len(plan))
        totals.tiles += 1
        seen.append(answer)
        look = answer.place
        size = look.window.width / 2
        watch.add_at(look.window.row_off + size, look.window.col_off + size, answer.judged)
        if len(seen) < look.count:
            continue
        scores = [_scores(scene, a.output) for a in seen if a.output is not None]
        seen = []
        if not scores:
            empty += 1
            continue
        properties = _properties(np.mean(scores, axis=0), names)
        shown = properties["score"] >= job.threshold
        if shown:
            out.add(look.zone, {**properties, "source_id": look.source_id})
        totals.add_shape(look.shown, properties["class_id"] if shown else totals.unnamed)
    if empty:
        report.warn(say("polygons that lie where the raster holds no data, left out: {}", empty))


TASK = Task(ClassifyJob, run)
