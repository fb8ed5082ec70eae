# SPDX-License-Identifier: GPL-3.0-or-later
"""Engine, device, threads, memory and folders. What is wrong is said beside it and not stored."""

from __future__ import annotations

import tempfile
from typing import Any

from qgis.gui import QgsFileWidget, QgsOptionsPageWidget
from qgis.PyQt.QtCore import QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ... import settings
from ...core.jobs.parts.model import MOST_THREADS
from ..explain import explained
from .engine_box import EngineBox
from .fields import Field, add_field

DEVICES = ("auto", "cpu", "cuda", "directml")


class OptionsPage(QgsOptionsPageWidget):
    refused = pyqtSignal(str)
    """What was not stored, and why, in sentences."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.engine = EngineBox()
        self.device = explained(
            QComboBox(),
            self.tr("What models run on, where a tool does not say: auto takes a graphics card where it can, cuda:1 is "
                    "the second NVIDIA card, directml any card on Windows."),
        )  # fmt: skip
        self.device.setEditable(True)
        self.device.addItems(DEVICES)
        self.threads = explained(QSpinBox(), self.tr("Of the processor, that a model may use."))
        self.threads.setRange(0, MOST_THREADS)
        self.threads.setSpecialValueText(self.tr("as many as there are"))
        self.memory = explained(
            QLineEdit(),
            self.tr("Gigabytes that a model may take that did not come with the plugin. 0: no limit."),
        )  # fmt: skip
        self.memory.setPlaceholderText(self.tr("three quarters of this computer's"))
        self.models = explained(QgsFileWidget(), self.tr("Your own models, a folder each."))
        self.models.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.models.lineEdit().setPlaceholderText(str(settings.user_folder() / "models"))
        self.fields: list[Field] = [self.engine.field]
        self._lay_out()
        for field in self.fields:
            field.load()
        for signal in (
            self.device.currentTextChanged, self.threads.valueChanged, self.memory.textChanged, self.models.fileChanged
        ):  # fmt: skip
            signal.connect(self._check)

    def _lay_out(self) -> None:
        running, folders = QGroupBox(self.tr("Running models")), QGroupBox(self.tr("Folders"))
        form = QFormLayout(running)
        self._add(form, self.tr("Device"), settings.DEVICE, self.device, self.device.currentText,
                  lambda text: self.device.setCurrentText(text or DEVICES[0]))  # fmt: skip
        self._add(form, self.tr("Threads"), settings.THREADS, self.threads, lambda: str(self.threads.value() or ""),
                  lambda text: self.threads.setValue(int(text) if text.isdecimal() else 0))  # fmt: skip
        self._add(form, self.tr("Memory (GB)"), settings.MEMORY_LIMIT, self.memory,
                  lambda: self.memory.text().strip().replace(",", "."), self.memory.setText)  # fmt: skip
        form = QFormLayout(folders)
        self._add(form, self.tr("Models"), settings.MODELS_FOLDER, self.models,
                  lambda: self.models.filePath().strip(), self.models.setFilePath)  # fmt: skip
        form.addRow(self.tr("Logs"), self._places())
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.engine, running, folders):
            column.addWidget(widget)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _add(self, form: QFormLayout, label: str, setting: Any, widget: QWidget, text: Any, show: Any) -> None:
        self.fields.append(add_field(form, label, setting, widget, text, show))

    def _places(self) -> QWidget:
        place = QLabel(tempfile.gettempdir())
        place.setWordWrap(True)
        self.open_logs = explained(
            QPushButton(self.tr("Open")),
            self.tr("An engine that failed leaves its log here, in a folder lwganet-engine-…; messages name it."),
        )  # fmt: skip
        self.open_logs.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(tempfile.gettempdir())))
        places = QWidget()
        row = QHBoxLayout(places)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(place, 1)
        row.addWidget(self.open_logs)
        return places

    def _check(self, *_: Any) -> None:
        for field in self.fields:
            field.check()

    def apply(self) -> None:
        """Stores what may be stored; QGIS closes the window whatever comes of it."""
        wrong = [problem for problem in (field.store() for field in self.fields) if problem]
        if wrong:
            self.refused.emit(" ".join(wrong))
