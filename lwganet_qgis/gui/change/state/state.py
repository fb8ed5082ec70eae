# SPDX-License-Identifier: GPL-3.0-or-later
"""What the change window knows and does. Widgets only show it; it works without a screen."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingUtils,
    QgsRasterLayer,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QObject, pyqtSignal

from .... import model_library, settings, styling
from ....core.errors import EngineError
from ....engine.layers.unstyled import unstyled
from ....engine.outputs.leftovers import SCRATCH
from ....engine.outputs.own_folder import OwnFolder
from ....engine.tool_run import ToolRun
from ..comparison import pair
from ..comparison.parameters import Comparison
from ..review.store import ReviewStore
from .choice import TASK, Choice, in_project
from .collect import collection
from .kept_files import KeptFiles
from .runs import Done

PREVIEW, WHOLE, SERIES, TUNE, COLLECT = "preview", "whole", "series", "tune", "collect"
"""Kinds of run, besides `choice.CHECK`."""
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
    comparison: Comparison
    """It was made with; but for the tuning, which may be another by now."""
    files: KeptFiles | None = None
    """Held as long as the raster is read, where it is one of the window's own."""


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


class ChangeState(Choice):
    probabilityChanged = pyqtSignal()  # noqa: N815
    tunedChanged = pyqtSignal()  # noqa: N815
    storeChanged = pyqtSignal()  # noqa: N815

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.probability: Probability | None = None
        self.tuned: Tuned | None = None
        self.store: ReviewStore | None = None
        self.view: QgsReferencedRectangle | None = None
        """What the maps show."""
        self._scratch = OwnFolder(QgsProcessingUtils.tempFolder(), SCRATCH)
        self.folder = self._scratch.path / "files"
        """For files that live as long as the window."""
        self.folder.mkdir()
        self._number = 0
        self.pixels_asked = 0
        """Of the model's last run."""
        self.imagesChanged.connect(self.drop_results)
        self.tuningChanged.connect(self.tune)

    # The model's runs

    def preview(self) -> None:
        """On what the maps show."""
        self._run(PREVIEW, self.view)

    def run_whole(self) -> None:
        self._run(WHOLE, self.comparison.extent or None)

    def _run(self, kind: str, extent: Any) -> None:
        files = self._files(kind)
        wanted = {**self.as_parameters(), "OUTPUT": files.named("-change.tif"), "PROBABILITY": files.named(".tif")}
        wanted.pop("EXTENT", None)
        if extent is not None:
            wanted["EXTENT"] = extent
        self.pixels_asked = self._pixels_in(extent)
        comparison = self.comparison
        self.ask_model(kind, "detectchange", wanted, lambda run: self._ran(run, kind == WHOLE, comparison, files))

    def _files(self, kind: str) -> KeptFiles:
        self._number += 1
        return KeptFiles(self.folder, f"{kind}-{self._number}")

    def ask_model(self, kind: str, tool: str, wanted: dict[str, Any], done: Done) -> None:
        """Of the model's runs the last that was asked for counts."""
        self.runner.cancel(PREVIEW, WHOLE, SERIES)
        self.runner.ask(kind, tool, wanted, done)

    def _pixels_in(self, extent: Any) -> int:
        """Of the image before, roughly: for the throughput."""
        layer = self.before
        if layer is None or not layer.width():
            return 0
        if not isinstance(extent, QgsReferencedRectangle):
            extent = pair.shared_extent(layer, self.after)
        part = pair.part_of(layer, extent) if extent is not None else None
        share = part.width() * part.height() / (layer.extent().width() * layer.extent().height()) if part else 1.0
        return round(share * layer.width() * layer.height())

    def _ran(self, run: ToolRun, whole: bool, comparison: Comparison, files: KeptFiles) -> None:
        if run.error:
            self.say(run.error)
            return
        self.take_probability(run.results["PROBABILITY"], comparison, whole, run.seconds, files)

    def take_probability(
        self, path: str, comparison: Comparison, whole: bool = True, seconds: float = 0.0,
        files: KeptFiles | None = None,
    ) -> None:  # fmt: skip
        """A raster of probabilities, to be tuned and reviewed."""
        layer = unstyled(path, self.tr("Probability of change"), "gdal")
        if not layer.isValid():
            self.failed.emit(self.tr("{} cannot be read.").format(path))
            return
        styling.probability_raster()(layer)
        self.probability = Probability(path, layer, whole, seconds, comparison, files)
        self.probabilityChanged.emit()
        self.tune()

    @property
    def outdated(self) -> bool:
        """Whether the probabilities were made with other settings than are chosen now."""
        kept, now = self.probability, self.comparison
        return kept is not None and replace(kept.comparison, tuning=now.tuning) != now

    def drop_results(self) -> None:
        self.runner.cancel()
        self.probability = self.tuned = None
        self.set_store(None)
        self.probabilityChanged.emit()
        self.tunedChanged.emit()

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
        files = self.probability.files
        self.runner.ask(TUNE, "changepolygons", wanted, lambda run: self._did_tune(run, files))

    def _part_in_view(self) -> QgsReferencedRectangle | None:
        layer = self.probability.layer
        if self.view is None:
            return QgsReferencedRectangle(layer.extent(), layer.crs())
        part = pair.part_of(layer, self.view)
        return None if part is None else QgsReferencedRectangle(part, layer.crs())

    def _did_tune(self, run: ToolRun, _read: KeptFiles | None) -> None:
        if run.error:
            self.say(run.error)
            return
        polygons = run.context.takeResultLayer(run.results["POLYGONS"])
        styling.change_polygons()(polygons)
        counts = tuple(int(text) for text in run.results["HISTOGRAM"].split(","))
        self.tuned = Tuned(polygons, int(run.results["COUNT"]), run.results["AREA"], counts, run.seconds)
        self.tunedChanged.emit()

    # The review

    def collect(self, target: str) -> None:
        """Polygons of the whole area into a GeoPackage to review, rasters beside it. An older review is replaced."""
        if self.store is not None and self.store.path == Path(target):
            self.set_store(None)
        probability = self.probability
        work = collection(target, probability, self.comparison.tuning, self._files(COLLECT), self._known_of_pair())
        wanted = work.parameters(probability.layer)

        def done(run: ToolRun) -> None:
            self._collected(run, target, probability)

        self.runner.ask(COLLECT, "changepolygons", wanted, done, work.write)

    def _known_of_pair(self) -> dict[str, Any]:
        sizes = [None if layer is None else pair.metres_of_pixel(layer) for layer in (self.before, self.after)]
        measured = self.measured
        return {"pixel_metres": sizes, "shift": None if measured is None else measured.as_info()}

    def _collected(self, run: ToolRun, target: str, _read: Probability) -> None:
        if run.error:
            self.say(run.error)
        else:
            self.open_review(target)

    def open_review(self, path: str) -> None:
        store = self._review_in(path)
        if store is None:
            return
        self.set_store(store)
        kept = str(store.info.get("probability", ""))
        if self.probability is None and os.path.exists(kept):
            self.take_probability(kept, store.comparison, True, float(store.info.get("seconds", 0.0)))

    def resume(self, path: str) -> None:
        """A review of before, with its images."""
        store = self._review_in(path)
        if store is None:
            return
        comparison = store.comparison
        store.close()
        self.take_up(replace(comparison, before=in_project(comparison.before), after=in_project(comparison.after)))
        self.open_review(path)

    def _review_in(self, path: str) -> ReviewStore | None:
        try:
            return ReviewStore.open(path)
        except EngineError as error:
            self.failed.emit(str(error))
            return None

    def set_store(self, store: ReviewStore | None) -> None:
        old, self.store = self.store, store
        if old is store:
            return
        self.storeChanged.emit()
        if old is not None:
            old.close()

    # The end

    def forget(self) -> None:
        """The project is closed."""
        self.take_up(Comparison(model=model_library.default_id(TASK) or "", device=settings.device()))

    def close(self) -> None:
        """Ends what runs; nothing of it is left."""
        self.runner.close()
        self.set_store(None)
        self.probability = self.tuned = None
        self._scratch.remove()
