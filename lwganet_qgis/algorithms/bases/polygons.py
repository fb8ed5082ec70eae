# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tools for layers of detections have in common: polygons with a score and perhaps a class."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from qgis.core import (
    QgsFeature,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
)

from ...core.errors import InputError
from ...texts import tr
from ..parameters import checks, numbers
from ..parameters import shared as p
from ..reports.request import Input
from .engine import EngineAlgorithm

SCORE_FIELD, CLASS_FIELD, IOU = "SCORE_FIELD", "CLASS_FIELD", "IOU"


class PolygonAlgorithm(EngineAlgorithm):
    """A tool names its layers, the one with scores first."""

    ICON = "detect"

    def __init__(self) -> None:
        super().__init__()
        self.layers: list[QgsProcessingFeatureSource] = []

    def add_layer(self, name: str, label: str) -> None:
        kinds = [QgsProcessing.SourceType.TypeVectorPolygon]
        self.addParameter(QgsProcessingParameterFeatureSource(name, label, kinds))

    def add_fields(self, iou: float, iou_help: str) -> None:
        kinds, parent = QgsProcessingParameterField.DataType, self.LAYERS[0]
        self.addParameter(
            QgsProcessingParameterField(SCORE_FIELD, tr("Field with the score"), "score", parent, kinds.Numeric)
        )
        by_class = QgsProcessingParameterField(
            CLASS_FIELD, tr("Field with the class"), None, parent, kinds.Any, False, True
        )
        by_class.setHelp(tr("Only polygons of one class are compared with each other; empty: all with all."))
        self.addParameter(by_class)
        self.addParameter(p.iou(IOU, iou_help, iou))

    def check(self, values: dict[str, Any], context: Any) -> None:
        for name in self.LAYERS:
            source = self.parameterAsSource(values, name, context)
            if source is None:
                continue  # the base says so
            wanted = {CLASS_FIELD: self.parameterAsString(values, CLASS_FIELD, context)}
            if name == self.LAYERS[0]:
                wanted[SCORE_FIELD] = self.parameterAsString(values, SCORE_FIELD, context)
            for parameter, field in wanted.items():
                if field and source.fields().lookupField(field) < 0:
                    has = ", ".join(field.name() for field in source.fields())
                    raise InputError(
                        tr("{} is '{}', which {} does not have. It has: {}.").format(
                            parameter, field, name, has or "–"
                        )
                    )
        checks.check_iou(numbers.read(self, values, IOU, context))
        super().check(values, context)

    def prepareAlgorithm(self, values: dict[str, Any], context: Any, feedback: Any) -> bool:  # noqa: N802
        for name in self.LAYERS:
            source = self.parameterAsSource(values, name, context)
            if source is None:
                raise QgsProcessingException(self.invalidSourceError(values, name))
            self.layers.append(source)
        labels = [self.parameterDefinition(name).description() for name in self.LAYERS]
        inputs = [Input(label, layer.sourceName()) for label, layer in zip(labels, self.layers)]
        self.remember(values, context, inputs, self.layers[0].sourceCrs().isValid())
        return True

    def properties(self, values: dict[str, Any], context: Any, scored: bool) -> Callable[[QgsFeature], dict[str, Any]]:
        """What the engine is told of each polygon."""
        by_score = self.parameterAsString(values, SCORE_FIELD, context)
        by_class = self.parameterAsString(values, CLASS_FIELD, context)

        def read(feature: QgsFeature) -> dict[str, Any]:
            found = {"class": str(feature[by_class])} if by_class else {}
            if not scored:
                return found
            score = feature[by_score]
            try:
                number = float(score)
            except (TypeError, ValueError):
                number = math.nan
            if not math.isfinite(number):
                raise InputError(
                    tr("Polygon {} of {} has no number in '{}'.").format(feature.id(), self.LAYERS[0], by_score)
                )
            return {**found, "score": number}

        return read
