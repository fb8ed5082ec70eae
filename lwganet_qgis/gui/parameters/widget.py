# SPDX-License-Identifier: GPL-3.0-or-later
"""What all of them have in common: what a script or a history gave is shown and never changed."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any, TypeVar

from qgis.core import NULL, QgsProcessingContext, QgsProject, QgsRasterLayer
from qgis.gui import QgsAbstractProcessingParameterWidgetWrapper, QgsProcessingGui
from qgis.PyQt.QtWidgets import QComboBox, QVBoxLayout, QWidget

from ... import model_library
from ...core.cards.card import ModelCard
from ...core.errors import EngineError
from ...engine.layers.unstyled import quiet_gdal

Combo = TypeVar("Combo", bound=QComboBox)


class ParameterWidget(QgsAbstractProcessingParameterWidgetWrapper):
    """A child has

    `build()`, which makes its widget, `show_value(value)` and `chosen()`, the value that it shows;
    and perhaps `refresh()`, for when one of the parameters named in `FOLLOWS` has another value.

    Only bound methods are connected: closures would keep it from being let go of.
    """

    FOLLOWS: tuple[str, ...] = ()

    def __init__(self, parameter: Any, kind: Any) -> None:
        super().__init__(parameter, kind)
        wrapper = parameter.metadata().get("widget_wrapper")
        self.options: dict[str, Any] = wrapper if isinstance(wrapper, dict) else {}
        self.standard = kind == QgsProcessingGui.WidgetType.Standard
        self._others: dict[str, Any] = {}
        self._given: Any = None
        self._shown: Any = None

    def refresh(self) -> None:
        pass

    def createWidget(self) -> QWidget:  # noqa: N802
        holder = QWidget()  # QGIS hands it to Python once more, which then takes the first one for deleted
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.build())
        self.refresh()
        self._shown = self.chosen()
        self._given = self._shown
        return holder

    def setWidgetValue(self, value: Any, context: Any) -> None:  # noqa: N802
        self.show_value(value)
        self._given, self._shown = value, self.chosen()

    def widgetValue(self) -> Any:  # noqa: N802
        chosen = self.chosen()
        return self._given if chosen == self._shown else chosen

    def postInitialize(self, wrappers: list[Any]) -> None:  # noqa: N802
        super().postInitialize(wrappers)
        found = {wrapper.parameterDefinition().name(): wrapper for wrapper in wrappers}
        self._others = {name: found[name] for name in self.FOLLOWS if name in found}
        for wrapper in self._others.values():
            wrapper.widgetValueHasChanged.connect(self._follow)
        self._follow()

    def _follow(self, *_: Any) -> None:
        untouched = self.chosen() == self._shown
        self.refresh()
        if untouched:  # what was given may mean more now
            self.show_value(self._given)
            self._shown = self.chosen()

    def changed(self, *_: Any) -> None:
        """To be connected to what the user does."""
        self.widgetValueHasChanged.emit(self)

    def other(self, name: str) -> Any:
        """The value of another parameter in the same dialog; None: there is none."""
        wrapper = self._others.get(name)
        return None if wrapper is None else wrapper.parameterValue()

    def card(self) -> ModelCard | None:
        """Of the model that is chosen beside it."""
        task, chosen = self.options.get("task", ""), self.other("MODEL")
        if not task or not isinstance(chosen, str):
            return None
        try:
            return model_library.find(chosen, task)
        except EngineError:
            return None


def raster_of(value: Any) -> QgsRasterLayer | None:
    """A layer of the project, or a file, as the value of a parameter names it."""
    if isinstance(value, QgsRasterLayer):
        return value
    if not isinstance(value, str) or not value:
        return None
    known = QgsProject.instance().mapLayer(value)
    layers = [known] if known is not None else QgsProject.instance().mapLayersByName(value)
    layers += [layer for layer in QgsProject.instance().mapLayers().values() if layer.source() == value]
    for layer in layers:
        if isinstance(layer, QgsRasterLayer):
            return layer
    with quiet_gdal():
        opened = QgsRasterLayer(value, PurePath(value.split("|")[0]).stem)
    return opened if opened.isValid() else None


def text_of(value: Any) -> str:
    return "" if value is None or value == NULL else str(value)


def narrow(combo: Combo, letters: int = 12) -> Combo:
    """The same, no wider than the dialog: else what lies to its right would be out of sight."""
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(letters)
    return combo


def own_context() -> QgsProcessingContext:
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    return context
