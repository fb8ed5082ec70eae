# SPDX-License-Identifier: GPL-3.0-or-later
"""One job, start to finish."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from dataclasses import replace

import rasterio

from . import __version__
from .cards.card import ModelCard
from .errors import InputError
from .outputs.writing import Pending
from .protocol import IMPORT, RASTER_TASKS, VECTOR_TASKS, Job, Result
from .report import Reporter
from .sessions import Session, Target, choose_target, open_session
from .sessions.keeper import Keeper
from .sessions.limits import is_bundled, limited_memory
from .tasks import accuracy, change, change_polygons, classify, detect, first_change, importing, pair, segment
from .tasks import suppress as suppression
from .tasks.parts.totals import Totals
from .tiles.scene import load_model, open_scene

CACHE_BYTES = 128 << 20
"""GDAL's block cache."""

_TASKS: dict[str, Callable[..., tuple[Totals, int]]] = {
    "classification": classify.run,
    "segmentation": segment.run,
    "change": change.run,
    "detection": detect.run,
}


def _tags(job: Job) -> dict[str, str]:
    """Where a raster comes from, for its metadata."""
    parameters = {k: v for k, v in job.to_dict().items() if k not in _PATHS}
    return {"LWGANET_VERSION": __version__, "LWGANET_PARAMETERS": json.dumps(parameters, ensure_ascii=False)}


def _model_tags(job: Job, card: ModelCard, session: Session) -> dict[str, str]:
    return {
        **_tags(job),
        "LWGANET_MODEL": card.id,
        "LWGANET_MODEL_SHA256": ",".join(f"{name}={digest}" for name, digest in sorted(card.files.items())),
        "LWGANET_DEVICE": session.device,
        "LWGANET_RUNTIME": session.runtime,
    }


_DENSE = ("output", "confidence", "features")
_OUTPUTS = {
    "classification": ("features",), "segmentation": _DENSE, "change": _DENSE, "detection": ("features", "dota"),
    "suppression": ("features",), "accuracy": ("features",), IMPORT: ("output",),
    "polygons": ("output", "features"), "pair": (), "first_change": ("output",),
}  # fmt: skip
"""Fields of a job that name what its task writes."""


_PATHS = (
    "sources", "model", "output", "confidence", "features", "dota", "zones", "references", "grid", "mask", "checkpoint",
)  # fmt: skip
"""Fields of a job that say where things lie: of no use to whoever reads a result later."""
_FOR_FIGURES = ("polygons", "pair")
"""Tasks that may write nothing: their figures are a result."""


def _written(job: Job) -> dict[str, str]:
    return {name: getattr(job, name) for name in _OUTPUTS[job.task] if getattr(job, name)}


def _check_outputs(job: Job) -> None:
    """Raises InputError where outputs would fall on each other or on an input, or none is wanted."""
    if not _written(job) and job.task not in _FOR_FIGURES:
        raise InputError("no output was asked for: name at least one that this task writes")
    paths = [os.path.realpath(path) for path in _written(job).values()]
    read = (*(source.path for source in job.sources), job.zones, job.references, job.checkpoint, job.mask, job.grid)
    taken = {os.path.realpath(path) for path in read if path}
    for path in paths:
        if paths.count(path) > 1:
            raise InputError(f"two outputs are called {path}: give each its own name")
        if path in taken:
            raise InputError(f"{path} is an input of this run: give the output another name")


def _processors() -> int:
    """Those that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run_job(job: Job, report: Reporter, target: Target | None = None, keeper: Keeper | None = None) -> Result:
    """Runs a job; its outputs appear at their places together, when all is done.

    Args:
        target: runtime and device; default: what `job.device` comes to here.
        keeper: has the session of the run before; default: the model is loaded for this run alone.
    Raises:
        EngineError: what went wrong and what to change; no output is left.
    """
    started = time.monotonic()
    report.check()
    _check_outputs(job)
    if job.task == IMPORT:
        result = importing.run(job, report)
    else:
        if job.task in VECTOR_TASKS:
            result = _run_on_polygons(job, report)
        elif job.task in RASTER_TASKS:
            result = _run_on_rasters(job, report)
        else:
            result = _run_model(job, report, target, keeper)
        result = replace(result, outputs=_written(job))
    return replace(result, seconds=time.monotonic() - started, warnings=tuple(report.warnings))


def _run_model(job: Job, report: Reporter, target: Target | None, keeper: Keeper | None) -> Result:
    card = load_model(job)
    threads = job.threads or _processors()
    target = target or choose_target(job.device, card)
    limited = limited_memory(target.device == "cpu" and not is_bundled(card))  # CUDA takes addresses without memory
    with limited, rasterio.Env(GDAL_CACHEMAX=CACHE_BYTES), Pending() as pending, open_scene(job, card, report) as scene:
        load = open_session if keeper is None else keeper.open
        session = load(card, target, threads)
        report.log(f"model {card.id} on {session.device}, {session.runtime}")
        totals, count = _TASKS[job.task](scene, session, pending, _model_tags(job, card, session), report)
        _refuse_empty(totals, job)
        report.commit()
    return Result(
        model_id=card.id,
        model_title=card.title,
        device=session.device,
        runtime=session.runtime,
        pixels=totals.pixels,
        area_m2=totals.area,
        tiles=totals.tiles,
        feature_count=count,
        totals=totals.as_result(),
        figures=totals.figures(),
    )


def _run_on_polygons(job: Job, report: Reporter) -> Result:
    task = {"suppression": suppression.run, "accuracy": accuracy.run}[job.task]
    if job.iou is not None and not 0 < job.iou <= 1:
        raise InputError(f"IoU {job.iou:g} is not above 0 and at most 1")
    with Pending() as pending:
        count, figures = task(job, pending, report)
        report.commit()
    return Result(feature_count=count, figures=figures)


def _run_on_rasters(job: Job, report: Reporter) -> Result:
    with rasterio.Env(GDAL_CACHEMAX=CACHE_BYTES), Pending() as pending:
        if job.task == "pair":
            return Result(figures=pair.run(job, report))
        task = {"polygons": change_polygons.run, "first_change": first_change.run}[job.task]
        totals, count = task(job, pending, _tags(job), report)
        _refuse_empty(totals, job)
        report.commit()
    return Result(
        pixels=totals.pixels, area_m2=totals.area, feature_count=count, totals=totals.as_result(),
        figures=totals.figures(),
    )  # fmt: skip


def _refuse_empty(totals: Totals, job: Job) -> None:
    """An extent without data is a mistake; one where nothing passes the threshold is a result."""
    if not totals.pixels:
        where = "where the polygons lie" if job.zones or job.mask else "in this extent"
        raise InputError(f"the raster holds no data {where} (all of it is nodata): choose another extent or raster")
