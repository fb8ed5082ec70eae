# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks at a model's file beside the main thread."""

from __future__ import annotations

from qgis.core import QgsProcessingFeedback
from qgis.PyQt.QtCore import QObject, QThread

from ...core.errors import EngineError
from ...core.jobs.inspection import InspectionJob, InspectionResult
from ...engine.client import Engine


class Look(QThread):
    """One look at one file; `error` says in words what went wrong, and `result` is None then."""

    def __init__(self, path: str, engine: Engine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path, self._engine = path, engine
        self.feedback = QgsProcessingFeedback(False)
        self.result: InspectionResult | None = None
        self.error = ""

    def run(self) -> None:
        try:
            self.result = self._engine.run(InspectionJob(self.path), self.feedback)
        except EngineError as error:
            self.error = str(error)
        except Exception as error:  # anything that leaves a thread takes QGIS with it
            self.error = f"{type(error).__name__}: {error}"

    def cancel(self) -> None:
        self.feedback.cancel()
