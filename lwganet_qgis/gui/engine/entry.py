# SPDX-License-Identifier: GPL-3.0-or-later
"""The ways to the set-up window: the menu, the note after installing, messages where an engine is missing."""

from __future__ import annotations

from typing import Any

from qgis.core import Qgis, QgsSettings
from qgis.PyQt.QtCore import QObject, QTimer, QUrl, pyqtSlot
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QAction, QApplication, QMessageBox, QPushButton

from ... import settings
from ...engine.offer import SCHEME, first_sentence, offer
from ...engine.setup.progress import Progress
from ...engine.setup.set_up import clean
from ...engine.state import EngineState, engine_state
from ...icons import icon
from . import open_setup_window
from .work import Work

OFFERED = "lwganet/engine_offered"
"""Setting: the note after installing came once."""


class EngineEntry(QObject):
    """Add it in initGui, `remove` it with the plugin."""

    def __init__(self, iface: Any, menu: str) -> None:
        super().__init__(iface.mainWindow())
        self.iface, self.menu = iface, menu
        self._item: Any = None
        self.window: Any = None
        self.action = QAction(icon("lwganet"), self.tr("Engine…"), iface.mainWindow())
        self.action.setObjectName("lwganetEngine")
        self.action.setWhatsThis(self.tr("Sets up the program in which the models run, or shows which one is used."))
        self.action.triggered.connect(self.open)
        iface.addPluginToRasterMenu(menu, self.action)
        QDesktopServices.setUrlHandler(SCHEME, self, "follow")
        offer.missing.connect(self.tell)
        self.first = Work(self._first_look, self)
        self.first.done.connect(self._looked)
        QTimer.singleShot(0, self.first.start)

    @staticmethod
    def _first_look(_: Progress) -> EngineState:
        """Beside the main thread: Pythons may have to be tried."""
        clean(settings.engine_folder())
        return engine_state()

    def _looked(self, state: EngineState) -> None:
        if not state.ready and not QgsSettings().value(OFFERED, False, bool):
            QgsSettings().setValue(OFFERED, True)
            self.tell(self.tr("LWGANet is installed. Its models need an engine, which is set up once."))

    def tell(self, reason: str) -> None:
        """A note with a button, once at a time."""
        bar = self.iface.messageBar()
        if self._item is not None:
            bar.popWidget(self._item)
        item = self._item = bar.createMessage(self.menu, first_sentence(reason))
        button = QPushButton(self.tr("Set up…"))
        button.clicked.connect(self.open)
        item.layout().addWidget(button)
        item.destroyed.connect(self._forget)
        bar.pushWidget(item, Qgis.MessageLevel.Warning, 0)

    def _forget(self, *_: Any) -> None:
        self._item = None

    @pyqtSlot(QUrl)
    def follow(self, _url: QUrl) -> None:
        """A link of ours in a message, which may be modal: it goes first."""
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            box.close()
        QTimer.singleShot(0, self.open)

    def open(self, *_: Any) -> None:
        self.window = open_setup_window(self.iface.mainWindow())
        self.window.engineChanged.connect(self._found)

    def _found(self) -> None:
        if self._item is not None and engine_state().ready:
            self.iface.messageBar().popWidget(self._item)
            self._item = None

    def remove(self) -> None:
        from .window import SetUpWindow

        QDesktopServices.unsetUrlHandler(SCHEME)
        offer.missing.disconnect(self.tell)
        self.first.stop()
        self.first.wait()
        if SetUpWindow._open is not None:
            SetUpWindow._open.close()
        if self._item is not None:
            self.iface.messageBar().popWidget(self._item)
            self._item = None
        self.iface.removePluginRasterMenu(self.menu, self.action)
        self.action.deleteLater()
