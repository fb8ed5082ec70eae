# SPDX-License-Identifier: GPL-3.0-or-later
"""Detected polygons against reference polygons. No model, no raster.

The result's `figures`: ``iou``; ``mean_ap``, over classes that have references; and ``classes``,
one object a class: ``class``, counts ``detections references right wrong missed``, shares
``precision recall f1 ap ap11`` (None where undefined) and ``curve``, pairs of recall and precision.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from affine import Affine

from ..boxes.accuracy import Matches, Outcome, accuracy, match, precision_recall
from ..outputs.features import FeatureFile
from ..outputs.writing import Pending
from ..protocol import Job
from ..report import Reporter
from .parts.scored_polygons import Polygons, read_polygons

IOU = 0.5
CURVE_POINTS = 200


def run(job: Job, pending: Pending, report: Reporter) -> tuple[int, dict[str, Any]]:
    """Writes each detection as TP or FP and each missed reference as FN; returns how many, and the figures."""
    found, wanted = (read_polygons(path, report) for path in (job.zones, job.references))
    iou = IOU if job.iou is None else job.iou
    classes = (found.classes, wanted.classes)
    matches = match(found.shapes, found.scores, wanted.shapes, iou, classes, check=report.check)
    with FeatureFile(pending.at(job.features), Affine.identity()) as out:
        for shape, name, score, outcome, share in zip(
            found.shapes, found.classes, found.scores, matches.outcomes, matches.ious
        ):
            right = outcome == Outcome.RIGHT
            given = {"class": str(name), "score": float(score), "iou": float(share) if right else None}
            out.add(shape, {"outcome": "TP" if right else "FP", **given})
        for shape, name in zip(wanted.shapes[matches.missed], wanted.classes[matches.missed]):
            out.add(shape, {"outcome": "FN", "class": str(name), "score": None, "iou": None})
        names = sorted({*found.classes.tolist(), *wanted.classes.tolist()})
        entries = [_entry(name, found, wanted, matches) for name in names]
        known = [entry["ap"] for entry in entries if entry["ap"] is not None]
        return out.count, {"iou": iou, "mean_ap": float(np.mean(known)) if known else None, "classes": entries}


def _entry(name: str, found: Polygons, wanted: Polygons, matches: Matches) -> dict[str, Any]:
    own, there = found.classes == name, wanted.classes == name
    outcomes, scores, references = matches.outcomes[own], found.scores[own], int(there.sum())
    figures = accuracy(outcomes, scores, references)
    right = int((outcomes == Outcome.RIGHT).sum())
    curve = precision_recall(outcomes, scores, references)
    points = np.column_stack([curve.recall, curve.precision])
    some = np.unique(np.linspace(0, max(len(points) - 1, 0), CURVE_POINTS).astype(int))
    return {
        "class": name, "detections": len(outcomes), "references": references,
        "right": right, "wrong": len(outcomes) - right, "missed": int(matches.missed[there].sum()),
        "precision": figures.precision if len(outcomes) else None,
        "recall": figures.recall if references else None,
        "f1": figures.f1 if references else None,
        "ap": figures.ap if references else None,
        "ap11": accuracy(outcomes, scores, references, rule="voc07").ap if references else None,
        "curve": points[some].tolist() if references and len(points) else [],
    }  # fmt: skip
