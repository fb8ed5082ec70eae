# SPDX-License-Identifier: GPL-3.0-or-later
"""Which images are compared, how, and whether they can be."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from .... import model_library, settings
from ....core.cards.card import ModelCard
from ....core.errors import EngineError
from ....engine.layers import dates
from ....engine.tool_run import ToolRun
from ..comparison import pair
from ..comparison.parameters import Comparison, Image
from .runs import Runner

TASK = "change"
CHECK = "check"
"""A kind of run. It makes way for all others."""
PATIENCE = 20.0
"""Seconds that measuring a pair may take where QGIS has to fetch the pixels first."""


class Choice(QObject):
    comparisonChanged = pyqtSignal()  # noqa: N815
    imagesChanged = pyqtSignal()  # noqa: N815
    """What was made of other images is worth nothing; told before `comparisonChanged`."""
    tuningChanged = pyqtSignal()  # noqa: N815
    findingsChanged = pyqtSignal()  # noqa: N815
    failed = pyqtSignal(str)
    engineMissing = pyqtSignal(str)  # noqa: N815
    """Why there is none."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runner = Runner(self)
        self.comparison = Comparison(model=model_library.default_id(TASK) or "", device=settings.device())
        self.measured: pair.Measured | None = None
        self.findings: list[pair.Finding] = []
        self.given_up = ""
        """Why the pair is not measured; empty: it is, or will be."""
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._lose_patience)
        self.runner.started.connect(self._begun)
        self.runner.stopped.connect(self._over)

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

    def as_parameters(self) -> dict[str, Any]:
        """The comparison's, with layers of the project in the place of their sources: not all have a file."""
        comparison = self.comparison
        found = {**comparison.as_parameters(), "BEFORE": comparison.before.layer, "AFTER": comparison.after.layer}
        mask = self.mask
        return found if mask is None else {**found, "MASK": mask.id()}

    @property
    def mask(self) -> QgsVectorLayer | None:
        """The polygons to compare inside, where they are a layer of the project."""
        layers = QgsProject.instance().mapLayers().values()
        named = (layer for layer in layers if isinstance(layer, QgsVectorLayer))
        return next((layer for layer in named if layer.source() == self.comparison.mask), None)

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
            self.imagesChanged.emit()
        self.comparisonChanged.emit()
        watched = ("before", "after", "model", "bands", "extent")
        if any(getattr(old, name) != getattr(new, name) for name in watched):
            self.check()
        if old.tuning != new.tuning:
            self.tuningChanged.emit()

    def take_up(self, comparison: Comparison) -> None:
        """A comparison that was kept, as it was."""
        self.comparison, self.measured = comparison, None
        self.imagesChanged.emit()
        self.comparisonChanged.emit()
        self.check()

    @property
    def measuring(self) -> bool:
        return self.runner.kind == CHECK

    def check(self) -> None:
        """Looks at the pair at once, then has the engine measure it."""
        self.given_up = ""
        self.runner.cancel(CHECK)
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
            self.runner.ask(CHECK, "checkpair", wanted, self._checked, yields=True)

    def stop_measuring(self, why: str = "") -> None:
        """The pair can be run all the same; `check` begins again."""
        self.given_up = why or self.tr("The pair was not measured: whether one image lies aside is not known.")
        self.runner.cancel(CHECK)
        self.findings.append(pair.Finding(pair.Level.NOTE, self.given_up))
        self.findingsChanged.emit()

    def _begun(self, kind: str) -> None:
        if kind == CHECK and any(layer.providerType() != "gdal" for layer in (self.before, self.after) if layer):
            self._patience.start(round(1000 * PATIENCE))

    def _over(self, kind: str) -> None:
        if kind == CHECK:
            self._patience.stop()

    def _lose_patience(self) -> None:
        text = self.tr(
            "The pair was not measured: its pixels did not come within {} seconds. It can be run all the same; or "
            "choose a smaller area, and measure again."
        )
        self.stop_measuring(text.format(round(PATIENCE)))

    def say(self, error: str) -> None:
        (self.engineMissing if self.runner.engine_missing else self.failed).emit(error)

    def _checked(self, run: ToolRun) -> None:
        if run.error and self.runner.engine_missing:
            self.say(run.error)
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


def _layer(image: Image) -> QgsRasterLayer | None:
    layer = QgsProject.instance().mapLayer(image.layer) if image.layer else None
    return layer if isinstance(layer, QgsRasterLayer) else None


def in_project(image: Image) -> Image:
    """The image as a layer of this project: the same, one of its source, or a new one; none if it is gone."""
    layers = QgsProject.instance().mapLayers()
    if image.layer in layers:
        return image
    same = next((layer for layer in layers.values() if layer.source() == image.source), None)
    layer = same or QgsRasterLayer(image.source, image.name)
    if same is None and layer.isValid():
        QgsProject.instance().addMapLayer(layer)
    return replace(image, layer=layer.id()) if layer.isValid() else Image()


def image_of(layer: QgsRasterLayer | None) -> Image:
    return Image() if layer is None else Image(layer.id(), layer.name(), layer.source(), dates.guess(layer))


def _no_model(model_id: str) -> str:
    try:
        model_library.find(model_id, TASK)
    except EngineError as error:
        return str(error)
    return ""
