# SPDX-License-Identifier: GPL-3.0-or-later
"""The polygons of a whole area become a review, with its rasters beside it: all of it, or nothing."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

from osgeo import gdal
from qgis.core import QgsVectorLayer

from ....core.errors import OutputError
from ....engine.outputs.stage import Stage
from ....texts import tr
from ..comparison.parameters import Comparison
from ..review.store import ReviewStore
from .kept_files import KeptFiles


class Collection:
    """A review to be made at `target`, of the probabilities at `source`. `made` takes the tool's results."""

    def __init__(
        self, target: str, source: str, seconds: float, comparison: Comparison, made: KeptFiles, pair: dict[str, Any]
    ) -> None:  # fmt: skip
        """`pair` is what is known of the two images, for the review's `info`."""
        self._path, self._source, self._seconds = Path(target), source, seconds
        self._comparison, self._made, self._pair = comparison, made, pair

    def parameters(self, layer: Any) -> dict[str, Any]:
        """Of the tool whose results `write` takes."""
        return {
            "INPUT": layer, "POLYGONS": self._made.named(".gpkg"), "OUTPUT": self._made.named(".tif"),
            **self._comparison.tuning.as_parameters(),
        }  # fmt: skip

    def write(self, results: dict[str, Any], _: Any) -> None:
        """May take a second; beside the main thread. Raises OutputError; what stood there before stays then."""
        names = {name: self._path.with_name(f"{self._path.stem}_{name}.tif") for name in ("probability", "change")}
        sources = {"probability": self._source, "change": self._made.named(".tif")}
        info = {
            **{name: str(path) for name, path in names.items()}, "seconds": self._seconds,
            "pixels": results["PIXELS"], "area_m2": results["COMPARED"], **_engine_of(self._source),
            **self._pair,
        }  # fmt: skip
        layer = QgsVectorLayer(self._made.named(".gpkg"), "changes", "ogr")
        with Stage(tr("Review")) as stage:
            try:
                for name, path in names.items():
                    if str(path) != self._source:
                        _copy(sources[name], stage.at(path))
            except OSError as error:
                text = tr("The review {} cannot be written: {}").format(self._path, error.strerror or error)
                raise OutputError(text) from error
            ReviewStore.write(self._path, layer, layer.crs(), self._comparison, info, replace=True, stage=stage)
            stage.place()


def collection(target: str, probability: Any, tuning: Any, made: KeptFiles, pair: dict[str, Any]) -> Collection:
    """Of a `state.Probability`, tuned as it is now."""
    comparison = replace(probability.comparison, tuning=tuning)
    return Collection(target, probability.path, probability.seconds, comparison, made, pair)


def _copy(source: str, target: str) -> None:
    for ending in ("", ".aux.xml"):
        if Path(source + ending).exists():
            shutil.copyfile(source + ending, target + ending)


def _engine_of(raster: str) -> dict[str, str]:
    """What the engine wrote into a raster of how it was made."""
    dataset = gdal.Open(raster)
    tags = dataset.GetMetadata()
    return {name: tags.get(f"LWGANET_{name.upper()}", "") for name in ("device", "runtime")}
