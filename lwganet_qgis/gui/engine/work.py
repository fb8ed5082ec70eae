# SPDX-License-Identifier: GPL-3.0-or-later
"""Long work beside the main thread, with progress and an end that can be asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.PyQt.QtCore import QObject, QThread, pyqtSignal

from ...core.errors import Cancelled
from ...engine.setup.causes import Cause
from ...engine.setup.faults import SetUpFault
from ...engine.setup.progress import Progress


class Work(QThread):
    """Runs `act` once; of `done`, `failed` and `cancelled` one comes."""

    stepped = pyqtSignal(str)
    shared = pyqtSignal(float, float, float)
    """0..1, bytes written, bytes expected (floats: they may be above what a C int holds)."""
    logged = pyqtSignal(str)
    done = pyqtSignal(object)
    failed = pyqtSignal(object)
    """A SetUpFault."""
    cancelled = pyqtSignal()

    def __init__(self, act: Callable[[Progress], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._act, self._stop = act, False
        self.progress = Progress(self.stepped.emit, self.shared.emit, self.logged.emit, lambda: self._stop)

    def run(self) -> None:
        try:
            result = self._act(self.progress)
        except Cancelled:
            self.cancelled.emit()
        except SetUpFault as fault:
            self.failed.emit(fault)
        except Exception as error:  # anything that leaves a thread takes QGIS with it
            self.failed.emit(SetUpFault(Cause.UNKNOWN, f"{type(error).__name__}: {error}"))
        else:
            self.done.emit(result)

    def stop(self) -> None:
        self._stop = True
