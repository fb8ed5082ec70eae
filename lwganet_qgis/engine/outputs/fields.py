# SPDX-License-Identifier: GPL-3.0-or-later
"""Fields of the vector results: what people read above their columns, and with how many digits."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from qgis.core import QgsFields

from ... import compat
from ...texts import tr

Fields = Sequence[tuple[str, str]]
"""Names and kinds (int, float, text)."""

ID = "id"
"""Counts from 1 within a result."""
_CLASS = (("class_id", "int"), ("class", "text"))
SCENE_FIELDS: Fields = (*_CLASS, ("score", "float"), ("second_class", "text"), ("second_score", "float"))
SEGMENT_FIELDS: Fields = ((ID, "int"), *_CLASS, ("area_m2", "float"), ("score", "float"))
OBJECT_FIELDS: Fields = (
    (ID, "int"), *_CLASS, ("score", "float"), ("angle", "float"), ("length_m", "float"), ("width_m", "float"),
    ("area_m2", "float"),
)  # fmt: skip
OUTCOME_FIELDS: Fields = ((ID, "int"), ("outcome", "text"), ("class", "text"), ("score", "float"), ("iou", "float"))
CHANGE_FIELDS: Fields = ((ID, "int"), ("area_m2", "float"), ("probability", "float"))

_IN_PIXELS = {"length_m": "length_px", "width_m": "width_px", "area_m2": "area_px"}
_DECIMALS = {"score": 4, "second_score": 4, "probability": 4, "iou": 4, "angle": 1}
_SIZE_DECIMALS, _SIZE_DIGITS = 2, 3


def in_unit(fields: Fields, measured: bool) -> Fields:
    """The same with sizes in pixels, where the raster has no place on the ground to measure them."""
    return fields if measured else tuple((_IN_PIXELS.get(name, name), kind) for name, kind in fields)


def title(name: str) -> str:
    """What a field holds, with its unit."""
    return {
        ID: tr("Number"), "class_id": tr("Class number"), "class": tr("Class"), "score": tr("Score (0 to 1)"),
        "second_class": tr("Second-best class"), "second_score": tr("Second score (0 to 1)"),
        "angle": tr("Direction (°)"), "length_m": tr("Length (m)"), "width_m": tr("Width (m)"),
        "area_m2": tr("Area (m²)"), "length_px": tr("Length (pixels)"), "width_px": tr("Width (pixels)"),
        "area_px": tr("Area (pixels)"), "outcome": tr("Outcome"), "iou": tr("Overlap (IoU, 0 to 1)"),
        "probability": tr("Probability (0 to 1)"),
    }[name]  # fmt: skip


def schema(fields: Fields) -> QgsFields:
    """For a new layer. The titles are aliases, which a GeoPackage keeps where QGIS and GDAL are recent."""
    made = QgsFields()
    for name, kind in fields:
        field = compat.field(name, kind)
        field.setAlias(title(name))
        made.append(field)
    return made


def decimals(name: str) -> int | None:
    """With which a column is shown, so that points stand below each other; None: it holds no such numbers."""
    return _DECIMALS.get(name, _SIZE_DECIMALS if name in (*_IN_PIXELS, *_IN_PIXELS.values()) else None)


def rounded(name: str, value: Any) -> Any:
    """To the digits that mean something; sizes keep three digits however small they are."""
    if not isinstance(value, float) or not math.isfinite(value):
        return value
    if name in _DECIMALS:
        return round(value, _DECIMALS[name])
    leading = math.floor(math.log10(abs(value))) if value else 0
    return round(value, max(_SIZE_DECIMALS, _SIZE_DIGITS - 1 - leading))
