# SPDX-License-Identifier: GPL-3.0-or-later
"""How columns of results look in attribute tables: titles with units, classes in the user's language.

The files hold the fields' names and the classes as the model calls them, in any language: scripts read those.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Callable

from qgis.core import QgsEditorWidgetSetup, QgsFields, QgsVectorLayer

from ...texts import translated
from .fields import decimals

_CLASS = re.compile(r"(second_)?class(_\d+)?")
"""Beside a field of that name, as of polygons that are classified again, QGIS numbers another."""

_RANGE = {"AllowNull": True, "Min": -1e12, "Max": 1e12, "Step": 1.0, "Style": "SpinBox"}
NARROWEST, LETTER, MARGIN = 90, 8, 26
"""Pixels of a column, of a letter of its title, and beside that."""


def dressed(fields: QgsFields, classes: Sequence[str], style: Callable[[Any], None]) -> Callable[[Any], None]:
    """A style, and what the tool said of the fields that it wrote."""

    def dress(layer: QgsVectorLayer) -> None:
        for field in fields:
            index = layer.fields().lookupField(field.name())
            if index < 0 or not field.alias():
                continue
            layer.setFieldAlias(index, field.alias())
            if _CLASS.fullmatch(field.name()):
                _show_classes(layer, index, classes)
            digits = decimals(field.name())
            if digits is not None:
                layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("Range", {**_RANGE, "Precision": digits}))
        _widen(layer)
        style(layer)

    return dress


def _widen(layer: QgsVectorLayer) -> None:
    """Columns as wide as their titles."""
    config = layer.attributeTableConfig()
    config.update(layer.fields())
    for column in range(layer.fields().count()):
        title = layer.attributeDisplayName(column)
        config.setColumnWidth(column, max(NARROWEST, LETTER * len(title) + MARGIN))
    layer.setAttributeTableConfig(config)


def _show_classes(layer: QgsVectorLayer, index: int, classes: Sequence[str]) -> None:
    shown = [{translated(name): name} for name in classes]
    if any(word != name for pair in shown for word, name in pair.items()):
        layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("ValueMap", {"map": shown}))
