# SPDX-License-Identifier: GPL-3.0-or-later
"""The models window: the list with its filters, the page of the chosen model, and what can be done with it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import Qgis
from qgis.gui import QgsGui, QgsMessageBar
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMenu,
    QMessageBox,
    QPushButton,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ... import model_library
from ...core.catalogue.catalogue import Catalogue
from ...core.catalogue.importing import model_id
from ...core.catalogue.publishing import CATALOGUE
from ...core.errors import EngineError
from ...icons import icon
from ...model_settings import CatalogueSetting
from ...texts import told
from ..explain import explained
from ..help import help_button
from ..importing.open import open_import_dialog
from .actions import Actions
from .card_panel import CardPanel
from .dialogs.catalogues import CataloguesDialog
from .dialogs.license import accepted
from .list_panel import ListPanel
from .rows import Origin, Row, at_hand, to_be_had
from .work_bar import WorkBar


class ModelsWindow(QDialog):
    modelsChanged = pyqtSignal()  # noqa: N815
    """Choices of models are to be made anew."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("LWGANetModels")
        self.setWindowTitle(self.tr("Models"))
        self.setWindowIcon(icon("lwganet"))
        self.tasks = Actions(self)
        self.read: list[tuple[CatalogueSetting, Catalogue | str]] = []
        """What lay in the catalogues when they were last looked at."""
        self.messages, self.list, self.panel = QgsMessageBar(), ListPanel(), CardPanel()
        self.bar, self.problems = WorkBar(self.tasks.work), QLabel()
        self.add = self._import_button()
        self.import_dialog: Any = None
        self._mine: list[Row] = []
        self.catalogues = explained(
            QPushButton(self.tr("Catalogues…")), self.tr("Lists of models that can be downloaded, by URL or file.")
        )
        self.publish = explained(
            QPushButton(self.tr("Publish…")),
            self.tr("Copies your models into a folder, with a catalogue and a STAC collection, for others."),
        )
        for button in (self.catalogues, self.publish):
            button.setAutoDefault(False)
        self._lay_out()
        self._connect()
        QgsGui.enableAutoGeometryRestore(self)
        self.refresh()

    def _import_button(self) -> QToolButton:
        button = explained(QToolButton(), self.tr("Makes a model of yours of a file or a folder."))
        button.setText(self.tr("Import"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.addAction(self.tr("Checkpoint or ONNX file…"), self.import_file)
        menu.addAction(self.tr("Model folder…"), self._ask_for_folder)
        menu.addAction(self.tr("Zip of a model folder…"), self._ask_for_zip)
        button.setMenu(menu)
        return button

    def _lay_out(self) -> None:
        self.problems.setWordWrap(True)
        self.problems.setTextFormat(Qt.TextFormat.PlainText)
        left = QWidget()
        column, row = QVBoxLayout(left), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list, 1)
        column.addWidget(self.problems)
        column.addLayout(row)
        row.addWidget(self.add)
        row.addWidget(self.catalogues)
        row.addWidget(self.publish)
        row.addStretch(1)
        row.addWidget(help_button("models_at_hand.md"))
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(left)
        split.addWidget(self.panel)
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.addWidget(self.messages)
        column.addWidget(split, 1)
        column.addWidget(self.bar)
        self.resize(1100, 640)
        split.setSizes([480, 620])

    def _connect(self) -> None:
        tasks, panel = self.tasks, self.panel
        self.list.chosen.connect(self._show)
        self.catalogues.clicked.connect(self._ask_for_catalogues)
        self.publish.clicked.connect(self._ask_where_to_publish)
        panel.get.clicked.connect(self.download)
        panel.default.clicked.connect(lambda: tasks.make_default(panel.row))
        panel.verify.clicked.connect(lambda: tasks.verify(panel.row))
        panel.folder.clicked.connect(lambda: tasks.open_folder(panel.row))
        panel.export.clicked.connect(self._ask_for_item)
        panel.delete.clicked.connect(self.delete)
        tasks.work.started.connect(lambda _: self._set_busy(True))
        tasks.work.stopped.connect(lambda: self._set_busy(False))
        tasks.changed.connect(self._changed)
        tasks.cataloguesRead.connect(self._catalogues_read)
        tasks.succeeded.connect(lambda text: self._say(text, Qgis.MessageLevel.Success, 8))
        tasks.failed.connect(lambda text: self._say(text, Qgis.MessageLevel.Warning, 0))

    # The list

    def refresh(self, wanted: str = "") -> None:
        """The list anew, as models come and go by other ways, too; `wanted` is the id of the one to be shown."""
        wanted = wanted or (self.panel.row.entry.id if self.panel.row is not None else "")
        here = at_hand()
        found = [row for setting, what in self.read if isinstance(what, Catalogue)
                 for row in to_be_had(what, setting, here)]  # fmt: skip
        self._mine = [row for row in here if row.origin is Origin.MINE]
        self._show_what_is_mine()
        self._show_problems()
        self.list.show_rows([*here, *found], wanted)

    def _show_what_is_mine(self) -> None:
        self.publish.setEnabled(bool(self._mine) and not self.tasks.work.busy)

    def _show(self, row: Row | None) -> None:
        self.panel.show_row(row, self.tr("No model is like that. Ask for less, or look into a catalogue."))

    def _show_problems(self) -> None:
        said = list(model_library.problems())
        for setting, what in self.read:
            said += [what] if isinstance(what, str) else [f"{setting.place}: {text}" for text in what.problems]
        self.problems.setText("\n".join(said))
        self.problems.setVisible(bool(said))

    def _changed(self, wanted: str) -> None:
        self.list.filters.reset()
        self.refresh(wanted)
        self.modelsChanged.emit()

    def _catalogues_read(self, found: list[tuple[CatalogueSetting, Catalogue | str]]) -> None:
        self.read = found
        self.refresh()

    def _set_busy(self, busy: bool) -> None:
        self.panel.set_busy(busy)
        self.add.setEnabled(not busy)
        self._show_what_is_mine()

    def _say(self, text: str, level: Any, seconds: int) -> None:
        self.messages.clearWidgets()
        self.messages.pushMessage("", text[:1].upper() + text[1:], level, seconds)

    # What can be done

    def import_file(self) -> None:
        """By a window of its own, which asks for all that no file says."""
        self.import_dialog = open_import_dialog(self)
        self.import_dialog.imported.connect(self._changed)

    def _ask_for_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(self, self.tr("Model folder"))
        if path:
            self.bring_in(Path(path))

    def _ask_for_zip(self) -> None:
        kind = self.tr("Zip of a model folder") + " (*.zip)"
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Zip of a model folder"), "", kind)
        if path:
            self.bring_in(Path(path))

    def bring_in(self, source: Path) -> None:
        """A folder or a zip, once it is known that it may take its place."""
        try:
            replace = self._may_take(model_id(source))
        except (EngineError, OSError) as error:
            self._say(told(error), Qgis.MessageLevel.Warning, 0)
            return
        if replace is not None:
            self.tasks.bring_in(source, replace)

    def download(self) -> None:
        row = self.panel.row
        if row is None or not accepted(row, self):
            return
        replace = self._may_take(row.entry.id)
        if replace is not None:
            self.tasks.download(row, replace)

    def _may_take(self, wanted: str) -> bool | None:
        """Whether a model of this id is to be replaced; None: it stays, and nothing is done."""
        here = next((card for card in model_library.cards() if card.id == wanted), None)
        if here is None:
            return False
        if model_library.is_bundled(here):
            text = self.tr("'{}' is the id of a model that comes with the plugin: it cannot be replaced.")
            self._say(text.format(wanted), Qgis.MessageLevel.Warning, 0)
            return None
        return True if self._asked(self.tr("There is a model '{}' already. Replace it?").format(wanted)) else None

    def delete(self) -> None:
        row: Row | None = self.panel.row
        if row is not None and self._asked(self.tr("Delete {} and its files?").format(row.entry.title)):
            self.tasks.delete(row)

    def _asked(self, text: str) -> bool:
        buttons = QMessageBox.StandardButton
        return QMessageBox.question(self, self.windowTitle(), text, buttons.Yes | buttons.No) == buttons.Yes

    def _ask_for_item(self) -> None:
        row = self.panel.row
        name = f"{row.entry.id}.stac-item.json" if row is not None else ""
        path, _ = QFileDialog.getSaveFileName(self, self.tr("STAC item"), name, "JSON (*.json)")
        if path and row is not None:
            self.tasks.export_item(row, Path(path))

    def _ask_where_to_publish(self) -> None:
        path = QFileDialog.getExistingDirectory(self, self.tr("Folder to publish in"))
        there = path and (Path(path) / CATALOGUE).exists()
        if path and (not there or self._asked(self.tr("{} holds a catalogue already. Replace it?").format(path))):
            self.tasks.publish(self._mine, Path(path).name, Path(path))

    def _ask_for_catalogues(self) -> None:
        if CataloguesDialog(self).exec() == QDialog.DialogCode.Accepted:
            self.tasks.read_catalogues()

    # Coming and going

    def showEvent(self, event: Any) -> None:  # noqa: N802
        super().showEvent(event)
        self.refresh()
        self.tasks.read_catalogues()

    def dispose(self) -> None:
        """For good: the plugin goes."""
        self.tasks.work.cancel()
        self.close()
