# SPDX-License-Identifier: GPL-3.0-or-later
"""From probabilities to changed pixels and their polygons: the same for a run and for a later look.

Strips of rows are read with as many more around them as closing and opening look at, so that a
pixel comes out the same whatever the strip, and the whole never is in memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rasterio.windows import Window

from ...cards.card import ModelCard, ModelClass
from ...jobs.parts.raster import CLASS_NODATA
from ...jobs.parts.results import Changed
from ...jobs.parts.rules import Rules
from ...outputs.features import FeatureFile
from ...polygons.morphology import reach, tidy
from ...polygons.outlines import Simplifier
from ...polygons.vectorise import Region, Strip, vectorise
from ...rasters.geotiff import BLOCK, GeoTiff
from ...rasters.grid import Grid, common, inside
from ...rasters.reading import Valid, Values
from ...report import Reporter
from ...sentences import say
from .totals import Totals

THRESHOLD = 0.5
STEPS = 64
"""Of the histogram of probabilities from 0 to 1."""
STRIP_PIXELS, LOWEST_STRIP = 3 << 20, 64
"""Strips of wide rasters are lower, down to a limit below which they would cost more than they save."""
TOGETHER = 512
"""Polygons that are simplified at once."""


def threshold_of(rules: Rules, card: ModelCard | None) -> float:
    """The rules' own, else the model's, else a half."""
    models = card.knows.threshold if card else None
    return float(next(t for t in (rules.threshold, models, THRESHOLD) if t is not None))


def strip_height(width: int) -> int:
    """Rows of a strip: whole blocks of the file where it is not too wide for that."""
    rows = STRIP_PIXELS // width
    return rows // BLOCK * BLOCK if rows >= BLOCK else max(rows, LOWEST_STRIP)


Read = Callable[[Window], tuple[Values, Valid]]
"""Probabilities (H, W) 0..1 of a window, anything where they are not valid; and validity (H, W)."""


@dataclass(frozen=True)
class Probability:
    """Probabilities on a grid, as they can be read."""

    grid: Grid
    bounds: Window
    """Where there are any."""
    window: Window
    """What is asked for, within the bounds."""
    read: Read


class Refinement:
    """One pass over probabilities: totals and histogram, and what is asked for of raster and polygons."""

    def __init__(
        self, source: Probability, rules: Rules, threshold: float, classes: tuple[ModelClass, ...], report: Reporter
    ) -> None:
        self.source, self.rules, self.classes, self.report = source, rules, classes, report
        self.threshold = threshold
        self.totals = Totals(source.grid, classes)
        self._histogram, self._area = np.zeros(STEPS, np.int64), 0.0

    def run(self, raster: Path | None, features: Path | None, tags: dict[str, str]) -> int:
        """Writes what has a path; returns the number of polygons."""
        with ExitStack() as stack:
            target = None
            if raster is not None:
                target = GeoTiff(raster, self.source.grid, self.source.window, self.classes, through=True)
                stack.callback(target.abandon)
            strips, count = self._strips(target, features is not None), 0
            if features is None:
                for _ in strips:
                    pass
            else:
                count = self._write(features, strips)
            if target is not None:
                target.close(tags)
        return count

    @property
    def changed(self) -> Changed:
        return Changed(tuple(self._histogram.tolist()), float(self._area))

    def _strips(self, target: GeoTiff | None, shaped: bool) -> Iterator[Strip]:
        """Changed pixels strip by strip, counted and written on the way."""
        whole = self.source.window
        height = strip_height(int(whole.width))
        for top in range(0, int(whole.height), height):
            place = Window(whole.col_off, whole.row_off + top, whole.width, min(height, whole.height - top))
            probability, valid, changed = self._changed(place)
            classes = np.where(valid, changed, np.uint8(CLASS_NODATA))
            areas = self.totals.areas.of(place)
            self.totals.add(place, classes, areas)
            self._histogram += _histogram(probability, valid)
            if target is not None:
                target.write(place, classes)
            if shaped:
                yield Strip(int(place.row_off), classes, changed, probability, areas)
            self.report.progress(top + int(place.height), int(whole.height), say("change: row"))

    def _changed(self, place: Window) -> tuple[Values, Valid, NDArray[np.bool_]]:
        rules, halo = self.rules, reach(self.rules.closing, self.rules.opening)
        around = Window(place.col_off - halo, place.row_off - halo, place.width + 2 * halo, place.height + 2 * halo)
        seen = common(around, self.source.bounds) or place
        probability, valid = self.source.read(seen)
        with np.errstate(invalid="ignore"):
            changed = tidy(probability > self.threshold, valid, rules.closing, rules.opening)
        part = inside(place, seen)
        return probability[part], valid[part], changed[part]

    def _write(self, path: Path, strips: Iterator[Strip]) -> int:
        source, rules = self.source, self.rules
        simplify = Simplifier(rules.simplify, source.grid, source.window)
        regions = vectorise(strips, int(source.window.col_off), self.report.check)
        large = (region for region in regions if region.area >= rules.min_area)
        with FeatureFile(path, source.grid.transform) as out:
            while group := list(islice(large, TOGETHER)):
                self._area += sum(region.area for region in group)
                for region, shape in zip(group, simplify([region.geometry for region in group])):
                    out.add(shape, self._describe(region))
            return out.count

    def _describe(self, region: Region) -> dict[str, float]:
        return {"area_m2" if self.totals.has_area else "area_px": region.area, "probability": region.score}


def _histogram(probability: Values, valid: Valid) -> NDArray[np.int64]:
    """Counts of valid pixels in each step of probability; 1 belongs to the last."""
    with np.errstate(invalid="ignore"):
        steps = np.minimum(probability * STEPS, STEPS - 1).astype(np.uint8)
    return np.bincount(np.where(valid, steps, STEPS).ravel(), minlength=STEPS + 1)[:STEPS]
