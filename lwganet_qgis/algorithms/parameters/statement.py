# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person says of a graph that does not say it itself."""

from __future__ import annotations

import re
from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterNumber,
)

from ...core.errors import InputError
from ...core.jobs.parts.statement import FORMS, NORMALISATIONS, Statement, normalisation
from ...texts import tr
from . import checks, numbers
from . import shared as p
from .forms import form_text

FORM, GRAPH_OUTPUT, BAND_NAMES, COLORS = "FORM", "GRAPH_OUTPUT", "BAND_NAMES", "COLORS"
NORMALIZATION, MEAN, STD, VALUE_RANGE = "NORMALIZATION", "MEAN", "STD", "VALUE_RANGE"
AUTO = "auto"
FORM_CHOICES, NORMALIZATION_CHOICES = (AUTO, *FORMS), (AUTO, *NORMALISATIONS)
COLOR = re.compile(r"#[0-9a-fA-F]{6}")
INTEGER = QgsProcessingParameterNumber.Type.Integer


def parameters() -> list[QgsProcessingParameterDefinition]:
    by_file = {AUTO: tr("As the file says")}
    words = {**by_file, **{form: form_text(form) for form in FORMS}}
    form = p.choice(FORM, tr("What an ONNX file gives"), words, AUTO, tr(
        "For a file that does not say it; without this you are told what fits. auto: as the file says. map_…: of each "
        "pixel a value for each class (logits, probabilities that add up to 1, or independent of each other), or one "
        "channel (a probability, its logit, or the numbers of the classes). scene_…: the same of a whole image. "
        "boxes_…: as YOLO v5 and v7, v6, v8 and later write them, turned (obb), in shares of the image (RT-DETR), or "
        "listed by the graph itself."
    ))  # fmt: skip
    fed_as = {
        **by_file, "none": tr("Values as they are"), "unit": tr("Values as 0 to 1"),
        "imagenet": tr("Values by ImageNet's mean and deviation"),
    }  # fmt: skip
    words = {name: fed_as[name] for name in NORMALIZATION_CHOICES}
    fed = p.choice(NORMALIZATION, tr("What an ONNX file is fed"), words, AUTO, tr(
        "auto: as the file says, else unit. none: the values as they are; unit: 0 to 1; imagenet: with ImageNet's mean "
        "and standard deviation."
    ))  # fmt: skip
    return [
        form,
        p.text(GRAPH_OUTPUT, tr("Name of the output that counts"), tr("Empty: its only one."), advanced=True),
        p.text(BAND_NAMES, tr("What its bands are"),
               tr("In its order, with commas between them, e.g. red,green,blue,nir."), advanced=True),
        p.text(COLORS, tr("Colours of the classes"), tr("As #rrggbb, with commas between them."), advanced=True),
        p.seldom(fed),
        p.text(MEAN, tr("Mean of its bands"), tr("Instead of the above: what is subtracted from values of its range, "
                                                 "of one band or of each."), advanced=True),
        p.text(STD, tr("Standard deviation of its bands"), tr("What they are divided by after that."), advanced=True),
        p.text(VALUE_RANGE, tr("Range of its values"),
               tr("Smallest and largest value of the images that it was trained on, e.g. 0,10000. Empty: 0 to 255."),
               advanced=True),
        p.seldom(p.number(p.TILE_SIZE, tr("Tile size (pixels, 0: the file's)"), 0, INTEGER,
                          tr("Side of the images that it was trained on."))),
    ]  # fmt: skip


def read(tool: QgsProcessingAlgorithm, values: dict[str, Any], context: QgsProcessingContext) -> Statement:
    """Raises InputError naming the parameter and what it may be."""

    def text(name: str) -> str:
        return tool.parameterAsString(values, name, context).strip()

    value_range = _range(text(VALUE_RANGE))
    mean, std = (_numbers(name, text(name)) for name in (MEAN, STD))
    fed = _choice(NORMALIZATION, text(NORMALIZATION), NORMALIZATION_CHOICES)
    if fed and (mean or std):
        raise InputError(tr("NORMALIZATION is {} and MEAN or STD are given; leave out one or the other.").format(fed))
    if bool(mean) != bool(std):
        raise InputError(tr("MEAN and STD belong together; give both, or neither."))
    if fed:
        mean, std = normalisation(fed, value_range)
    return Statement(
        _choice(FORM, text(FORM), FORM_CHOICES), text(GRAPH_OUTPUT), _parts(text(BAND_NAMES)), _colors(text(COLORS)),
        value_range, mean, std, numbers.read(tool, values, p.TILE_SIZE, context),
    )  # fmt: skip


def _choice(name: str, given: str, choices: tuple[str, ...]) -> str:
    """Empty where it is `AUTO`."""
    if given not in ("", *choices):
        raise InputError(tr("{} is '{}'; write one of {}.").format(name, given, ", ".join(choices)))
    return "" if given == AUTO else given


def _parts(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (part.strip() for part in text.split(","))))


def _colors(text: str) -> tuple[str, ...]:
    colors = _parts(text)
    if not all(COLOR.fullmatch(color) for color in colors):
        raise InputError(
            tr("COLORS is '{}'; write colours as #rrggbb with commas between them, one for each class.").format(text)
        )
    return colors


def _numbers(name: str, text: str) -> tuple[float, ...]:
    try:
        return checks.listed_numbers(text)
    except ValueError:
        raise InputError(
            tr("{} is '{}'; write numbers with commas between them, one or one for each band.").format(name, text)
        ) from None


def _range(text: str) -> tuple[float, float] | None:
    if not text:
        return None
    try:
        low, high = checks.listed_numbers(text)
        if low < high:
            return low, high
    except ValueError:
        pass
    raise InputError(tr("VALUE_RANGE is '{}'; write the smallest and the largest value, e.g. 0,10000.").format(text))
