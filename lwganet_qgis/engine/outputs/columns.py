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

_CLASS = re.compile(r"(second_)?class(_\d+)?")
"""Beside a field of that name, as of polygons that are classified again, QGIS numbers another."""


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
        style(layer)

    return dress


def _show_classes(layer: QgsVectorLayer, index: int, classes: Sequence[str]) -> None:
    shown = [{translated(name): name} for name in classes]
    if any(word != name for pair in shown for word, name in pair.items()):
        layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("ValueMap", {"map": shown}))
