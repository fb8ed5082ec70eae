# SPDX-License-Identifier: GPL-3.0-or-later
"""Of polygons that overlap, the one with the highest score."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..core.jobs.suppress import SuppressJob
from ..engine.layers.inputs import write_polygons
from ..engine.outputs.features import read_lines
from ..texts import tr
from .bases.polygons import IOU, PolygonAlgorithm
from .parameters import numbers
from .parameters import shared as p


class NonMaximumSuppression(PolygonAlgorithm):
    NAME = "nonmaximumsuppression"
    GROUP = "detect"
    TITLE = "Non-maximum suppression"
    TAGS = "nms,duplicates,overlap,detections,rotated,bounding boxes,score,lwganet"
    SHORT = "Of polygons that overlap, keeps the one with the highest score."
    HELP = (
        "<p>For detections of several runs, models or dates in one layer. Overlap is the area that two polygons "
        "share, divided by the area that they cover together (IoU); it is exact for polygons of any form, rotated "
        "ones too. With a class field, only polygons of one class are compared.</p>"
    )
    LAYERS = ("INPUT",)
    SINKS = (p.OUTPUT,)

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        self.add_layer("INPUT", tr("Polygons"))
        self.add_fields(0.1, tr("Of polygons that overlap this much or more, one stays."))
        self.addParameter(p.sink(p.OUTPUT, tr("Best polygons"), True))

    def run_tool(self, values: dict[str, Any], context: Any, feedback: Any, scratch: Path) -> dict[str, Any]:
        source = self.layers[0]
        job = SuppressJob(
            str(scratch / "in.jsonl"), str(scratch / "out.jsonl"), numbers.read(self, values, IOU, context)
        )
        given = self.properties(values, context, True)
        count = write_polygons(source, source.sourceCrs(), context, Path(job.polygons), feedback, given)
        result = self.run_engine(job, feedback)
        kept = {properties["source_id"] for _, properties in read_lines(Path(job.kept))}
        feedback.pushInfo(tr("{} of {} polygons kept.").format(result.kept, count))
        sink, destination = self.open_sink(
            values, p.OUTPUT, context, feedback, source.fields(), source.wkbType(), source.sourceCrs()
        )
        for feature in source.getFeatures():
            if feature.id() in kept:
                sink.add(feature)
        sink.close()
        return {p.OUTPUT: destination}
