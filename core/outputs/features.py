# SPDX-License-Identifier: GPL-3.0-or-later
"""Vector files of the protocol: one feature a line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
import shapely
from affine import Affine
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from ..errors import InputError
from ..sentences import say
from .pending import on_disk

BUFFER = 512
"""Features that are transformed and encoded together: one by one costs more than finding them."""


def to_ground(geometries: Sequence[BaseGeometry], transform: Affine) -> NDArray[Any]:
    """From pixels (x right, y down) to the CRS; the affine keeps edges straight."""
    a, b, c, d, e, f = tuple(transform)[:6]
    turn, shift = np.array([[a, d], [b, e]]), np.array([c, f])
    moved: NDArray[Any] = shapely.transform(np.asarray(geometries, object), lambda points: points @ turn + shift)
    return moved


class FeatureFile:
    """Writes features; `count` says how many."""

    def __init__(self, path: Path, transform: Affine) -> None:
        self._path = path
        with on_disk(path):
            self._stream = path.open("w", encoding="utf-8")
        self._transform = transform
        self._waiting: list[tuple[BaseGeometry, dict[str, Any]]] = []
        self.count = 0

    def add(self, geometry: BaseGeometry, properties: dict[str, Any]) -> None:
        """`geometry` in pixels of the raster."""
        self._waiting.append((geometry, properties))
        self.count += 1
        if len(self._waiting) >= BUFFER:
            self._flush()

    def _flush(self) -> None:
        if not self._waiting:
            return
        geometries, properties = zip(*self._waiting)
        self._waiting = []
        texts = shapely.to_wkb(to_ground(geometries, self._transform), hex=True, byte_order=1)
        lines = [{"geometry": text, "properties": fields} for text, fields in zip(texts, properties)]
        with on_disk(self._path):
            self._stream.writelines(json.dumps(line, ensure_ascii=False, allow_nan=False) + "\n" for line in lines)

    def __enter__(self) -> FeatureFile:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self._flush()
        finally:
            with on_disk(self._path):
                self._stream.close()


def read_features(path: str) -> Iterator[tuple[BaseGeometry, dict[str, Any]]]:
    """Features of a file, one at a time. Raises InputError for a file or a line that is none."""
    try:
        stream = open(path, encoding="utf-8")
    except OSError as error:
        raise InputError(say("{} cannot be read: {}", path, error.strerror)) from error
    with stream:
        for number, line in enumerate(stream, 1):
            try:
                entry = json.loads(line)
                geometry, properties = shapely.from_wkb(entry["geometry"]), dict(entry["properties"])
                if geometry is None:
                    raise ValueError("it has no geometry")
            except (ValueError, KeyError, TypeError, shapely.errors.ShapelyError) as error:
                raise InputError(say("{}, line {}: not a feature: {}", path, number, error)) from error
            yield geometry, properties
