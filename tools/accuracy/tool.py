# SPDX-License-Identifier: GPL-3.0-or-later
"""A tool's run on an array, as a user would run it on a file, and figures from counts."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
import shapely
from affine import Affine
from numpy.typing import NDArray

from lwganet_qgis.core.jobs.change import ChangeJob
from lwganet_qgis.core.jobs.classify import ClassifyJob
from lwganet_qgis.core.jobs.detect import DetectJob
from lwganet_qgis.core.jobs.parts.model import Model
from lwganet_qgis.core.jobs.parts.raster import RasterSource
from lwganet_qgis.core.jobs.segment import SegmentJob
from lwganet_qgis.core.report import Reporter
from lwganet_qgis.core.run import run_job

BINS = 15
Feature = tuple[Any, dict[str, Any]]
"""Geometry on the map, and properties."""


def write(path: Path, pixels: NDArray[Any], gsd: float, **profile: Any) -> str:
    """A GeoTIFF of (C, H, W) on a plane with pixels of `gsd` metres."""
    count, height, width = pixels.shape
    place = {"crs": "EPSG:32633", "transform": Affine(gsd, 0, 500_000, 0, -gsd, 5_000_000), **profile}
    with rasterio.open(
        path, "w", driver="GTiff", count=count, height=height, width=width, dtype=pixels.dtype, **place
    ) as file:
        file.write(pixels)
    return str(path)


class Tool:
    """The bundled model of a folder, and a place for its runs' files."""

    def __init__(self, model: Path, scaling: str = "auto", views: int = 1) -> None:
        self._folder = tempfile.TemporaryDirectory()
        self.folder, self.model = Path(self._folder.name), Model(str(model), scaling=scaling, views=views)
        self.card = json.loads((model / "model.json").read_text(encoding="utf-8"))
        self.gsd = float(self.card["gsd"])

    def raster(self, name: str, pixels: NDArray[Any], **profile: Any) -> RasterSource:
        return RasterSource(write(self.folder / f"{name}.tif", pixels, self.gsd, **profile))

    def classes(self, image: RasterSource) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
        """Class and score of every pixel."""
        classes, scores = self.folder / "classes.tif", self.folder / "scores.tif"
        run_job(SegmentJob(self.model, image, classes=str(classes), confidence=str(scores)), _quiet())
        return _band(classes), _band(scores)

    def scenes(self, image: RasterSource) -> list[Feature]:
        """The cells."""
        path = self.folder / "scenes.jsonl"
        run_job(ClassifyJob(self.model, image, scenes=str(path)), _quiet())
        return _features(path)

    def change(self, before: RasterSource, after: RasterSource) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
        """Change of every pixel, and its probability."""
        change, probability = self.folder / "change.tif", self.folder / "probability.tif"
        run_job(ChangeJob(self.model, before, after, change=str(change), probability=str(probability)), _quiet())
        return _band(change), _band(probability)

    def boxes(self, image: RasterSource, threshold: float) -> list[Feature]:
        path = self.folder / "boxes.jsonl"
        run_job(DetectJob(self.model, image, threshold=threshold, boxes=str(path)), _quiet())
        return _features(path)


def _band(path: Path) -> NDArray[Any]:
    with rasterio.open(path) as file:
        band: NDArray[Any] = file.read(1)
    return band


def _features(path: Path) -> list[Feature]:
    entries = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return [(shapely.from_wkb(entry["geometry"]), entry["properties"]) for entry in entries]


def _quiet() -> Reporter:
    return Reporter(lambda event: None)


def confusion(truth: NDArray[Any], found: NDArray[Any], classes: int) -> NDArray[np.int64]:
    """(K, K), rows the truth; 255 in either is left out."""
    counts = np.zeros((classes, classes), np.int64)
    known = (truth != 255) & (found != 255)
    np.add.at(counts, (truth[known].astype(int), found[known].astype(int)), 1)
    return counts


def ious(counts: NDArray[np.int64]) -> NDArray[np.float64]:
    hit = np.diag(counts).astype(float)
    union = counts.sum(0) + counts.sum(1) - hit
    return np.divide(hit, union, out=np.full(len(hit), np.nan), where=union > 0)


def calibration_error(scores: Sequence[float] | NDArray[Any], right: Sequence[bool] | NDArray[Any]) -> float:
    """Expected calibration error over 15 bins of equal width."""
    sure, true = np.asarray(scores, float), np.asarray(right, float)
    which = np.minimum((sure * BINS).astype(int), BINS - 1)
    parts = [(which == b).sum() * abs(sure[which == b].mean() - true[which == b].mean()) for b in np.unique(which)]
    return float(sum(parts) / len(sure))
