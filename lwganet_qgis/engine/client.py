# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs of the engine: each leaves its results, or nothing.

A run blocks its thread and calls the feedback from that thread alone, so it belongs into an
algorithm's processAlgorithm.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from ..core import errors
from ..core.jobs.parts.job import Job
from ..core.outputs.placing import remove
from ..core.records.record import Role, paths
from ..texts import tr
from .environment import EnginePython, EnvironmentFault
from .process import EngineProcess

Result = TypeVar("Result")


def run_job(job: Job[Result], python: EnginePython, feedback: Any, command: list[str] | None = None) -> Result:
    """Run one job to its end in an engine of its own. Raises a child of EngineError.

    `feedback` is a QgsProcessingFeedback, or what answers like one. `command` stands in for the
    engine's own command line in tests.
    """
    engine = Engine(lambda: python, command)
    try:
        return engine.run(job, feedback)
    finally:
        engine.close()


class Engine:
    """Stays between its runs, of which there is one at a time: for a window that is open.

    Its process starts with the first run, and again after a run that took it down.
    """

    def __init__(self, python: Callable[[], EnginePython], command: list[str] | None = None) -> None:
        self._python, self._command = python, command
        self._process: EngineProcess | None = None
        self.fault = False
        """Whether the last run failed for want of a Python that works."""

    def run(self, job: Job[Result], feedback: Any) -> Result:
        """Run one job to its end. Raises a child of EngineError."""
        unfinished, self.fault = True, False
        try:
            if self._process is not None and not self._process.alive:
                self.close()  # it ended between two runs
            if self._process is None:
                self._process = EngineProcess(self._python(), self._command)
            result = self._process.run(job, feedback)
            if feedback.isCanceled():
                _discard(job, result)
                raise errors.Cancelled(tr("The run was cancelled."))
            unfinished = False
            return result
        except EnvironmentFault:
            self.fault = True
            raise
        finally:
            process = self._process
            if process is not None and not process.alive:
                self.close()
                for part in _parts(job, process.number) if unfinished else ():
                    remove(part)

    def close(self) -> None:
        """End the process, if there is one, and leave nothing of it behind."""
        process, self._process = self._process, None
        if process is not None:
            process.close()


def _parts(job: Job[Any], engine: int) -> Iterator[Path]:
    """Hidden files of the engine's process: one that was killed cannot take its own away."""
    folders = {Path(path).parent for _, path in paths(job, Role.OUTPUT)}
    folders |= {Path(path) for _, path in paths(job, Role.FOLDER)}
    return (found for folder in folders for found in folder.glob(f".*.{engine}-????????.part*"))


def _discard(job: Job[Any], result: Any) -> None:
    """A cancelled run must not look finished."""
    for record in (job, result):
        for _, path in paths(record, Role.OUTPUT):
            remove(Path(path))
            remove(Path(f"{path}.aux.xml"))
