# SPDX-License-Identifier: GPL-3.0-or-later
"""Scores for every pixel, blended of tiles; and what becomes of them: a class raster, a score raster, polygons."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.windows import Window

from ...cards.card import ModelClass
from ...errors import ModelError
from ...jobs.parts.raster import CLASS_NODATA
from ...outputs.features import FeatureFile
from ...outputs.pending import Pending
from ...polygons.vectorise import STRIP, Region, Strip, vectorise
from ...rasters.geotiff import GeoTiff, as_scores
from ...rasters.grid import common
from ...rasters.reading import Valid, Values
from ...report import Reporter
from ...sentences import say
from ...sessions.session import Session
from ...tiles.blending import Blender, Emit
from ...tiles.pipeline import Sample, answers
from ...tiles.resampling import resized
from ...tiles.scene import Scene
from .run import wanted
from .totals import Totals
from .watch import Watch

TILES_SHARE = 0.95
"""Of the progress, where polygons follow."""
STRIP_PIXELS, LOWEST_STRIP = 1 << 21, 64
"""Strips of wide rasters are lower, down to a limit below which they would cost more than they save."""

Decode = Callable[[Values, bool], tuple[NDArray[np.uint8], Values]]
"""Blended scores (K, H, W), and whether scores are wanted -> classes (H, W) and their scores."""
Describe = Callable[[Region], dict[str, Any]]


def blend(scene: Scene, session: Session, channels: int, report: Reporter, take: Emit, watch: Watch) -> int:
    """Runs the tiles of a scene and hands on finished blocks of so many channels; returns the number of tiles."""
    tiling = scene.tiling

    def samples() -> Iterator[Sample[Any]]:
        for panel in tiling.panels():
            for row in tiling.wanted_rows:
                for column in range(panel[0], panel[1] + 1):
                    report.check()
                    tile = tiling.tile(row, column)
                    yield scene.sample((panel, row, column), tile, common(tile, tiling.wanted))

    expected = (channels, scene.side, scene.side)
    done = 0
    blender: Blender | None = None
    current = None
    for done, answer in enumerate(answers(session, samples(), scene.load(session, report), watch.judge), 1):
        panel, row, column = answer.place
        if answer.output is not None and answer.output.shape != expected:
            raise ModelError(
                say("model {} gives {} for a tile; expected {}", scene.card.id, answer.output.shape, expected)
            )
        if blender is None or panel != current:
            blender, current = Blender(tiling, panel, take), panel
        output = None if answer.output is None else resized(answer.output, tiling.size)
        blender.add(row, column, output, answer.valid)
        watch.add(row, column, answer.judged)
        report.progress(done, tiling.tile_count)
    return done


@dataclass(frozen=True)
class DensePaths:
    """Where results go; empty: not wanted, but one of the first three is."""

    classes: str
    scores: str
    polygons: str
    spread: str = ""


class DenseOutput:
    """The rasters of a run as they are filled; those nobody asked for are scratch files."""

    def __init__(self, scene: Scene, pending: Pending, paths: DensePaths, decode: Decode) -> None:
        self.scene, self.paths, self.decode = scene, paths, decode
        self.totals = Totals(scene.grid, scene.card.knows.classes)
        beside = paths.classes or paths.scores or paths.polygons
        self.class_path = pending.at(paths.classes) if paths.classes else pending.scratch(beside, ".tif")
        self.score_path = wanted(pending, paths.scores)
        if paths.polygons and self.score_path is None:
            self.score_path = pending.scratch(beside, ".tif")
        self.feature_path = wanted(pending, paths.polygons)
        self._open = ExitStack()
        self.classes = self._raster(self.class_path, scene.card.knows.classes)
        self.scores = None if self.score_path is None else self._raster(self.score_path)
        spread = wanted(pending, paths.spread)
        self.spread = None if spread is None else self._raster(spread)

    def _raster(self, path: Path, classes: Sequence[ModelClass] | None = None) -> GeoTiff:
        raster = GeoTiff(path, self.scene.grid, self.scene.window, classes)
        self._open.callback(raster.abandon)
        return raster

    def __enter__(self) -> DenseOutput:
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def take(self, block: Window, scores: Values, valid: Valid) -> None:
        """Decodes and writes one finished block; of its planes the last is the views' spread, if that is wanted."""
        if self.spread is not None:
            self.spread.write(block, as_scores(scores[-1], valid))
            scores = scores[:-1]
        classes, winning = self.decode(scores, self.scores is not None)
        classes = np.where(valid, classes, np.uint8(CLASS_NODATA))
        self.classes.write(block, classes)
        if self.scores is not None:
            self.scores.write(block, as_scores(winning, valid))
        self.totals.add(block, classes)

    def finish(self, tags: dict[str, str], smallest: float, describe: Describe, report: Reporter) -> int:
        """Completes the rasters and writes the polygons from `smallest` area on; returns how many."""
        self.classes.close(tags, bool(self.paths.classes))
        if self.scores is not None:
            self.scores.close(tags, bool(self.paths.scores))
        if self.spread is not None:
            self.spread.close(tags)
        if self.feature_path is None or self.score_path is None:
            return 0
        scene = self.scene
        with FeatureFile(self.feature_path, scene.grid.transform) as out:
            strips = self._strips(self.class_path, self.score_path, report)
            for region in vectorise(strips, int(scene.window.col_off), report.check):
                if region.area >= smallest:
                    out.add(region.geometry, describe(region))
            return out.count

    def _strips(self, classes: Path, scores: Path, report: Reporter) -> Iterator[Strip]:
        whole = self.scene.window
        report.stage(TILES_SHARE, 1)
        height = min(max(STRIP_PIXELS // int(whole.width), LOWEST_STRIP), STRIP)
        with rasterio.open(classes) as class_file, rasterio.open(scores) as score_file:
            for top in range(0, int(whole.height), height):
                part = Window(0, top, whole.width, min(height, whole.height - top))
                place = Window(whole.col_off, whole.row_off + top, part.width, part.height)
                found = class_file.read(1, window=part)
                yield Strip(
                    int(place.row_off), found, found != CLASS_NODATA, score_file.read(1, window=part),
                    self.totals.areas.of(place),
                )  # fmt: skip
                report.progress(top + int(part.height), int(whole.height), say("polygons: row"))
