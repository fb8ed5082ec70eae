# SPDX-License-Identifier: GPL-3.0-or-later
"""Life of the plugin. qgis_process calls initProcessing alone, the desktop initGui."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsApplication

from . import translations
from .engine.outputs.leftovers import remove_leftovers
from .icons import icon
from .provider import LwganetProvider
from .texts import tr

MENU = "LWGANet"


class LwganetPlugin:
    def __init__(self, iface: Any) -> None:
        self.iface = iface
        self.provider: LwganetProvider | None = None
        self.translator: Any = None
        self.action: Any = None
        self.change_window: Any = None
        self.models_action: Any = None
        self.models_window: Any = None
        self.options: Any = None
        self.engine: Any = None
        self.parameters: list[Any] = []

    def initProcessing(self) -> None:  # noqa: N802
        if self.provider is None:
            remove_leftovers()
            self.translator = translations.install()  # first: tools name themselves when they are added
            self.provider = LwganetProvider()
            QgsApplication.processingRegistry().addProvider(self.provider)

    def initGui(self) -> None:  # noqa: N802
        from qgis.PyQt.QtWidgets import QAction

        from .gui.engine.entry import EngineEntry
        from .gui.options.factory import OptionsFactory
        from .gui.parameters import kinds

        self.initProcessing()
        self.action = QAction(icon("change"), tr("Change between two dates…"), self.iface.mainWindow())
        self.action.setObjectName("lwganetChangeWindow")
        self.action.setWhatsThis(tr("Compares two images of one place: choose, look, preview, tune, review, deliver."))
        self.action.triggered.connect(self.show_change_window)
        self.iface.addPluginToRasterMenu(MENU, self.action)
        self.iface.addToolBarIcon(self.action)
        self.models_action = QAction(icon("lwganet"), tr("Models…"), self.iface.mainWindow())
        self.models_action.setObjectName("lwganetModelsWindow")
        self.models_action.setWhatsThis(tr("The models at hand: what each knows, and where more can be had."))
        self.models_action.triggered.connect(self.show_models_window)
        self.iface.addPluginToRasterMenu(MENU, self.models_action)
        self.options = OptionsFactory(self.iface)
        self.iface.registerOptionsWidgetFactory(self.options)
        self.engine = EngineEntry(self.iface, MENU)
        self.parameters = kinds.register()

    def show_change_window(self) -> None:
        from .gui.change.window import ChangeWindow

        if self.change_window is None:
            self.change_window = ChangeWindow(self.iface, self.iface.mainWindow())
        self.change_window.come_forward()

    def show_models_window(self) -> None:
        from .gui.models.window import ModelsWindow

        if self.models_window is None:
            self.models_window = ModelsWindow(self.iface.mainWindow())
            self.models_window.modelsChanged.connect(self._show_models_anew)
        self.models_window.show()
        self.models_window.raise_()

    def _show_models_anew(self) -> None:
        if self.change_window is not None:
            self.change_window.choose.show_models()

    def unload(self) -> None:
        if self.models_window is not None:
            self.models_window.dispose()
            self.models_window.deleteLater()
            self.models_window = None
        if self.models_action is not None:
            self.iface.removePluginRasterMenu(MENU, self.models_action)
            self.models_action = None
        if self.options is not None:
            self.iface.unregisterOptionsWidgetFactory(self.options)
            self.options = None
        if self.change_window is not None:
            self.change_window.dispose()
            self.change_window.deleteLater()
            self.change_window = None
        if self.parameters:
            from .gui.parameters import kinds

            kinds.unregister(self.parameters)
            self.parameters = []
        if self.engine is not None:
            self.engine.remove()
            self.engine = None
        if self.action is not None:
            self.iface.removePluginRasterMenu(MENU, self.action)
            self.iface.removeToolBarIcon(self.action)
            self.action = None
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
        translations.remove(self.translator)
        self.translator = None
