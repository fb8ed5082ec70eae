# SPDX-License-Identifier: GPL-3.0-or-later
"""Detections against what is really there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from .. import styling
from ..core.jobs.accuracy import AccuracyJob
from ..engine.layers.inputs import write_polygons
from ..engine.outputs.fields import OUTCOME_FIELDS
from ..texts import tr
from .bases.polygons import IOU, PolygonAlgorithm
from .parameters import numbers
from .parameters import shared as p
from .reports import accuracy as accuracy_report


class DetectionAccuracy(PolygonAlgorithm):
    NAME = "detectionaccuracy"
    GROUP = "quality"
    TITLE = "Detection accuracy"
    TAGS = "accuracy,precision,recall,f1,average precision,map,validation,detections,lwganet"
    SHORT = "Compares detected polygons with reference polygons: precision, recall, F1, average precision."
    HELP = (
        "<p>A detection is right when the reference of its class that it overlaps most reaches the overlap "
        "asked for (IoU); each reference counts once, for the detection with the highest score. The result holds "
        "every detection as right (TP) or wrong (FP) and every reference that was missed (FN). The summary gives "
        "precision, recall, F1, average precision (area under the precision-recall curve, and the 11-point rule "
        "of older benchmarks) and the curve.</p>"
        "<p>References must be complete where there are detections: what nobody has drawn counts as wrong.</p>"
    )
    LAYERS = ("DETECTIONS", "REFERENCE")
    SINKS = (p.OUTPUT,)

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        self.add_layer("DETECTIONS", tr("Detections"))
        self.add_layer("REFERENCE", tr("Reference polygons"))
        self.add_fields(0.5, tr("Overlap from which on a detection is right."))
        self.addParameter(p.sink(p.OUTPUT, tr("Right, wrong and missed"), True))
        self.addParameter(p.html())

    def run_tool(self, values: dict[str, Any], context: Any, feedback: Any, scratch: Path) -> dict[str, Any]:
        paths = (str(scratch / name) for name in ("detections.jsonl", "references.jsonl", "judged.jsonl"))
        job = AccuracyJob(*paths, iou=numbers.read(self, values, IOU, context))
        crs = self.layers[0].sourceCrs()
        for index, target in enumerate((job.detections, job.references)):
            given = self.properties(values, context, index == 0)
            write_polygons(self.layers[index], crs, context, Path(target), feedback, given)
        result = self.run_engine(job, feedback)
        for line in accuracy_report.log_lines(result):
            feedback.pushInfo(line)
        destination = self.fill_sink(values, p.OUTPUT, context, feedback, crs, OUTCOME_FIELDS, job.judged)
        page = accuracy_report.html(self.request, result)
        return {p.OUTPUT: destination, **self.write_summary(values, context, page)}

    def styles(self) -> dict[str, styling.Styler]:
        return {p.OUTPUT: styling.outcomes()}
