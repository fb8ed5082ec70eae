# SPDX-License-Identifier: GPL-3.0-or-later
"""Which engine there is, whether it works, and how another one is had."""

from __future__ import annotations

from html import escape
from typing import Any

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QFormLayout, QGroupBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ... import settings
from ...engine.pythons.probe import refusal
from ...engine.state import engine_state, forget_tried
from ..engine import open_setup_window
from ..explain import explained
from ..signs import GOOD, WRONG, signed
from .fields import add_field
from .trial import Trial


class EngineBox(QGroupBox):
    tested = pyqtSignal(bool)
    """Whether the engine works."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Engine"))
        self._trial: Trial | None = None
        self.state = QLabel()
        self.state.setWordWrap(True)
        self.state.setTextFormat(Qt.TextFormat.RichText)
        self.state.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.set_up = explained(
            QPushButton(self.tr("Set up…")), self.tr("Makes an engine, or chooses another one, in a window of its own.")
        )
        self.test = explained(
            QPushButton(self.tr("Test")), self.tr("Starts the engine and compares a tiny network's numbers.")
        )
        self.python = explained(
            QgsFileWidget(), self.tr("The Python that runs the engine. Empty: the plugin finds one by itself.")
        )
        self.python.lineEdit().setPlaceholderText(self.tr("found by itself"))
        row = QHBoxLayout()
        row.addWidget(self.set_up)
        row.addWidget(self.test)
        row.addStretch(1)
        form = QFormLayout()
        self.field = add_field(
            form, self.tr("Python"), settings.ENGINE_PYTHON, self.python, lambda: self.python.filePath().strip(),
            self.python.setFilePath, refusal,
        )  # fmt: skip
        column = QVBoxLayout(self)
        column.addWidget(self.state)
        column.addLayout(row)
        column.addLayout(form)
        self.python.fileChanged.connect(lambda path: self.field.check())
        self.set_up.clicked.connect(self._set_up)
        self.test.clicked.connect(self.try_it)
        self.show_state()

    def show_state(self) -> None:
        """As the next run would find it; nothing is started."""
        state = engine_state()
        versions = ", ".join(f"{name} {version}" for name, version in state.versions.items())
        found = self.tr("{}: {}").format(state.origin, state.python)
        works = "<br>".join(escape(line) for line in (found, versions) if line)
        self.state.setText(signed(WRONG, state.fault) or works)

    def _set_up(self) -> None:
        window = open_setup_window(self.window())
        window.engineChanged.connect(self._changed)

    def _changed(self) -> None:
        forget_tried()
        self.field.load()
        self.show_state()

    def try_it(self) -> None:
        """Of the engine that is typed in: it is stored first, if it may be."""
        problem = self.field.store()
        if problem:
            self.state.setText(signed(WRONG, problem))
            return
        forget_tried()
        self.test.setEnabled(False)
        self.state.setText(self.tr("The engine is being tested…"))
        self._trial = Trial()
        self._trial.finished.connect(self._tested)
        self._trial.start()

    def _tested(self) -> None:
        trial, self._trial = self._trial, None
        self.test.setEnabled(True)
        self.state.setText(signed(GOOD if trial.works else WRONG, "\n".join(trial.lines)))
        self.tested.emit(trial.works)

    def hideEvent(self, event: Any) -> None:  # noqa: N802
        """The window is closed: no thread outlives it."""
        if self._trial is not None and not self.window().isVisible():
            self._trial.finished.disconnect()
            self._trial.requestInterruption()
            self._trial.wait()
            self._trial = None
            self.test.setEnabled(True)
            self.show_state()
        super().hideEvent(event)
