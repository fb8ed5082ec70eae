# SPDX-License-Identifier: GPL-3.0-or-later
"""The two-date change window: the maps, and beside them a tab for each step of the work."""

from __future__ import annotations

from typing import Any

from qgis.core import Qgis, QgsProject, QgsRasterLayer, QgsSettings
from qgis.gui import QgsGui, QgsMessageBar
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QMainWindow,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ...engine.offer import first_sentence
from ...icons import icon
from ..engine import open_setup_window
from ..explain import explained
from ..fitting import fit, keep_inside
from ..help import help_button
from ..keys import key_list, on_key
from .maps.pair_view import PairView
from .maps.view_bar import ViewBar
from .memory import Memory
from .panels.begin import BeginPanel
from .panels.choose import ChoosePanel
from .panels.hand_in import HandInPanel
from .panels.review import ReviewPanel
from .panels.run import RunPanel
from .panels.series import SeriesPanel
from .panels.tune import TunePanel
from .reshape import Reshape
from .shown_maps import ShownMaps
from .state.state import LONG, ChangeState

WANTED = QSize(1280, 800)
"""Where the screen has room for it, in logical pixels."""
SPLIT = "lwganet/change_window_split"
"""In QGIS's settings."""
IMAGES, TUNE, REVIEW, HAND_IN, SERIES = range(5)
"""Pages."""
SCROLLBAR = 20
"""Pixels that a scroll bar may take of a panel's width."""
NARROWEST = 300
"""Pixels of a page; its panel scrolls then."""


class ChangeWindow(QMainWindow):
    """A window with the system's frame. Keys of QGIS's main window do not reach it, nor its own that one."""

    def __init__(self, iface: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("LWGANetChange")
        self.setWindowTitle(self.tr("Change between two dates"))
        self.iface = iface
        self.state = ChangeState(self)
        self.view = PairView()
        self.messages = QgsMessageBar()
        self.choose = ChoosePanel(self.state, self.view.after)
        self.run, self.tune = RunPanel(self.state), TunePanel(self.state)
        self.series = SeriesPanel(self.state)
        self.review, self.hand_in, self.begin = ReviewPanel(), HandInPanel(), BeginPanel(self.state)
        self.resume = explained(
            QPushButton(self.tr("Open a review…")), self.tr("Goes on with a review that was kept in a GeoPackage.")
        )
        self.tabs, self.bar = QTabWidget(), ViewBar(self.view, self)
        self.help = help_button("change_window.md")
        self.keys = explained(QPushButton(self.tr("Keys…")), self.tr("What each key does in this window."), "F1")
        self.maps = ShownMaps(
            self.state, self.view, self.tune.shown.isChecked,
            lambda: iface.mapCanvas().layers() if self.bar.map_layers.isChecked() else [], self,
        )  # fmt: skip
        self._lay_out()
        self._connect()
        self.review.hide()
        self.reshape = Reshape(self.view, self.review, self)
        self.reshape.failed.connect(self.warn)
        self.memory = Memory(self.state, self.view, self.review)
        fit(self, WANTED)
        QgsGui.enableAutoGeometryRestore(self)

    def _lay_out(self) -> None:
        second = QWidget()
        column = QVBoxLayout(second)
        column.addWidget(self.begin)
        column.addWidget(self.review, 1)
        column.addWidget(self.resume)
        column.addStretch()
        widest = 0
        for panel, name in (
            (self.choose, self.tr("Images")), (self.tune, self.tr("Tune")), (second, self.tr("Review")),
            (self.hand_in, self.tr("Deliver")), (self.series, self.tr("Series")),
        ):  # fmt: skip
            scroll = QScrollArea()
            scroll.setWidgetResizable(True)
            scroll.setFrameShape(QScrollArea.Shape.NoFrame)
            scroll.setWidget(panel)
            widest = max(widest, panel.minimumSizeHint().width() + SCROLLBAR)
            scroll.setMinimumWidth(NARROWEST)
            self.tabs.addTab(self._above_the_run(scroll) if panel is self.choose else scroll, name)
        maps = QWidget()
        column = QVBoxLayout(maps)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.bar)
        column.addWidget(self.messages)
        column.addWidget(self.view, 1)
        pages, row = QWidget(), QHBoxLayout()
        row.setContentsMargins(6, 0, 6, 6)
        row.addWidget(self.help)
        row.addWidget(self.keys)
        row.addStretch(1)
        column = QVBoxLayout(pages)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs, 1)
        column.addLayout(row)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(pages)
        split.addWidget(maps)
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        split.setSizes([widest + SCROLLBAR, WANTED.width() - widest])
        kept = QgsSettings().value(SPLIT)
        if kept is not None:
            split.restoreState(kept)
        split.splitterMoved.connect(lambda *_: QgsSettings().setValue(SPLIT, split.saveState()))
        self.setCentralWidget(split)
        self.setWindowIcon(icon("change"))

    def _above_the_run(self, scroll: QScrollArea) -> QWidget:
        """What runs is always seen, however small the window is."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll, 1)
        column.addWidget(self.run)
        return page

    def _connect(self) -> None:
        state, project = self.state, QgsProject.instance()
        state.storeChanged.connect(self._show_review)
        state.failed.connect(self.warn)
        state.runner.started.connect(lambda kind: kind in LONG and self.messages.clearWidgets())
        state.engineMissing.connect(self._offer_engine)
        self.bar.map_layers.toggled.connect(self.maps.refresh)
        self.run.stepWanted.connect(self._take_step)
        self.tune.showProbability.connect(self.maps.refresh)
        self.tune.reviewWanted.connect(self._ask_for_review)
        self.begin.stepWanted.connect(self._take_step)
        self.resume.clicked.connect(self._ask_which_review)
        self.review.flyTo.connect(self.view.fly_to)
        self.review.reviewed.connect(self.hand_in.refresh)
        self.review.failed.connect(self.warn)
        self.run.install_keys(self)
        self.review.install_keys(self)
        self.keys.clicked.connect(self.show_keys)
        on_key(self, "Esc", self._escape, self.tr("Stop the run; give up an outline that is being drawn"))
        on_key(self, "F1", self.show_keys, self.tr("This list"))
        self.series.firstChangeMade.connect(self._add_first_change)
        self.hand_in.handedIn.connect(lambda _: self.messages.pushSuccess("", self.tr("Handed in.")))
        project.layersWillBeRemoved.connect(state.layers_gone)
        project.readProject.connect(self._project_read)
        project.cleared.connect(self._project_closed)
        project.crsChanged.connect(self.maps.refresh)

    # The review

    def _take_step(self, step: str) -> None:
        """What a link leads to."""
        if step == "begin":
            self._ask_for_review()
        else:
            self.tabs.setCurrentIndex({"images": IMAGES, "tune": TUNE, "review": REVIEW}[step])

    def _ask_for_review(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Where to keep the review"),
            QgsProject.instance().absolutePath(),
            self.tr("GeoPackage (*.gpkg)"),
        )
        if path:
            self.state.collect(path if path.endswith(".gpkg") else f"{path}.gpkg")

    def _ask_which_review(self) -> None:
        folder, kind = QgsProject.instance().absolutePath(), self.tr("GeoPackage (*.gpkg)")
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Open a review…"), folder, kind)
        if path:
            self.state.resume(path)

    def _show_review(self) -> None:
        store = self.state.store
        self.maps.reviewed = store.layer() if store is not None else None
        self.review.set_store(store)
        self.review.setVisible(store is not None)
        self.hand_in.set_store(store)
        self.maps.refresh()
        if store is not None:
            self.tabs.setCurrentIndex(REVIEW)

    def _add_first_change(self, path: str) -> None:
        """Styled by what lies beside it."""
        QgsProject.instance().addMapLayer(QgsRasterLayer(path, self.tr("First change")))

    # What goes wrong

    def _offer_engine(self, reason: str) -> None:
        item = self.messages.createMessage(first_sentence(reason))
        item.setToolTip(reason)
        button = explained(QPushButton(self.tr("Set up…")), self.tr("Opens the window that sets up the engine."))
        button.clicked.connect(self._set_up_engine)
        item.layout().addWidget(button)
        self.messages.clearWidgets()
        self.messages.pushWidget(item, Qgis.MessageLevel.Warning)

    def _set_up_engine(self) -> None:
        open_setup_window(self.iface.mainWindow()).engineChanged.connect(self._engine_found)

    def _engine_found(self) -> None:
        self.messages.clearWidgets()
        self.state.check()

    # Coming and going

    def showEvent(self, event: Any) -> None:  # noqa: N802
        super().showEvent(event)
        keep_inside(self)
        self.memory.restore()

    def come_forward(self) -> None:
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def _escape(self) -> None:
        if self.reshape.sketch is not None:
            self.reshape.give_up()
        else:
            self.run.stop.click()

    def show_keys(self) -> QDialog:
        shown = key_list(self)
        shown.show()
        return shown

    def warn(self, text: str) -> None:
        self.messages.pushMessage("", text, Qgis.MessageLevel.Warning, 0)

    def closeEvent(self, event: Any) -> None:  # noqa: N802
        if self.state.runner.kind in LONG and not self._may_cancel():
            event.ignore()
            return
        self.state.runner.rest()
        super().closeEvent(event)

    def _may_cancel(self) -> bool:
        text = self.tr("The model is running. Stop it and close the window?")
        nothing = QMessageBox.StandardButton.NoButton
        box = QMessageBox(QMessageBox.Icon.Question, self.windowTitle(), text, nothing, self)
        stop = box.addButton(self.tr("Stop and close"), QMessageBox.ButtonRole.DestructiveRole)
        go_on = box.addButton(self.tr("Keep running"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(go_on)
        box.setEscapeButton(go_on)
        box.exec()
        return box.clickedButton() is stop

    def _project_read(self, *_: Any) -> None:
        self.memory.expect()
        if self.isVisible():
            self.memory.restore()

    def _project_closed(self) -> None:
        self.state.runner.cancel()
        self.state.forget()

    def dispose(self) -> None:
        """For good: the plugin goes."""
        self.hide()
        self.reshape.give_up()
        QgsProject.instance().readProject.disconnect(self._project_read)
        self.series.disconnect_project()
        self.view.close_maps()
        self.maps.forget()
        self.state.close()
