# SPDX-License-Identifier: GPL-3.0-or-later
"""How long suppression of rotated boxes takes: ``python benchmarks/rotated_nms.py [COUNT ...]``.

Three scenes in 15 classes, at IoU 0.1: boxes scattered at random, ten times as densely, and 20 boxes
in two classes on every object, as a detector gives. Counts are 1,000, 10,000 and 100,000 by default.
Seconds are the processor's, the best of three runs, on one core. A brute-force reference, that compares
each box with all that stay, runs on 1,000 boxes of each scene and must keep the same; "ratio" is what
suppression takes of the reference's time on those.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from lwganet_qgis.core.boxes import boxes as rotated
from lwganet_qgis.core.boxes.suppression import suppress

IOU = 0.1
CLASSES = 15
PER_OBJECT = 20
REFERENCE = 1000
"""Boxes that the brute-force reference is given."""
RUNS = 3
AREA = 1600
"""Square pixels a box or an object has in the scene; the mean box covers 437."""

Boxes = NDArray[np.float64]
Classes = NDArray[np.int64]
Scene = tuple[Boxes, NDArray[np.float64], Classes]
Draw = np.random.Generator


def boxes_at_random(count: int, draw: Draw, area: float) -> Boxes:
    side = np.sqrt(count * area)
    centres, sizes = draw.uniform(0, side, (count, 2)), draw.uniform((20, 5), (50, 20), (count, 2))
    return np.column_stack([centres, sizes, draw.uniform(-np.pi / 2, np.pi / 2, count)])


def scattered(count: int, draw: Draw) -> tuple[Boxes, Classes]:
    return boxes_at_random(count, draw, AREA), draw.integers(0, CLASSES, count)


def dense(count: int, draw: Draw) -> tuple[Boxes, Classes]:
    return boxes_at_random(count, draw, AREA / 10), draw.integers(0, CLASSES, count)


def clustered(count: int, draw: Draw) -> tuple[Boxes, Classes]:
    objects = -(-count // PER_OBJECT)
    which = np.repeat(np.arange(objects), PER_OBJECT)[:count]
    first, shift = draw.integers(0, CLASSES, objects), draw.integers(1, CLASSES, objects)
    classes = first[which] + shift[which] * (draw.random(count) < 0.3)
    boxes = boxes_at_random(objects, draw, AREA)[which]
    return boxes + draw.normal(0, (2, 2, 2, 1, 0.05), boxes.shape), classes % CLASSES


def scene(make: Callable[[int, Draw], tuple[Boxes, Classes]], count: int) -> Scene:
    draw = np.random.default_rng(count)
    boxes, classes = make(count, draw)
    return boxes, draw.random(count), classes


def brute_force(given: Scene) -> list[int]:
    """What stays by the definition."""
    boxes, scores, classes = given
    shapes = rotated.polygons(boxes)
    areas = shapely.area(shapes)
    kept: list[int] = []
    for number in np.argsort(-scores, kind="stable").tolist():
        rivals = [k for k in kept if classes[k] == classes[number]]
        shared = shapely.area(shapely.intersection(shapes[rivals], shapes[number]))
        if not (shared / (areas[rivals] + areas[number] - shared) >= IOU).any():
            kept.append(number)
    return kept


def best_of_runs(work: Callable[[Scene], Any], given: Scene) -> tuple[float, Any]:
    """Seconds, and the result."""
    times = []
    for _ in range(RUNS):
        started = time.process_time()
        result = work(given)
        times.append(time.process_time() - started)
    return min(times), result


def suppressed(given: Scene) -> NDArray[np.int64]:
    boxes, scores, classes = given
    return suppress(boxes, scores, IOU, classes)


def main() -> None:
    counts = [int(text) for text in sys.argv[1:]] or [1_000, 10_000, 100_000]
    print(f"{'scene':<10}{'boxes':>9}{'kept':>9}{'seconds':>10}{'ratio':>9}")
    for make in (scattered, dense, clustered):
        small = scene(make, REFERENCE)
        reference, expected = best_of_runs(brute_force, small)
        assert np.array_equal(suppressed(small), expected), "not what the reference keeps"
        for count in counts:
            taken, kept = best_of_runs(suppressed, scene(make, count))
            print(f"{make.__name__:<10}{count:>9,}{len(kept):>9,}{taken:>10.3f}{taken / reference:>9.2f}")
        print(f"{'  by brute force':<19}{len(expected):>9,}{reference:>10.3f}{1:>9.2f}  {REFERENCE:,} boxes, same kept")


if __name__ == "__main__":
    main()
