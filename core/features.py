# SPDX-License-Identifier: GPL-3.0-or-later
"""Vector files of the protocol: one feature a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

import shapely
from affine import Affine
from shapely.geometry.base import BaseGeometry

from .errors import InputError


def to_ground(geometry: BaseGeometry, transform: Affine) -> BaseGeometry:
    """From pixels (x right, y down) to the CRS; the affine keeps edges straight."""
    a, b, c, d, e, f = tuple(transform)[:6]
    return shapely.affinity.affine_transform(geometry, (a, b, d, e, c, f))


class FeatureFile:
    """Writes features; `count` says how many."""

    def __init__(self, path: Path, transform: Affine) -> None:
        self._stream = path.open("w", encoding="utf-8")
        self._transform = transform
        self.count = 0

    def add(self, geometry: BaseGeometry, properties: dict[str, Any]) -> None:
        """`geometry` in pixels of the raster."""
        shape = shapely.to_wkb(to_ground(geometry, self._transform), hex=True, byte_order=1)
        self._stream.write(json.dumps({"geometry": shape, "properties": properties}, ensure_ascii=False) + "\n")
        self.count += 1

    def __enter__(self) -> FeatureFile:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stream.close()


def read_features(path: str) -> Iterator[tuple[BaseGeometry, dict[str, Any]]]:
    """Features of a file, one at a time. Raises InputError for a line that is none."""
    with open(path, encoding="utf-8") as stream:
        for number, line in enumerate(stream, 1):
            try:
                entry = json.loads(line)
                yield shapely.from_wkb(entry["geometry"]), entry["properties"]
            except (ValueError, KeyError, TypeError, shapely.errors.ShapelyError) as error:
                raise InputError(f"{path}, line {number}: not a feature: {error}") from error
