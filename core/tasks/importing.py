# SPDX-License-Identifier: GPL-3.0-or-later
"""A checkpoint, or another's graph, made into a model folder.

The work is that of `models.importing`, which needs PyTorch.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

from ..errors import DeviceError
from ..jobs.importing import ImportJob, ImportResult
from .parts.run import Run, Task

PACKAGES = ("torch", "onnx", "safetensors")
STEPS = 10


def _check_packages() -> None:
    """Raises DeviceError saying what to install."""
    missing = []
    for name in PACKAGES:
        try:
            importlib.import_module(name)
        except (ImportError, OSError):  # OSError: a library of it does not load
            missing.append(name)
    if missing:
        raise DeviceError(
            f"importing checkpoints needs {', '.join(PACKAGES)}; the engine's Python lacks {', '.join(missing)}. "
            f"Install with: {sys.executable} -m pip install {' '.join(missing)}"
        )


def run(job: ImportJob, run: Run) -> ImportResult:
    """Writes the folder; returns where it is.

    Raises:
        EngineError: what is wrong with the file, or has to be said about it; nothing is left.
    """
    _check_packages()
    from ...models.importing.checkpoint import import_checkpoint
    from ...models.importing.labels import Wishes
    from ...models.importing.request import Request

    report = run.report

    def say(fraction: float, text: str) -> None:
        report.check()
        report.log(text)
        report.progress(round(fraction * STEPS), STEPS, "import: step")
        if fraction >= 1:
            report.commit()

    wishes = Wishes(job.dataset, job.classes, job.gsd)
    card = import_checkpoint(Request(Path(job.checkpoint), Path(job.models), wishes, job.name, job.license), say)
    return ImportResult(str(card.folder))


TASK = Task(ImportJob, run)
