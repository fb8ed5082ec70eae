# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tools that run a model over rasters have in common."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingContext

from .. import model_library
from ..core.protocol import Job, Result
from ..engine.copy_grid import widened
from ..engine.job import EngineRaster, extent_for
from . import checks, numbers, summary
from . import parameters as p
from .layers import LayerAlgorithm


class RasterAlgorithm(LayerAlgorithm):
    """A tool declares its task, the names of its rasters, its parameters and what it makes of a result."""

    TASK = ""

    def canExecute(self) -> tuple[bool, str]:  # noqa: N802
        if model_library.default_id(self.TASK) is None:
            return False, model_library.no_models(self.TASK)
        return True, ""

    def check(self, values: dict[str, Any], context: QgsProcessingContext) -> None:
        card = model_library.find(self.parameterAsString(values, p.MODEL, context), self.TASK)
        checks.check_scaling(str(values.get(p.SCALING) or "auto"))
        checks.check_device(self.parameterAsString(values, p.DEVICE, context))
        checks.check_tiles(
            numbers.read(self, values, p.TILE_SIZE, context),
            numbers.read(self, values, p.OVERLAP, context),
        )
        numbers.read(self, values, p.BATCH_SIZE, context)
        self._min_area(values, context)
        self._threshold(values, context)
        checks.check_bands(checks.parse_bands(values.get(p.BANDS)), card, self.valid_layers(values, context))
        super().check(values, context)

    def _threshold(self, values: dict[str, Any], context: QgsProcessingContext) -> float | None:
        if self.parameterDefinition(p.THRESHOLD) is None:
            return None
        return numbers.read(self, values, p.THRESHOLD, context)

    def _min_area(self, values: dict[str, Any], context: QgsProcessingContext) -> float:
        if self.parameterDefinition(p.MIN_AREA) is None:
            return 0.0
        return numbers.read(self, values, p.MIN_AREA, context)

    def run_layers(self, values: dict[str, Any], context: Any, feedback: Any, scratch: Path) -> dict[str, Any]:
        self.card = model_library.find(self.parameterAsString(values, p.MODEL, context), self.TASK)
        rasters = self.rasters(values, context, feedback, scratch)
        job = Job(
            **self.model_fields(values, context),
            **self.area_fields(rasters[0].crs, context, feedback, scratch),
            sources=tuple(raster.source(checks.parse_bands(values.get(p.BANDS))) for raster in rasters),
            **self.outputs(values, context, feedback, rasters[0], scratch),
        )
        result = self.run_engine(job, feedback)
        results = self.finish(values, context, feedback, rasters[0], job, result)
        for line in summary.log_lines(result, self.card):
            feedback.pushInfo(line)
        page = summary.html(self.displayName(), result, self.card)
        return {**results, **self.write_summary(values, context, page)}

    def rasters(self, values: dict[str, Any], context: Any, feedback: Any, scratch: Path) -> list[EngineRaster]:
        """What the engine reads of the layers."""
        first, *others = self.layers
        needed = self.extent
        if needed is not None:
            needed = widened(first, needed, self.card.gsd, self.reach(values, context))
        extents = [needed, *(extent_for(other, first, needed, context) for other in others)]
        return [
            self.open_layer(layer, extent, self.card.gsd, scratch, feedback)
            for layer, extent in zip(self.layers, extents)
        ]

    def reach(self, values: dict[str, Any], context: Any) -> float:
        """Pixels around the extent that its results depend on."""
        return numbers.read(self, values, p.TILE_SIZE, context) or self.card.tile_size

    def model_fields(self, values: dict[str, Any], context: Any) -> dict[str, Any]:
        """The job's fields that say what runs, and how."""
        return {
            "task": self.TASK,
            "model": str(self.card.folder),
            "scaling": str(values.get(p.SCALING) or "auto"),
            "tile_size": numbers.read(self, values, p.TILE_SIZE, context),
            "overlap": numbers.read(self, values, p.OVERLAP, context),
            "batch_size": numbers.read(self, values, p.BATCH_SIZE, context),
            "device": self.parameterAsString(values, p.DEVICE, context),
            "threshold": self._threshold(values, context),
            "min_area": self._min_area(values, context),
        }

    def outputs(
        self, values: dict[str, Any], context: Any, feedback: Any, raster: EngineRaster, scratch: Path
    ) -> dict[str, Any]:
        """The job's fields for what is asked for: output, confidence, features, zones, and the task's own."""
        return {}

    def finish(
        self, values: dict[str, Any], context: Any, feedback: Any, raster: EngineRaster, job: Job, result: Result
    ) -> dict[str, Any]:
        """Vectors into sinks; returns the results of the algorithm."""
        return {}
