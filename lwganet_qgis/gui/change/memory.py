# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps the window's work in the project's file, and takes it up again."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from qgis.core import QgsProject, QgsRectangle

from .comparison.parameters import Comparison
from .maps.pair_view import Mode, PairView
from .panels.review import ReviewPanel
from .state.state import ChangeState

SCOPE = "lwganet"
COMPARISON, REVIEW, PLACE, VIEW = "change/comparison", "change/review", "change/place", "change/view"


class Memory:
    """Writes whenever something changes, so that a saved project has it.

    When it is taken up again is for the window to say.
    """

    def __init__(self, state: ChangeState, view: PairView, review: ReviewPanel) -> None:
        self._state, self._view, self._review = state, view, review
        self._restoring = False
        self._due = True
        """Whether the project has what is not taken up yet; until then nothing is written."""
        state.comparisonChanged.connect(self._keep_comparison)
        state.storeChanged.connect(self._keep_review)
        review.flyTo.connect(self._keep_place)
        view.extentChanged.connect(self._keep_view)
        view.modeChanged.connect(self._keep_view)

    def expect(self) -> None:
        """Another project is there."""
        self._due = True

    def _write(self, key: str, text: str) -> None:
        project = QgsProject.instance()
        if not self._due and not self._restoring and project.readEntry(SCOPE, key, "")[0] != text:
            changed = project.isDirty()
            project.writeEntry(SCOPE, key, text)
            if key in (PLACE, VIEW):
                project.setDirty(changed)  # looking around is nothing to save a project for

    def _keep_comparison(self) -> None:
        comparison = self._state.comparison
        chosen = comparison.before.source or comparison.after.source
        self._write(COMPARISON, comparison.to_json() if chosen else "")

    def _keep_review(self) -> None:
        store = self._state.store
        self._write(REVIEW, QgsProject.instance().writePath(str(store.path)) if store is not None else "")

    def _keep_place(self, *_: Any) -> None:
        self._write(PLACE, json.dumps(self._review.state()))

    def _keep_view(self, *_: Any) -> None:
        view = self._view
        extent = view.before.extent()
        corners = [extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum()]
        self._write(VIEW, json.dumps({"mode": view.mode.value, "extent": corners, "rotation": view.before.rotation()}))

    def restore(self) -> None:
        """What the project knows, once; what it names and is no longer there is left out."""
        if not self._due:
            return
        self._due, self._restoring = False, True
        try:
            self._restore_comparison(_read(COMPARISON))
            path = _read(REVIEW)
            if path:
                self._state.open_review(QgsProject.instance().readPath(path))
                if self._state.store is not None:
                    self._review.restore(_parsed(_read(PLACE)))
            self._restore_view(_parsed(_read(VIEW)))
        finally:
            self._restoring = False

    def _restore_comparison(self, text: str) -> None:
        try:
            comparison = Comparison.from_json(text)
        except ValueError:
            return
        layers = QgsProject.instance().mapLayers()
        for name in ("before", "after"):
            if getattr(comparison, name).layer not in layers:
                comparison = replace(comparison, **{name: type(comparison.before)()})
        self._state.take_up(comparison)

    def _restore_view(self, data: dict[str, Any]) -> None:
        view = self._view
        try:
            mode, extent = Mode(data["mode"]), QgsRectangle(*(float(v) for v in data["extent"]))
            rotation = float(data["rotation"])
        except (KeyError, TypeError, ValueError):
            return
        view.set_mode(mode)
        view.before.setRotation(rotation)
        if not extent.isEmpty() and extent.isFinite():
            view.zoom_to(extent)


def _read(key: str) -> str:
    return str(QgsProject.instance().readEntry(SCOPE, key, "")[0])


def _parsed(text: str) -> dict[str, Any]:
    try:
        data = json.loads(text)
    except ValueError:
        return {}
    return data if isinstance(data, dict) else {}
