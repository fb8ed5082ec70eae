# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether two images are fit for change detection: overlap, resolution, registration, colour."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingOutputNumber, QgsProcessingOutputString

from ..compat import shows_results
from ..core.errors import InputError
from ..core.jobs.pair import PairJob
from ..core.records.record import to_json
from ..engine.layers.inputs import extent_for
from ..texts import tr
from .bases.layers import LayerAlgorithm
from .parameters import checks
from .parameters import shared as p
from .reports import pair as pair_report

SHIFT_X, SHIFT_Y, SHIFT_PIXELS, SHIFT_METRES = "SHIFT_X", "SHIFT_Y", "SHIFT_PIXELS", "SHIFT_METRES"
OVERLAP, DIFFERENCE, REPORT = "OVERLAP", "DIFFERENCE", "REPORT"


class CheckPair(LayerAlgorithm):
    NAME = "checkpair"
    GROUP = "change"
    TITLE = "Check image pair"
    ICON = "change"
    TAGS = "change,registration,coregistration,shift,offset,alignment,radiometry,two dates,before,after,lwganet"
    SHORT = "Says whether two images of one place lie on each other, and how much their colours differ."
    HELP = (
        "<p>The shift is estimated to a fraction of a pixel by phase correlation on up to nine windows, which change "
        "on the ground does not disturb. Enter it in <i>Detect change</i> as the shift of the later image, and that "
        "compares the images as they belong. Where the images have too little in common, or their parts disagree, the "
        "report says that the estimate is not reliable.</p>"
        "<p>Also told: the share of the extent where both images hold data, the size of a pixel on "
        "the ground, and how much the values of the two images differ before and after matching. No model is "
        "needed.</p>"
    )
    RASTERS = ("BEFORE", "AFTER")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        self.addParameter(p.raster("BEFORE", tr("Image before"), tr("The earlier image; shifts are in its map units.")))
        self.addParameter(p.raster("AFTER", tr("Image after"), tr("The later image.")))
        self.addParameter(
            p.bands(
                tr("Bands"), tr("Band numbers to look at, e.g. 3,2,1. Empty: red, green and blue, or what both have.")
            )
        )
        self.addParameter(p.extent())
        self.addParameter(p.accept_gaps())
        self.addParameter(p.html())
        for name, label in (
            (SHIFT_X, tr("Shift to the east (map units)")), (SHIFT_Y, tr("Shift to the north (map units)")),
            (SHIFT_PIXELS, tr("Shift (pixels)")), (SHIFT_METRES, tr("Shift (m)")),
            (OVERLAP, tr("Overlap (0 to 1)")), (DIFFERENCE, tr("Difference of the values (0 to 1)")),
        ):  # fmt: skip
            self.addOutput(QgsProcessingOutputNumber(name, label))
        self.addOutput(QgsProcessingOutputString(REPORT, tr("All figures, as JSON")))

    def check(self, values: dict[str, Any], context: Any) -> None:
        bands = checks.parse_bands(values.get(p.BANDS))
        for layer in self.valid_layers(values, context):
            if bands and max(bands) > layer.bandCount():
                raise InputError(
                    tr("BANDS names band {}; the last one of {} is {}.").format(
                        max(bands), layer.name(), layer.bandCount()
                    )
                )
        super().check(values, context)

    def run_layers(self, values: dict[str, Any], context: Any, feedback: Any, scratch: Path) -> dict[str, Any]:
        before, after = self.layers
        first = self.open_layer(before, self.extent, 1.0, scratch, feedback)
        second = self.open_layer(after, extent_for(after, before, self.extent, context), 1.0, scratch, feedback)
        bands = checks.parse_bands(values.get(p.BANDS))
        where = self.where(first.crs, context, feedback, scratch)
        job = PairJob(first.source(bands), second.source(bands), where)
        figures = self.run_engine(job, feedback).figures
        for line in pair_report.lines(figures):
            feedback.pushInfo(line)
        shift = figures.shift
        numbers = {
            SHIFT_X: shift.x, SHIFT_Y: shift.y, SHIFT_PIXELS: shift.pixels, SHIFT_METRES: shift.metres,
            OVERLAP: figures.overlap, DIFFERENCE: figures.radiometry.difference,
        }  # fmt: skip
        return {
            **{name: value if value is None else float(f"{value:.6g}") for name, value in numbers.items()},
            **({} if shows_results(feedback) else {REPORT: json.dumps(to_json(figures))}),
            **self.write_summary(values, context, pair_report.html(self.request, figures)),
        }
