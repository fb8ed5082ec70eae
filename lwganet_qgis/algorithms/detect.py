# SPDX-License-Identifier: GPL-3.0-or-later
"""Objects as rotated boxes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingParameterBoolean, QgsWkbTypes

from .. import model_library, styling
from ..core.jobs.detect import DetectJob
from ..engine.layers.inputs import EngineRaster
from ..engine.outputs.fields import OBJECT_FIELDS, in_unit
from ..texts import tr
from .bases.model import Asked, ModelAlgorithm
from .parameters import checks, numbers
from .parameters import shared as p
from .parameters.looks import looking

CLASSES, IOU, SCALES, CLIP = "CLASSES", "IOU", "SCALES", "CLIP"
POINTS, OUTPUT_DOTA = "POINTS", "OUTPUT_DOTA"
REACH = 2
"""Tiles. Where an object does not end in the view that it is seen in, those around it are looked at as well."""


class DetectObjects(ModelAlgorithm):
    TASK = "detection"
    NAME = "detectobjects"
    GROUP = "detect"
    TITLE = "Detect objects"
    ICON = "detect"
    TAGS = "deep learning,neural network,object detection,rotated,oriented,bounding box,buildings,lwganet"
    SHORT = "Finds objects in an image and draws a rotated box around each."
    HELP = (
        "<p>The result is a polygon for each object, with class, score (0 to 1), the direction of its long side "
        "(degrees clockwise from grid north, 0 to 180), length and width in metres on the ground, and area (in pixels "
        "where the image has no place on the ground). An object that lies across tiles is found once and whole.</p>"
        "<p>A model finds objects of the size in pixels that it was trained on: where the pixels of your image "
        "are larger or smaller on the ground than its description says, set the scales, or the ground resolution that "
        "the model sees.</p>"
    )
    SINKS = (p.OUTPUT, POINTS)
    RASTER_TARGETS = (p.UNFAMILIAR,)

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        self.addParameter(p.raster("INPUT", tr("Image"), tr("Raster layer to search.")))
        self.addParameter(p.model(self.TASK))
        classes = p.text(CLASSES, tr("Classes"), tr("Names or numbers of the classes to look for, with commas between "
                                                    "them; empty: all that the model knows."))  # fmt: skip
        self.addParameter(looking(classes, "classes", task=self.TASK, empty=tr("All that the model knows")))
        for parameter in p.common(self.TASK):
            self.addParameter(parameter)
        self.addParameter(
            p.own_threshold(tr("Smallest score (0 to 1)"), self.TASK,
                            tr("Objects that score less are left out; empty: the model's own."))
        )  # fmt: skip
        text = tr("Boxes of a class that share more of their union than this are one object; empty: the model's own.")
        self.addParameter(p.own_iou(IOU, self.TASK, text))
        self.addParameter(
            p.text(SCALES, tr("Scales"), tr("Sizes at which to look at the image, relative to its pixels, e.g. "
                                            "0.5,1: objects of all sizes are then merged. Empty: 1."), advanced=True)
        )  # fmt: skip
        clip = QgsProcessingParameterBoolean(CLIP, tr("Cut boxes at the edge of the image"), False)
        clip.setHelp(tr("What a box shows beyond the image is a guess. A box that is cut is no rectangle any more: its "
                        "area is that of what is left, its direction, length and width are those of the whole box."))
        self.addParameter(p.seldom(clip))
        self.addParameter(p.sink(p.OUTPUT, tr("Objects"), True))
        self.addParameter(p.sink(POINTS, tr("Points in the middle of objects"), False, point=True))
        self.addParameter(p.unfamiliar())
        self.addParameter(p.file(OUTPUT_DOTA, tr("Boxes as DOTA text (pixels)"), tr("Text files") + " (*.txt)"))
        self.addParameter(p.html())

    def check(self, values: dict[str, Any], context: Any) -> None:
        super().check(values, context)
        card = model_library.find(self.parameterAsString(values, p.MODEL, context), self.TASK)
        checks.parse_classes(self.parameterAsString(values, CLASSES, context), card)
        checks.parse_scales(self.parameterAsString(values, SCALES, context))
        checks.check_iou(self._iou(values, context))

    def file_targets(self) -> list[tuple[str, Any]]:
        return [*super().file_targets(), (OUTPUT_DOTA, (".txt",))]

    def _iou(self, values: dict[str, Any], context: Any) -> float | None:
        return numbers.read(self, values, IOU, context)

    def reach(self, values: dict[str, Any], context: Any) -> float:
        scales = checks.parse_scales(self.parameterAsString(values, SCALES, context))
        return REACH * super().reach(values, context) / min(scales, default=1.0)

    def job(
        self, values: dict[str, Any], context: Any, feedback: Any, asked: Asked, raster: EngineRaster, scratch: Path
    ) -> DetectJob:
        (image,) = asked.images
        dota = self.parameterAsFileOutput(values, OUTPUT_DOTA, context) if self.wanted(values, OUTPUT_DOTA) else ""
        return DetectJob(
            asked.model, image, asked.where, asked.cut,
            scales=checks.parse_scales(self.parameterAsString(values, SCALES, context)),
            threshold=numbers.read(self, values, p.THRESHOLD, context),
            iou=self._iou(values, context),
            classes=checks.parse_classes(self.parameterAsString(values, CLASSES, context), self.card),
            clip=self.parameterAsBool(values, CLIP, context),
            boxes=str(scratch / "objects.jsonl"),
            dota=self.stage.at(dota) if dota else "",
        )  # fmt: skip

    def finish(
        self, values: dict[str, Any], context: Any, feedback: Any, raster: EngineRaster, job: DetectJob, result: Any
    ) -> dict[str, Any]:
        kinds = {p.OUTPUT: QgsWkbTypes.Type.Polygon, POINTS: QgsWkbTypes.Type.Point}
        fields = in_unit(OBJECT_FIELDS, result.found.area_m2 is not None)
        results: dict[str, Any] = {
            name: self.fill_sink(values, name, context, feedback, raster.crs, fields, job.boxes, kind)
            for name, kind in kinds.items()
            if self.wanted(values, name)
        }
        if job.dota:
            results[OUTPUT_DOTA] = self.stage.target(job.dota)
        if not result.found.features:
            feedback.pushInfo(tr("No object scores as high as the threshold: the result is an empty layer."))
        return results

    def styles(self) -> dict[str, styling.Styler]:
        return {
            **self.more_styles(),
            p.OUTPUT: styling.object_boxes(self.card.knows.classes),
            POINTS: styling.class_points(self.card.knows.classes),
        }
