# SPDX-License-Identifier: GPL-3.0-or-later
"""What the change window knows and does. Widgets only show it; it works without a screen."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsProcessingUtils,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ... import model_library, styling
from ...core.errors import EngineError
from ...core.model_card import ModelCard
from . import dates, pair
from .parameters import Comparison, Image
from .runs import Done, Runner, ToolRun

TASK = "change"
CHECK, PREVIEW, WHOLE, SERIES, TUNE, COLLECT = "check", "preview", "whole", "series", "tune", "collect"
"""Kinds of run."""
LONG = (PREVIEW, WHOLE, SERIES, COLLECT)
"""Those that are worth asking before they are stopped."""


@dataclass(frozen=True)
class Probability:
    """What the model said of an area; kept, so that tuning needs no model."""

    path: str
    layer: QgsRasterLayer
    whole: bool
    """Whether of all that was asked for, not just a preview."""
    seconds: float


@dataclass(frozen=True)
class Tuned:
    """What the tuning makes of the probabilities in view."""

    polygons: QgsVectorLayer
    count: int
    area: float
    """Square metres, or pixels where there are none."""
    histogram: tuple[int, ...]
    """Pixels in equal steps of probability from 0 to 1."""
    seconds: float


class ChangeState(QObject):
    comparisonChanged = pyqtSignal()  # noqa: N815
    findingsChanged = pyqtSignal()  # noqa: N815
    probabilityChanged = pyqtSignal()  # noqa: N815
    tunedChanged = pyqtSignal()  # noqa: N815
    storeChanged = pyqtSignal()  # noqa: N815
    failed = pyqtSignal(str)
    engineMissing = pyqtSignal(str)  # noqa: N815
    """Why there is none."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runner = Runner(self)
        self.comparison = Comparison(model=model_library.default_id(TASK) or "")
        self.measured: pair.Measured | None = None
        self.findings: list[pair.Finding] = []
        self.probability: Probability | None = None
        self.tuned: Tuned | None = None
        self.store: Any = None
        self.view: QgsReferencedRectangle | None = None
        """What the maps show."""
        self._scratch = tempfile.TemporaryDirectory(prefix="lwganet-change-", dir=QgsProcessingUtils.tempFolder())
        self._number = 0
        self.pixels_asked = 0
        """Of the model's last run."""

    # The images

    @property
    def before(self) -> QgsRasterLayer | None:
        return _layer(self.comparison.before)

    @property
    def after(self) -> QgsRasterLayer | None:
        return _layer(self.comparison.after)

    @property
    def card(self) -> ModelCard | None:
        try:
            return model_library.find(self.comparison.model, TASK)
        except EngineError:
            return None

    @property
    def measured_in_metres(self) -> bool:
        """Whether areas are in square metres (else in pixels)."""
        return self.before is not None and pair.metres_of_pixel(self.before) is not None

    def choose_before(self, layer: QgsRasterLayer | None) -> None:
        self.change(before=image_of(layer))

    def choose_after(self, layer: QgsRasterLayer | None) -> None:
        self.change(after=image_of(layer))

    def swap(self) -> None:
        self.change(before=self.comparison.after, after=self.comparison.before)

    def change(self, **fields: Any) -> None:
        """Other values for fields of the comparison; what no longer fits them is dropped."""
        new = replace(self.comparison, **fields)
        if new == self.comparison:
            return
        old, self.comparison = self.comparison, new
        if (old.before.layer, old.after.layer) != (new.before.layer, new.after.layer):
            self.comparison = replace(new, shift=(0.0, 0.0), match=False)
            self.measured = None
            self.drop_results()
        self.comparisonChanged.emit()
        watched = ("before", "after", "model", "bands", "extent")
        if any(getattr(old, name) != getattr(new, name) for name in watched):
            self.check()
        if old.tuning != new.tuning:
            self.tune()

    def take_up(self, comparison: Comparison) -> None:
        """A comparison that was kept, as it was."""
        self.drop_results()
        self.comparison, self.measured = comparison, None
        self.comparisonChanged.emit()
        self.check()

    def forget(self) -> None:
        """The project is closed."""
        self.store = None
        self.take_up(Comparison(model=model_library.default_id(TASK) or ""))
        self.storeChanged.emit()

    def check(self) -> None:
        """Looks at the pair at once, then has the engine measure it."""
        days = (self.comparison.before.date, self.comparison.after.date)
        self.findings = pair.look(self.before, self.after, self.card, days)
        if not self.card:
            self.findings.append(pair.Finding(pair.Level.ERROR, _no_model(self.comparison.model)))
        elif self.measured is not None:
            self.findings += pair.judge(self.measured)
        self.findingsChanged.emit()
        if self.measured is None and self.comparable and self.before is not None:
            wanted = {"BEFORE": self.comparison.before.layer, "AFTER": self.comparison.after.layer}
            for name, value in (("BANDS", self.comparison.bands), ("EXTENT", self.comparison.extent)):
                wanted.update({name: value} if value else {})
            self.runner.ask(CHECK, "checkpair", wanted, self._checked)

    def _say(self, error: str) -> None:
        (self.engineMissing if self.runner.engine_missing else self.failed).emit(error)

    def _checked(self, run: ToolRun) -> None:
        if run.error and self.runner.engine_missing:
            self._say(run.error)
        elif run.error:
            self.findings.append(pair.Finding(pair.Level.WARNING, run.error))
        else:
            self.measured = pair.Measured.from_figures(json.loads(run.results["REPORT"]))
            self.findings += pair.judge(self.measured)
        self.findingsChanged.emit()

    @property
    def comparable(self) -> bool:
        return self.comparison.ready and all(f.level < pair.Level.ERROR for f in self.findings)

    def correct_shift(self, on: bool) -> None:
        self.change(shift=self.measured.shift if on and self.measured is not None else (0.0, 0.0))

    def layers_gone(self, ids: list[str]) -> None:
        """Layers leave the project: a run on them ends."""
        gone = [name for name in ("before", "after") if getattr(self.comparison, name).layer in ids]
        if gone:
            self.runner.cancel()
            self.change(**{name: Image() for name in gone})

    # The model's runs

    def preview(self) -> None:
        """On what the maps show."""
        self._run(PREVIEW, self.view)

    def run_whole(self) -> None:
        self._run(WHOLE, self.comparison.extent or None)

    def _run(self, kind: str, extent: Any) -> None:
        self._number += 1
        beside = os.path.join(self._scratch.name, f"{kind}-{self._number}")
        wanted = {
            **self.comparison.as_parameters(), "BEFORE": self.comparison.before.layer,
            "AFTER": self.comparison.after.layer, "OUTPUT": f"{beside}-change.tif", "PROBABILITY": f"{beside}.tif",
        }  # fmt: skip
        wanted.pop("EXTENT", None)
        if extent is not None:
            wanted["EXTENT"] = extent
        self.pixels_asked = self._pixels_in(extent)
        self.ask_model(kind, "detectchange", wanted, lambda run: self._ran(run, kind == WHOLE))

    def ask_model(self, kind: str, tool: str, wanted: dict[str, Any], done: Done) -> None:
        """Of the model's runs the last that was asked for counts."""
        self.runner.cancel(PREVIEW, WHOLE, SERIES, TUNE)
        self.runner.ask(kind, tool, wanted, done)

    def _pixels_in(self, extent: Any) -> int:
        """Of the image before, roughly: for the throughput."""
        layer = self.before
        if layer is None or not layer.width():
            return 0
        if not isinstance(extent, QgsReferencedRectangle):
            extent = pair.shared_extent(layer, self.after)
        part = _part_of(layer, extent) if extent is not None else None
        share = part.width() * part.height() / (layer.extent().width() * layer.extent().height()) if part else 1.0
        return round(share * layer.width() * layer.height())

    def _ran(self, run: ToolRun, whole: bool) -> None:
        if run.error:
            self._say(run.error)
            return
        self.take_probability(run.results["PROBABILITY"], whole, run.seconds)

    def take_probability(self, path: str, whole: bool = True, seconds: float = 0.0) -> None:
        """A raster of probabilities of the chosen images, to be tuned and reviewed."""
        options = QgsRasterLayer.LayerOptions(False)  # no style of QGIS's own, which takes statistics
        layer = QgsRasterLayer(path, self.tr("Probability of change"), "gdal", options)
        if not layer.isValid():
            self.failed.emit(self.tr("{} cannot be read.").format(path))
            return
        styling.score_raster()(layer)
        self._forget_probability()
        self.probability = Probability(path, layer, whole, seconds)
        self.probabilityChanged.emit()
        self.tune()

    def drop_results(self) -> None:
        self.runner.cancel()
        self._forget_probability()
        self.tuned = None
        self.probabilityChanged.emit()
        self.tunedChanged.emit()

    def _forget_probability(self) -> None:
        if self.probability is None:
            return
        path = Path(self.probability.path)
        self.probability = None  # closes the file, which QGIS writes statistics beside
        if path.parent == Path(self._scratch.name):
            for part in path.parent.glob(f"{path.stem}*"):
                part.unlink()

    # Tuning

    def look_at(self, extent: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> None:
        """The maps show another part."""
        self.view = QgsReferencedRectangle(extent, crs)
        self.tune()

    def tune(self) -> None:
        """Polygons of what is in view, anew."""
        if self.probability is None:
            return
        part = self._part_in_view()
        if part is None:
            return
        wanted = {
            "INPUT": self.probability.layer, "EXTENT": part, "POLYGONS": "TEMPORARY_OUTPUT",
            **self.comparison.tuning.as_parameters(),
        }  # fmt: skip
        self.runner.ask(TUNE, "changepolygons", wanted, self._did_tune)

    def _part_in_view(self) -> QgsReferencedRectangle | None:
        layer = self.probability.layer
        if self.view is None:
            return QgsReferencedRectangle(layer.extent(), layer.crs())
        part = _part_of(layer, self.view)
        return None if part is None else QgsReferencedRectangle(part, layer.crs())

    def _did_tune(self, run: ToolRun) -> None:
        if run.error:
            self._say(run.error)
            return
        polygons = run.context.takeResultLayer(run.results["POLYGONS"])
        styling.change_polygons()(polygons)
        counts = tuple(int(text) for text in run.results["HISTOGRAM"].split(","))
        self.tuned = Tuned(polygons, int(run.results["COUNT"]), run.results["AREA"], counts, run.seconds)
        self.tunedChanged.emit()

    # The review

    def collect(self, target: str) -> None:
        """Polygons of the whole area into a GeoPackage to review, its rasters beside it."""
        from .review_store import ReviewStore

        path, stem = Path(target), Path(target).stem
        kept = path.with_name(f"{stem}_probability.tif")
        polygons = os.path.join(self._scratch.name, "collect.gpkg")
        wanted = {
            "INPUT": self.probability.layer, "POLYGONS": polygons, "OUTPUT": str(path.with_name(f"{stem}_change.tif")),
            **self.comparison.tuning.as_parameters(),
        }  # fmt: skip
        comparison, probability = self.comparison, self.probability

        def store(results: dict[str, Any], _: Any) -> None:
            shutil.copyfile(probability.path, kept)
            info = {"probability": str(kept), "change": results["OUTPUT"], "seconds": probability.seconds}
            layer = QgsVectorLayer(polygons, "changes", "ogr")
            ReviewStore.create(target, layer, layer.crs(), comparison, info, replace=True)

        self.runner.ask(COLLECT, "changepolygons", wanted, lambda run: self._collected(run, target), store)

    def _collected(self, run: ToolRun, target: str) -> None:
        if run.error:
            self._say(run.error)
        else:
            self.open_review(target)

    def open_review(self, path: str) -> None:
        from .review_store import ReviewStore

        try:
            self.store = ReviewStore.open(path)
        except EngineError as error:
            self.failed.emit(str(error))
            return
        self.storeChanged.emit()

    # The end

    def close(self) -> None:
        """Ends what runs; nothing of it is left."""
        self.runner.close()
        self.probability = self.tuned = None
        self._scratch.cleanup()


def _layer(image: Image) -> QgsRasterLayer | None:
    layer = QgsProject.instance().mapLayer(image.layer) if image.layer else None
    return layer if isinstance(layer, QgsRasterLayer) else None


def _part_of(layer: QgsRasterLayer, extent: QgsRectangle) -> QgsRectangle | None:
    """What an extent (perhaps of another CRS) has of a layer, in the layer's CRS; None: nothing."""
    crs = extent.crs() if isinstance(extent, QgsReferencedRectangle) else layer.crs()
    if crs.isValid() and layer.crs().isValid() and crs != layer.crs():
        change = QgsCoordinateTransform(crs, layer.crs(), QgsProject.instance().transformContext())
        try:
            extent = change.transformBoundingBox(extent)
        except QgsCsException:
            return None
    return layer.extent().intersect(extent) if layer.extent().intersects(extent) else None


def image_of(layer: QgsRasterLayer | None) -> Image:
    return Image() if layer is None else Image(layer.id(), layer.name(), layer.source(), dates.guess(layer))


def _no_model(model_id: str) -> str:
    try:
        model_library.find(model_id, TASK)
    except EngineError as error:
        return str(error)
    return ""
