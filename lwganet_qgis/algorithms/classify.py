# SPDX-License-Identifier: GPL-3.0-or-later
"""A class for every cell of a grid, or for every polygon of a layer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingParameterFeatureSource,
    QgsProcessingUtils,
)

from .. import styling
from ..core.errors import InputError
from ..core.jobs.classify import ClassifyJob
from ..engine.layers.inputs import EngineRaster, write_polygons
from ..engine.outputs.features import write_classified
from ..engine.outputs.fields import SCENE_FIELDS, schema
from ..texts import tr
from .bases.model import Asked, ModelAlgorithm
from .parameters import numbers
from .parameters import shared as p

FEATURES = "FEATURES"


class ClassifyScenes(ModelAlgorithm):
    TASK = "classification"
    NAME = "classifyscenes"
    GROUP = "detect"
    TITLE = "Classify scenes"
    ICON = "classify"
    TAGS = "deep learning,neural network,scene classification,land use,grid,tiles,polygons,lwganet"
    SHORT = "Says what kind of scene each part of an image shows."
    HELP = (
        "<p>The image is cut into square cells of the model's tile size; the result is a polygon per cell with the "
        "best and the second-best class and their scores (0 to 1). With a polygon layer, its features are "
        "classified instead and keep their attributes.</p>"
        "<p>A model knows imagery like that it was trained on: look at its description (About…).</p>"
    )
    SINKS = (p.OUTPUT,)
    RASTER_TARGETS = (p.UNFAMILIAR,)

    def __init__(self) -> None:
        super().__init__()
        self.source: Any = None

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        self.addParameter(p.raster("INPUT", tr("Image"), tr("Raster layer to classify.")))
        self.addParameter(p.model(self.TASK))
        polygons = QgsProcessingParameterFeatureSource(
            FEATURES, tr("Polygons to classify"), [QgsProcessing.SourceType.TypeVectorPolygon], None, True
        )
        polygons.setHelp(tr("Classify these polygons instead of grid cells."))
        self.addParameter(polygons)
        for parameter in p.common(self.TASK):
            self.addParameter(parameter)
        self.addParameter(
            p.threshold(tr("Smallest score (0 to 1)"), 0.0, tr("Cells whose best class scores less are left out."))
        )
        self.addParameter(p.sink(p.OUTPUT, tr("Scenes"), True))
        self.addParameter(p.unfamiliar())
        self.addParameter(p.html())

    def prepareAlgorithm(self, values: dict[str, Any], context: Any, feedback: Any) -> bool:  # noqa: N802
        if values.get(FEATURES):
            self.source = self.parameterAsSource(values, FEATURES, context)
            if self.source is None:
                raise QgsProcessingException(self.invalidSourceError(values, FEATURES))
        return super().prepareAlgorithm(values, context, feedback)

    def job(
        self, values: dict[str, Any], context: Any, feedback: Any, asked: Asked, raster: EngineRaster, scratch: Path
    ) -> ClassifyJob:
        (image,) = asked.images
        threshold = numbers.read(self, values, p.THRESHOLD, context)
        zones = "" if self.source is None else str(scratch / "zones.jsonl")
        if zones and not write_polygons(self.source, raster.crs, context, Path(zones), feedback):
            raise InputError(
                tr("{} holds no polygon; choose another layer, or leave it empty to classify grid cells.").format(
                    FEATURES
                )
            )
        scenes = str(scratch / "scenes.jsonl")
        return ClassifyJob(asked.model, image, asked.where, asked.cut, zones, threshold, scenes)

    def finish(
        self, values: dict[str, Any], context: Any, feedback: Any, raster: EngineRaster, job: ClassifyJob, result: Any
    ) -> dict[str, Any]:
        if self.source is None:
            destination = self.fill_sink(values, p.OUTPUT, context, feedback, raster.crs, SCENE_FIELDS, job.scenes)
            return {p.OUTPUT: destination}
        fields = QgsProcessingUtils.combineFields(self.source.fields(), schema(SCENE_FIELDS))
        crs = raster.crs if raster.crs.isValid() else self.source.sourceCrs()
        sink, destination = self.open_sink(values, p.OUTPUT, context, feedback, fields, self.source.wkbType(), crs)
        without = write_classified(Path(job.scenes), self.source, raster, SCENE_FIELDS, sink, fields, context)
        sink.close()
        if without:
            feedback.pushWarning(
                tr("{} polygons got no class: outside the image, without data, or below the threshold.").format(without)
            )
        return {p.OUTPUT: destination}

    def styles(self) -> dict[str, styling.Styler]:
        return {**self.more_styles(), p.OUTPUT: styling.class_polygons(self.card.knows.classes)}
