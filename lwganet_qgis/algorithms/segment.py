# SPDX-License-Identifier: GPL-3.0-or-later
"""A class for every pixel."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from .. import styling
from ..core.model_card import ModelCard
from ..core.protocol import Job, Result
from ..engine.features import SEGMENT_FIELDS
from ..engine.job import EngineRaster
from . import parameters as p
from .base import EngineAlgorithm
from .texts import tr

CONFIDENCE = "CONFIDENCE"


class SegmentImage(EngineAlgorithm):
    TASK = "segmentation"
    NAME = "segmentimage"
    TITLE = "Segment image"
    ICON = "segment"
    TAGS = "deep learning,neural network,land cover,semantic segmentation,classification,pixel,lwganet"
    SHORT = "Gives every pixel of an image a class, such as a kind of land cover."
    HELP = (
        "<p>The result is a raster of class numbers on the input's own grid, 255 where the input has no data. "
        "Optional: the score of the winning class (0 to 1), and polygons with class, area and mean score.</p>"
        "<p>A model knows imagery like that it was trained on: look at the ground resolution and the place named "
        "in its card before trusting it elsewhere.</p>"
    )
    RASTER_TARGETS = (p.OUTPUT, CONFIDENCE)
    SINKS = (p.POLYGONS,)

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        self.addParameter(p.raster("INPUT", tr("Image"), tr("Raster layer to segment.")))
        self.addParameter(p.model(self.TASK))
        for parameter in p.common():
            self.addParameter(parameter)
        self.addParameter(p.min_area())
        self.addParameter(p.raster_out(p.OUTPUT, tr("Classes"), True))
        self.addParameter(p.raster_out(CONFIDENCE, tr("Confidence"), False))
        self.addParameter(p.sink(p.POLYGONS, tr("Class polygons"), False))
        self.addParameter(p.html())

    def outputs(
        self, values: dict[str, Any], context: Any, feedback: Any, raster: EngineRaster, scratch: Path
    ) -> dict[str, str]:
        outputs = {"output": self.parameterAsOutputLayer(values, p.OUTPUT, context)}
        if self.wanted(values, CONFIDENCE):
            outputs["confidence"] = self.parameterAsOutputLayer(values, CONFIDENCE, context)
        if self.wanted(values, p.POLYGONS):
            outputs["features"] = str(scratch / "polygons.jsonl")
        return outputs

    def finish(
        self, values: dict[str, Any], context: Any, feedback: Any, raster: EngineRaster, job: Job, result: Result
    ) -> dict[str, Any]:
        results = {p.OUTPUT: job.output}
        if job.confidence:
            results[CONFIDENCE] = job.confidence
        if job.features:
            results[p.POLYGONS] = self.fill_sink(
                values, p.POLYGONS, context, feedback, raster, SEGMENT_FIELDS, job.features
            )
        return results

    def styles(self, card: ModelCard) -> dict[str, styling.Styler]:
        return {
            CONFIDENCE: styling.score_raster(),
            p.OUTPUT: styling.class_raster(card.classes),
            p.POLYGONS: styling.class_polygons(card.classes),
        }
