# SPDX-License-Identifier: GPL-3.0-or-later
"""What changed between two dates."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from .. import styling
from ..core.model_card import ModelCard
from ..core.protocol import Job, Result
from ..engine.features import CHANGE_FIELDS
from ..engine.job import EngineRaster
from . import parameters as p
from .base import EngineAlgorithm
from .texts import tr

PROBABILITY = "PROBABILITY"


class DetectChange(EngineAlgorithm):
    TASK = "change"
    NAME = "detectchange"
    TITLE = "Detect change"
    ICON = "change"
    TAGS = "deep learning,neural network,change detection,two dates,bitemporal,before,after,lwganet"
    SHORT = "Finds what changed between two images of one place."
    HELP = (
        "<p>The after image may differ in CRS, extent and resolution: it is warped onto the before image's grid, and "
        "the extent that both have is used. The result is a raster with 1 where something changed, 0 where not, "
        "and 255 where either image has no data. Optional: the probability of change, and polygons with area and "
        "mean probability.</p><p>The card of a model says which kind of change it was trained for.</p>"
    )
    RASTERS = ("BEFORE", "AFTER")
    RASTER_TARGETS = (p.OUTPUT, PROBABILITY)
    SINKS = (p.POLYGONS,)

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        self.addParameter(p.raster("BEFORE", tr("Image before"), tr("The earlier image; results lie on its grid.")))
        self.addParameter(p.raster("AFTER", tr("Image after"), tr("The later image.")))
        self.addParameter(p.model(self.TASK))
        for parameter in p.common():
            self.addParameter(parameter)
        self.addParameter(
            p.threshold(tr("Threshold (0 to 1)"), None, tr("Smallest probability that counts as change; empty: "
                                                           "the model's own."))
        )  # fmt: skip
        self.addParameter(p.min_area())
        self.addParameter(p.raster_out(p.OUTPUT, tr("Change"), True))
        self.addParameter(p.raster_out(PROBABILITY, tr("Probability of change"), False))
        self.addParameter(p.sink(p.POLYGONS, tr("Change polygons"), False))
        self.addParameter(p.html())

    def outputs(
        self, values: dict[str, Any], context: Any, feedback: Any, raster: EngineRaster, scratch: Path
    ) -> dict[str, str]:
        outputs = {"output": self.parameterAsOutputLayer(values, p.OUTPUT, context)}
        if self.wanted(values, PROBABILITY):
            outputs["confidence"] = self.parameterAsOutputLayer(values, PROBABILITY, context)
        if self.wanted(values, p.POLYGONS):
            outputs["features"] = str(scratch / "polygons.jsonl")
        return outputs

    def finish(
        self, values: dict[str, Any], context: Any, feedback: Any, raster: EngineRaster, job: Job, result: Result
    ) -> dict[str, Any]:
        results = {p.OUTPUT: job.output}
        if job.confidence:
            results[PROBABILITY] = job.confidence
        if job.features:
            results[p.POLYGONS] = self.fill_sink(
                values, p.POLYGONS, context, feedback, raster, CHANGE_FIELDS, job.features
            )
        return results

    def styles(self, card: ModelCard) -> dict[str, styling.Styler]:
        return {
            PROBABILITY: styling.score_raster(),
            p.OUTPUT: styling.change_raster(card.classes),
            p.POLYGONS: styling.change_polygons(),
        }
