# SPDX-License-Identifier: GPL-3.0-or-later
"""Oriented object detection: boxes of all views, each object once."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

import numpy as np
import shapely
from numpy.typing import NDArray
from rasterio.windows import Window

from ..boxes.boxes import corners, hulls
from ..boxes.merging import BOX, Objects, bearing_on, merge, shown
from ..cards.card import ModelCard
from ..errors import InputError, ModelError
from ..jobs.detect import DetectJob, DetectResult
from ..jobs.parts.raster import CLASS_NODATA
from ..outputs.features import FeatureFile
from ..outputs.pending import on_disk
from ..rasters.grid import common
from ..rasters.ground import gsd, steps
from ..rasters.reading import Values
from ..report import Reporter
from ..sentences import say
from ..sessions.session import Session
from ..tiles.pipeline import Answer, Sample, answers
from ..tiles.scene import Scene
from ..tiles.views import View, plan
from .parts.run import Run, Task, model_run, model_tags, wanted
from .parts.totals import Totals
from .parts.watch import Watch

THRESHOLD = 0.5
SIZES = ("length", "width", "area")
"""Of a box: fields whose names end in their unit."""


@dataclass(frozen=True)
class Look:
    """What is looked for, and at what."""

    scene: Scene
    session: Session
    scales: tuple[float, ...]
    threshold: float
    iou: float
    classes: tuple[int, ...]
    longest: float
    """Pixels of the raster: boxes that are longer, or longer than their view, are no objects."""
    totals: Totals
    watch: Watch
    report: Reporter


def run(job: DetectJob, run: Run) -> DetectResult:
    with run.scene("detection", job, job.image, scales=job.scales) as (scene, session):
        card = scene.card
        _check_classes(job.classes, card)
        totals = Totals(scene.grid, card.knows.classes)
        least = next(t for t in (job.threshold, card.knows.threshold, THRESHOLD) if t is not None)
        iou = card.knows.iou if job.iou is None else job.iou
        watch = Watch(scene, wanted(run.pending, job.unfamiliar))
        scales, longest = job.scales or (1.0,), _longest(scene)
        look = Look(scene, session, scales, least, iou, job.classes, longest, totals, watch, run.report)
        objects = merge(_settled(look), iou, run.report.check).inside(scene.window)
        places = wanted(run.pending, job.boxes), wanted(run.pending, job.dota)
        _write(scene, objects, job.clip, places, totals)
        found = totals.found(len(objects), bool(job.where.mask))
        unfamiliar = watch.finish(model_tags(job, card, session), run.report)
        return DetectResult(model_run(scene, session, totals.tiles, unfamiliar), found, totals.scores())


def _longest(scene: Scene) -> float:
    """The card's limit in pixels; where nothing can be measured, of the size that the model is for."""
    metres, takes = scene.card.knows.longest, scene.card.takes
    return math.inf if metres is None else metres / (gsd(scene.grid, scene.window) or takes.gsd)


def _check_classes(classes: tuple[int, ...], card: ModelCard) -> None:
    known = len(card.knows.classes)
    if not all(c < known for c in classes):
        raise InputError(say("model {} has classes 0 to {}; {} were asked for", card.id, known - 1, classes))


def _settled(look: Look) -> Objects:
    """What the views that touch the window show, and those that show anything that bears on its objects.

    So the objects of a part are those of the whole. Ordered as the whole's views are.
    """
    scene = look.scene
    margin, is_part = scene.tiling.overlap // 2, scene.window != scene.tiling.window
    found: dict[int, Objects] = {}
    views, objects, begin = _views(look, scene.window), Objects.joined([]), 0.0
    while views:
        end = (1 + begin) / 2 if is_part else 1.0
        look.report.stage(begin, end)
        found.update(_shown(look, views))
        objects, views, begin = Objects.joined([found[number] for number in sorted(found)]), [], end
        if is_part:
            reach = hulls(bearing_on(scene.window, objects, look.iou).boxes) + (-margin, -margin, margin, margin)
            views = [view for view in _around(look, reach) if view.number not in found]
    return objects


def _views(look: Look, window: Window) -> list[View]:
    return plan(look.scene.tiling, window, look.scene.grid, look.scales, look.scene.side)


def _around(look: Look, hulls: NDArray[np.float64]) -> list[View]:
    """Views that touch one of these rectangles (N, 4)."""
    if not len(hulls):
        return []
    left, top = hulls[:, :2].min(axis=0)
    right, bottom = hulls[:, 2:].max(axis=0)
    tree = shapely.STRtree(shapely.box(*hulls.T))
    views = _views(look, Window(left, top, right - left, bottom - top))
    return [view for view in views if len(tree.query(shapely.box(*_bounds(view.window))))]


def _bounds(window: Window) -> tuple[float, float, float, float]:
    return window.col_off, window.row_off, window.col_off + window.width, window.row_off + window.height


def _shown(look: Look, views: list[View]) -> dict[int, Objects]:
    """What each view shows, by its number; counts their pixels."""
    scene, totals, report = look.scene, look.totals, look.report

    def samples() -> Iterator[Sample[Any]]:
        for view in views:
            report.check()
            yield scene.sample(view, view.window)

    found = {}
    for done, answer in enumerate(_answers(look, samples()), 1):
        totals.tiles += 1
        view = answer.place
        own = None if view.own is None else common(view.own, scene.window)
        if own is not None:
            totals.add(own, np.where(_part(answer.valid, own, view.window), totals.unnamed, CLASS_NODATA))
        if view.own is not None:
            left, top, width, height = view.own.flatten()
            margin = scene.tiling.overlap / 2
            look.watch.add_at(top + height / 2 - margin, left + width / 2 - margin, answer.judged)
        rows = np.empty((0, BOX + len(scene.card.knows.classes)))
        if answer.output is not None:
            rows = _rows(scene, answer.output)
        found[view.number] = _objects(look, answer, rows)
        report.progress(done, len(views))
    return found


def _answers(look: Look, samples: Iterator[Sample[Any]]) -> Iterator[Answer[Any]]:
    return answers(look.session, samples, look.scene.load(look.session, look.report), look.watch.judge)


def _part(values: NDArray[Any], part: Window, whole: Window) -> NDArray[Any]:
    top, left = int(part.row_off - whole.row_off), int(part.col_off - whole.col_off)
    return values[top : top + int(part.height), left : left + int(part.width)]


def _rows(scene: Scene, output: Values) -> NDArray[np.float64]:
    width = BOX + len(scene.card.knows.classes)
    if output.ndim != 2 or output.shape[1] != width:
        raise ModelError(
            say("model {} gives {} for a tile; expected rows of {} values", scene.card.id, output.shape, width)
        )
    return output.astype(np.float64)


def _objects(look: Look, answer: Answer[View], rows: NDArray[np.float64]) -> Objects:
    """What one view shows where the raster holds data."""
    view = answer.place
    found = shown(rows, view, look.scene.grid, look.threshold, look.iou, look.classes)
    found = found.take(np.flatnonzero(found.boxes[:, 2] <= min(look.longest, view.window.width)))
    return found.take(np.flatnonzero(_on_data(found.boxes, answer, view)))


def _on_data(boxes: NDArray[np.float64], answer: Answer[Any], view: View) -> NDArray[np.bool_]:
    """Whether the raster holds data in the middle of each box."""
    side = int(view.window.width)
    columns, rows = (
        np.clip(np.floor(boxes[:, axis] - offset).astype(int), 0, side - 1)
        for axis, offset in ((0, view.window.col_off), (1, view.window.row_off))
    )
    seen: NDArray[np.bool_] = answer.valid[rows, columns]
    return seen


def _measures(scene: Scene, boxes: NDArray[np.float64]) -> list[NDArray[np.float64]]:
    """Of each box: angle in degrees clockwise from grid north, length and width in metres, area.

    Pixels stand for metres where nothing can be measured.
    """
    along = np.stack([np.cos(boxes[:, 4]), np.sin(boxes[:, 4])]) * boxes[:, 2]
    across = np.stack([-np.sin(boxes[:, 4]), np.cos(boxes[:, 4])]) * boxes[:, 3]
    a, b, _, d, e, _ = tuple(scene.grid.transform)[:6]
    east, north = a * along[0] + b * along[1], d * along[0] + e * along[1]
    if not scene.has_area:
        return [np.degrees(np.arctan2(east, north)) % 180, boxes[:, 2], boxes[:, 3], boxes[:, 2] * boxes[:, 3]]
    right, down = steps(scene.grid, boxes[:, 0], boxes[:, 1])
    long, short = (right * v[0] + down * v[1] for v in (along, across))
    if scene.grid.crs is not None and scene.grid.crs.is_geographic:
        east, north = long  # a degree east is shorter than one north
    area = np.abs(long[0] * short[1] - long[1] * short[0])
    return [np.degrees(np.arctan2(east, north)) % 180, np.hypot(*long), np.hypot(*short), area]


def _write(
    scene: Scene, objects: Objects, clip: bool, places: tuple[Path | None, Path | None], totals: Totals
) -> None:
    """Boxes and DOTA text. Of boxes that are cut at the raster's edge, the area is that of what is left."""
    boxes, dota = places
    names = [c.name for c in scene.card.knows.classes]
    length_name, width_name, area_name = (name + ("_m" if scene.has_area else "_px") for name in SIZES)
    area_name += "2" if scene.has_area else ""
    quads = corners(objects.boxes)
    shapes = shapely.polygons(quads)
    measures = _measures(scene, objects.boxes)
    if clip:
        whole, shapes = shapely.area(shapes), shapely.intersection(shapes, _image(scene))
        measures[-1] = measures[-1] * shapely.area(shapes) / whole
    with ExitStack() as stack:
        out = text = None
        if boxes is not None:
            out = stack.enter_context(FeatureFile(boxes, scene.grid.transform))
        if dota is not None:
            stack.enter_context(on_disk(dota))
            text = stack.enter_context(dota.open("w", encoding="utf-8"))
        for shape, quad, class_id, score, *sizes in zip(shapes, quads, objects.classes, objects.scores, *measures):
            angle, length, width, area = (float(v) if math.isfinite(v) else None for v in sizes)
            totals.add_object(int(class_id), float(score), area or 0.0)
            if out is not None:
                out.add(shape, {
                    "class_id": int(class_id), "class": names[class_id], "score": float(score), "angle": angle,
                    length_name: length, width_name: width, area_name: area,
                })  # fmt: skip
            if text is not None:
                _write_line(text, quad, names[class_id])


def _image(scene: Scene) -> Any:
    """Outline of the raster in its pixels."""
    return shapely.box(0, 0, scene.grid.width, scene.grid.height)


def _write_line(stream: TextIO, quad: NDArray[np.float64], name: str) -> None:
    """Corners, class and difficulty (0), as DOTA's annotations have them; names without blanks."""
    values = " ".join(f"{v:.2f}" for v in quad.ravel())
    stream.write(f"{values} {'-'.join(name.split())} 0\n")


TASK = Task(DetectJob, run)
