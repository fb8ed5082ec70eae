# SPDX-License-Identifier: GPL-3.0-or-later
"""One job, start to finish, whatever its task."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from typing import Any, TypeVar

import rasterio

from .errors import InputError
from .jobs.parts.job import Job
from .jobs.parts.results import Ran
from .outputs.pending import Pending
from .records.record import FieldError, Role, checked, from_json, paths
from .report import Reporter
from .sentences import say
from .sessions.choose import open_session
from .sessions.keeper import Keeper
from .sessions.session import Target
from .tasks import TASKS
from .tasks.parts.run import Run

CACHE_BYTES = 128 << 20
"""GDAL's block cache."""

Result = TypeVar("Result")


def read_job(tool: Any, data: Any) -> Job[Any]:
    """A job from JSON. Raises InputError naming the tool that is unknown, or the field that is missing or wrong."""
    if not isinstance(tool, str) or tool not in TASKS:
        raise InputError(say("not a job: unknown tool {:.80}", repr(tool)))
    try:
        job: Job[Any] = from_json(TASKS[tool].job, data)
    except FieldError as error:
        raise InputError(say("not a job: {}", error)) from error
    return job


def run_job(job: Job[Result], report: Reporter, target: Target | None = None, keeper: Keeper | None = None) -> Result:
    """Runs a job; its outputs appear at their places together, when all is done.

    Args:
        target: runtime and device; default: what the job's device comes to here.
        keeper: has the session of the run before; default: the model is loaded for this run alone.
    Raises:
        EngineError: what went wrong and what to change; no output is left.
    """
    started = time.monotonic()
    report.check()
    _check(job)
    with rasterio.Env(GDAL_CACHEMAX=CACHE_BYTES), Pending() as pending:
        run = Run(report, pending, target, open_session if keeper is None else keeper.open)
        result = TASKS[job.TOOL].run(job, run)
        report.commit()
    done: Result = replace(result, ran=Ran(time.monotonic() - started, tuple(report.warnings)))
    return done


def _check(job: Job[Any]) -> None:
    """Raises InputError where a field is wrong, or an output would fall on another, or on an input."""
    try:
        checked(job)
    except FieldError as error:
        raise InputError(str(error)) from error
    read = {os.path.realpath(path) for _, path in paths(job, Role.INPUT)}
    written: set[str] = set()
    for _, path in paths(job, Role.OUTPUT):
        place = os.path.realpath(path)
        if place in written:
            raise InputError(say("two outputs are called {}: give each its own name", path))
        if place in read:
            raise InputError(say("{} is an input of this run: give the output another name", path))
        written.add(place)
    if not written and job.WRITES and not any(paths(job, Role.FOLDER)):
        raise InputError(say("no output was asked for: name at least one that this task writes"))
