# SPDX-License-Identifier: GPL-3.0-or-later
"""Jobs from plain names: which part of a job a field belongs to is looked up, not written in each test."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from lwganet_qgis.core.jobs.change import ChangeJob
from lwganet_qgis.core.jobs.change_polygons import ChangePolygonsJob
from lwganet_qgis.core.jobs.classify import ClassifyJob
from lwganet_qgis.core.jobs.detect import DetectJob
from lwganet_qgis.core.jobs.parts.model import Model
from lwganet_qgis.core.jobs.parts.raster import RasterSource
from lwganet_qgis.core.jobs.segment import SegmentJob
from lwganet_qgis.core.records.record import to_json

OUTPUTS = {
    SegmentJob: {"output": "classes", "features": "polygons"},
    ClassifyJob: {"features": "scenes"},
    ChangeJob: {"output": "change", "confidence": "probability", "features": "polygons"},
    DetectJob: {"features": "boxes"},
    ChangePolygonsJob: {"output": "change", "features": "polygons"},
}
IMAGES = {
    "segmentation": (SegmentJob, ("image",)), "classification": (ClassifyJob, ("image",)),
    "change": (ChangeJob, ("before", "after")), "detection": (DetectJob, ("image",)),
}  # fmt: skip
"""By a model's task."""
PARTS = ("where", "cut", "model", "pairing", "rules")


def model_job(task: str, folder: Any, sources: Any, **given: Any) -> Any:
    """A job that runs the model of a folder."""
    kind, names = IMAGES[task]
    return filled(kind(model=Model(str(folder)), **dict(zip(names, sources))), given)


def polygons_job(source: Any, **given: Any) -> ChangePolygonsJob:
    return filled(ChangePolygonsJob(RasterSource(str(source))), given)


def filled(job: Any, given: dict[str, Any]) -> Any:
    """A job with more of its fields, or of its parts', set; paths as text."""
    own = {field.name for field in fields(job)}
    for name, value in given.items():
        name, value = OUTPUTS[type(job)].get(name, name), str(value) if isinstance(value, Path) else value
        if name in own:
            job = replace(job, **{name: value})
            continue
        part = next(p for p in PARTS if p in own and name in getattr(getattr(job, p), "__dataclass_fields__", ()))
        job = replace(job, **{part: replace(getattr(job, part), **{name: value})})
    return job


def request(job: Any) -> dict[str, Any]:
    """What the engine is told to run a job."""
    return {"request": "run", "tool": job.TOOL, "job": to_json(job)}
