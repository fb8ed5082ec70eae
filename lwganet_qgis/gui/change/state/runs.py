# SPDX-License-Identifier: GPL-3.0-or-later
"""Tools of the Toolbox run beside the main thread, one after the other, by an engine that stays."""

from __future__ import annotations

import threading
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
from qgis.PyQt.QtCore import QObject, QThread, pyqtSignal

from .... import settings
from ....core.errors import EngineError
from ....engine.client import Engine
from ....engine.environment import find_python

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


Done = Callable[[ToolRun], None]


class Runner(QObject):
    """At most one run at a time; of each kind of run, the last that was asked for meanwhile waits."""

    started = pyqtSignal(str)
    """The kind of run."""
    progressed = pyqtSignal(float)
    stopped = pyqtSignal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = Engine(lambda: find_python(settings.engine_python(), settings.engine_folder()))
        self._current: tuple[str, ToolRun, Done] | None = None
        self._waiting: dict[str, tuple[Callable[[], ToolRun], Done]] = {}
        self._resting = False

    @property
    def kind(self) -> str:
        """Of the run in progress; empty: none."""
        return self._current[0] if self._current else ""

    @property
    def engine_missing(self) -> bool:
        """Whether the last run found no engine that works."""
        return self._engine.fault

    def ask(self, kind: str, tool: str, parameters: dict[str, Any], done: Done, then: Then | None = None) -> None:
        """Run a tool, now or after what runs; `done` gets it on the main thread, unless it was cancelled."""

        def make() -> ToolRun:
            return ToolRun(tool, parameters, self._engine, then)

        self._resting = False
        self._waiting.pop(kind, None)
        self._waiting[kind] = (make, done)
        self._go_on()

    def cancel(self, *kinds: str) -> None:
        """Runs of these kinds (none named: all), in progress or waiting."""
        for kind in kinds or tuple(self._waiting):
            self._waiting.pop(kind, None)
        if self._current is not None and (not kinds or self.kind in kinds):
            self._current[1].cancel()

    def rest(self) -> None:
        """Cancels all and ends the engine, beside the main thread; what is asked for later starts another."""
        self.cancel()
        self._resting = True
        self._go_on()

    def close(self) -> None:
        """Ends run and engine; blocks until both are gone, a cancelled run's grace at the most."""
        self.cancel()
        if self._current is not None:
            self._current[1].finished.disconnect()
            self._current[1].wait()
            self._current[1].release()
            self._current = None
        self._engine.close()

    def _go_on(self) -> None:
        if self._current is not None:
            return
        if self._resting:
            threading.Thread(target=self._engine.close, name="lwganet-engine-end").start()
        if not self._waiting:
            return
        kind = next(iter(self._waiting))
        make, done = self._waiting.pop(kind)
        run = make()
        self._current = (kind, run, done)
        run.progressed.connect(self.progressed)
        run.finished.connect(self._finished)
        self.started.emit(kind)
        run.start()

    def _finished(self) -> None:
        kind, run, done = self._current
        run.finish()
        self._current = None
        if not run.cancelled:
            done(run)
        run.release()
        del done  # and with it the files that only this run held
        self.stopped.emit(kind)
        self._go_on()
