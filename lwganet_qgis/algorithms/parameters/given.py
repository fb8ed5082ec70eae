# SPDX-License-Identifier: GPL-3.0-or-later
"""What was given for a tool's parameters, in the words of its dialog."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameterDefinition,
    QgsProcessingUtils,
    QgsProperty,
)

from ...numbers import brief
from ...texts import tr, translated
from . import numbers
from .shared import MODEL

CLASSES = "CLASSES"
"""Names that scripts write as the model has them."""
INPUTS = ("raster", "multilayer")
"""Kinds that are told as inputs, not as settings."""
UNITS = {"area": "m²", "length": "m"}
DIGITS = 12


def settings(
    tool: QgsProcessingAlgorithm, values: dict[str, Any], context: QgsProcessingContext, left_out: tuple[str, ...],
    measured: bool,
) -> list[tuple[str, str]]:  # fmt: skip
    """Label and value of each: of those that are seldom used, what is not as it was. On the main thread.

    `measured` says whether sizes are in metres, not in pixels.
    """
    found = []
    for definition in tool.parameterDefinitions():
        name = definition.name()
        if definition.isDestination() or definition.type() in INPUTS or name in (MODEL, *left_out):
            continue
        value = values.get(name, definition.defaultValue())
        unit = UNITS.get(str(_options(definition).get("of")), "")
        seldom = unit or definition.flags() & QgsProcessingParameterDefinition.Flag.FlagAdvanced
        if value is None or value == "" or (seldom and _same(value, definition.defaultValue())):
            continue
        text = _text(tool, definition, {**values, name: value}, context)
        if text:
            found.append((definition.description(), f"{text} {unit if measured else 'px'}" if unit else text))
    return found


def _same(value: Any, default: Any) -> bool:
    try:
        return float(value) == float(default)
    except (TypeError, ValueError):
        return str(value) == str(default)


def _text(
    tool: QgsProcessingAlgorithm, definition: QgsProcessingParameterDefinition, values: dict[str, Any],
    context: QgsProcessingContext,
) -> str:  # fmt: skip
    name, kind = definition.name(), definition.type()
    if kind in ("source", "vector"):
        return layer_name(values[name], context)
    if kind == "extent":
        crs = tool.parameterAsExtentCrs(values, name, context)
        return f"{tool.parameterAsExtent(values, name, context).toString(3)} {crs.authid()}".strip()
    if kind == "boolean":
        return tr("yes") if tool.parameterAsBool(values, name, context) else tr("no")
    if kind in ("number", "area", "distance"):
        value = numbers.read(tool, values, name, context)
        return "" if value is None else brief(value, DIGITS)
    if kind == "enum":
        chosen = tool.parameterAsEnumString(values, name, context)
        return _words(definition).get(chosen, chosen)
    text = tool.parameterAsString(values, name, context)
    if definition.name() == CLASSES:
        return ", ".join(translated(part.strip()) for part in text.split(","))
    return _words(definition).get(text, text)


def _options(definition: QgsProcessingParameterDefinition) -> dict[str, Any]:
    """As `looks.looking` gave them."""
    wrapper = definition.metadata().get("widget_wrapper")
    return wrapper if isinstance(wrapper, dict) else {}


def _words(definition: QgsProcessingParameterDefinition) -> dict[str, str]:
    return {str(key): str(word) for key, word in _options(definition).get("words") or ()}


def layer_name(value: Any, context: QgsProcessingContext) -> str:
    """Of a layer, its id or its file."""
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        value = value.source
    if isinstance(value, QgsProperty):
        value = value.staticValue()
    layer = value
    if not isinstance(value, QgsMapLayer):
        layer = QgsProcessingUtils.mapLayerFromString(str(value), context, False)
    return layer.name() if layer is not None else Path(str(value)).stem
