# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tools that run a model over rasters have in common."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingException, QgsRasterLayer, QgsRectangle

from .. import model_library
from ..core.protocol import Job, RasterSource, Result
from ..engine.job import EngineRaster, engine_raster, extent_for, quiet_gdal, to_engine
from . import checks, summary
from . import parameters as p
from .base import EngineAlgorithm


class RasterAlgorithm(EngineAlgorithm):
    """A tool declares its task, the names of its rasters, its parameters and what it makes of a result."""

    TASK = ""
    RASTERS: tuple[str, ...] = ("INPUT",)
    RASTER_TARGETS: tuple[str, ...] = ()

    def __init__(self) -> None:
        super().__init__()
        self.layers: list[QgsRasterLayer] = []
        self.extent: QgsRectangle | None = None

    def canExecute(self) -> tuple[bool, str]:  # noqa: N802
        if model_library.default_id(self.TASK) is None:
            return False, model_library.no_models(self.TASK)
        return True, ""

    def check(self, values: dict[str, Any], context: QgsProcessingContext) -> None:
        card = model_library.find(self.parameterAsString(values, p.MODEL, context), self.TASK)
        checks.check_scaling(str(values.get(p.SCALING) or "auto"))
        checks.check_device(self.parameterAsString(values, p.DEVICE, context))
        checks.check_numbers(
            self.parameterAsInt(values, p.TILE_SIZE, context),
            self.parameterAsInt(values, p.OVERLAP, context),
            self.parameterAsInt(values, p.BATCH_SIZE, context),
            self._min_area(values, context),
            self._threshold(values, context),
        )
        layers = [layer for layer in self._layers(values, context) if layer is not None and layer.isValid()]
        checks.check_bands(checks.parse_bands(values.get(p.BANDS)), card, layers)
        if layers:
            extent = self.parameterAsExtent(values, p.EXTENT, context, layers[0].crs())
            checks.check_extent(bool(values.get(p.EXTENT)), extent, layers[0])
        super().check(values, context)

    def sources(self, values: dict[str, Any], context: QgsProcessingContext) -> list[str]:
        return [layer.source() for layer in self._layers(values, context) if layer is not None and layer.isValid()]

    def file_targets(self) -> list[tuple[str, Sequence[str]]]:
        rasters: list[tuple[str, Sequence[str]]] = [(name, (".tif", ".tiff")) for name in self.RASTER_TARGETS]
        return rasters + super().file_targets()

    def _layers(self, values: dict[str, Any], context: QgsProcessingContext) -> list[QgsRasterLayer | None]:
        with quiet_gdal():
            return [self.parameterAsRasterLayer(values, name, context) for name in self.RASTERS]

    def _threshold(self, values: dict[str, Any], context: QgsProcessingContext) -> float | None:
        if self.parameterDefinition(p.THRESHOLD) is None:
            return None
        if values.get(p.THRESHOLD) is None and self.parameterDefinition(p.THRESHOLD).defaultValue() is None:
            return None
        return self.parameterAsDouble(values, p.THRESHOLD, context)

    def _min_area(self, values: dict[str, Any], context: QgsProcessingContext) -> float:
        if self.parameterDefinition(p.MIN_AREA) is None:
            return 0.0
        return self.parameterAsDouble(values, p.MIN_AREA, context)

    def prepareAlgorithm(self, values: dict[str, Any], context: QgsProcessingContext, feedback: Any) -> bool:  # noqa: N802
        for name, layer in zip(self.RASTERS, self._layers(values, context)):
            if layer is None:
                raise QgsProcessingException(self.invalidRasterError(values, name))
            with quiet_gdal():
                self.layers.append(layer.clone())
        if values.get(p.EXTENT):
            self.extent = self.parameterAsExtent(values, p.EXTENT, context, self.layers[0].crs())
        return True

    def run_tool(self, values: dict[str, Any], context: Any, feedback: Any, scratch: Path) -> dict[str, Any]:
        try:
            return self._run(values, context, feedback, scratch)
        finally:
            self.layers = []  # an exception's frames may outlive QGIS; its layers must not

    def _run(self, values: dict[str, Any], context: Any, feedback: Any, scratch: Path) -> dict[str, Any]:
        self.card = model_library.find(self.parameterAsString(values, p.MODEL, context), self.TASK)
        first, *others = self.layers
        extents = [self.extent, *(extent_for(other, first, self.extent, context) for other in others)]
        rasters = [
            engine_raster(layer, extent, self.card.gsd, scratch, feedback)
            for layer, extent in zip(self.layers, extents)
        ]
        bands = checks.parse_bands(values.get(p.BANDS))
        job = Job(
            task=self.TASK,
            model=str(self.card.folder),
            sources=tuple(RasterSource(raster.path, bands) for raster in rasters),
            extent=None if self.extent is None else to_engine(self.extent),
            scaling=str(values.get(p.SCALING) or "auto"),
            tile_size=self.parameterAsInt(values, p.TILE_SIZE, context),
            overlap=self.parameterAsInt(values, p.OVERLAP, context),
            batch_size=self.parameterAsInt(values, p.BATCH_SIZE, context),
            device=self.parameterAsString(values, p.DEVICE, context),
            threshold=self._threshold(values, context),
            min_area=self._min_area(values, context),
            **self.outputs(values, context, feedback, rasters[0], scratch),
        )
        result = self.run_engine(job, feedback, scratch)
        results = self.finish(values, context, feedback, rasters[0], job, result)
        for line in summary.log_lines(result, self.card):
            feedback.pushInfo(line)
        page = summary.html(self.displayName(), result, self.card)
        return {**results, **self.write_summary(values, context, page)}

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
