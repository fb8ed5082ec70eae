# SPDX-License-Identifier: GPL-3.0-or-later
"""An engine counts as working once it has computed right: its process is started and a tiny network run."""

from __future__ import annotations

from collections.abc import Callable

from ...core.errors import Cancelled, EngineError
from ...core.jobs.check import CheckJob, CheckResult
from ...core.jobs.parts.trial import RuntimeTrial
from ...texts import tr
from ..client import run_job
from ..environment import EnginePython
from ..pythons.kinds import Kind
from .causes import Cause
from .faults import SetUpFault, cause_of

PROVIDERS = {"CPUExecutionProvider": "cpu", "CUDAExecutionProvider": "cuda", "DmlExecutionProvider": "directml"}
_TRUSTED = (Cause.C_RUNTIME, Cause.BLOCKED, Cause.DISK)
"""Causes that can be told from what an engine says that does not start."""


class Listener:
    """What answers like a QgsProcessingFeedback, without QGIS."""

    def __init__(self, cancelled: Callable[[], bool] = lambda: False, say: Callable[[str], None] = lambda _: None):
        self.isCanceled = cancelled  # noqa: N815
        self.pushInfo = self.pushWarning = self.setProgressText = say  # noqa: N815

    def setProgress(self, percent: float) -> None:  # noqa: N802
        """Too short to tell."""


def check(python: EnginePython, listener: Listener | None = None) -> CheckResult:
    """What the engine of a Python finds of itself. Raises EngineError."""
    return run_job(CheckJob(), python, listener or Listener())


def verify(python: EnginePython, kind: Kind | None, listener: Listener, **facts: object) -> CheckResult:
    """The same, for a Python that is to be used.

    Args:
        kind: whose runtime has to work; None: that on the processor.
    Raises:
        SetUpFault: it does not run, or computes wrong.
    """
    try:
        found = check(python, listener)
    except Cancelled:
        raise
    except EngineError as error:
        cause = cause_of([str(error)])
        known = cause if cause in _TRUSTED else Cause.DOES_NOT_RUN
        raise SetUpFault(known, str(error), **{"reason": str(error), **facts}) from error
    problem = problem_of(found, kind)
    if problem:
        said = "\n".join(f"{trial.runtime}, {trial.device}: {trial.problem or 'ok'}" for trial in found.trials)
        raise SetUpFault(Cause.WRONG_NUMBERS, said, **{"reason": problem, **facts})
    return found


def problem_of(found: CheckResult, kind: Kind | None = None) -> str:
    """Why an engine is not to be used, as a sentence; empty: it works."""
    wanted = {"cpu"} | ({PROVIDERS[kind.provider]} if kind else set())
    onnx = [trial for trial in found.trials if trial.runtime.startswith("ONNX")]
    for device in sorted(wanted):
        trial = next((trial for trial in onnx if trial.device == device), None)
        if trial is None:
            return tr("ONNX Runtime has nothing for the device {} here.").format(device)
        if trial.problem:
            return named(trial)
    torch = [trial for trial in found.trials if not trial.runtime.startswith("ONNX")]
    if kind and "torch" in kind.modules:
        if not torch:
            return tr("PyTorch is missing.")
        return next((named(trial) for trial in torch if trial.problem), "")
    return "" if found.projections else tr("Coordinates cannot be transformed: the projection data is missing.")


def named(trial: RuntimeTrial) -> str:
    return f"{trial.runtime}, {trial.device}: {trial.problem}."
