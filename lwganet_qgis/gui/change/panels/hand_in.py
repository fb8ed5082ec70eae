# SPDX-License-Identifier: GPL-3.0-or-later
"""What is handed in, and where to; large files are written by a task beside."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Any, Callable

from qgis.core import QgsApplication, QgsProject, QgsSettings, QgsTask
from qgis.gui import QgsFileWidget
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QUrl, pyqtSignal
from qgis.PyQt.QtGui import QFontDatabase
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ....core.errors import Cancelled, EngineError
from ....numbers import shown
from ...explain import explained
from ..report import hand_in, history
from ..review.changes import Verdict
from ..review.store import ReviewStore

TEMPLATE = "lwganet/report_template"
"""In QGIS's settings."""


class _Writing(QgsTask):
    """The part of a hand-in that needs no main thread; `done` gets the error or None, on the main thread."""

    def __init__(self, work: hand_in.HandIn, done: Callable[[Exception | None], None]) -> None:
        super().__init__(f"LWGANet: {work.folder.name}", QgsTask.Flag.CanCancel)
        self._work, self._done, self._error = work, done, None

    def run(self) -> bool:
        try:
            self._work.write_data(self)
        except Exception as error:  # a task must not raise; the main thread tells it
            self._error = error
        return self._error is None

    def finished(self, result: bool) -> None:
        self._done(self._error if self._error is not None or result else Cancelled())


class HandInPanel(QWidget):
    handedIn = pyqtSignal(object)  # noqa: N815
    """A hand_in.HandedIn."""
    failed = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.store: ReviewStore | None = None
        self._task: _Writing | None = None
        self.state = explained(QLabel(), self.tr("How far the review has come."))
        self.state.setWordWrap(True)
        self.folder = explained(QgsFileWidget(), self.tr("The folder that the files are written to."))
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.button = explained(
            QPushButton(self.tr("Deliver")), self.tr("Writes the chosen parts; they appear when all are whole.")
        )
        self.busy = explained(QProgressBar(), self.tr("Files are being written."))
        self.busy.setRange(0, 0)
        self.links = explained(QLabel(), self.tr("The files that were written; a click opens one."))
        self.links.setOpenExternalLinks(True)
        self.links.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.addWidget(self.state)
        row = QHBoxLayout()
        row.addWidget(QLabel(self.tr("Folder")))
        row.addWidget(self.folder, 1)
        column.addLayout(row)
        for widget in (self._parts(), self.button, self.busy, self.links, self._command()):
            column.addWidget(widget)
        column.addStretch(1)
        self.folder.fileChanged.connect(self._refresh)
        self.button.clicked.connect(self.hand_in)
        self.set_store(None)

    def set_store(self, store: ReviewStore | None) -> None:
        """What is being written of another review is given up."""
        if self._task is not None:
            self._task.cancel()
        self.store = store
        self.links.clear()
        self.command.setPlainText(store.comparison.command() if store is not None else "")
        self.refresh()

    def refresh(self) -> None:
        """Shows how far the review is; call it when that has changed."""
        self._refresh()

    def parts(self) -> hand_in.Parts:
        return hand_in.Parts(*(box.isChecked() for box in self.boxes), template=self.template.filePath().strip())

    def hand_in(self) -> None:
        folder, parts = Path(self.folder.filePath()), self.parts()
        there = hand_in.present(self.store, folder, parts)
        if there and not self._may_replace(folder, there):
            return
        try:
            work = hand_in.HandIn(self.store, folder, parts, QgsProject.instance(), replace=bool(there))
        except EngineError as error:
            return self._tell(str(error))
        self.links.clear()
        self._task = _Writing(work, lambda error: self._written(work, error))
        QgsApplication.taskManager().addTask(self._task)
        self._refresh()

    def _written(self, work: hand_in.HandIn, error: Exception | None) -> None:
        if sip.isdeleted(self):
            return work.discard()
        self._task = None
        try:
            if error is not None:
                work.discard()
                raise error
            work.write_report()
            done = work.publish()
        except Cancelled:
            self._refresh()
        except Exception as failure:  # told, whatever it is; nothing is left behind
            work.discard()
            self._tell(str(failure))
        else:
            self._show(done)
            self._refresh()
            self.handedIn.emit(done)

    def _show(self, done: hand_in.HandedIn) -> None:
        places = [(self.tr("Folder"), done.folder), *done.files.items()]
        links = (f'<a href="{QUrl.fromLocalFile(str(path)).toString()}">{escape(name)}</a>' for name, path in places)
        self.links.setText("<br>".join(links))

    def _tell(self, text: str) -> None:
        self.links.setText(f'<span style="color:#c00000">{escape(text)}</span>')
        self._refresh()
        self.failed.emit(text)

    def _may_replace(self, folder: Path, names: list[str]) -> bool:
        buttons = QMessageBox.StandardButton
        text = self.tr("{folder} already holds {names}. Replace them?").format(folder=folder, names=", ".join(names))
        return QMessageBox.question(self, self.tr("Deliver"), text, buttons.Yes | buttons.No) == buttons.Yes

    def _refresh(self, *_: Any) -> None:
        self.busy.setVisible(self._task is not None)
        self.setEnabled(self.store is not None)
        chosen = any(box.isChecked() for box in self.boxes[:-1])
        self.button.setEnabled(self._task is None and bool(self.folder.filePath()) and chosen)
        if self.store is None:
            self.state.setText(self.tr("There is no review to deliver yet."))
            return
        counts = self.store.counts()
        text = self.tr("Changes accepted: {accepted} of {total}. Still open: {open}.").format(
            accepted=shown(counts[Verdict.ACCEPTED]), total=shown(sum(counts.values())),
            open=shown(counts[Verdict.OPEN]),
        )  # fmt: skip
        self.state.setText(text)

    def _parts(self) -> QGroupBox:
        group = QGroupBox(self.tr("What is delivered"))
        column = QVBoxLayout(group)
        self.boxes = [
            explained(QCheckBox(text), tip)
            for text, tip in (
                (self.tr("Accepted polygons"), self.tr("A GeoPackage of the accepted changes, with notes.")),
                (self.tr("Rasters"), self.tr("The accepted changes; and what the model found before the review.")),
                (self.tr("Report"), self.tr("One page with maps, totals, model and parameters: PDF and HTML.")),
                (self.tr("Command"), self.tr("The command that repeats the run, as a text file.")),
                (self.tr("Add to the project"), self.tr("Adds what is delivered to the project, in a group.")),
            )
        ]
        for box in self.boxes:
            box.setChecked(True)
            box.toggled.connect(self._refresh)
            column.addWidget(box)
            if box is self.boxes[2]:
                row = QHBoxLayout()
                row.addWidget(QLabel(self.tr("Layout template")))
                row.addWidget(self._template(), 1)
                column.addLayout(row)
        return group

    def _template(self) -> QgsFileWidget:
        self.template = explained(
            QgsFileWidget(),
            self.tr(
                "A layout of yours for the report's maps (*.qpt): its maps are those with the item IDs before, after "
                "and change. Empty: the report's own page."
            ),
        )
        self.template.setFilter(self.tr("Layout templates (*.qpt)"))
        self.template.setFilePath(str(QgsSettings().value(TEMPLATE, "") or ""))
        self.template.fileChanged.connect(lambda path: QgsSettings().setValue(TEMPLATE, path))
        return self.template

    def _command(self) -> QGroupBox:
        group = QGroupBox(self.tr("The same run in a shell"))
        row = QHBoxLayout(group)
        self.command = explained(QPlainTextEdit(), self.tr("The command that repeats the run without this window."))
        self.command.setReadOnly(True)
        self.command.setMaximumHeight(90)
        self.command.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.copy = explained(QPushButton(self.tr("Copy")), self.tr("Puts the command on the clipboard."))
        self.copy.clicked.connect(lambda: history.copy_command(self.store.comparison))
        row.addWidget(self.command, 1)
        row.addWidget(self.copy)
        return group
