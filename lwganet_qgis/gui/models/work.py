# SPDX-License-Identifier: GPL-3.0-or-later
"""One long job at a time, off the main thread, with progress in bytes and a way to stop it."""

from __future__ import annotations

from typing import Any, Callable

from qgis.core import QgsApplication, QgsTask
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...core.catalogue.incoming import Progress
from ...core.errors import Cancelled

TICK = 150
"""Milliseconds between two looks at how far it is."""
Job = Callable[[Progress], Any]
"""Is given what it tells its bytes done and in all to, which raises Cancelled."""


class _Task(QgsTask):
    def __init__(self, title: str, job: Job, done: Callable[[_Task], None]) -> None:
        super().__init__(title, QgsTask.Flag.CanCancel)
        self.result: Any = None
        self.error: Exception | None = None
        self.at, self.total = 0, 0
        self._job, self._done = job, done

    def run(self) -> bool:
        try:
            self.result = self._job(self._progress)
        except Exception as error:  # a task must not raise; the main thread tells it
            self.error = error
        return self.error is None

    def _progress(self, at: int, total: int) -> None:
        if self.isCanceled():
            raise Cancelled
        self.at, self.total = at, total
        self.setProgress(100.0 * at / total if total else 0.0)

    def finished(self, result: bool) -> None:
        if self.error is None and not result:
            self.error = Cancelled()  # it never began
        self._done(self)


class Work(QObject):
    started = pyqtSignal(str)
    progressed = pyqtSignal(float, float)
    """Bytes done and in all: floats, as they may be more than an int of C."""
    stopped = pyqtSignal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task: _Task | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self._look)

    @property
    def busy(self) -> bool:
        return self._task is not None

    def start(self, title: str, job: Job, done: Callable[[Any], None], failed: Callable[[Exception], None]) -> None:
        """`done` gets what the job gives, `failed` what it raised (Cancelled as well), on the main thread."""
        if self.busy:
            raise RuntimeError("one job at a time")

        def finished(task: _Task) -> None:
            if sip.isdeleted(self):
                return
            self._task = None
            self._timer.stop()
            self.stopped.emit()
            if task.error is None:
                done(task.result)
            else:
                failed(task.error)

        self._task = _Task(f"LWGANet: {title}", job, finished)
        self._timer.start()
        self.started.emit(title)
        QgsApplication.taskManager().addTask(self._task)

    def cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _look(self) -> None:
        if self._task is not None:
            self.progressed.emit(float(self._task.at), float(self._task.total))
