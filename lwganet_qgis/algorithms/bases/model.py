# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tools that run a model over rasters have in common."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingContext

from ... import model_library, settings, styling
from ...core.jobs.parts.cut import Cut
from ...core.jobs.parts.model import Model
from ...core.jobs.parts.raster import RasterSource
from ...core.jobs.parts.where import Where
from ...engine.layers.copy_grid import widened
from ...engine.layers.inputs import EngineRaster, extent_for
from ...numbers import brief
from ...texts import tr
from ..parameters import checks, numbers
from ..parameters import shared as p
from ..parameters.models_at_hand import models_html
from ..reports import summary
from ..reports.request import Request
from .layers import LayerAlgorithm

MORE = {p.UNFAMILIAR: "unfamiliar", p.SPREAD: "spread"}
"""Rasters beside a tool's own results, and the job's fields for them."""
IOU = "IOU"
"""Of the tools that have it."""


@dataclass(frozen=True)
class Asked:
    """The parts of a job that all tools with a model have."""

    model: Model
    cut: Cut
    where: Where
    images: tuple[RasterSource, ...]


class ModelAlgorithm(LayerAlgorithm):
    """A tool declares its task, the names of its rasters, its parameters and what it makes of a result, and has

    `job(values, context, feedback, asked, raster, scratch)`, which gives what the engine shall do, with `asked` as
    the parts that all such jobs have and `raster` as the first of the tool's rasters.
    """

    TASK = ""

    def shortHelpString(self) -> str:  # noqa: N802
        return super().shortHelpString() + models_html(self.TASK)

    def canExecute(self) -> tuple[bool, str]:  # noqa: N802
        if model_library.default_id(self.TASK) is None:
            return False, model_library.no_models(self.TASK)
        return True, ""

    def check(self, values: dict[str, Any], context: QgsProcessingContext) -> None:
        card = model_library.find(self.parameterAsString(values, p.MODEL, context), self.TASK)
        checks.check_scaling(str(values.get(p.SCALING) or "auto"))
        checks.check_views(str(values.get(p.VIEWS) or 1), self.wanted(values, p.SPREAD))
        checks.check_device(self.parameterAsString(values, p.DEVICE, context))
        checks.check_resolution(p.resolution(values))
        checks.check_tiles(
            numbers.read(self, values, p.TILE_SIZE, context),
            numbers.read(self, values, p.OVERLAP, context),
        )
        numbers.read(self, values, p.BATCH_SIZE, context)
        for name in (p.MIN_AREA, p.THRESHOLD):
            if self.parameterDefinition(name) is not None:
                numbers.read(self, values, name, context)
        checks.check_bands(checks.parse_bands(values.get(p.BANDS)), card, self.valid_layers(values, context))
        super().check(values, context)

    def run_layers(self, values: dict[str, Any], context: Any, feedback: Any, scratch: Path) -> dict[str, Any]:
        self.card = model_library.find(self.parameterAsString(values, p.MODEL, context), self.TASK)
        rasters = self.rasters(values, context, feedback, scratch)
        bands = checks.parse_bands(values.get(p.BANDS))
        asked = Asked(
            self.model(values, context), self.cut(values, context),
            self.where(rasters[0].crs, context, feedback, scratch), tuple(raster.source(bands) for raster in rasters),
        )  # fmt: skip
        more = {name: self.staged_raster(values, name, context) for name in MORE if self.wanted(values, name)}
        job = self.job(values, context, feedback, asked, rasters[0], scratch)
        job = replace(job, **{MORE[name]: path for name, path in more.items()})
        result = self.run_engine(job, feedback)
        results = self.finish(values, context, feedback, rasters[0], job, result)
        results |= {name: self.stage.target(path) for name, path in more.items()}
        for line in summary.log_lines(result, self.card):
            feedback.pushInfo(line)
        page = summary.html(self._told(values), result, self.card)
        return {**results, **self.write_summary(values, context, page)}

    def rasters(self, values: dict[str, Any], context: Any, feedback: Any, scratch: Path) -> list[EngineRaster]:
        """What the engine reads of the layers."""
        first, *others = self.layers
        needed = self.extent
        if needed is not None:
            ground = self.ground(values)
            seen = 0.0 if p.resolution(values) == p.IMAGE else ground
            needed = widened(first, needed, ground, self.reach(values, context), seen)
        extents = [needed, *(extent_for(other, first, needed, context) for other in others)]
        return [
            self.open_layer(layer, extent, self.ground(values), scratch, feedback)
            for layer, extent in zip(self.layers, extents)
        ]

    def ground(self, values: dict[str, Any]) -> float:
        """Metres of a pixel that the model is to see, of layers that have no pixels of their own."""
        wish = p.resolution(values)
        return self.card.takes.gsd if wish in (p.IMAGE, p.OF_MODEL) else float(wish)

    def reach(self, values: dict[str, Any], context: Any) -> float:
        """Pixels around the extent that its results depend on."""
        return numbers.read(self, values, p.TILE_SIZE, context) or self.card.takes.tile_size

    def model(self, values: dict[str, Any], context: Any) -> Model:
        return Model(
            str(self.card.folder), self.parameterAsString(values, p.DEVICE, context), settings.threads(),
            scaling=str(values.get(p.SCALING) or "auto"), views=int(values.get(p.VIEWS) or 1),
        )  # fmt: skip

    def cut(self, values: dict[str, Any], context: Any) -> Cut:
        sizes = (numbers.read(self, values, name, context) for name in (p.TILE_SIZE, p.OVERLAP, p.BATCH_SIZE))
        return Cut(*sizes, resolution=p.resolution(values))

    def _told(self, values: dict[str, Any]) -> Request:
        """What was asked for, and what the model's own values were that stood for nothing given."""
        own = {p.THRESHOLD: self.card.knows.threshold, IOU: self.card.knows.iou}
        labels = {name: self.parameterDefinition(name) for name in own}
        more = tuple(
            (labels[name].description(), tr("{} (the model's own)").format(brief(value)))
            for name, value in own.items()
            if value is not None and labels[name] is not None and values.get(name) in (None, "")
        )
        return replace(self.request, settings=(*self.request.settings, *more))

    def more_styles(self) -> dict[str, styling.Styler]:
        """Of the rasters in `MORE`."""
        return {p.UNFAMILIAR: styling.unfamiliar_raster(), p.SPREAD: styling.spread_raster()}

    def known_classes(self) -> list[str]:
        return [entry.name for entry in self.card.knows.classes]

    def finish(
        self, values: dict[str, Any], context: Any, feedback: Any, raster: EngineRaster, job: Any, result: Any
    ) -> dict[str, Any]:
        """Vectors into sinks; returns the results of the algorithm."""
        return {}
