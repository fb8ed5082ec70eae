# SPDX-License-Identifier: GPL-3.0-or-later
"""A model as a STAC item with the MLM extension, and several as a collection."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from ..cards.card import GRAPH_FILE, ModelCard
from .entry import Entry
from .stac_terms import ARTIFACTS, ASSETS, CARD, COMMERCIAL, EXTENSIONS, MEDIA, SHA256, TASKS, TRAINED, VERSION, slug

_SPDX = r"[A-Za-z0-9][A-Za-z0-9.+-]*"
_FREE = -1
"""A side of any length."""
_SAID_ELSEWHERE = ("format", "id", "title", "description", "classes", "gsd", "files")
"""Fields of the card that MLM or STAC have."""


def item(entry: Entry, when: str) -> dict[str, Any]:
    """The item; assets lie beside it where the entry has no URLs.

    Args:
        when: the day and time that the item speaks of, as RFC 3339 has it.
    """
    card, data = entry.card, entry.card_data
    if card is None or data is None:
        raise ValueError("an entry without a card has nothing to write")
    rest = {name: value for name, value in data.items() if name not in _SAID_ELSEWHERE}
    rest["input"] = {name: value for name, value in data["input"].items() if name != "bands"}
    properties = {
        "title": card.title, "description": card.description or card.title, "datetime": when, "gsd": card.takes.gsd,
        "license": card.made.license if re.fullmatch(_SPDX, card.made.license) else "other",
        "bands": [{"name": band} for band in card.takes.input.bands],
        "mlm:name": card.id if card.id[0].isalpha() and card.id[-1].isalnum() else f"model-{slug(card.id)}-0",
        "mlm:architecture": card.made.architecture.name,
        "mlm:framework": "ONNX" if GRAPH_FILE in card.files else "PyTorch",
        "mlm:tasks": list(TASKS[card.task]), "mlm:input": [_input(card, name) for name in card.kind.inputs],
        "mlm:output": [_output(card)], CARD: rest, COMMERCIAL: entry.license.commercial_use,
    }  # fmt: skip
    if entry.trained.words:
        properties[TRAINED] = entry.trained.words
    return {
        "type": "Feature", "stac_version": VERSION, "stac_extensions": list(EXTENSIONS), "id": card.id,
        **_place(entry.trained.bbox), "properties": properties, "links": _links(entry), "assets": _assets(entry),
    }  # fmt: skip


def collection(title: str, entries: Sequence[Entry], item_name: str, when: str) -> dict[str, Any]:
    """A collection of items that lie beside it, each in a folder called by the model's id."""
    boxes = [list(entry.trained.bbox) for entry in entries if entry.trained.bbox is not None]
    links = [
        {"rel": "item", "href": f"./{entry.id}/{item_name}", "type": "application/geo+json", "title": entry.title}
        for entry in entries
    ]
    return {
        "type": "Collection", "stac_version": VERSION, "stac_extensions": [EXTENSIONS[0]], "id": slug(title),
        "title": title, "description": title, "license": "other", "links": links,
        "extent": {
            "spatial": {"bbox": boxes if len(boxes) == len(entries) else [[-180.0, -90.0, 180.0, 90.0]]},
            "temporal": {"interval": [[when, None]]},
        },
    }  # fmt: skip


def _place(bbox: tuple[float, ...] | None) -> dict[str, Any]:
    """Null where nobody said where the training data lies."""
    if bbox is None:
        return {"geometry": None}
    west, south, east, north = bbox
    parts = [(west, east)] if west <= east else [(west, 180.0), (-180.0, east)]
    rings = [[[[a, south], [b, south], [b, north], [a, north], [a, south]]] for a, b in parts]
    if len(rings) == 1:
        return {"geometry": {"type": "Polygon", "coordinates": rings[0]}, "bbox": list(bbox)}
    return {"geometry": {"type": "MultiPolygon", "coordinates": rings}, "bbox": list(bbox)}


def _links(entry: Entry) -> list[dict[str, str]]:
    return [{"rel": "license", "href": entry.license.url}] if entry.license.url else []


def _input(card: ModelCard, name: str) -> dict[str, Any]:
    takes = card.takes
    return {
        "name": name, "bands": list(takes.input.bands),
        "input": {
            "shape": [_FREE, len(takes.input.bands), takes.tile_size, takes.tile_size],
            "dim_order": ["batch", "bands", "height", "width"], "data_type": "float32",
        },
        "description": "Values from {:g} to {:g}; normalisation is inside the graph.".format(*takes.input.value_range),
        "value_scaling": _scaling(card),
    }  # fmt: skip


def _scaling(card: ModelCard) -> list[dict[str, Any]] | None:
    """From raw values to those that the graph is fed; null: 8-bit imagery as it is, else percentiles."""
    raw = card.takes.input.raw_range
    if raw is None:
        return None
    (low, high), (first, last) = raw, card.takes.input.value_range
    if (first, last) == (0.0, 1.0):
        return [{"type": "min-max", "minimum": low, "maximum": high}]
    if low == 0 and first == 0:
        return [{"type": "scale", "value": high / last}]
    return None


def _output(card: ModelCard) -> dict[str, Any]:
    tile, count = card.takes.tile_size, len(card.knows.classes)
    result = {
        "classification": ([_FREE, count], ["batch", "class"]),
        "segmentation": ([_FREE, count, tile, tile], ["batch", "class", "height", "width"]),
        "change": ([_FREE, 1, tile, tile], ["batch", "probability", "height", "width"]),
        "detection": ([_FREE, _FREE, 5 + count], ["batch", "box", "geometry-and-scores"]),
    }  # fmt: skip
    shape, order = result[card.task]
    return {
        "name": card.kind.output, "tasks": list(TASKS[card.task]),
        "result": {"shape": shape, "dim_order": order, "data_type": "float32"},
        "classification:classes": [
            {"value": value, "name": slug(known.name), "title": known.name, "description": known.name,
             "color_hint": known.color[1:].upper()}
            for value, known in enumerate(card.knows.classes)
        ],
    }  # fmt: skip


def _assets(entry: Entry) -> dict[str, Any]:
    names = [file.name for file in entry.files]
    model = GRAPH_FILE if GRAPH_FILE in names else names[0]
    return {ASSETS.get(file.name, file.name): _asset(file, file.name == model) for file in entry.files}


def _asset(file: Any, is_model: bool) -> dict[str, Any]:
    found = {
        "href": file.urls[0] if file.urls else f"./{file.name}", "title": file.name,
        "type": MEDIA.get(file.name, "application/octet-stream"), "file:size": file.size,
        "file:checksum": SHA256 + file.sha256, "roles": ["mlm:model" if is_model else "mlm:weights"],
    }  # fmt: skip
    return {**found, "mlm:artifact_type": ARTIFACTS.get(file.name, "onnx")} if is_model else found
