# SPDX-License-Identifier: GPL-3.0-or-later
"""Esri's model definitions (``.emd``, and ``.dlpk`` packages that hold one), read as a description alone.

Their networks are code and pickles of another tool: neither is opened, nothing of a package but its definition is read.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from ..cards.datasets import coloured
from ..cards.files import LARGEST_CARD, open_inside
from ..errors import ModelError
from ..records.converters import mapping, number
from ..sentences import say
from .entry import OTHER, Entry, parse_entry
from .zips import Archive

ENDINGS = (".emd", ".dlpk")
_TASKS = {
    "objectdetection": "detection", "imageclassification": "segmentation", "objectclassification": "classification",
    "changedetection": "change",
}  # fmt: skip
_CHANGE = "changedetector"
_DEGREES = range(4000, 5000)
"""Numbers of geographic CRSs."""


def read_esri(path: Path) -> Entry:
    """The description in a file. Raises ModelError where there is none, OSError where it cannot be read."""
    path = Path(path)
    content = _packed(path) if path.suffix.lower() == ".dlpk" else _plain(path)
    try:
        data = mapping(json.loads(content.decode("utf-8-sig")))
        return _entry(data, path.stem)
    except (ValueError, TypeError, ArithmeticError, RecursionError, KeyError, AttributeError) as error:
        raise ModelError(say("{} is no model definition of Esri: {}", path, error)) from error


def _plain(path: Path) -> bytes:
    with open_inside(path.parent, path.name, LARGEST_CARD) as stream:
        return stream.read(LARGEST_CARD)


def _packed(path: Path) -> bytes:
    with Archive(path) as archive:
        found = [name for name in archive.names() if name.lower().endswith(".emd") and "/" not in name]
        if len(found) != 1:
            raise ModelError(say("{} holds {} .emd files beside each other; a package has one", path, len(found)))
        return archive.read(found[0], LARGEST_CARD)


def _entry(data: dict[str, Any], name: str) -> Entry:
    if not {"Framework", "ModelType", "ModelConfiguration"} & data.keys():
        raise ValueError("it names neither Framework nor ModelType")
    kind = str(data.get("ModelType", "")).lower().replace(" ", "")
    change = str(data.get("ModelName", "")).lower() == _CHANGE
    classes = [mapping(known) for known in data.get("Classes") or []]
    names = [str(known.get("Name", known.get("Value", "?"))) for known in classes]
    low, high = _cell(data.get("MinCellSize")), _cell(data.get("MaxCellSize"))
    return parse_entry({
        "id": re.sub(r"[^a-z0-9_.-]+", "-", name.lower()).strip("-.")[:80] or "model", "title": name,
        "task": "change" if change else _TASKS.get(kind, OTHER),
        "gsd_range": [low, high] if low and high and low < high else None, "gsd": low or high,
        "bands": [str(band) for band in data.get("WellKnownBandNames") or data.get("ExtractBands") or []],
        "description": str(data.get("Description") or ""),
        "classes": [{"name": known.name, "color": known.color} for known in coloured(names, _palette(classes))],
        "note": _note(data),
    })  # fmt: skip


def _palette(classes: list[dict[str, Any]]) -> list[str]:
    """Empty where a class has no colour."""
    found = []
    for known in classes:
        color = known.get("Color")
        if (
            not isinstance(color, list)
            or len(color) != 3
            or not all(isinstance(v, int) and 0 <= v < 256 for v in color)
        ):
            return []
        found.append("#{:02x}{:02x}{:02x}".format(*color))
    return found


def _cell(value: Any) -> float | None:
    """The side of a pixel, in metres but where its CRS counts degrees."""
    size = value.get("x") if isinstance(value, dict) else value
    reference = value.get("spatialReference") if isinstance(value, dict) else None
    if isinstance(reference, dict) and reference.get("wkid") in _DEGREES:
        return None
    try:
        found = number(size)
    except (ValueError, OverflowError):
        return None
    return found if found > 0 else None


def _note(data: dict[str, Any]) -> str:
    file, framework = str(data.get("ModelFile") or "-"), str(data.get("Framework") or "-")
    if file.lower().endswith(".onnx"):
        return f"A model of Esri's tools: only its description is read. Unpack it, and import {file} as an ONNX file"
    return (
        f"A model of Esri's tools ({framework}, {file}): only its description is read, its code is never run. To use "
        "it here, export its network as an ONNX file, and import that"
    )
