# SPDX-License-Identifier: GPL-3.0-or-later
"""How far two images lie apart, by *Check image pair*, beside the main thread."""

from __future__ import annotations

import json
from typing import Any

from qgis.core import QgsApplication, QgsProcessingAlgRunnerTask, QgsProcessingFeedback
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...texts import tr
from .widget import own_context

TOOL = "lwganet:checkpair"
TAKEN = ("BEFORE", "AFTER", "EXTENT", "ACCEPT_GAPS")
"""Parameters that it has in common with the tools that need a shift."""
_running: set[Measurement] = set()
"""A task looks at what belongs to a measurement, whatever becomes of the window."""


class Said(QgsProcessingFeedback):
    """Remembers what went wrong."""

    def __init__(self) -> None:
        super().__init__(False)
        self.errors: list[str] = []

    def reportError(self, error: str, fatalError: bool = False) -> None:  # noqa: N802, N803
        self.errors.append(error)


class Measurement(QObject):
    finished = pyqtSignal()
    """Not where its window has been closed."""

    def __init__(self, values: dict[str, Any]) -> None:
        super().__init__()
        self._values, self._context = values, own_context()
        self._tool = QgsApplication.processingRegistry().createAlgorithmById(TOOL)
        self.feedback = Said()
        self.shift: dict[str, Any] = {}
        """As of `core.jobs.pair.Shift`."""
        self.problem = ""

    def start(self) -> str:
        """Why it cannot begin; empty: it runs."""
        fits, problem = self._tool.checkParameterValues(self._values, self._context)
        if not fits:
            return problem
        task = QgsProcessingAlgRunnerTask(self._tool, self._values, self._context, self.feedback)
        task.executed.connect(self._executed)
        _running.add(self)
        QgsApplication.taskManager().addTask(task)
        return ""

    def abandon(self) -> None:
        """Nobody is left to hear of it."""
        self.blockSignals(True)
        self.feedback.cancel()

    def _executed(self, done: bool, results: dict[str, Any]) -> None:
        _running.discard(self)
        if done:
            self.shift = json.loads(results["REPORT"])["shift"]
        else:
            self.problem = "\n".join(self.feedback.errors) or tr("The shift could not be measured.")
        self.finished.emit()
