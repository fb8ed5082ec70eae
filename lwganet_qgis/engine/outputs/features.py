# SPDX-License-Identifier: GPL-3.0-or-later
"""From the engine's vector files into feature sinks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from qgis.core import QgsFeature, QgsFields

from ...core.jobs.parts.messages import decode
from ..layers.inputs import EngineRaster, feature_geometry, features_in
from .fields import ID, Fields, rounded
from .sink import Sink


def read_lines(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Geometry (WKB in hex) and properties of each feature."""
    with path.open("rb") as stream:
        for line in stream:
            if line.strip():
                feature = decode(line)
                yield feature["geometry"], feature["properties"]


def write_features(path: Path, fields: Fields, sink: Sink, as_points: bool = False) -> None:
    """Copy all features, or their centroids, numbered from 1."""
    for number, (wkb, properties) in enumerate(read_lines(path), 1):
        feature = QgsFeature()
        geometry = feature_geometry(wkb)
        feature.setGeometry(geometry.centroid() if as_points else geometry)
        feature.setAttributes(_values({ID: number, **properties}, fields))
        sink.add(feature)


def _values(properties: dict[str, Any], fields: Fields) -> list[Any]:
    return [rounded(name, properties.get(name)) for name, _ in fields]


def write_classified(
    path: Path, source: Any, raster: EngineRaster, own: Fields, sink: Sink, fields: QgsFields, context: Any
) -> int:
    """The source's features with their class in the fields `own`; returns how many have none (outside the raster, no
    data, or below the threshold), which are kept with empty fields."""
    classes: dict[int, list[Any]] = {}
    for _wkb, properties in read_lines(path):
        classes[int(properties["source_id"])] = _values(properties, own)
    without = 0
    for origin in features_in(source, raster.crs, context):
        found = classes.get(origin.id())
        without += found is None
        feature = QgsFeature(fields)
        feature.setGeometry(origin.geometry())
        feature.setAttributes(origin.attributes() + (found or [None] * len(own)))
        sink.add(feature)
    return without
