# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window's two maps show of its work."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRasterLayer, QgsRectangle
from qgis.PyQt.QtCore import QObject

from .maps.pair_view import PairView
from .maps.shifted import shifted
from .state.state import ChangeState


class ShownMaps(QObject):
    def __init__(
        self, state: ChangeState, view: PairView, with_probability: Callable[[], bool],
        of_project: Callable[[], list[Any]], parent: QObject | None = None,
    ) -> None:  # fmt: skip
        """`with_probability` says whether it lies over the image after, `of_project` what of QGIS's own map lies over
        both."""
        super().__init__(parent)
        self.state, self.view = state, view
        self._with_probability, self._of_project = with_probability, of_project
        self.reviewed: Any = None
        """The layer of the review, where there is one."""
        self._moved: tuple[str, tuple[float, float], QgsRasterLayer] | None = None
        """Layer, shift, and the layer so shifted."""
        self._laid_for = ("", "")
        """The images that the maps were last laid for: what is chosen afterwards stays."""
        state.comparisonChanged.connect(self._show_images)
        state.tunedChanged.connect(self.refresh)
        state.probabilityChanged.connect(self.refresh)
        view.extentChanged.connect(self._look)

    @property
    def crs(self) -> QgsCoordinateReferenceSystem:
        """Of the maps: the project's, else that of the image before."""
        project = QgsProject.instance().crs()
        return project if project.isValid() or self.state.before is None else self.state.before.crs()

    def _show_images(self) -> None:
        comparison = self.state.comparison
        self.view.set_captions(comparison.before.title, comparison.after.title)
        self.refresh()
        extent, shown = self._extent_of_images(), (comparison.before.layer, comparison.after.layer)
        if extent is not None and shown != self._laid_for:
            self._laid_for = shown
            self.view.suit(extent)
        if extent is not None and not self.view.before.extent().intersects(extent):
            self.view.zoom_to(extent)

    def _extent_of_images(self) -> QgsRectangle | None:
        """In the maps' CRS."""
        first = self.state.before or self.state.after
        if first is None:
            return None
        return self.view.before.mapSettings().layerExtentToOutputExtent(first, first.extent())

    def zoom_to_images(self) -> None:
        extent = self._extent_of_images()
        if extent is not None:
            self.view.zoom_to(extent)

    def refresh(self, *_: Any) -> None:
        state = self.state
        overlays: list[Any] = []
        if self.reviewed is not None:
            overlays.append(self.reviewed)
        elif state.tuned is not None:
            overlays.append(state.tuned.polygons)
        images = (state.comparison.before.layer, state.comparison.after.layer)
        overlays += [layer for layer in self._of_project() if layer.id() not in images]
        over_after = list(overlays)
        if state.probability is not None and self._with_probability():
            over_after.append(state.probability.layer)
        before, after = state.before, self._after_as_compared()
        self.view.set_layers(
            [*overlays, *([before] if before is not None else [])],
            [*over_after, *([after] if after is not None else [])],
            self.crs,
        )

    def _after_as_compared(self) -> QgsRasterLayer | None:
        """The image after, where the model sees it."""
        after, shift = self.state.after, self.state.comparison.shift
        if after is None or self.state.before is None or shift == (0.0, 0.0):
            self._moved = None
            return after
        if self._moved is None or self._moved[:2] != (after.id(), shift):
            layer = shifted(after, shift, self.state.before.crs(), self.state.folder)
            self._moved = (after.id(), shift, layer)
        return self._moved[2]

    def _look(self) -> None:
        self.state.look_at(self.view.before.extent(), self.crs)

    def forget(self) -> None:
        """Lets go of layers, for good."""
        self.reviewed = self._moved = None
