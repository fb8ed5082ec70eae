# SPDX-License-Identifier: GPL-3.0-or-later
"""What changed between two dates."""

from __future__ import annotations

from typing import Any

from .. import styling
from ..engine.features import CHANGE_FIELDS
from . import checks, tidying
from . import parameters as p
from .dense import DenseAlgorithm
from .texts import tr

PROBABILITY = "PROBABILITY"


class DetectChange(DenseAlgorithm):
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
        "mean probability.</p><p>Where the two images do not lie on each other, or differ in colour, <i>Check image "
        "pair</i> says by how much, and which SHIFT to enter here.</p><p>The card of a model says which kind of "
        "change it was trained for.</p>"
    )
    RASTERS = ("BEFORE", "AFTER")
    RASTER_TARGETS = (p.OUTPUT, PROBABILITY)
    SCORE = PROBABILITY
    FIELDS = CHANGE_FIELDS

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
        self.addParameter(p.mask())
        self.addParameter(
            p.text(p.SHIFT, tr("Shift of the later image (east,north)"),
                   tr("How far the later image is moved before the two are compared, in map units of the earlier one "
                      "(pixels, where it has no georeference), e.g. 3.5,-2. Check image pair tells it."), True)
        )  # fmt: skip
        for parameter in (p.match(), *p.tidying()):
            self.addParameter(parameter)
        self.addParameter(p.raster_out(p.OUTPUT, tr("Change"), True))
        self.addParameter(p.raster_out(PROBABILITY, tr("Probability of change"), False))
        self.addParameter(p.sink(p.POLYGONS, tr("Change polygons"), False))
        self.addParameter(p.html())

    def check(self, values: dict[str, Any], context: Any) -> None:
        checks.parse_shift(values.get(p.SHIFT))
        tidying.check(self, values, context)
        super().check(values, context)

    def reach(self, values: dict[str, Any], context: Any) -> float:
        return super().reach(values, context) + tidying.reach(self, values, context)

    def model_fields(self, values: dict[str, Any], context: Any) -> dict[str, Any]:
        return {
            **super().model_fields(values, context),
            **tidying.fields(self, values, context),
            "shift": checks.parse_shift(values.get(p.SHIFT)),
            "match": self.parameterAsBool(values, p.MATCH, context),
        }

    def styles(self) -> dict[str, styling.Styler]:
        return {
            PROBABILITY: styling.score_raster(),
            p.OUTPUT: styling.change_raster(self.card.classes),
            p.POLYGONS: styling.change_polygons(),
        }
