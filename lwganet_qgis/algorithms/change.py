# SPDX-License-Identifier: GPL-3.0-or-later
"""What changed between two dates."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from .. import styling
from ..core.jobs.change import ChangeJob
from ..core.jobs.parts.pairing import Pairing
from ..engine.layers.inputs import EngineRaster
from ..engine.outputs.fields import CHANGE_FIELDS
from ..texts import tr
from .bases.dense import DenseAlgorithm
from .bases.model import Asked
from .parameters import change_rules, checks, two_dates
from .parameters import shared as p
from .parameters.looks import looking

PROBABILITY = "PROBABILITY"


class DetectChange(DenseAlgorithm):
    TASK = "change"
    NAME = "detectchange"
    GROUP = "change"
    TITLE = "Detect change"
    ICON = "change"
    TAGS = "deep learning,neural network,change detection,two dates,bitemporal,before,after,lwganet"
    SHORT = "Finds what changed between two images of one place."
    HELP = (
        "<p>The after image may differ in CRS, extent and resolution: it is warped onto the before image's grid, and "
        "the extent that both have is used. The result is a raster with 1 where something changed, 0 where not, "
        "and 255 where either image has no data. Optional: the probability of change, and polygons with area and "
        "mean probability.</p><p>Where the two images do not lie on each other, or differ in colour, <i>Check image "
        "pair</i> says by how much; the button beside the shift measures and enters it.</p><p>A model's description "
        "(About…) says which kind of change it was trained for.</p>"
    )
    RASTERS = ("BEFORE", "AFTER")
    RASTER_TARGETS = (p.OUTPUT, PROBABILITY, p.UNFAMILIAR, p.SPREAD)
    SCORE = PROBABILITY
    FIELDS = CHANGE_FIELDS

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        self.addParameter(p.raster("BEFORE", tr("Image before"), tr("The earlier image; results lie on its grid.")))
        self.addParameter(p.raster("AFTER", tr("Image after"), tr("The later image.")))
        self.addParameter(p.model(self.TASK))
        for parameter in p.common(self.TASK):
            self.addParameter(parameter)
        self.addParameter(
            p.own_threshold(tr("Threshold (0 to 1)"), self.TASK,
                            tr("Smallest probability that counts as change; empty: the model's own."))
        )  # fmt: skip
        self.addParameter(p.min_area())
        self.addParameter(p.mask())
        shift = p.text(
            p.SHIFT, tr("Shift of the later image (east,north)"),
            tr("How far the later image is moved before the two are compared, in map units of the earlier one "
               "(pixels, where it has no georeference), e.g. 3.5,-2. Check image pair tells it."), True,
        )  # fmt: skip
        self.addParameter(looking(shift, "shift", empty=tr("none")))
        for parameter in (p.match(), *p.tidying()):
            self.addParameter(parameter)
        self.addParameter(p.raster_out(p.OUTPUT, tr("Change"), True))
        self.addParameter(p.raster_out(PROBABILITY, tr("Probability of change"), False))
        self.addParameter(p.sink(p.POLYGONS, tr("Change polygons"), False))
        self.addParameter(p.unfamiliar())
        self.addParameter(p.spread())
        self.addParameter(p.html())

    def check(self, values: dict[str, Any], context: Any) -> None:
        checks.parse_shift(values.get(p.SHIFT))
        two_dates.check_apart(self.valid_layers(values, context))
        change_rules.rules(self, values, context)
        super().check(values, context)

    def prepareAlgorithm(self, values: dict[str, Any], context: Any, feedback: Any) -> bool:  # noqa: N802
        prepared = super().prepareAlgorithm(values, context, feedback)
        self.doubt(two_dates.doubts(self.layers), feedback)
        return prepared

    def reach(self, values: dict[str, Any], context: Any) -> float:
        return super().reach(values, context) + change_rules.reach(self, values, context)

    def job(
        self, values: dict[str, Any], context: Any, feedback: Any, asked: Asked, raster: EngineRaster, scratch: Path
    ) -> ChangeJob:
        before, after = asked.images
        shift = checks.parse_shift(values.get(p.SHIFT))
        pairing = Pairing(shift, self.parameterAsBool(values, p.MATCH, context))
        rules, paths = change_rules.rules(self, values, context), self.paths(values, context, scratch)
        return ChangeJob(asked.model, before, after, pairing, asked.where, asked.cut, rules, *paths)

    def finish(
        self, values: dict[str, Any], context: Any, feedback: Any, raster: EngineRaster, job: ChangeJob, result: Any
    ) -> dict[str, Any]:
        paths = job.change, job.probability, job.polygons
        return self.results(values, context, feedback, raster, paths, result.found.area_m2 is not None)

    def styles(self) -> dict[str, styling.Styler]:
        return {
            **self.more_styles(),
            PROBABILITY: styling.probability_raster(),
            p.OUTPUT: styling.change_raster(self.card.knows.classes),
            p.POLYGONS: styling.change_polygons(),
        }
