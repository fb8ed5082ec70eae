# SPDX-License-Identifier: GPL-3.0-or-later
"""A tool of the Toolbox run beside the main thread, by an engine that stays: for windows."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
)
from qgis.PyQt.QtCore import QThread, pyqtSignal

from ..core.errors import EngineError
from .client import Engine

Then = Callable[["dict[str, Any]", QgsProcessingContext], Any]


class _Feedback(QgsProcessingFeedback):
    """Keeps what was said; QGIS's own writes to its log besides."""

    def __init__(self) -> None:
        super().__init__(False)
        self.errors: list[str] = []
        self.warnings: list[str] = []

    def reportError(self, error: str, fatalError: bool = False) -> None:  # noqa: N802, N803
        self.errors.append(error)

    def pushWarning(self, warning: str) -> None:  # noqa: N802
        self.warnings.append(warning)


class ToolRun(QThread):
    """One run of one tool. Make and start it on the main thread.

    `then` runs after the tool, still beside the main thread, with its results and their context; what
    it returns is added to the results as ``then``.
    """

    progressed = pyqtSignal(float)
    """0..1."""

    def __init__(self, tool: str, parameters: dict[str, Any], engine: Engine, then: Then | None) -> None:
        super().__init__()
        self.feedback, self.context = _Feedback(), QgsProcessingContext()
        self.context.setProject(QgsProject.instance())
        self.feedback.progressChanged.connect(self._progress)
        self.results: dict[str, Any] = {}
        self.error = ""
        self.seconds = 0.0
        self._then, self._parameters = then, parameters
        template = type(QgsApplication.processingRegistry().algorithmById(f"lwganet:{tool}"))()
        template.engine = engine
        self._algorithm = template.create()
        fits, reason = self._algorithm.checkParameterValues(parameters, self.context)
        if not fits:
            self.error = reason
        elif not self._algorithm.prepare(parameters, self.context, self.feedback):
            self.error = " ".join(self.feedback.errors) or self.tr("The layers cannot be read.")

    def _progress(self, percent: float) -> None:
        self.progressed.emit(percent / 100)

    def run(self) -> None:
        started = time.monotonic()
        try:
            if not self.error:
                results = self._algorithm.runPrepared(self._parameters, self.context, self.feedback)
                self.results = dict(results)
                if self._then is not None:
                    self.results["then"] = self._then(self.results, self.context)
        except (QgsProcessingException, EngineError) as error:
            self.error = str(error)
        except Exception as error:  # anything that leaves a thread takes QGIS with it
            self.error = f"{type(error).__name__}: {error}"
        self.seconds = time.monotonic() - started

    @property
    def cancelled(self) -> bool:
        return bool(self.feedback.isCanceled())

    def cancel(self) -> None:
        self.feedback.cancel()

    def finish(self) -> None:
        """On the main thread, once the run is over: brings its layers here."""
        self.wait()
        if not self.error and not self.cancelled:
            self._algorithm.postProcess(self.context, self.feedback)

    def release(self) -> None:
        """Lets go of the layers: they must not outlive QGIS, and Python may keep a thread's object long."""
        self._parameters, self._then, self._algorithm = {}, None, None
        self.context, self.results = None, {}
