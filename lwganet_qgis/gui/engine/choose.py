# SPDX-License-Identifier: GPL-3.0-or-later
"""Which engine: kinds with their sizes, the place, and the other ways to one."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ... import settings
from ...engine.pythons.kinds import Kind, kind_of, offered
from ...engine.pythons.platforms import here
from ...engine.setup.job import SetUpJob, megabytes
from ...engine.state import EngineState
from ..explain import explained

INDENT = 22
"""Pixels of what stands under a choice."""


class ChoosePage(QWidget):
    setUpWanted = pyqtSignal()  # noqa: N815
    pythonWanted = pyqtSignal()  # noqa: N815
    wheelsWanted = pyqtSignal()  # noqa: N815
    folderWanted = pyqtSignal()  # noqa: N815
    movedTo = pyqtSignal(str)  # noqa: N815

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.now = _wrapped("")
        self.place = _wrapped("")
        self.elsewhere = explained(
            QPushButton(self.tr("Change…")), self.tr("Chooses another folder, e.g. on a disk with more space.")
        )
        self.kinds = QButtonGroup(self)
        self.start = explained(
            QPushButton(self.tr("Set up")), self.tr("Downloads the packages into your profile, and tests them.")
        )
        self.python = explained(
            QPushButton(self.tr("Use this Python…")),
            self.tr("For a Python of your own that has the packages. It is tested before it is used."),
        )
        self.wheels = explained(
            QPushButton(self.tr("Install from a folder of wheels…")), self.tr("For a computer without network.")
        )
        self.folder = explained(
            QPushButton(self.tr("Make such a folder…")),
            self.tr("Downloads the packages into a folder, for this computer or another."),
        )
        self._lay_out()
        for button in (self.elsewhere, self.python, self.wheels, self.folder):
            button.setAutoDefault(False)
        self.start.setDefault(True)

    def _lay_out(self) -> None:
        box = QGroupBox(self.tr("What shall the models run on?"))
        grid = QGridLayout(box)
        grid.setColumnStretch(0, 1)
        for row, kind in enumerate(offered(here())):
            button = QRadioButton(kind.title)
            button.setProperty("kind", kind.id)
            self.kinds.addButton(button)
            button.setChecked(row == 0)
            purpose = _wrapped(kind.purpose)
            purpose.setIndent(INDENT)
            size = QLabel(self.tr("{} to download, {} on disk").format(
                megabytes(kind.download(here())), megabytes(kind.on_disk(here()))))  # fmt: skip
            grid.addWidget(button, 2 * row, 0)
            grid.addWidget(size, 2 * row, 1, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(purpose, 2 * row + 1, 0, 1, 2)
        self.kinds.buttonClicked.connect(lambda *_: self._show_place())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.now)
        column.addWidget(box)
        row_of = QHBoxLayout()
        row_of.addWidget(self.place, 1)
        row_of.addWidget(self.elsewhere)
        row_of.addWidget(self.start)
        column.addLayout(row_of)
        column.addStretch()
        others = QGroupBox(self.tr("Other ways"))
        line = QHBoxLayout(others)
        for button in (self.python, self.wheels, self.folder):
            line.addWidget(button)
        line.addStretch()
        column.addWidget(others)
        for button, signal in ((self.start, self.setUpWanted), (self.python, self.pythonWanted),
                               (self.wheels, self.wheelsWanted), (self.folder, self.folderWanted)):  # fmt: skip
            button.clicked.connect(lambda *_, signal=signal: signal.emit())
        self.elsewhere.clicked.connect(self._ask_where)

    @property
    def kind(self) -> Kind:
        return kind_of(self.kinds.checkedButton().property("kind"))

    @property
    def job(self) -> SetUpJob:
        return SetUpJob(self.kind, settings.engine_folder())

    def choose(self, kind_id: str) -> None:
        for button in self.kinds.buttons():
            button.setChecked(button.property("kind") == kind_id)
        self._show_place()

    def show_state(self, state: EngineState) -> None:
        nothing = self.kinds.checkedButton() is None
        if nothing:
            text = self.tr("For this computer ({}) no engine is published. Use a Python of your own that has the "
                           "packages numpy, rasterio, shapely and onnxruntime.").format(here().name)  # fmt: skip
        elif state.ready:
            text = self.tr("The engine in use: {} ({}).").format(state.python, state.origin)
        elif settings.engine_python():
            text = state.fault
        else:
            text = self.tr("The models run in a program of their own, the engine. It is set up once; nothing is added "
                           "to QGIS's own Python.")  # fmt: skip
        self.now.setText(text)
        for button in (self.start, self.wheels, self.folder):
            button.setEnabled(not nothing)
        if not nothing:
            self._show_place()

    def _ask_where(self) -> None:
        path = QFileDialog.getExistingDirectory(self, self.tr("Where engines shall lie"))
        if path:
            settings.set_engine_folder(path)
            self.movedTo.emit(path)

    def _show_place(self) -> None:
        job = self.job
        try:
            free = job.free
        except OSError:
            free = 0
        text = self.tr("It goes to {}, where {} are free.").format(job.root, megabytes(free))
        if free < job.needed:
            text += " " + self.tr("That is not enough: {} are needed.").format(megabytes(job.needed))
        self.place.setText(text)


def _wrapped(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


