# SPDX-License-Identifier: GPL-3.0-or-later
"""Seconds that suppression of rotated boxes takes: ``python benchmarks/rotated_nms.py [COUNT ...]``.

Three scenes, each in two classes, at IoU 0.1: boxes scattered at random, ten times as densely, and 20
boxes on every object. Counts are 1,000, 10,000 and 100,000 by default. Up to 1,000 boxes a brute-force
reference runs too: it compares each box with all that stay, through shapely. Seconds are the processor's.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from lwganet_qgis.core import boxes as rotated
from lwganet_qgis.core.suppression import suppress

IOU = 0.1
PER_OBJECT = 20
AREA = 1600
"""Square pixels a box or an object has in the scene; the mean box covers 437."""

Boxes = NDArray[np.float64]


def scattered(count: int, draw: np.random.Generator, area: float = AREA) -> Boxes:
    side = np.sqrt(count * area)
    centres, sizes = draw.uniform(0, side, (count, 2)), draw.uniform((20, 5), (50, 20), (count, 2))
    return np.column_stack([centres, sizes, draw.uniform(-np.pi / 2, np.pi / 2, count)])


def dense(count: int, draw: np.random.Generator) -> Boxes:
    return scattered(count, draw, AREA / 10)


def clustered(count: int, draw: np.random.Generator) -> Boxes:
    objects = np.repeat(scattered(-(-count // PER_OBJECT), draw), PER_OBJECT, axis=0)[:count]
    return objects + draw.normal(0, (2, 2, 2, 1, 0.05), objects.shape)


def brute_force(boxes: Boxes, scores: NDArray[np.float64], classes: NDArray[np.int64]) -> list[int]:
    """The same by the definition."""
    shapes = rotated.polygons(boxes)
    areas = shapely.area(shapes)
    kept: list[int] = []
    for number in np.argsort(-scores, kind="stable").tolist():
        rivals = [k for k in kept if classes[k] == classes[number]]
        shared = shapely.area(shapely.intersection(shapes[rivals], shapes[number]))
        if not (shared / (areas[rivals] + areas[number] - shared) >= IOU).any():
            kept.append(number)
    return kept


def seconds(work: Callable[..., Any], *arguments: Any) -> tuple[float, Any]:
    started = time.process_time()
    result = work(*arguments)
    return time.process_time() - started, result


def main() -> None:
    counts = [int(text) for text in sys.argv[1:]] or [1_000, 10_000, 100_000]
    for scene in (scattered, dense, clustered):
        for count in counts:
            draw = np.random.default_rng(count)
            boxes, scores, classes = scene(count, draw), draw.random(count), draw.integers(0, 2, count)
            taken, kept = seconds(suppress, boxes, scores, IOU, classes)
            line = f"{scene.__name__:9} {count:9,} boxes: {taken:7.3f} s, {len(kept):,} kept"
            if count <= 1000:
                longer, expected = seconds(brute_force, boxes, scores, classes)
                assert np.array_equal(kept, expected)
                line += f"; brute force {longer:.3f} s, {longer / taken:.0f} times as long, the same boxes"
            print(line)


if __name__ == "__main__":
    main()
