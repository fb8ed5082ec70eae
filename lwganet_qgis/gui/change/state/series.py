# SPDX-License-Identifier: GPL-3.0-or-later
"""A run over many dates, and its pairs to be looked at one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsRasterLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ....algorithms.outputs.series_files import stems
from ....engine.tool_run import ToolRun
from ..comparison.parameters import Image
from .choice import image_of
from .state import SERIES, ChangeState

FIRST = "first_change.tif"


@dataclass(frozen=True)
class Pair:
    images: tuple[Image, Image]
    probability: str


class Series(QObject):
    made = pyqtSignal()

    def __init__(self, state: ChangeState) -> None:
        super().__init__(state)
        self.state = state
        self.pairs: tuple[Pair, ...] = ()
        self.first = ""
        """Path of the raster of first changes."""

    def run(self, layers: Sequence[QgsRasterLayer], folder: str) -> None:
        """`layers` in order of time; results come into `folder`."""
        Path(folder).mkdir(parents=True, exist_ok=True)
        images = [image_of(layer) for layer in layers]
        names = [(image.date or image.name).replace(",", " ") for image in images]
        wanted = {
            **self.state.as_parameters(), "LAYERS": [image.layer for image in images], "NAMES": ",".join(names),
            "FOLDER": folder, "FIRST": str(Path(folder) / FIRST),
        }  # fmt: skip
        for name in ("BEFORE", "AFTER", "SHIFT", "SIMPLIFY"):
            wanted.pop(name, None)
        found = tuple(
            Pair(both, str(Path(folder) / f"probability_{stem}.tif"))
            for both, stem in zip(zip(images, images[1:]), stems(names))
        )
        self.state.ask_model(SERIES, "changeseries", wanted, lambda run: self._ran(run, found))

    def _ran(self, run: ToolRun, pairs: tuple[Pair, ...]) -> None:
        if run.error:
            self.state.failed.emit(run.error)
            return
        self.pairs, self.first = pairs, run.results["FIRST"]
        self.made.emit()

    def take_pair(self, index: int) -> None:
        """One of the pairs as if it had been run alone."""
        pair = self.pairs[index]
        self.state.change(before=pair.images[0], after=pair.images[1])
        self.state.take_probability(pair.probability, self.state.comparison)
