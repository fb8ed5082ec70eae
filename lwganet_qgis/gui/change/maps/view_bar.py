# SPDX-License-Identifier: GPL-3.0-or-later
"""How the maps are looked at: buttons and keys."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsApplication, QgsCoordinateTransform, QgsProject
from qgis.PyQt.QtWidgets import QToolBar, QToolButton, QWidget

from ...explain import explained
from ...keys import on_key
from .pair_view import APART, Mode, PairView


class ViewBar(QToolBar):
    def __init__(self, view: PairView, window: Any) -> None:
        super().__init__()
        self.view = view
        self._buttons: dict[Mode, QToolButton] = {}
        for mode, name, text, key in (
            (Mode.SIDE, self.tr("Side by side"), self.tr("Both dates beside each other."), "S"),
            (Mode.ABOVE, self.tr("Stacked"), self.tr("One date above the other, for long images."), "T"),
            (Mode.SWIPE, self.tr("Swipe"), self.tr("One date over the other, with a handle between them."), "W"),
            (Mode.BLINK, self.tr("Blink"), self.tr("The two dates in turn."), "B"),
        ):
            button = self._button(name, text, key, lambda _=False, mode=mode: view.set_mode(mode), window)
            button.setCheckable(True)
            self._buttons[mode] = button
        self.addSeparator()
        back = self.tr("Moves the handle to the left, or shows the other date.")
        on = self.tr("Moves the handle to the right, or shows the other date.")
        self._button("◂", back, ",", lambda: view.step(-1), window)
        self._button("▸", on, ".", lambda: view.step(1), window)
        self._steps = self.actions()[-3:]  # with the line before them: only where there is something to move
        self.addSeparator()
        whole = self.tr("Shows the images whole.")
        images = self._button(self.tr("Zoom to images"), whole, "0", lambda: window.maps.zoom_to_images(), window)
        project = self.tr("Goes where QGIS's own map is.")
        there = self._button(self.tr("Zoom to map"), project, "M", lambda: self._to_map(window.iface), window)
        for button, picture in ((images, "/mActionZoomFullExtent.svg"), (there, "/mActionZoomToLayer.svg")):
            button.setAccessibleName(button.text())
            button.setIcon(QgsApplication.getThemeIcon(picture))  # words would not fit beside the others
        over = self.tr("Lays the visible layers of QGIS's own map over both dates.")
        self.map_layers = self._button(self.tr("Map layers"), over, "L", lambda: None, window)
        self.map_layers.setCheckable(True)
        view.modeChanged.connect(self._show_mode)
        self._show_mode(view.mode)

    def _button(self, name: str, text: str, key: str, act: Any, window: QWidget) -> QToolButton:
        button = explained(QToolButton(), text, key)
        button.setText(name)
        button.clicked.connect(act)
        self.addWidget(button)
        on_key(window, key, button.click, text)
        return button

    def _show_mode(self, mode: Mode) -> None:
        for own, button in self._buttons.items():
            button.setChecked(own is mode)
        for action in self._steps:
            action.setVisible(mode not in APART)

    def _to_map(self, iface: Any) -> None:
        canvas = iface.mapCanvas()
        settings = self.view.before.mapSettings()
        there = QgsCoordinateTransform(
            canvas.mapSettings().destinationCrs(), settings.destinationCrs(), QgsProject.instance()
        )
        self.view.zoom_to(there.transformBoundingBox(canvas.extent()))
