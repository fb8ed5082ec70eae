# SPDX-License-Identifier: GPL-3.0-or-later
"""Polygons with class and score, as the vector tasks read them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from ...outputs.features import read_features
from ...report import Reporter


@dataclass(frozen=True)
class Polygons:
    """N polygons; where a file names no class or score, these are "" and 1."""

    shapes: NDArray[Any]
    scores: NDArray[np.float64]
    classes: NDArray[np.str_]
    ids: list[Any]
    """What the file calls them."""


def read_polygons(path: str, report: Reporter) -> Polygons:
    """All polygons of a file, mended where they are invalid. Raises InputError as `read_features`."""
    shapes, scores, classes, ids = [], [], [], []
    for geometry, properties in read_features(path):
        report.check()
        shapes.append(geometry)
        scores.append(float(properties.get("score", 1.0)))
        classes.append(str(properties.get("class", "")))
        ids.append(properties.get("source_id"))
    mended = shapely.make_valid(np.array(shapes, object)) if shapes else np.empty(0, object)
    return Polygons(mended, np.array(scores), np.array(classes, np.str_), ids)
