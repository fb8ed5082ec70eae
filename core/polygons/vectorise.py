# SPDX-License-Identifier: GPL-3.0-or-later
"""Polygons of a class raster that follow its pixel edges exactly, strip by strip.

A strip is polygonised whole; fragments that touch the next strip stay open and are joined with
what they meet there. So memory holds one strip and the open regions, never the raster.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from rasterio.features import rasterize, shapes
from shapely.geometry.base import BaseGeometry

STRIP = 512
"""Rows worked on at a time."""


@dataclass(frozen=True)
class Strip:
    """Rows of a class raster. `top` counts from the raster's first row."""

    top: int
    classes: NDArray[np.uint8]
    wanted: NDArray[np.bool_]
    """Pixels to make polygons of."""
    scores: NDArray[np.float32]
    areas: NDArray[np.float64]
    """Square metres of each pixel."""


@dataclass
class Region:
    """Connected pixels (over edges) of one class; geometry in pixels, x right, y down."""

    class_id: int
    parts: list[BaseGeometry] = field(default_factory=list)
    pixels: int = 0
    area: float = 0.0
    score_sum: float = 0.0

    @property
    def score(self) -> float:
        """Mean score of the pixels."""
        return self.score_sum / self.pixels

    @property
    def geometry(self) -> BaseGeometry:
        if len(self.parts) == 1:
            return self.parts[0]
        return _without_idle_corners(shapely.union_all(self.parts))

    def absorb(self, other: Region) -> None:
        self.parts += other.parts
        self.pixels += other.pixels
        self.area += other.area
        self.score_sum += other.score_sum


def _without_idle_corners(polygon: BaseGeometry) -> BaseGeometry:
    """A polygon without the corners that seams left on straight edges, along pixels."""
    rings = shapely.get_rings(polygon)
    points, owner = shapely.get_coordinates(rings, return_index=True)
    ends = np.cumsum(np.bincount(owner))
    before, after = np.arange(len(points)) - 1, np.arange(len(points)) + 1
    starts = np.concatenate([[0], ends[:-1]])
    before[starts] = ends - 2  # a ring's last point is its first
    idle = ((points[before % len(points)] == points) & (points == points[after % len(points)])).any(axis=1)
    idle[ends - 1] = True  # the constructor closes rings itself
    lines = shapely.linearrings(points[~idle], indices=owner[~idle])
    joined: BaseGeometry = shapely.polygons(lines[0], lines[1:])
    return joined


def _polygons(coordinates: list[Any], offset: tuple[int, int]) -> Iterable[BaseGeometry]:
    """Polygons from lists of rings, all at once: one by one costs more than finding them."""
    rings = [ring for polygon in coordinates for ring in polygon]
    points = np.fromiter(chain.from_iterable(chain.from_iterable(rings)), float).reshape(-1, 2) + offset
    lines = shapely.linearrings(points, indices=np.repeat(np.arange(len(rings)), [len(ring) for ring in rings]))
    owner = np.repeat(np.arange(len(coordinates)), [len(polygon) for polygon in coordinates])
    polygons: Iterable[BaseGeometry] = shapely.polygons(lines, indices=owner)
    return polygons


def _fragments(strip: Strip, left: int) -> tuple[list[Region], NDArray[np.int32]]:
    """Regions of one strip, and for each pixel the number of its region (-1: none)."""
    found = list(shapes(strip.classes, mask=strip.wanted, connectivity=4))
    if not found:
        return [], np.full(strip.classes.shape, -1, np.int32)
    labels = rasterize(
        ((geometry, number) for number, (geometry, _) in enumerate(found)),
        strip.classes.shape, fill=-1, dtype="int32",
    )  # fmt: skip
    inside = labels >= 0
    owner = labels[inside]

    def total(values: NDArray[Any]) -> NDArray[np.float64]:
        return np.bincount(owner, weights=values[inside], minlength=len(found)).astype(np.float64)

    counts, areas, scores = np.bincount(owner, minlength=len(found)), total(strip.areas), total(strip.scores)
    polygons = _polygons([geometry["coordinates"] for geometry, _ in found], (left, strip.top))
    regions = [
        Region(int(value), [polygon], int(n), float(area), float(score))
        for polygon, (_, value), n, area, score in zip(polygons, found, counts, areas, scores)
    ]
    return regions, labels


def vectorise(strips: Iterable[Strip], left: int = 0, check: Callable[[], None] = lambda: None) -> Iterator[Region]:
    """Regions of a raster given as its strips, top to bottom; `left` is its first column."""
    open_regions: dict[int, Region] = {}  # by the region's number on the last row seen
    last_labels: NDArray[np.int64] | None = None
    last_classes: NDArray[np.uint8] | None = None
    for strip in strips:
        check()
        regions, labels = _fragments(strip, left)
        owner = list(range(len(regions)))
        if last_labels is not None and last_classes is not None:
            meets = (last_labels >= 0) & (labels[0] >= 0) & (last_classes == strip.classes[0])
            pairs = np.unique(np.stack([last_labels[meets], labels[0][meets]], 1), axis=0)
            closed = _join(open_regions, regions, owner, pairs)
            yield from closed
        roots = [_root(owner, i) for i in range(len(regions))]
        touching = {roots[i] for i in np.unique(labels[-1]) if i >= 0}
        for number, region in enumerate(regions):
            if roots[number] == number and number not in touching:
                yield region
        open_regions = {number: regions[number] for number in touching}
        bottom = labels[-1]
        last_labels = np.array([roots[i] if i >= 0 else -1 for i in bottom], np.int64)
        last_classes = strip.classes[-1]
    yield from open_regions.values()


def _root(owner: list[int], number: int) -> int:
    while owner[number] != number:
        owner[number] = owner[owner[number]]
        number = owner[number]
    return number


def _join(above: dict[int, Region], regions: list[Region], owner: list[int], pairs: NDArray[np.int64]) -> list[Region]:
    """Merges regions that meet across the seam; returns those above that meet nothing."""
    home: dict[int, int] = {}  # region above -> the fragment it went into
    for upper, lower in pairs.tolist():
        target = _root(owner, lower)
        if upper not in home:
            home[upper] = target
            regions[target].absorb(above[upper])
            continue
        other = _root(owner, home[upper])
        if other != target:
            owner[other] = target
            regions[target].absorb(regions[other])
    return [region for number, region in above.items() if number not in home]
