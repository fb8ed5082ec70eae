# SPDX-License-Identifier: GPL-3.0-or-later
"""The engine, started once beside the main thread to see whether it works."""

from __future__ import annotations

from qgis.core import Qgis
from qgis.PyQt.QtCore import QObject, QThread

from ...algorithms.reports import engine as report
from ...core.errors import EngineError
from ...engine.setup.diagnosis import diagnose
from ...engine.setup.verify import Listener


class Trial(QThread):
    """`lines`: what was found, for people; the first is the verdict. Empty: it was cancelled."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[str] = []
        self.works = False

    def run(self) -> None:
        try:
            found = diagnose(Listener(self.isInterruptionRequested))
            self.lines = report.lines(found, Qgis.QGIS_VERSION)
            self.works = not found.problem
        except EngineError:
            self.lines = []  # cancelled
        except Exception as error:  # anything that leaves a thread takes QGIS with it
            self.lines = [f"{type(error).__name__}: {error}"]
