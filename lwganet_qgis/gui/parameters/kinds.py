# SPDX-License-Identifier: GPL-3.0-or-later
"""Which widget a parameter gets. Its metadata name the kind: see `algorithms.parameters.looks`."""

from __future__ import annotations

from typing import Any

from qgis.core import Qgis, QgsProcessingParameterString
from qgis.gui import QgsGui, QgsProcessingGui, QgsProcessingParameterWidgetFactoryInterface
from qgis.PyQt import sip

from .bands import BandsWidget
from .choice import ChoiceWidget, DeviceWidget, ResolutionWidget
from .classes import ClassesWidget
from .days import DaysWidget
from .measure import MeasureWidget
from .model import ModelWidget
from .own_number import OwnNumberWidget
from .shift import ShiftWidget
from .text import TextWidget
from .widget import ParameterWidget

KINDS: dict[str, type[ParameterWidget]] = {
    "lwganet_model": ModelWidget, "lwganet_bands": BandsWidget, "lwganet_classes": ClassesWidget,
    "lwganet_choice": ChoiceWidget, "lwganet_device": DeviceWidget, "lwganet_resolution": ResolutionWidget,
    "lwganet_own_number": OwnNumberWidget, "lwganet_measure": MeasureWidget,
    "lwganet_shift": ShiftWidget, "lwganet_days": DaysWidget,
}  # fmt: skip
KNOWS_WIDGET_TYPE = 34400
"""The first QGIS seen to look at it in the Model Designer: 3.40 does not, and to ask it for a widget may crash it."""
LARGE = (BandsWidget, ShiftWidget, DaysWidget)
"""Too large for the cells of a batch, and of no use in a model, whose images are not known."""


def widget_of(parameter: Any, kind: Any) -> ParameterWidget:
    made = KINDS[parameter.metadata()["widget_wrapper"]["widget_type"]]
    plain = made in LARGE and kind != QgsProcessingGui.WidgetType.Standard
    plain |= made is ClassesWidget and kind == QgsProcessingGui.WidgetType.Modeler
    return TextWidget(parameter, kind) if plain else made(parameter, kind)


class Wrapper:
    """What QGIS's dialogs ask for by its name, with the options of the parameter's metadata."""

    def __new__(cls, parameter: Any, dialog: Any, row: int = 0, col: int = 0, **options: Any) -> Any:
        name, types = type(dialog).__name__, QgsProcessingGui.WidgetType
        if name == "ModelerParametersDialog":
            return _in_designer(parameter, dialog, options)
        made = widget_of(parameter, types.Batch if name == "BatchAlgorithmDialog" else types.Standard)
        made.setDialog(dialog)
        return made


def _in_designer(parameter: Any, dialog: Any, options: dict[str, Any]) -> Any:
    """There a value may also come from elsewhere: it is QGIS's own widget, around ours, or around a plain field where
    QGIS does not know `widget_type`."""
    registry = QgsGui.processingGuiRegistry()
    if options["widget_type"] == "lwganet_model" and Qgis.QGIS_VERSION_INT < KNOWS_WIDGET_TYPE:
        from .older_designer import ModelOrInput

        return ModelOrInput(parameter, dialog, **options)
    made = registry.createModelerParameterWidget(dialog.model, dialog.childId, parameter, dialog.context)
    made.setDialog(dialog)
    return made


class Factory(QgsProcessingParameterWidgetFactoryInterface):
    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    def parameterType(self) -> str:  # noqa: N802
        return self._name

    def createWidgetWrapper(self, parameter: Any, kind: Any) -> ParameterWidget:  # noqa: N802
        made = widget_of(parameter, kind)
        sip.transferto(made, None)  # QGIS owns it; else Python would let go of it while it is shown
        return made

    def compatibleParameterTypes(self) -> list[str]:  # noqa: N802
        number = "number" if self._name in ("lwganet_own_number", "lwganet_measure") else "enum"
        return [QgsProcessingParameterString.typeName(), number, "expression"]

    def compatibleOutputTypes(self) -> list[str]:  # noqa: N802
        return ["outputString", "outputNumber"]


def register() -> list[Factory]:
    """Returns what `unregister` is to be given."""
    made = [Factory(name) for name in KINDS]
    for factory in made:
        QgsGui.processingGuiRegistry().addParameterWidgetFactory(factory)
    return made


def unregister(factories: list[Factory]) -> None:
    for factory in factories:
        QgsGui.processingGuiRegistry().removeParameterWidgetFactory(factory)
