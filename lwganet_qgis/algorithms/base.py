# SPDX-License-Identifier: GPL-3.0-or-later
"""What the algorithms have in common: checks, the engine's run, results, summary."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFields,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsRasterLayer,
    QgsRectangle,
    QgsWkbTypes,
)
from qgis.PyQt.QtGui import QIcon

from .. import compat, model_library, settings, styling
from ..core.errors import EngineError, OutputError
from ..core.model_card import ModelCard
from ..core.protocol import Job, RasterSource, Result
from ..engine.client import run_job
from ..engine.environment import find_python
from ..engine.features import write_features
from ..engine.job import EngineRaster, engine_raster, extent_for, quiet_gdal, to_engine
from ..icons import icon, icon_path
from . import checks, summary
from . import parameters as p
from .texts import tr


class EngineAlgorithm(QgsProcessingAlgorithm):
    """Base of all tools. A tool declares the upper-case names, its parameters and its results."""

    TASK = ""
    NAME = ""
    TITLE = ""
    ICON = ""
    TAGS = ""
    SHORT = ""
    HELP = ""
    RASTERS: tuple[str, ...] = ("INPUT",)
    RASTER_TARGETS: tuple[str, ...] = ()
    SINKS: tuple[str, ...] = ()

    def __init__(self) -> None:
        super().__init__()
        self.layers: list[QgsRasterLayer] = []
        self.extent: QgsRectangle | None = None
        self.card: ModelCard | None = None
        self.targets: dict[str, str] = {}
        self.created: list[str] = []

    def createInstance(self) -> EngineAlgorithm:  # noqa: N802
        return type(self)()

    def name(self) -> str:
        return self.NAME

    def displayName(self) -> str:  # noqa: N802
        return tr(self.TITLE)

    def tags(self) -> list[str]:
        return self.TAGS.split(",")

    def shortDescription(self) -> str:  # noqa: N802
        return tr(self.SHORT)

    def shortHelpString(self) -> str:  # noqa: N802
        return f"<p>{tr(self.SHORT)}</p>{tr(self.HELP)}"

    def helpUrl(self) -> str:  # noqa: N802
        return "https://github.com/lwganet-qgis/lwganet_qgis#readme"

    def icon(self) -> QIcon:
        return icon(self.ICON)

    def svgIconPath(self) -> str:  # noqa: N802
        return icon_path(self.ICON)

    def canExecute(self) -> tuple[bool, str]:  # noqa: N802
        if model_library.default_id(self.TASK) is None:
            return False, model_library.no_models(self.TASK)
        return True, ""

    def checkParameterValues(self, values: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:  # noqa: N802
        try:
            self._check(values, context)
        except EngineError as error:
            return False, str(error)
        return super().checkParameterValues(values, context)

    def _check(self, values: dict[str, Any], context: QgsProcessingContext) -> None:
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
        sources = [layer.source() for layer in layers]
        for name, suffixes in self._file_targets():
            target = checks.file_of(_destination(values.get(name)))
            if target:
                checks.check_target(name, target, sources, suffixes)
        find_python(settings.engine_python(), settings.engine_folder())

    def _file_targets(self) -> list[tuple[str, Sequence[str]]]:
        rasters: list[tuple[str, Sequence[str]]] = [(name, (".tif", ".tiff")) for name in self.RASTER_TARGETS]
        return rasters + [(name, ()) for name in (*self.SINKS, p.OUTPUT_HTML)]

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

    def processAlgorithm(  # noqa: N802
        self, values: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Not on the main thread."""
        try:
            self.card = model_library.find(self.parameterAsString(values, p.MODEL, context), self.TASK)
            with tempfile.TemporaryDirectory(prefix="lwganet-", dir=QgsProcessingUtils.tempFolder()) as scratch:
                return self._run(values, context, feedback, Path(scratch))
        except Exception as error:
            for path in self.created:
                _remove(path)
            if isinstance(error, EngineError):
                raise QgsProcessingException(str(error)) from error
            raise
        finally:
            self.layers = []  # an exception's frames may outlive QGIS; its layers must not

    def _run(self, values: dict[str, Any], context: Any, feedback: Any, scratch: Path) -> dict[str, Any]:
        assert self.card is not None
        python = find_python(settings.engine_python(), settings.engine_folder())
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
        result = run_job(job, python, feedback)
        self.created += [path for path in result.outputs.values() if not path.startswith(str(scratch))]
        results = self.finish(values, context, feedback, rasters[0], job, result)
        results.update(self._summarise(values, context, feedback, result))
        self.targets = {name: value for name, value in results.items() if isinstance(value, str)}
        return results

    def outputs(
        self, values: dict[str, Any], context: Any, feedback: Any, raster: EngineRaster, scratch: Path
    ) -> dict[str, str]:
        """The job's fields for what is asked for: output, confidence, features, zones."""
        return {}

    def finish(
        self, values: dict[str, Any], context: Any, feedback: Any, raster: EngineRaster, job: Job, result: Result
    ) -> dict[str, Any]:
        """Vectors into sinks; returns the results of the algorithm."""
        return {}

    def wanted(self, values: dict[str, Any], name: str) -> bool:
        """Whether an optional destination was asked for."""
        return bool(_destination(values.get(name)))

    def fill_sink(
        self, values: dict[str, Any], name: str, context: Any, feedback: Any, raster: EngineRaster,
        fields: Sequence[tuple[str, str]], path: str,
    ) -> str:  # fmt: skip
        """Features of the engine into a sink; returns the destination's id."""
        schema = QgsFields()
        for field_name, kind in fields:
            schema.append(compat.field(field_name, kind))
        sink, destination = self.open_sink(values, name, context, schema, QgsWkbTypes.Type.Polygon, raster.crs)
        write_features(Path(path), [field_name for field_name, _ in fields], sink, feedback)
        del sink
        return destination

    def open_sink(
        self, values: dict[str, Any], name: str, context: Any, schema: QgsFields, kind: Any,
        crs: QgsCoordinateReferenceSystem,
    ) -> tuple[Any, str]:  # fmt: skip
        """Opened only now: a run that fails before leaves no file."""
        target = _destination(values.get(name))
        shared = target.startswith("ogr:") and os.path.exists(checks.file_of(target))
        sink, destination = self.parameterAsSink(values, name, context, schema, kind, crs)
        if sink is None:
            raise OutputError(f"{name} cannot be written; choose another file.")
        layer = context.temporaryLayerStore().mapLayer(destination)
        if layer is not None and not crs.isValid():
            layer.setCrs(crs)  # memory layers without a CRS are given EPSG:4326
        written = checks.file_of(destination)
        if os.path.isabs(written) and not shared:  # other layers of a database outlive a failed run
            self.created.append(written)
        return sink, destination

    def _summarise(self, values: dict[str, Any], context: Any, feedback: Any, result: Result) -> dict[str, str]:
        assert self.card is not None
        for line in summary.log_lines(result, self.card):
            feedback.pushInfo(line)
        if not self.wanted(values, p.OUTPUT_HTML):
            return {}
        path = self.parameterAsFileOutput(values, p.OUTPUT_HTML, context)
        try:
            Path(path).write_text(summary.html(self.displayName(), result, self.card), encoding="utf-8")
        except OSError as error:
            raise OutputError(f"{p.OUTPUT_HTML} cannot be written: {error}") from error
        return {p.OUTPUT_HTML: path}

    def styles(self, card: ModelCard) -> dict[str, styling.Styler]:
        """Style per output, from the lowest layer to the topmost."""
        return {}

    def postProcessAlgorithm(self, context: QgsProcessingContext, feedback: Any) -> dict[str, Any]:  # noqa: N802
        if self.card is not None:
            for order, (name, style) in enumerate(self.styles(self.card).items()):
                styling.style_on_load(context, self.targets.get(name, ""), style, order)
        return {}


def _destination(value: Any) -> str:
    """A destination's value as text; output definitions (from dialogs) hold it as a property."""
    if hasattr(value, "sink"):
        value = value.sink
    if hasattr(value, "staticValue"):
        value = value.staticValue()
    return str(value) if value else ""


def _remove(path: str) -> None:
    """A file and what GDAL writes beside it."""
    for name in (path, f"{path}.aux.xml"):
        try:
            os.unlink(name)
        except OSError:
            continue
