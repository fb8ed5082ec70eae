# SPDX-License-Identifier: GPL-3.0-or-later
"""A class for every pixel."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from .. import styling
from ..core.jobs.segment import SegmentJob
from ..engine.layers.inputs import EngineRaster
from ..engine.outputs.fields import SEGMENT_FIELDS
from ..texts import tr
from .bases.dense import DenseAlgorithm
from .bases.model import Asked
from .parameters import numbers
from .parameters import shared as p

CONFIDENCE = "CONFIDENCE"


class SegmentImage(DenseAlgorithm):
    TASK = "segmentation"
    NAME = "segmentimage"
    GROUP = "detect"
    TITLE = "Segment image"
    ICON = "segment"
    TAGS = "deep learning,neural network,land cover,semantic segmentation,classification,pixel,lwganet"
    SHORT = "Gives every pixel of an image a class, such as a kind of land cover."
    HELP = (
        "<p>The result is a raster of class numbers on the input's own grid, 255 where the input has no data. "
        "Optional: the score of the winning class (0 to 1), and polygons with class, area and mean score.</p>"
        "<p>A model knows imagery like that it was trained on: look at the ground resolution and the place named "
        "in its description (About…) before trusting it elsewhere.</p>"
    )
    RASTER_TARGETS = (p.OUTPUT, CONFIDENCE, p.UNFAMILIAR, p.SPREAD)
    SCORE = CONFIDENCE
    FIELDS = SEGMENT_FIELDS

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        self.addParameter(p.raster("INPUT", tr("Image"), tr("Raster layer to segment.")))
        self.addParameter(p.model(self.TASK))
        for parameter in p.common(self.TASK):
            self.addParameter(parameter)
        self.addParameter(p.min_area())
        self.addParameter(p.mask())
        self.addParameter(p.raster_out(p.OUTPUT, tr("Classes"), True))
        self.addParameter(p.raster_out(CONFIDENCE, tr("Confidence"), False))
        self.addParameter(p.sink(p.POLYGONS, tr("Class polygons"), False))
        self.addParameter(p.unfamiliar())
        self.addParameter(p.spread())
        self.addParameter(p.html())

    def job(
        self, values: dict[str, Any], context: Any, feedback: Any, asked: Asked, raster: EngineRaster, scratch: Path
    ) -> SegmentJob:
        (image,) = asked.images
        smallest = numbers.read(self, values, p.MIN_AREA, context)
        paths = self.paths(values, context, scratch)
        return SegmentJob(asked.model, image, asked.where, asked.cut, smallest, *paths)

    def finish(
        self, values: dict[str, Any], context: Any, feedback: Any, raster: EngineRaster, job: SegmentJob, result: Any
    ) -> dict[str, Any]:
        paths = job.classes, job.confidence, job.polygons
        return self.results(values, context, feedback, raster, paths, result.found.area_m2 is not None)

    def styles(self) -> dict[str, styling.Styler]:
        return {
            **self.more_styles(),
            CONFIDENCE: styling.confidence_raster(),
            p.OUTPUT: styling.class_raster(self.card.knows.classes),
            p.POLYGONS: styling.class_polygons(self.card.knows.classes),
        }
