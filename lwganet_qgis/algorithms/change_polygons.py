# SPDX-License-Identifier: GPL-3.0-or-later
"""Polygons of change from a probability raster that is kept: no model runs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingOutputNumber, QgsProcessingOutputString

from .. import styling
from ..core.jobs.change_polygons import ChangePolygonsJob, ChangePolygonsResult
from ..engine.layers.copy_grid import widened
from ..engine.outputs.fields import CHANGE_FIELDS, in_unit
from ..texts import tr
from .bases.layers import LayerAlgorithm
from .parameters import change_rules
from .parameters import shared as p
from .reports import summary

COUNT, AREA, COMPARED, PIXELS, HISTOGRAM = "COUNT", "AREA", "COMPARED", "PIXELS", "HISTOGRAM"
THRESHOLD = 0.5


class ChangePolygons(LayerAlgorithm):
    NAME = "changepolygons"
    GROUP = "change"
    TITLE = "Change polygons from probability"
    ICON = "change"
    TAGS = "change,probability,threshold,vectorize,polygons,opening,closing,morphology,simplify,lwganet"
    SHORT = "Makes change polygons of a probability raster, with another threshold or other rules than its run had."
    HELP = (
        "<p>Takes the probability raster that <i>Detect change</i> writes. No model runs, so it takes a moment where "
        "a run takes minutes. With the same settings the polygons are exactly those of the run.</p>"
        "<p>Pixels above the threshold are changed; closing joins pieces, opening removes specks; polygons smaller "
        "than the smallest one are left out. Nodata stays nodata and never counts as change.</p>"
    )
    RASTER_TARGETS = (p.OUTPUT,)
    SINKS = (p.POLYGONS,)

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        text = tr("Raster of probabilities from 0 to 1, as Detect change writes it.")
        self.addParameter(p.raster("INPUT", tr("Probability of change"), text))
        self.addParameter(p.extent())
        self.addParameter(p.mask())
        self.addParameter(
            p.threshold(tr("Threshold (0 to 1)"), THRESHOLD, tr("Pixels with a higher probability are changed."))
        )
        for parameter in p.tidying():
            self.addParameter(parameter)
        self.addParameter(p.min_area())
        self.addParameter(p.sink(p.POLYGONS, tr("Change polygons"), False, by_default=True))
        self.addParameter(p.raster_out(p.OUTPUT, tr("Change"), False))
        self.addParameter(p.html())
        self.addOutput(QgsProcessingOutputNumber(COUNT, tr("Number of polygons")))
        self.addOutput(QgsProcessingOutputNumber(AREA, tr("Area of the polygons (m², or pixels without a CRS)")))
        self.addOutput(QgsProcessingOutputNumber(COMPARED, tr("Area with data (m², or pixels without a CRS)")))
        self.addOutput(QgsProcessingOutputNumber(PIXELS, tr("Pixels with data")))
        self.addOutput(QgsProcessingOutputString(HISTOGRAM, tr("Pixels in 64 steps of probability from 0 to 1")))

    def check(self, values: dict[str, Any], context: Any) -> None:
        change_rules.rules(self, values, context)
        super().check(values, context)

    def run_layers(self, values: dict[str, Any], context: Any, feedback: Any, scratch: Path) -> dict[str, Any]:
        (layer,), needed = self.layers, self.extent
        if needed is not None:
            needed = widened(layer, needed, 1.0, change_rules.reach(self, values, context))
        raster = self.open_layer(layer, needed, 1.0, scratch, feedback)
        job = ChangePolygonsJob(
            probability=raster.source((1,)),
            where=self.where(raster.crs, context, feedback, scratch),
            rules=change_rules.rules(self, values, context),
            change=self.staged_raster(values, p.OUTPUT, context) if self.wanted(values, p.OUTPUT) else "",
            polygons=str(scratch / "polygons.jsonl"),
        )
        result = self.run_engine(job, feedback)
        for line in summary.short_lines(result):
            feedback.pushInfo(line)
        page = summary.short_html(self.request, result)
        return {
            **_figures(result),
            **({p.OUTPUT: self.stage.target(job.change)} if job.change else {}),
            **self._polygons(values, context, feedback, raster.crs, result, job.polygons),
            **self.write_summary(values, context, page),
        }

    def _polygons(
        self, values: dict[str, Any], context: Any, feedback: Any, crs: Any, result: ChangePolygonsResult, path: str
    ) -> dict[str, Any]:
        if not self.wanted(values, p.POLYGONS):
            return {}
        fields = in_unit(CHANGE_FIELDS, result.found.area_m2 is not None)
        return {p.POLYGONS: self.fill_sink(values, p.POLYGONS, context, feedback, crs, fields, path)}

    def styles(self) -> dict[str, styling.Styler]:
        return {p.OUTPUT: styling.change_raster(()), p.POLYGONS: styling.change_polygons()}


def _figures(result: ChangePolygonsResult) -> dict[str, Any]:
    found = result.found
    return {
        COUNT: found.features,
        AREA: result.changed.area,
        COMPARED: found.pixels if found.area_m2 is None else found.area_m2,
        PIXELS: found.pixels,
        HISTOGRAM: ",".join(str(count) for count in result.changed.histogram),
    }
