# SPDX-License-Identifier: GPL-3.0-or-later
"""Detected polygons against reference polygons. No model, no raster."""

from __future__ import annotations

import numpy as np
from affine import Affine

from ..boxes.accuracy import Matches, Outcome, accuracy, match, precision_recall
from ..jobs.accuracy import AccuracyJob, AccuracyResult, ClassAccuracy
from ..outputs.features import FeatureFile
from .parts.run import Run, Task
from .parts.scored_polygons import Polygons, read_polygons

CURVE_POINTS = 200


def run(job: AccuracyJob, run: Run) -> AccuracyResult:
    """Writes each detection as TP or FP and each missed reference as FN."""
    report = run.report
    found, wanted = (read_polygons(path, report) for path in (job.detections, job.references))
    classes = (found.classes, wanted.classes)
    matches = match(found.shapes, found.scores, wanted.shapes, job.iou, classes, check=report.check)
    with FeatureFile(run.pending.at(job.judged), Affine.identity()) as out:
        for shape, name, score, outcome, share in zip(
            found.shapes, found.classes, found.scores, matches.outcomes, matches.ious
        ):
            right = outcome == Outcome.RIGHT
            given = {"class": str(name), "score": float(score), "iou": float(share) if right else None}
            out.add(shape, {"outcome": "TP" if right else "FP", **given})
        for shape, name in zip(wanted.shapes[matches.missed], wanted.classes[matches.missed]):
            out.add(shape, {"outcome": "FN", "class": str(name), "score": None, "iou": None})
    names = sorted({*found.classes.tolist(), *wanted.classes.tolist()})
    judged = tuple(_judged(name, found, wanted, matches) for name in names)
    known = [entry.ap for entry in judged if entry.ap is not None]
    return AccuracyResult(job.iou, float(np.mean(known)) if known else None, judged)


def _judged(name: str, found: Polygons, wanted: Polygons, matches: Matches) -> ClassAccuracy:
    own, there = found.classes == name, wanted.classes == name
    outcomes, scores, references = matches.outcomes[own], found.scores[own], int(there.sum())
    figures = accuracy(outcomes, scores, references)
    right = int((outcomes == Outcome.RIGHT).sum())
    curve = precision_recall(outcomes, scores, references)
    points = np.column_stack([curve.recall, curve.precision])
    some = np.unique(np.linspace(0, max(len(points) - 1, 0), CURVE_POINTS).astype(int))
    return ClassAccuracy(
        name, len(outcomes), references, right, len(outcomes) - right, int(matches.missed[there].sum()),
        precision=figures.precision if len(outcomes) else None,
        recall=figures.recall if references else None,
        f1=figures.f1 if references else None,
        ap=figures.ap if references else None,
        ap11=accuracy(outcomes, scores, references, rule="voc07").ap if references else None,
        curve=tuple((x, y) for x, y in points[some].tolist()) if references and len(points) else (),
    )  # fmt: skip


TASK = Task(AccuracyJob, run)
