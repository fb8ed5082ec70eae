# SPDX-License-Identifier: GPL-3.0-or-later
"""The window's runs: one after the other, by an engine that stays."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from qgis.PyQt.QtCore import QObject, pyqtSignal

from .... import settings
from ....engine.client import Engine
from ....engine.environment import find_python
from ....engine.tool_run import Then, ToolRun

Done = Callable[[ToolRun], None]


@dataclass(frozen=True)
class _Asked:
    make: Callable[[], ToolRun]
    done: Done
    yields: bool


class Runner(QObject):
    """At most one run at a time; of each kind of run, the last that was asked for meanwhile waits."""

    started = pyqtSignal(str)
    """The kind of run."""
    progressed = pyqtSignal(float)
    stopped = pyqtSignal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = Engine(lambda: find_python(settings.engine_python(), settings.engine_folder()))
        self._current: tuple[str, ToolRun, _Asked] | None = None
        self._waiting: dict[str, _Asked] = {}
        self._resting = False

    @property
    def kind(self) -> str:
        """Of the run in progress; empty: none."""
        return self._current[0] if self._current else ""

    @property
    def engine_missing(self) -> bool:
        """Whether the last run found no engine that works."""
        return self._engine.fault

    def ask(
        self, kind: str, tool: str, parameters: dict[str, Any], done: Done, then: Then | None = None,
        yields: bool = False,
    ) -> None:  # fmt: skip
        """Run a tool, now or after what runs; `done` gets it on the main thread, unless it was cancelled.

        One that `yields` makes way for every other, and begins again after them.
        """

        def make() -> ToolRun:
            return ToolRun(tool, parameters, self._engine, then)

        self._resting = False
        self._waiting.pop(kind, None)
        self._waiting[kind] = _Asked(make, done, yields)
        if not yields:
            self._make_way()
        self._go_on()

    def _make_way(self) -> None:
        if self._current is not None and self._current[2].yields and not self._current[1].cancelled:
            kind, run, asked = self._current
            self._waiting.setdefault(kind, asked)
            run.cancel()

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
        kind = min(self._waiting, key=lambda name: self._waiting[name].yields)
        asked = self._waiting.pop(kind)
        run = asked.make()
        self._current = (kind, run, asked)
        run.progressed.connect(self.progressed)
        run.finished.connect(self._finished)
        self.started.emit(kind)
        run.start()

    def _finished(self) -> None:
        kind, run, asked = self._current
        run.finish()
        self._current = None
        if not run.cancelled:
            asked.done(run)
        run.release()
        del asked  # and with it the files that only this run held
        self.stopped.emit(kind)
        self._go_on()
