# SPDX-License-Identifier: GPL-3.0-or-later
"""From the engine's vector files into feature sinks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from qgis.core import QgsFeature, QgsFields

from ...core.jobs.parts.messages import decode
from ..layers.inputs import EngineRaster, feature_geometry, features_in
from .sink import Sink

SCENE_FIELDS = (
    ("class_id", "int"), ("class", "text"), ("score", "float"), ("second_class", "text"), ("second_score", "float"),
)  # fmt: skip
SEGMENT_FIELDS = (("class_id", "int"), ("class", "text"), ("area_m2", "float"), ("score", "float"))
OBJECT_FIELDS = (
    ("class_id", "int"), ("class", "text"), ("score", "float"), ("angle", "float"), ("length_m", "float"),
    ("width_m", "float"), ("area_m2", "float"),
)  # fmt: skip
OUTCOME_FIELDS = (("outcome", "text"), ("class", "text"), ("score", "float"), ("iou", "float"))
CHANGE_FIELDS = (("area_m2", "float"), ("probability", "float"))


def read_lines(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Geometry (WKB in hex) and properties of each feature."""
    with path.open("rb") as stream:
        for line in stream:
            if line.strip():
                feature = decode(line)
                yield feature["geometry"], feature["properties"]


def write_features(path: Path, names: Sequence[str], sink: Sink, as_points: bool = False) -> None:
    """Copy all features, or their centroids."""
    for wkb, properties in read_lines(path):
        feature = QgsFeature()
        geometry = feature_geometry(wkb)
        feature.setGeometry(geometry.centroid() if as_points else geometry)
        feature.setAttributes([properties.get(name) for name in names])
        sink.add(feature)


def write_classified(
    path: Path, source: Any, raster: EngineRaster, names: Sequence[str], sink: Sink, fields: QgsFields, context: Any
) -> int:
    """The source's features with their class; returns how many have none (outside the raster, no data, or
    below the threshold), which are kept with empty fields."""
    classes: dict[int, list[Any]] = {}
    for _wkb, properties in read_lines(path):
        classes[int(properties["source_id"])] = [properties.get(name) for name in names]
    without = 0
    for origin in features_in(source, raster.crs, context):
        found = classes.get(origin.id())
        without += found is None
        feature = QgsFeature(fields)
        feature.setGeometry(origin.geometry())
        feature.setAttributes(origin.attributes() + (found or [None] * len(names)))
        sink.add(feature)
    return without
