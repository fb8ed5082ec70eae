# SPDX-License-Identifier: GPL-3.0-or-later
"""What published weights were trained on: class names and colours, which a checkpoint does not hold.

Read from ``resources/datasets.json`` by both sides (standard library alone).
"""

from __future__ import annotations

import colorsys
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from .card import ModelClass

FILE = Path(__file__).resolve().parents[2] / "resources" / "datasets.json"
_GOLDEN = 0.618034
_FIRST = ("#da7801", "#5b97a0", "#120452", "#80ec90", "#954c0c", "#8d59d7", "#034c4f", "#422014")
"""Of few classes: told apart without cones of one kind as well."""


@dataclass(frozen=True)
class Dataset:
    id: str
    title: str
    task: str
    classes: tuple[ModelClass, ...]
    gsd: float
    gsd_range: tuple[float, float]
    license: str
    """Of the data, as its publisher states it."""
    bands: tuple[str, ...] = ("red", "green", "blue")
    """What its images show, in order."""


def coloured(names: Sequence[str], palette: Sequence[str] = ()) -> tuple[ModelClass, ...]:
    """Classes with the colours of `palette`, or with colours as far apart as they can be."""
    if len(palette) != len(names):
        palette = _FIRST[: len(names)] if len(names) <= len(_FIRST) else [_hue(index) for index in range(len(names))]
    return tuple(ModelClass(name, color) for name, color in zip(names, palette))


def _hue(index: int) -> str:
    values = colorsys.hsv_to_rgb(index * _GOLDEN % 1, (0.85, 0.6, 0.4)[index % 3], (0.9, 0.7, 0.95)[index % 3])
    return "#" + "".join(f"{round(255 * value):02x}" for value in values)


def _dataset(name: str, entry: dict[str, Any]) -> Dataset:
    low, high = entry["gsd_range"]
    classes = coloured(entry["classes"], entry.get("palette", ()))
    known = Dataset(name, entry["title"], entry["task"], classes, entry["gsd"], (low, high), entry["license"])
    return replace(known, bands=tuple(entry["bands"])) if "bands" in entry else known


@lru_cache(maxsize=1)
def datasets() -> dict[str, Dataset]:
    """All that are known, by id."""
    entries = json.loads(FILE.read_text(encoding="utf-8"))
    return {name: _dataset(name, entry) for name, entry in entries.items()}


def fitting(task: str, count: int) -> list[Dataset]:
    """Those of a task with so many classes."""
    return [entry for entry in datasets().values() if entry.task == task and len(entry.classes) == count]
