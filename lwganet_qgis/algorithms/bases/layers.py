# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tools that read raster layers have in common: layers, extent, mask, names of results."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsRasterLayer,
    QgsRectangle,
)

from ...core.errors import InputError
from ...core.jobs.parts.job import Job
from ...core.jobs.parts.where import Where
from ...core.records.record import moved
from ...engine.layers import dates
from ...engine.layers.file_copy import copy_file
from ...engine.layers.inputs import EngineRaster, engine_raster, own_copy, to_engine, write_polygons
from ...engine.layers.services import Gaps
from ...engine.layers.unstyled import quiet_gdal
from ...texts import tr
from ..parameters import checks
from ..parameters import shared as p
from ..reports.request import Input
from .engine import EngineAlgorithm, Result


class LayerAlgorithm(EngineAlgorithm):
    """A tool declares the names of its rasters and of its raster results, and has

    `run_layers(values, context, feedback, scratch)`, which does the work with `layers`, copies of
    the project's that live as long as the run, `extent` (first layer's CRS) and `mask`.
    """

    RASTERS: tuple[str, ...] = ("INPUT",)
    RASTER_TARGETS: tuple[str, ...] = ()

    def __init__(self) -> None:
        super().__init__()
        self.layers: list[QgsRasterLayer] = []
        self.extent: QgsRectangle | None = None
        self.mask: QgsProcessingFeatureSource | None = None
        self.accept_gaps = False
        self.notes: list[str] = []
        self.opened: dict[str, str] = {}
        self.copies: dict[str, str] = {}

    def check(self, values: dict[str, Any], context: QgsProcessingContext) -> None:
        layers = self.valid_layers(values, context)
        if layers:
            checks.check_extent_crs(values.get(p.EXTENT), layers[0])
            extent = self.parameterAsExtent(values, p.EXTENT, context, layers[0].crs())
            checks.check_extent(bool(values.get(p.EXTENT)), extent, layers[0])
        super().check(values, context)

    def given_layers(self, values: dict[str, Any], context: QgsProcessingContext) -> list[QgsRasterLayer | None]:
        with quiet_gdal():
            for name in self.RASTERS:
                self.parameterDefinition(name).checkValueIsAcceptable(values.get(name), context)  # opens it
            return [self.parameterAsRasterLayer(values, name, context) for name in self.RASTERS]

    def valid_layers(self, values: dict[str, Any], context: QgsProcessingContext) -> list[QgsRasterLayer]:
        return [layer for layer in self.given_layers(values, context) if layer is not None and layer.isValid()]

    def sources(self, values: dict[str, Any], context: QgsProcessingContext) -> list[str]:
        rasters = [layer.source() for layer in self.valid_layers(values, context)]
        return rasters + super().sources(values, context)

    def file_targets(self) -> list[tuple[str, Sequence[str]]]:
        rasters: list[tuple[str, Sequence[str]]] = [(name, (".tif", ".tiff")) for name in self.RASTER_TARGETS]
        return rasters + super().file_targets()

    def prepareAlgorithm(self, values: dict[str, Any], context: QgsProcessingContext, feedback: Any) -> bool:  # noqa: N802
        for name, layer in zip(self.RASTERS, self.given_layers(values, context)):
            if layer is None:
                raise QgsProcessingException(self.invalidRasterError(values, name))
            self.layers.append(own_copy(layer))
        self.read_area(values, context)
        return True

    def inputs(self) -> list[Input]:
        labels = [self.parameterDefinition(name).description() for name in self.RASTERS]
        return [Input(label, layer.name(), dates.guess(layer)) for label, layer in zip(labels, self.layers)]

    def read_area(self, values: dict[str, Any], context: QgsProcessingContext) -> None:
        """Extent and mask, where they are given; on the main thread."""
        self.remember(values, context, self.inputs(), self.layers[0].crs().isValid())
        self.accept_gaps = self.parameterAsBool(values, p.ACCEPT_GAPS, context)
        if values.get(p.EXTENT):
            self.extent = self.parameterAsExtent(values, p.EXTENT, context, self.layers[0].crs())
        if self.parameterDefinition(p.MASK) is not None and values.get(p.MASK):
            self.mask = self.parameterAsSource(values, p.MASK, context)
            if self.mask is None:
                raise QgsProcessingException(self.invalidSourceError(values, p.MASK))

    def run_tool(self, values: dict[str, Any], context: Any, feedback: Any, scratch: Path) -> dict[str, Any]:
        try:
            return self.run_layers(values, context, feedback, scratch)
        finally:
            self.layers, self.mask = [], None  # an exception's frames may outlive QGIS; its layers must not

    def open_layer(
        self, layer: QgsRasterLayer, extent: QgsRectangle | None, gsd: float, scratch: Path, feedback: Any
    ) -> EngineRaster:
        """What the engine reads of a layer; see `engine_raster`."""
        gaps = Gaps(self.accept_gaps)
        raster = engine_raster(layer, extent, gsd, scratch, feedback, gaps)
        self.opened[raster.path] = layer.name()
        if gaps.places:
            self.doubt([gaps.text(layer)], feedback)
        return raster

    def doubt(self, sentences: Sequence[str], feedback: Any) -> None:
        """What may be wrong, for the log and the summary."""
        for text in sentences:
            self.notes.append(text)
            feedback.pushWarning(text)

    def run_engine(self, job: Job[Result], feedback: Any) -> Result:
        """As of all tools; what only QGIS's GDAL can read is copied, and the run tried once more."""
        try:
            result = super().run_engine(moved(job, self.copies), feedback)
        except InputError as error:
            if not self._copied(error.path, feedback):
                raise
            return self.run_engine(job, feedback)
        ran = replace(result.ran, warnings=(*self.notes, *result.ran.warnings))
        return replace(result, ran=ran)

    def _copied(self, path: str, feedback: Any) -> bool:
        """Whether there is now a copy of a file that the engine could not read."""
        if path not in self.opened:
            return False
        name = self.opened.pop(path)
        feedback.pushInfo(tr("{} is no file that the engine can open; it is copied first.").format(name))
        target = self.scratch / f"read-{len(self.copies)}.tif"
        if not copy_file(path, target, feedback):
            return False
        self.copies[path] = str(target)
        return True

    def where(
        self, crs: QgsCoordinateReferenceSystem, context: Any, feedback: Any, scratch: Path, grid: str = ""
    ) -> Where:
        """Where to work, in a CRS: extent, and the mask as a file."""
        extent, mask = None if self.extent is None else to_engine(self.extent), ""
        if self.mask is not None:
            mask = str(scratch / "mask.jsonl")
            if not write_polygons(self.mask, crs, context, Path(mask), feedback):
                raise InputError(tr("MASK has no polygons (or none is selected); draw some, or leave it out."))
        return Where(extent, mask, grid)
